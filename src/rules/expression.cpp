// Rule stage: the text of an expression becomes a tree. In: RE2's syntax, as far as rules use it. Out: the tree, or nothing.
// Tested by tests/rules/matcher_test.cpp against RE2.
#include "rules/expression.hpp"

#include <algorithm>

#include "rules/utf8.hpp"

namespace zhibiao::rules {
namespace {

using Kind = Expression::Kind;

constexpr char32_t kLastChar = 0x10FFFF;
/// RE2 refuses larger counts.
constexpr int kMostRepeats = 1000;
constexpr int kDeepest = 200;

Expression node(Kind kind) {
  Expression made;
  made.kind = kind;
  return made;
}

Expression literal_of(char32_t ch) {
  Expression made = node(Kind::literal);
  text::append_char(made.literal, ch);
  return made;
}

/// Throws nothing: `ok_` tells whether all was understood.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<ParsedExpression> run() {
    ParsedExpression parsed;
    parsed.root = choice(0);
    if (at_ < text_.size()) ok_ = false;
    if (!ok_) return std::nullopt;
    parsed.names = std::move(names_);
    parsed.groups = groups_;
    return parsed;
  }

 private:
  bool more() const { return ok_ && at_ < text_.size(); }
  bool take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  Expression choice(int depth) {
    if (depth > kDeepest) ok_ = false;
    Expression all = node(Kind::choice);
    all.parts.push_back(sequence(depth));
    while (more() && take("|")) all.parts.push_back(sequence(depth));
    if (all.parts.size() == 1) return std::move(all.parts.front());
    return merged(std::move(all));
  }

  /// 个|项|条: alternatives of one character each are a set.
  static Expression merged(Expression all) {
    Expression set = node(Kind::set);
    for (const Expression& part : all.parts) {
      const auto one = one_char(part);
      if (!one) return all;
      set.set.add(*one);
    }
    return set;
  }

  Expression sequence(int depth) {
    Expression all = node(Kind::sequence);
    while (more() && text_[at_] != '|' && text_[at_] != ')') append(all.parts, repeated(atom(depth)));
    if (all.parts.size() == 1) return std::move(all.parts.front());
    return all;
  }

  static void append(std::vector<Expression>& parts, Expression part) {
    if (part.kind == Kind::literal && !parts.empty() && parts.back().kind == Kind::literal) {
      parts.back().literal += part.literal;
    } else if (part.kind == Kind::sequence) {
      for (Expression& one : part.parts) append(parts, std::move(one));
    } else {
      parts.push_back(std::move(part));
    }
  }

  Expression atom(int depth) {
    if (take("(?:")) return closed(choice(depth + 1));
    if (take("(?P<")) {
      const std::size_t end = std::min(text_.find('>', at_), text_.size());
      names_.emplace_back(text_.substr(at_, end - at_), groups_ + 1);
      at_ = std::min(end + 1, text_.size());
      return group(depth);
    }
    if (text_.substr(at_).starts_with("(?")) {
      ok_ = false;
      return {};
    }
    if (take("(")) return group(depth);
    if (take("^")) return node(Kind::begin);
    if (take("$")) return node(Kind::end);
    if (take("[")) return set();
    if (take(".")) {
      Expression any = node(Kind::set);
      any.set.add(U'\n', U'\n');
      any.set.negate();
      return any;
    }
    if (text_[at_] == '\\') {
      Expression made = node(Kind::set);
      if (escaped_class(made.set)) return made;
      return literal_of(escaped_char());
    }
    if (std::string_view("*+?").find(text_[at_]) != std::string_view::npos) ok_ = false;
    return literal_of(read_char(text_, at_));
  }

  Expression closed(Expression inner) {
    if (!take(")")) ok_ = false;
    return inner;
  }

  Expression group(int depth) {
    Expression made = node(Kind::group);
    made.number = ++groups_;
    made.parts.push_back(closed(choice(depth + 1)));
    return made;
  }

