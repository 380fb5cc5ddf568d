// An expression of a rule as a tree: what the matcher is made from.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao::rules {

/// Characters as sorted ranges that do not touch, both ends included.
class CharRanges {
 public:
  void add(char32_t first, char32_t last);
  void add(const CharRanges& other);
  /// All other characters.
  void negate();
  bool has(char32_t ch) const;
  const std::vector<std::pair<char32_t, char32_t>>& ranges() const { return ranges_; }
  bool operator==(const CharRanges&) const = default;

 private:
  std::vector<std::pair<char32_t, char32_t>> ranges_;
};

/// A node of the tree.
struct Expression {
  enum class Kind { literal, set, sequence, choice, repeat, group, begin, end };
  static constexpr int kForever = std::numeric_limits<int>::max();

  Kind kind = Kind::sequence;
  std::string literal;            ///< of a literal: its bytes
  CharRanges set;                 ///< of a set
  std::vector<Expression> parts;  ///< of a sequence, a choice (the earlier is preferred), a repeat, a group (one part)
  int least = 0;                  ///< of a repeat
  int most = 0;                   ///< of a repeat; kForever: no end
  bool greedy = true;             ///< of a repeat
  int number = 0;                 ///< of a group, from 1

  /// Whether it matches the empty text somewhere.
  bool may_be_empty() const;
  /// Whether it asks somewhere for the beginning of the text.
  bool has_begin() const;
};

/// What matches exactly one character, as a set; nothing for what is more or less.
std::optional<CharRanges> one_char(const Expression& expression);

/// The characters with which a match may begin; `any` where it may be empty or begin anywhere.
struct FirstChars {
  CharRanges chars;
  bool any = false;
};
FirstChars first_chars(const Expression& expression);
/// The same of matches that begin behind the beginning of a text, where ^ matches nothing.
FirstChars first_chars_inside(const Expression& expression);
/// Those with which a match may end.
FirstChars last_chars(const Expression& expression);

/// No bound.
constexpr std::size_t kEndless = std::numeric_limits<std::size_t>::max();
/// Bytes that a match has at most; kEndless where there is no bound.
std::size_t longest_match(const Expression& expression);
/// Bytes that each match has.
std::size_t shortest_match(const Expression& expression);

/// The names of groups with their numbers.
using GroupNames = std::vector<std::pair<std::string, int>>;

/// An expression's tree, and what its groups are called.
struct ParsedExpression {
  Expression root;
  GroupNames names;
  int groups = 0;
};

/// The tree of an expression in RE2's syntax; nothing for what is no expression, and for the parts of the syntax that rules
/// have no use for (flags, word boundaries, classes by name).
std::optional<ParsedExpression> parse_expression(std::string_view text);

}  // namespace zhibiao::rules
