// A rule's pattern and guards, compiled. RE2 has no look-around: what may not stand before or behind a
// match are patterns of their own.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "rules/char_table.hpp"
#include "rules/expression.hpp"
#include "rules/fragments.hpp"
#include "rules/matcher.hpp"
#include "rules/needs.hpp"
#include "rules/rule.hpp"
#include "rules/word_table.hpp"
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

/// A pattern that may match a text, and where in the text its matches begin if they do.
struct Candidate {
  int pattern = 0;  ///< its index in its set
  std::size_t first = 0;
  std::size_t last = kEndless;
};
using Candidates = std::vector<Candidate>;

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
  bool find_by_re2(std::string_view text, std::size_t from, Match& match) const;

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

/// Words of one character: most characters of a text are one, or none.
class SingleWords {
 public:
  void add(char32_t word, std::uint32_t index);
  /// The word's number from 1; 0 is none.
  std::uint16_t number(char32_t ch) const { return numbers_.find(ch); }
  const std::vector<std::uint32_t>& indices() const { return indices_; }  ///< by number
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.numbers_, self.indices_);
  }

 private:
  CharTable<std::uint16_t> numbers_;
  std::vector<std::uint32_t> indices_ = std::vector<std::uint32_t>(1);
};

/// Patterns of one kind in file order, and what tells in a single pass over a text which of them are worth a try.
class PatternSet {
 public:
  enum class Filter {
    words,   ///< those of which the text has the words (or digits) without which they match nothing
    letters  ///< those of which the text has the letters that they need: for short texts over a small alphabet
  };
  explicit PatternSet(Filter filter = Filter::words) : by_(filter) {}

  void add(const Rule& rule, const Fragments& fragments) { patterns_.emplace_back(rule, fragments); }
  /// Call once, behind the last add(); with what pack() gave for the same rules, if that is at hand.
  void finish(std::string_view packed = {});
  /// What finish() has found, as bytes.
  std::string pack() const;

  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// The patterns that may match somewhere in `text`, by index: file order is priority. The places where they may begin
  /// hold for this text alone, not for a part of it.
  void candidates(std::string_view text, Candidates& found) const;

 private:
  /// A pattern that needs a word of a set.
  struct Use {
    std::uint16_t pattern = 0;
    std::uint8_t set = 0;  ///< as a bit
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.pattern, self.set);
    }
  };
  /// Where a text has words of a set.
  struct Seen {
    std::uint32_t first = kUnseen;  ///< where the first of them begins
    std::uint32_t last = 0;
    static constexpr std::uint32_t kUnseen = 0xFFFFFFFF;
  };
  /// What a text has met.
  struct Met {
    std::vector<std::uint8_t> patterns;  ///< the bits of their sets
    std::vector<Seen> sets;
  };
  /// What is known of a pattern's matches.
  struct Reach {
    std::size_t longest = kEndless;    ///< bytes
    std::vector<std::uint16_t> holds;  ///< sets of which each match holds a word
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.longest, self.holds);
    }
  };
  friend class Packer;
  friend class Unpacker;
  /// What tells candidates.
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.letters_, self.words_, self.singles_, self.sets_of_word_, self.sets_, self.needed_, self.reach_);
  }
  void use_needs(std::size_t pattern);
  /// Returns the set's index in sets_.
  std::size_t use_set(std::size_t pattern, std::size_t set, const std::vector<std::string>& words);
  void use_word(const std::string& word, std::size_t set);
  void candidates_by_words(std::string_view text, Candidates& found) const;
  Candidate candidate(std::size_t pattern, std::string_view text, const Met& met) const;
  /// Notes what the words of a text meet; tells whether it has capitals.
  bool mark(std::string_view text, Met& met) const;
  /// Notes that a word begins at one or more places.
  void meet(std::size_t word, Seen places, Met& met) const;

  Filter by_;
  std::vector<Pattern> patterns_;
  std::vector<std::vector<Letters>> letters_;  ///< of each pattern, with the filter by letters
  WordTable words_;                            ///< value: index + 1 in sets_of_word_
  SingleWords singles_;                        ///< those of one character, by index in sets_of_word_
  std::vector<std::vector<std::uint16_t>> sets_of_word_;
  std::vector<std::vector<Use>> sets_;  ///< of words; those of several patterns are one
  std::map<std::vector<std::string>, std::size_t> set_of_words_;
  std::vector<std::uint8_t> needed_;  ///< of each pattern: the bits of its sets; in whole blocks
  std::vector<Reach> reach_;
};

}  // namespace zhibiao::rules