  /// What follows an atom: * + ? {n,m}, and ? for as few as can be.
  Expression repeated(Expression what) {
    int least = 0;
    int most = Expression::kForever;
    if (!more()) return what;
    if (take("+")) {
      least = 1;
    } else if (take("?")) {
      most = 1;
    } else if (!take("*") && !count(least, most)) {
      return what;
    }
    if (least > kMostRepeats || (most != Expression::kForever && (most > kMostRepeats || most < least))) ok_ = false;
    Expression made = node(Kind::repeat);
    made.least = least;
    made.most = most;
    made.greedy = !take("?");
    // A loop over what may be empty, a repeat of a repeat: RE2 knows what they mean.
    if (most == Expression::kForever && what.may_be_empty()) ok_ = false;
    if (more() && std::string_view("*+?").find(text_[at_]) != std::string_view::npos) ok_ = false;
    made.parts.push_back(std::move(what));
    return made;
  }

  /// {n}, {n,}, {n,m}; any other brace stands for itself.
  bool count(int& least, int& most) {
    std::size_t at = at_;
    const auto number = [&](int& value) {
      const std::size_t from = at;
      value = 0;
      for (; at < text_.size() && text_[at] >= '0' && text_[at] <= '9' && value <= kMostRepeats; ++at)
        value = value * 10 + (text_[at] - '0');
      return at > from;
    };
    if (at >= text_.size() || text_[at++] != '{' || !number(least)) return false;
    most = least;
    if (at < text_.size() && text_[at] == ',') {
      ++at;
      if (!number(most)) most = Expression::kForever;
    }
    if (at >= text_.size() || text_[at] != '}') return false;
    at_ = at + 1;
    return true;
  }

  /// \d and its like, added to `set`. False: it is none.
  bool escaped_class(CharRanges& set) {
    if (!take("\\d")) return false;
    set.add(U'0', U'9');
    return true;
  }

  char32_t escaped_char() {
    ++at_;  // the backslash
    if (take("x{")) {
      char32_t value = 0;
      for (; more() && text_[at_] != '}'; ++at_) {
        const char c = text_[at_];
        const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0 || value > kLastChar) ok_ = false;
        value = value * 16 + static_cast<char32_t>(std::max(digit, 0));
      }
      if (!take("}")) ok_ = false;
      return value;
    }
    // Letters and digits behind a backslash have meanings; marks stand for themselves.
    const char c = at_ < text_.size() ? text_[at_] : 'z';
    const bool plain = static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') &&
                       !(c >= 'A' && c <= 'Z');
    if (!plain) {
      ok_ = false;
      return 0;
    }
    return read_char(text_, at_);
  }

  Expression set() {
    Expression made = node(Kind::set);
    const bool negated = take("^");
    for (bool first = true; more() && (first || text_[at_] != ']'); first = false) {
      if (text_.substr(at_).starts_with("[:")) ok_ = false;
      if (text_[at_] == '\\' && escaped_class(made.set)) continue;
      const char32_t from = text_[at_] == '\\' ? escaped_char() : read_char(text_, at_);
      char32_t to = from;
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        ++at_;
        to = text_[at_] == '\\' ? escaped_char() : read_char(text_, at_);
      }
      if (to < from) ok_ = false;
      if (ok_) made.set.add(from, to);
    }
    if (!take("]")) ok_ = false;
    if (negated) made.set.negate();
    return made;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool ok_ = true;
  int groups_ = 0;
  GroupNames names_;
};

}  // namespace

void CharRanges::add(char32_t first, char32_t last) {
  auto at = std::lower_bound(ranges_.begin(), ranges_.end(), first,
                             [](const auto& range, char32_t wanted) { return range.second + 1 < wanted; });
  const auto from = at;
  for (; at != ranges_.end() && at->first <= last + 1; ++at) {
    first = std::min(first, at->first);
    last = std::max(last, at->second);
  }
  ranges_.insert(ranges_.erase(from, at), {first, last});
}

void CharRanges::add(const CharRanges& other) {
  for (const auto& [first, last] : other.ranges_) add(first, last);
}

void CharRanges::negate() {
  std::vector<std::pair<char32_t, char32_t>> others;
  char32_t from = 0;
  for (const auto& [first, last] : ranges_) {
    if (first > from) others.emplace_back(from, first - 1);
    from = last + 1;
  }
  if (from <= kLastChar) others.emplace_back(from, kLastChar);
  ranges_ = std::move(others);
}

bool CharRanges::has(char32_t ch) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [ch](const auto& range) { return range.first <= ch && ch <= range.second; });
}

