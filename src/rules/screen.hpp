// What a text must hold for any of some patterns to match in it: most texts are refused in a look at few of their characters.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern.hpp"
#include "rules/word_table.hpp"
#include "text/chars.hpp"

namespace zhibiao::rules {

/// Sets of words: a text in which one of the patterns matches holds a word of each set that this pattern needs. It does not
/// change once made.
class Screen {
 public:
  /// How a text prints a character of a pattern.
  struct Print {
    std::string text;
    bool ends = false;  ///< what follows in the pattern follows right behind it
  };
  /// The ways in which texts print a character that stands for something else in patterns; none for all other characters.
  using Prints = std::function<std::vector<Print>(char)>;

  explicit Screen(const std::vector<const Pattern*>& patterns, const Prints& prints = {});

  /// False: none of the patterns matches anywhere in the text, which is as it is printed.
  bool may_match(std::string_view text) const;

 private:
  using Words = std::vector<std::string>;
  /// Sets as bits. A word of the first lets a text through by itself.
  using Sets = std::uint64_t;
  static constexpr Sets kEnough = 1;

  void use(const Words& words, Sets set);
  bool covered(const Words& words) const;

  bool blind_ = false;       ///< of some pattern nothing can be said
  std::vector<Sets> needs_;  ///< of the patterns that need several sets
  text::CharSet firsts_{U""};
  WordTable words_;  ///< value: the sets that a word is in
};

}  // namespace zhibiao::rules
