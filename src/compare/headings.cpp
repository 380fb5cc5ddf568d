// Compare, headings: the words of two outlines' headings, taken apart and weighted by how rare they are.
// In: items. Out: pairs of items with the likeness of their headings. Tested by tests/compare/outline_diff_test.cpp.
#include "compare/headings.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "text/chars.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kLetter = 0.3;   // a word of one character says little
constexpr double kNumber = 0.3;   // so does a number
constexpr std::size_t kYear = 4;  // digits
// A heading that only says more is likelier the same than one that says something else.
constexpr double kMore = 0.35;
constexpr double kElse = 0.65;

bool is_letter(char32_t ch) { return text::is_han(ch) || text::is_alnum(ch) || (ch >= 0xC0 && ch < 0x2000); }

}  // namespace

std::u32string bare_heading(const std::string& heading) {
  std::u32string bare;
  for (std::size_t at = 0; at < heading.size();) {
    const char32_t ch = text::fold_width(text::next_char(heading, at));
    if (is_letter(ch)) bare += ch;
  }
  return bare;
}

Headings::Headings(const std::vector<Item>& old_items, const std::vector<Item>& new_items) {
  for (const Item& item : old_items) old_.push_back(read(item));
  for (const Item& item : new_items) new_.push_back(read(item));
  weigh();
}

Headings::Heading Headings::read(const Item& item) {
  Heading heading;
  heading.bare = bare_heading(item.heading);
  const auto bounds = segmenter_.word_boundaries(item.heading);
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    add_parts(bare_heading(item.heading.substr(bounds[i - 1], bounds[i] - bounds[i - 1])), heading);
  }
  // Items without any words are alike in that.
  if (heading.parts.empty()) add_part({}, 1.0, heading);
  std::sort(heading.parts.begin(), heading.parts.end());
  heading.parts.erase(std::unique(heading.parts.begin(), heading.parts.end()), heading.parts.end());
  for (const PartId part : heading.parts) ++frequency_[part];
  return heading;
}

/// Pairs of characters, so that it does not matter whether ICU knows 卫生健康 as one word or as two.
void Headings::add_parts(const std::u32string& word, Heading& heading) {
  if (word.empty()) return;
  if (!text::is_han(word.front())) {
    const bool number = std::all_of(word.begin(), word.end(), text::is_digit);
    // Years change with every plan, the section stays.
    return add_part(number && word.size() == kYear ? U"#" : word, number ? kNumber : 1.0, heading);
  }
  if (word.size() == 1) return add_part(word, kLetter, heading);
  for (std::size_t i = 0; i + 1 < word.size(); ++i) add_part(word.substr(i, 2), 1.0, heading);
}

void Headings::add_part(const std::u32string& part, double weight, Heading& heading) {
  const auto [place, fresh] = ids_.try_emplace(part, static_cast<PartId>(weights_.size()));
  if (fresh) {
    weights_.push_back(weight);
    frequency_.push_back(0);
  }
  heading.parts.push_back(place->second);
}

void Headings::weigh() {
  for (std::size_t part = 0; part < weights_.size(); ++part) {
    // A part in one heading of each outline is as rare as can be.
    weights_[part] /= 1.0 + std::log(std::max(1.0, static_cast<double>(frequency_[part]) / 2));
  }
  for (auto* side : {&old_, &new_}) {
    for (Heading& heading : *side) {
      for (const PartId part : heading.parts) heading.total += weights_[part];
    }
  }
}

double Headings::likeness(const Heading& a, const Heading& b, double shared) const {
  if (a.bare == b.bare) return 1;
  const double left = std::max(0.0, a.total - shared);
  const double right = std::max(0.0, b.total - shared);
  const double against = kMore * std::max(left, right) + kElse * std::min(left, right);
  return shared / (shared + against);
}

std::vector<HeadingPair> Headings::pairs(double floor) const {
  std::vector<std::vector<std::size_t>> index(weights_.size());
  for (std::size_t j = 0; j < new_.size(); ++j) {
    for (const PartId part : new_[j].parts) index[part].push_back(j);
  }
  std::vector<HeadingPair> found;
  std::vector<double> shared(new_.size());
  std::vector<std::size_t> touched;
  for (std::size_t i = 0; i < old_.size(); ++i) {
    touched.clear();
    for (const PartId part : old_[i].parts) {
      for (const std::size_t j : index[part]) {
        if (shared[j] == 0) touched.push_back(j);
        shared[j] += weights_[part];
      }
    }
    std::sort(touched.begin(), touched.end());
    for (const std::size_t j : touched) {
      const double like = likeness(old_[i], new_[j], shared[j]);
      shared[j] = 0;
      if (like >= floor) found.push_back({i, j, like});
    }
  }
  return found;
}

}  // namespace zhibiao::compare
