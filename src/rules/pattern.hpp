// A rule's pattern and guards, compiled. RE2 has no look-around: what may not stand before or behind a
// match are patterns of their own.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>
#include <re2/set.h>

#include "rules/rule.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::rules {

/// A match with its named groups, as spans of the text searched. An unused group is empty.
struct Match {
  Span span;
  std::map<std::string, Span, std::less<>> groups;
  /// The group's span; empty where the group is unknown or took no part.
  Span group(std::string_view name) const {
    const auto found = groups.find(name);
    return found == groups.end() ? Span{} : found->second;
  }
};

class Pattern {
 public:
  /// Compiles `match` and the guards; `expand` resolves {fragments}. Throws Error naming the rule's place.
  template <typename Expand>
  Pattern(const Rule& rule, const Expand& expand) : rule_(&rule) {
    compile(rule, [&](const std::string& text) { return expand(text, rule); });
  }

  const Rule& rule() const { return *rule_; }
  const RE2& regex() const { return *match_; }

  /// The first match at or behind `from` that no guard refuses.
  bool find(std::string_view text, std::size_t from, Match& result) const;
  /// True where guards let a match at `span` stand.
  bool allowed(std::string_view text, Span span) const;

 private:
  template <typename Expand>
  void compile(const Rule& rule, const Expand& expand) {
    match_ = regex_of(rule, "match", expand(rule.get("match")), "", "");
    guard(rule, "unless", expand, unless_, "", "");
    guard(rule, "unless_before", expand, unless_before_, "(?:", ")$");
    guard(rule, "unless_after", expand, unless_after_, "^(?:", ")");
    guard(rule, "require_before", expand, require_before_, "(?:", ")$");
    guard(rule, "require_after", expand, require_after_, "^(?:", ")");
    name_groups();
  }
  template <typename Expand>
  void guard(const Rule& rule, const char* key, const Expand& expand, std::unique_ptr<RE2>& into, const char* before,
             const char* after) {
    const std::string text = rule.get(key);
    if (!text.empty()) into = regex_of(rule, key, expand(text), before, after);
  }
  static std::unique_ptr<RE2> regex_of(const Rule& rule, const std::string& key, const std::string& text,
                                       const char* before, const char* after);
  void name_groups();

  const Rule* rule_;
  std::unique_ptr<RE2> match_, unless_, unless_before_, unless_after_, require_before_, require_after_;
  std::vector<std::pair<std::string, int>> names_;
};

/// Patterns of one kind in file order with one set that tells, in a single pass, which of them can match.
class PatternSet {
 public:
  void add(Pattern pattern) { patterns_.push_back(std::move(pattern)); }
  /// Builds the set. Throws Error when it outgrows its memory (RE2 would then answer wrongly).
  void finish(const std::string& what);

  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// Indices of the patterns that match somewhere in `text`, ascending: file order is priority.
  void candidates(std::string_view text, std::vector<int>& found) const;

 private:
  std::vector<Pattern> patterns_;
  std::unique_ptr<RE2::Set> set_;
};

}  // namespace zhibiao::rules
