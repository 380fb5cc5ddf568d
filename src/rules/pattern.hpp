// A rule's pattern and guards, compiled. RE2 has no look-around: what may not stand before or behind a
// match are patterns of their own.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "rules/expression.hpp"
#include "rules/fragments.hpp"
#include "rules/matcher.hpp"
#include "rules/needs.hpp"
#include "rules/rule.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::rules {

/// A match with its named groups, as spans of the text searched. An unused group is empty. Valid as long as its pattern.
struct Match {
  Span span;
  std::array<Span, kMostGroups + 1> groups;
  const GroupNames* names = nullptr;
  /// The group's span; empty where the group is unknown or took no part.
  Span group(std::string_view name) const {
    for (const auto& [known, index] : *names) {
      if (known == name) return groups[static_cast<std::size_t>(index)];
    }
    return {};
  }
};

/// An expression of a rule, compiled when it is first asked: most rules never meet a text in which they matter. Matched by
/// Matcher; RE2 is asked what Matcher does not know or gives up.
class Regex {
 public:
  enum class Where {
    anywhere,
    behind,  ///< at the beginning of a text
    before   ///< at its end
  };
  /// `key` is the rule's key that holds the expression. `fragments` outlive this.
  Regex(const Rule& rule, const char* key, const Fragments& fragments, Where where = Where::anywhere)
      : rule_(rule), key_(key), fragments_(fragments), where_(where) {}
  ~Regex() { delete compiled_.load(); }
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// RE2's form. Throws Error naming the rule's place for what is no pattern, or grows too large.
  const RE2& get() const;
  const char* key() const { return key_; }
  const Fragments& fragments() const { return fragments_; }
  /// As it is matched from here. Throws Error for fragments that Fragments refuses.
  const std::string& bare() const { return texts().bare; }
  Matcher::Toward toward() const { return where_ == Where::before ? Matcher::Toward::start : Matcher::Toward::end; }
  /// As RE2 is asked.
  const std::string& expression() const { return texts().expression; }
  bool hits(std::string_view text) const;
  /// The first match at or behind `from`; false: none. It is known to begin at `last` or before.
  bool find(std::string_view text, std::size_t from, Match& match, std::size_t last = kEndless) const;

 private:
  struct Compiled {
    std::unique_ptr<const Matcher> matcher;  ///< nullptr: only RE2 knows the expression
    GroupNames names;
  };
  struct Texts {
    std::string bare, expression;
  };
  const Compiled& compiled() const;
  const Texts& texts() const;

  const Rule& rule_;
  const char* key_;
  const Fragments& fragments_;
  Where where_;
  mutable std::once_flag once_texts_;
  mutable Texts texts_;
  mutable std::atomic<const Compiled*> compiled_ = nullptr;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> regex_;
};

class Pattern {
 public:
  Pattern(const Rule& rule, const Fragments& fragments)
      : rule_(&rule),
        where_(rule.view("where")),
        match_(part("match", fragments)),
        unless_(part("unless", fragments)),
        unless_before_(part("unless_before", fragments, Regex::Where::before)),
        unless_after_(part("unless_after", fragments, Regex::Where::behind)),
        require_before_(part("require_before", fragments, Regex::Where::before)),
        require_after_(part("require_after", fragments, Regex::Where::behind)) {}

  const Rule& rule() const { return *rule_; }
  /// The rule's key `where`.
  std::string_view where() const { return where_; }
  const std::string& expression() const { return match_->expression(); }
  /// All expressions that must match in a text where the pattern does: its own first, then those of its guards.
  std::vector<std::string> demands() const;
  /// What needs_of() says of each of them.
  Needs needs() const;

  /// The first match at or behind `from` that no guard refuses. Matches are known to begin at `last` or before.
  bool find(std::string_view text, std::size_t from, Match& result, std::size_t last = kEndless) const;
  /// All expressions that it holds.
  std::vector<const Regex*> parts() const;
  /// Compiles all that it holds now. Throws Error naming the rule's place.
  void compile() const;
  /// True where guards let a match at `span` stand.
  bool allowed(std::string_view text, Span span) const;

 private:
  std::unique_ptr<Regex> part(const char* key, const Fragments& fragments,
                              Regex::Where where = Regex::Where::anywhere) const {
    return rule_->view(key).empty() ? nullptr : std::make_unique<Regex>(*rule_, key, fragments, where);
  }

  const Rule* rule_;
  std::string_view where_;
  std::unique_ptr<Regex> match_, unless_, unless_before_, unless_after_, require_before_, require_after_;
};

}  // namespace zhibiao::rules
