// A rule's pattern and guards, compiled. RE2 has no look-around: what may not stand before or behind a
// match are patterns of their own.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include "rules/rule.hpp"
#include "rules/word_table.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::rules {

/// A pattern has at most so many groups.
constexpr std::size_t kMaxGroups = 12;
using GroupNames = std::vector<std::pair<std::string, int>>;

/// A match with its named groups, as spans of the text searched. An unused group is empty. Valid as long as its pattern.
struct Match {
  Span span;
  std::array<Span, kMaxGroups + 1> groups;
  const GroupNames* names = nullptr;
  /// The group's span; empty where the group is unknown or took no part.
  Span group(std::string_view name) const {
    for (const auto& [known, index] : *names) {
      if (known == name) return groups[static_cast<std::size_t>(index)];
    }
    return {};
  }
};

/// What must or must not stand at a place, compiled when it is first asked: most rules never meet a text in which it matters.
class Guard {
 public:
  Guard(const Rule& rule, std::string key, std::string expression)
      : rule_(rule), key_(std::move(key)), expression_(std::move(expression)) {}
  /// Throws Error naming the rule's place for what is no pattern.
  const RE2& regex() const;
  bool hits(std::string_view where) const;

 private:
  const Rule& rule_;
  std::string key_;
  std::string expression_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> regex_;
};

class Pattern {
 public:
  /// `regex` is the rule's `match`, compiled by the set that holds the pattern; `expand` resolves {fragments} of guards.
  template <typename Resolve>
  Pattern(const Rule& rule, const RE2& regex, const Resolve& expand) : rule_(&rule), match_(&regex) {
    guard("unless", expand, unless_, "", "");
    guard("unless_before", expand, unless_before_, "(?:", ")$");
    guard("unless_after", expand, unless_after_, "^(?:", ")");
    guard("require_before", expand, require_before_, "(?:", ")$");
    guard("require_after", expand, require_after_, "^(?:", ")");
    name_groups();
  }

  const Rule& rule() const { return *rule_; }
  const RE2& regex() const { return *match_; }

  /// The first match at or behind `from` that no guard refuses.
  bool find(std::string_view text, std::size_t from, Match& result) const;
  /// Compiles all guards now. Throws Error naming the rule's place.
  void check_guards() const;
  /// True where guards let a match at `span` stand.
  bool allowed(std::string_view text, Span span) const;

 private:
  template <typename Resolve>
  void guard(const char* key, const Resolve& expand, std::unique_ptr<Guard>& into, const char* before,
             const char* after) {
    const std::string text = rule_->get(key);
    if (!text.empty()) into = std::make_unique<Guard>(*rule_, key, before + expand(text, *rule_) + after);
  }
  void name_groups();

  const Rule* rule_;
  const RE2* match_;
  std::unique_ptr<Guard> unless_, unless_before_, unless_after_, require_before_, require_after_;
  GroupNames names_;
};

/// Patterns of one kind in file order, and what tells in a single pass over a text which of them are worth a try.
class PatternSet {
 public:
  enum class Filter {
    words,     ///< those of which the text has the words (or digits) without which they match nothing
    automaton  ///< exactly those that match, by one automaton of all: for short texts over a small alphabet
  };
  explicit PatternSet(Filter filter = Filter::words) : by_(filter), filter_(kShortestWord) {}

  /// Compiles the rule's pattern. Throws Error naming the rule's place.
  template <typename Resolve>
  void add(const Rule& rule, const Resolve& expand) {
    const RE2& regex = compile(rule, expand(rule.get("match"), rule));
    patterns_.emplace_back(rule, regex, expand);
  }
  /// Call once, behind the last add(). Throws Error where an automaton outgrows its memory.
  void finish();

  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// Indices of the patterns that may match somewhere in `text`, ascending: file order is priority.
  void candidates(std::string_view text, std::vector<int>& found) const;

 private:
  static constexpr int kShortestWord = 1;  // bytes
  const RE2& compile(const Rule& rule, const std::string& expression);

  void candidates_by_words(std::string_view text, std::vector<int>& found) const;

  Filter by_;
  std::vector<Pattern> patterns_;
  std::unique_ptr<RE2::Set> automaton_;
  re2::FilteredRE2 filter_;
  WordTable atoms_;  // value: index + 1
};

/// The expression with \p{Han} spelled as the few ranges that hold all characters of Chinese text: its own ranges make
/// programs several times as large. Throws Error naming the rule's place for what RE2 refuses or what grows too large.
std::string with_short_classes(const std::string& expression);
void check_program(const RE2& regex, const Rule& rule, const std::string& key);
RE2::Options pattern_options();

}  // namespace zhibiao::rules
