// Compare, headings: how alike the titles of two outlines' items are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/words.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::compare {

/// The letters and digits of a heading, widths folded: what is left when nobody changed a word.
std::u32string bare_heading(const std::string& heading);

/// Two items whose headings have words in common.
struct HeadingPair {
  std::size_t old_item = 0;
  std::size_t new_item = 0;
  double likeness = 0;  ///< 0 to 1; 1 for equal headings
};

/// The headings of two outlines as weighted parts of words: what stands in many of them says little.
class Headings {
 public:
  Headings(const std::vector<Item>& old_items, const std::vector<Item>& new_items);

  /// All pairs of at least that likeness, by the old item, then by the new one.
  std::vector<HeadingPair> pairs(double floor) const;
  bool equal(std::size_t old_item, std::size_t new_item) const { return old_[old_item].bare == new_[new_item].bare; }

 private:
  using PartId = std::uint32_t;
  struct Heading {
    std::u32string bare;
    std::vector<PartId> parts;  // by id, each once
    double total = 0;           // sum of the parts' weights
  };
  Heading read(const Item& item);
  void add_parts(const std::u32string& word, Heading& heading);
  void add_part(const std::u32string& part, double weight, Heading& heading);
  void weigh();
  double likeness(const Heading& a, const Heading& b, double shared) const;

  text::Segmenter segmenter_;
  std::unordered_map<std::u32string, PartId> ids_;
  std::vector<double> weights_;         // of each part
  std::vector<std::size_t> frequency_;  // in how many headings
  std::vector<Heading> old_, new_;
};

}  // namespace zhibiao::compare
