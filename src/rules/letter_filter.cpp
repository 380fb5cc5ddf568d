// What patterns over tags need. In: an expression's tree. Out: letters that must or may stand around the value asked about.
// Tested by tests/rules/letter_filter_test.cpp.
#include "rules/letter_filter.hpp"

#include <optional>

namespace zhibiao::rules {
namespace {

using Kind = Expression::Kind;

/// A set's letters of ASCII.
Letters letters_in(const CharRanges& set) {
  Letters letters;
  for (const auto& [first, last] : set.ranges()) {
    for (char32_t ch = first; ch <= last && ch < 0x80; ++ch) letters.add(static_cast<char>(ch));
  }
  return letters;
}

/// Sets of which a text must hold a letter each, or nothing in it matches. Characters outside ASCII are not told.
void need(const Expression& one, std::vector<Letters>& needed) {
  switch (one.kind) {
    case Kind::literal:
      for (const char c : one.literal) {
        if (static_cast<unsigned char>(c) < 0x80) needed.emplace_back().add(c);
      }
      return;
    case Kind::set:
      if (!one.set.ranges().empty() && one.set.ranges().back().second < 0x80) needed.push_back(letters_in(one.set));
      return;
    case Kind::choice: {  // a letter of the first set that each alternative has
      Letters any;
      for (const Expression& part : one.parts) {
        std::vector<Letters> of_part;
        need(part, of_part);
        if (of_part.empty()) return;
        any.add(of_part.front());
      }
      needed.push_back(any);
      return;
    }
    case Kind::repeat:
      if (one.least > 0) need(one.parts.front(), needed);
      return;
    case Kind::begin:
    case Kind::end: return;
    default:
      for (const Expression& part : one.parts) need(part, needed);
  }
}

/// An expression's first or last letters.
struct Edge {
  Letters letters;
  bool open = false;  ///< it may match nothing, so that what stands beyond counts too
};

Edge edge_of(const Expression& one, bool last) {
  Edge edge;
  switch (one.kind) {
    case Kind::literal: edge.letters.add(last ? one.literal.back() : one.literal.front()); return edge;
    case Kind::set: edge.letters = letters_in(one.set); return edge;
    case Kind::begin:
    case Kind::end: edge.letters.add('\0'); return edge;
    case Kind::choice:
      for (const Expression& part : one.parts) {
        const Edge of_part = edge_of(part, last);
        edge.letters.add(of_part.letters);
        edge.open = edge.open || of_part.open;
      }
      return edge;
    case Kind::repeat:
      edge = edge_of(one.parts.front(), last);
      edge.open = edge.open || one.least == 0;
      return edge;
    default:
      edge.open = true;
      for (std::size_t i = 0; i < one.parts.size() && edge.open; ++i) {
        const Edge of_part = edge_of(one.parts[last ? one.parts.size() - 1 - i : i], last);
        edge.letters.add(of_part.letters);
        edge.open = of_part.open;
      }
      return edge;
  }
}

/// What may stand next to the value, where this stands there.
Letters next_to(const Expression& side, bool last) {
  const Edge edge = edge_of(side, last);
  return edge.open ? Letters::all() : edge.letters;
}

/// What of an expression stands before the value and what behind it.
struct Halves {
  Expression before, behind;
};

Expression literal_of(std::string text) {
  Expression made;  // a sequence of nothing
  if (text.empty()) return made;
  made.kind = Kind::literal;
  made.literal = std::move(text);
  return made;
}

/// Nothing where the value stands in a choice or repeat, or nowhere.
std::optional<Halves> halves_of(const Expression& one) {
  if (one.kind == Kind::literal) {
    const std::size_t at = one.literal.find(kAskedTag);
    if (at == std::string::npos) return std::nullopt;
    return Halves{literal_of(one.literal.substr(0, at)), literal_of(one.literal.substr(at + 1))};
  }
  if (one.kind != Kind::sequence && one.kind != Kind::group) return std::nullopt;
  for (std::size_t i = 0; i < one.parts.size(); ++i) {
    auto inner = halves_of(one.parts[i]);
    if (!inner) continue;
    Halves halves;
    const auto middle = one.parts.begin() + static_cast<std::ptrdiff_t>(i);
    halves.before.parts.assign(one.parts.begin(), middle);
    halves.before.parts.push_back(std::move(inner->before));
    halves.behind.parts.push_back(std::move(inner->behind));
    halves.behind.parts.insert(halves.behind.parts.end(), middle + 1, one.parts.end());
    return halves;
  }
  return std::nullopt;
}

}  // namespace

LetterNeeds letter_needs(const Expression& expression) {
  LetterNeeds needs;
  if (const auto halves = halves_of(expression)) {
    needs.value = true;
    need(halves->before, needs.before);
    need(halves->behind, needs.behind);
    needs.left = next_to(halves->before, true);
    needs.right = next_to(halves->behind, false);
  }
  return needs;
}

LetterFilter::LetterFilter(const std::vector<Pattern>& patterns) {
  for (const Pattern& pattern : patterns) {
    const auto parsed = parse_expression(pattern.expression());
    needs_.push_back(parsed ? letter_needs(parsed->root) : LetterNeeds{});
  }
  at_left_.resize(kLetters * blocks());
  at_right_.resize(kLetters * blocks());
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i % kBlock;
    for (std::size_t letter = 0; letter < kLetters; ++letter) {
      const char one = static_cast<char>(letter);
      const bool last = letter + 1 == kLetters;  // what stands for letters outside ASCII is never told
      if (last || needs_[i].left.has(one)) at_left_[row(one) + i / kBlock] |= bit;
      if (last || needs_[i].right.has(one)) at_right_[row(one) + i / kBlock] |= bit;
    }
  }
}

}  // namespace zhibiao::rules
