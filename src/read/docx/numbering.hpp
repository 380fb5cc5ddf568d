// Read: automatic numbering of a DOCX: the markers that a reader sees and the text does not hold.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>

#include "read/docx/styles.hpp"

namespace zhibiao::read_stage {

constexpr std::size_t kListLevels = 9;

/// Counts the paragraphs of all lists, in the order in which they are asked for.
class Numbering {
 public:
  Numbering() = default;
  /// `root` is that of word/numbering.xml.
  Numbering(pugi::xml_node root, const Styles& styles);

  /// The marker of the next paragraph with that style (by id) and those properties of its own, with the blank a reader
  /// sees behind it; empty for a paragraph without.
  std::string next(const std::string& style, const ListPlace& own, const Styles& styles);

 private:
  struct Level {
    long start = 1;
    long restart = -1;  // w:lvlRestart: 0 never, n behind a paragraph of level n (from 1)
    std::string format = "decimal";
    std::string text;
    std::string style;
    bool legal = false;  // all numbers in digits
    bool gap = true;     // a tab or blank behind
  };
  using Levels = std::array<Level, kListLevels>;
  struct Abstract {
    Levels levels;
    std::string link;  // w:numStyleLink
    std::array<long, kListLevels> count{};
    std::bitset<kListLevels> running;
  };
  struct List {
    std::string abstract;
    std::array<std::optional<long>, kListLevels> start;
    std::array<std::optional<Level>, kListLevels> levels;
    std::bitset<kListLevels> started;
  };

  static Level read_level(pugi::xml_node node);
  void read_list(pugi::xml_node node);
  void follow_links(const Styles& styles);
  std::string count(List& list, Abstract& abstract, std::size_t level);
  std::string marker(const List& list, const Abstract& abstract, std::size_t level) const;

  std::unordered_map<std::string, Abstract> abstracts_;
  std::unordered_map<long, List> lists_;
};

/// Marker and text of a paragraph as one: a blank between them where they could be read as one number.
std::string with_marker(const std::string& marker, const std::string& text);

}  // namespace zhibiao::read_stage
