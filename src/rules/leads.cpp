// Leads of needed words. In: an expression's tree, words. Out: how many bytes of a match stand before them.
// Tested by tests/rules/needs_test.cpp.
#include "rules/leads.hpp"

#include <algorithm>
#include <optional>

#include "text/chars.hpp"

namespace zhibiao::rules {
namespace {

using Kind = Expression::Kind;
using Words = std::vector<std::string>;

/// Larger sets of characters are not spelled out.
constexpr char32_t kMostSpelled = 64;

std::string lowered(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::size_t sum(std::size_t a, std::size_t b) { return a == kEndless || b == kEndless ? kEndless : a + b; }

std::optional<Lead> surely_in(const Expression& one, const Words& words);

std::optional<Lead> in_literal(const std::string& literal, const Words& words) {
  const std::string text = lowered(literal);
  std::size_t first = std::string::npos;
  for (const std::string& word : words) first = std::min(first, text.find(word));
  return first == std::string::npos ? std::nullopt : std::optional(Lead{first, first});
}

/// Whether each character of the set is a word.
std::optional<Lead> in_set(const CharRanges& set, const Words& words) {
  char32_t size = 0;
  for (const auto& [first, last] : set.ranges()) {
    size += last - first + 1;
    if (size > kMostSpelled) return std::nullopt;
    for (char32_t ch = first; ch <= last; ++ch) {
      std::string one;
      text::append_char(one, ch);
      if (std::find(words.begin(), words.end(), lowered(one)) == words.end()) return std::nullopt;
    }
  }
  return size == 0 ? std::nullopt : std::optional(Lead{0, 0});
}

std::optional<Lead> in_choice(const std::vector<Expression>& parts, const Words& words) {
  Lead all{kEndless, 0};
  for (const Expression& part : parts) {
    const auto one = surely_in(part, words);
    if (!one) return std::nullopt;
    all = {std::min(all.least, one->least), std::max(all.most, one->most)};
  }
  return all;
}

std::optional<Lead> in_sequence(const std::vector<Expression>& parts, const Words& words) {
  Lead before{0, 0};
  for (const Expression& part : parts) {
    if (const auto one = surely_in(part, words)) return Lead{before.least + one->least, sum(before.most, one->most)};
    before = {before.least + shortest_match(part), sum(before.most, longest_match(part))};
  }
  return std::nullopt;
}

/// The lead where each match has a word within one part of the tree; nothing where it may be put together of several.
std::optional<Lead> surely_in(const Expression& one, const Words& words) {
  switch (one.kind) {
    case Kind::literal: return in_literal(one.literal, words);
    case Kind::set: return in_set(one.set, words);
    case Kind::choice: return in_choice(one.parts, words);
    case Kind::repeat: return one.least > 0 ? surely_in(one.parts.front(), words) : std::nullopt;
    default: return in_sequence(one.parts, words);
  }
}

}  // namespace

Lead lead_of(const Expression& expression, const Words& words) {
  // Elsewhere in the match, all that is known is that it is in it.
  return surely_in(expression, words).value_or(Lead{0, longest_match(expression)});
}

}  // namespace zhibiao::rules
