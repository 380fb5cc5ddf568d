// Patterns of one kind, and what tells in a single pass over a text which of them are worth a try.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/char_table.hpp"
#include "rules/pattern.hpp"
#include "rules/word_table.hpp"

namespace zhibiao::rules {

/// A pattern that may match a text, and where in the text its matches begin if they do.
struct Candidate {
  int pattern = 0;  ///< its index in its set
  std::size_t first = 0;
  std::size_t last = kEndless;
};
using Candidates = std::vector<Candidate>;

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
