// Which of some patterns a text may match: those of which it has the words (or digits) without which they match nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/char_map.hpp"
#include "rules/pattern.hpp"
#include "rules/rows.hpp"
#include "rules/word_table.hpp"

namespace zhibiao::rules {

/// A pattern that may match a text, and where in the text its matches begin if they do.
struct Candidate {
  int pattern = 0;  ///< its index in its set
  std::size_t first = 0;
  std::size_t last = kEndless;
};
using Candidates = std::vector<Candidate>;

/// Told in a single pass over a text. It does not change once made.
class WordFilter {
 public:
  WordFilter() = default;
  explicit WordFilter(const std::vector<Pattern>& patterns);

  /// Adds the patterns that may match somewhere in `text`, by index.
  void candidates(std::string_view text, Candidates& found) const;

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.words_, self.singles_, self.sets_of_word_, self.uses_of_set_, self.needed_, self.holds_);
  }

 private:
  class Maker;
  /// A pattern that needs a word of a set.
  struct Use {
    std::uint16_t pattern = 0;
    std::uint8_t set = 0;  ///< as a bit
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.pattern, self.set);
    }
  };
  /// A set of which each match of a pattern holds a word, and how many bytes of the match stand before that.
  struct Held {
    std::uint16_t set = 0;
    std::uint16_t least = 0;
    std::uint16_t most = kNoMost;
    static constexpr std::uint16_t kNoMost = 0xFFFF;
    template <typename Archive, typename Self>
    static void parts(Archive& archive, Self& self) {
      archive(self.set, self.least, self.most);
    }
  };
  /// Where a text has a word, or words of a set, up to kFar. All zero: nowhere.
  struct Seen {
    std::uint16_t behind_first;  ///< one more than where the first of them begins
    std::uint16_t last;
  };
  static constexpr std::size_t kFar = 0xFFFF;  ///< there or behind
  class Met;
  Candidate candidate(std::size_t pattern, std::string_view text, const Met& met) const;
  /// Notes the words of a text. False: it stopped at a capital.
  bool mark(std::string_view text, Met& met) const;
  /// Notes what the words met say of sets and patterns.
  void conclude(Met& met) const;

  WordTable words_;                 ///< value: index + 1 in sets_of_word_
  CharMap<std::uint16_t> singles_;  ///< the words of one character: their indexes in sets_of_word_
  Rows<std::uint16_t> sets_of_word_;
  Rows<Use> uses_of_set_;             ///< sets of several patterns that are the same are one
  std::vector<std::uint8_t> needed_;  ///< of each pattern: the bits of its sets; in whole blocks
  Rows<Held> holds_;                  ///< of each pattern
};

}  // namespace zhibiao::rules