std::optional<CharRanges> one_char(const Expression& expression) {
  if (expression.kind == Kind::set) return expression.set;
  const std::string& literal = expression.literal;
  if (expression.kind != Kind::literal || literal.size() != char_length(literal.front())) return std::nullopt;
  std::size_t at = 0;
  const char32_t ch = read_char(literal, at);
  CharRanges set;
  set.add(ch, ch);
  return set;
}

bool Expression::has_begin() const {
  return kind == Kind::begin ||
         std::any_of(parts.begin(), parts.end(), [](const Expression& part) { return part.has_begin(); });
}

bool Expression::may_be_empty() const {
  const auto empty = [](const Expression& part) { return part.may_be_empty(); };
  switch (kind) {
    case Kind::literal:
    case Kind::set: return false;
    case Kind::begin:
    case Kind::end: return true;
    case Kind::choice: return std::any_of(parts.begin(), parts.end(), empty);
    case Kind::repeat: return least == 0 || parts.front().may_be_empty();
    default: return std::all_of(parts.begin(), parts.end(), empty);
  }
}

namespace {

/// The first or the last character of a literal.
char32_t edge_of(const std::string& literal, bool last) {
  std::size_t at = last ? literal.size() : 0;
  return last ? read_char_back(literal, at) : read_char(literal, at);
}

/// `inside`: the text's beginning is not there.
FirstChars edge_chars(const Expression& expression, bool last, bool inside = false) {
  FirstChars edge;
  const auto& parts = expression.parts;
  switch (expression.kind) {
    case Kind::literal: {
      const char32_t ch = edge_of(expression.literal, last);
      edge.chars.add(ch, ch);
      return edge;
    }
    case Kind::set: edge.chars = expression.set; return edge;
    case Kind::begin: edge.any = !inside; return edge;
    case Kind::end: edge.any = true; return edge;
    case Kind::choice:
      for (const Expression& part : parts) {
        const FirstChars one = edge_chars(part, last, inside);
        edge.chars.add(one.chars);
        edge.any = edge.any || one.any;
      }
      return edge;
    case Kind::repeat:
      edge = edge_chars(parts.front(), last, inside);
      edge.any = edge.any || expression.least == 0;
      return edge;
    default:
      edge.any = true;
      for (std::size_t i = 0; i < parts.size() && edge.any; ++i) {
        const FirstChars one = edge_chars(parts[last ? parts.size() - 1 - i : i], last, inside);
        edge.chars.add(one.chars);
        edge.any = one.any;
      }
      return edge;
  }
}

}  // namespace

FirstChars first_chars(const Expression& expression) { return edge_chars(expression, false); }
FirstChars first_chars_inside(const Expression& expression) { return edge_chars(expression, false, true); }
FirstChars last_chars(const Expression& expression) { return edge_chars(expression, true); }

std::size_t longest_match(const Expression& expression) {
  constexpr std::size_t kLongestChar = 4;
  std::size_t longest = 0;
  switch (expression.kind) {
    case Kind::literal: return expression.literal.size();
    case Kind::set: return kLongestChar;
    case Kind::begin:
    case Kind::end: return 0;
    case Kind::repeat: {
      const std::size_t one = longest_match(expression.parts.front());
      const bool endless = one > 0 && (one == kEndless || expression.most == Expression::kForever);
      return endless ? kEndless : one * static_cast<std::size_t>(expression.most);
    }
    default:
      for (const Expression& part : expression.parts) {
        const std::size_t one = longest_match(part);
        if (one == kEndless) return kEndless;
        longest = expression.kind == Kind::choice ? std::max(longest, one) : longest + one;
      }
      return longest;
  }
}

std::size_t shortest_match(const Expression& expression) {
  switch (expression.kind) {
    case Kind::literal: return expression.literal.size();
    case Kind::set: return 1;
    case Kind::begin:
    case Kind::end: return 0;
    case Kind::repeat:
      return expression.least == 0
                 ? 0
                 : static_cast<std::size_t>(expression.least) * shortest_match(expression.parts.front());
    case Kind::choice: {
      std::size_t least = expression.parts.empty() ? 0 : kEndless;
      for (const Expression& part : expression.parts) least = std::min(least, shortest_match(part));
      return least;
    }
    default: {
      std::size_t all = 0;
      for (const Expression& part : expression.parts) all += shortest_match(part);
      return all;
    }
  }
}

std::optional<ParsedExpression> parse_expression(std::string_view text) { return Parser(text).run(); }

}  // namespace zhibiao::rules
