// Read, web pages: a page as a tree of elements, told by libxml2's parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "zhibiao/read.hpp"

namespace zhibiao::read_stage::html {

/// What an element does to the flow of text.
enum class Kind : std::uint8_t { text, inline_run, block, line_break, muted };

/// The attributes that count, of the few elements that have them.
struct Attributes {
  std::string id;       ///< lower case, without - and _
  std::string classes;  ///< lower case, parted by blanks
  std::string name;     ///< of a meta element, lower case: `articletitle`, `og:title`
  std::string content;  ///< of a meta element
  std::string marks;    ///< how a list counts: `type`, or the style's `list-style-type`
  int number = 0;       ///< `start` of a list, `value` of an item; 0: none
  int columns = 1;      ///< `colspan`
  int rows = 1;         ///< `rowspan`; 0: to the table's end
};

/// One element, or one run of text.
struct Node {
  std::string_view name;  ///< lower case; empty: text
  std::string text;       ///< of a run of text
  Node* parent = nullptr;
  Node* first = nullptr;
  Node* last = nullptr;
  Node* next = nullptr;
  std::unique_ptr<Attributes> attributes;
  Kind kind = Kind::inline_run;
  bool hidden = false;        ///< by `display: none` and the like
  bool preformatted = false;  ///< line breaks in the text are line breaks
  bool link = false;          ///< an anchor that leads somewhere
  bool list_marker = false;   ///< Word's: the number of a list, printed as text
  bool symbols = false;       ///< in a font of symbols, where a letter is a bullet
  bool left_out = false;      ///< by the choice of what is read: navigation, metadata

  std::uint32_t index = 0;       ///< in the order of the page
  std::uint32_t chars = 0;       ///< visible characters below
  std::uint32_t link_chars = 0;  ///< of them in links
  std::uint32_t links = 0;       ///< anchors below
  std::uint32_t weight = 0;      ///< characters in sentences and cells, outside links
  std::uint32_t paragraphs = 0;  ///< blocks and line breaks below
  std::uint32_t tables = 0;      ///< tables below, itself not counted

  bool is(std::string_view tag) const { return name == tag; }
  bool shown() const { return !hidden && !left_out && kind != Kind::muted; }
  const Attributes& attribute() const;
};

/// A page; nodes stand in the order of the page, a parent before its children.
struct Tree {
  std::deque<Node> nodes;
  std::unordered_set<std::string> names;
  std::vector<std::string> warnings;  ///< what the parser dropped

  /// The first element of that name, or nothing.
  Node* find(std::string_view name);
};

/// Parses UTF-8 without a byte order mark. Elements deeper than `limits.depth` are read as text. Nothing is fetched.
Tree parse(const std::string& name, std::string_view utf8, const ReadLimits& limits);

/// What the page says of its own encoding, in `<meta charset>` or an XML declaration; empty: nothing.
std::string declared_encoding(std::string_view bytes);

}  // namespace zhibiao::read_stage::html
