// Which of some patterns over tags a tag string may match: told by the letters before, next to and behind the value asked about.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/expression.hpp"
#include "rules/pattern.hpp"

namespace zhibiao::rules {

/// The tag of the value that is asked about: it stands once in a tag string.
constexpr char kAskedTag = 'q';

/// Some of the letters, digits and marks of ASCII.
struct Letters {
  std::uint64_t low = 0, high = 0;
  static Letters all() { return {~std::uint64_t{0}, ~std::uint64_t{0}}; }
  void add(char letter) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x80) (code < 64 ? low : high) |= std::uint64_t{1} << (code & 63U);
  }
  void add(const Letters& other) { low |= other.low, high |= other.high; }
  bool has(char letter) const {
    const auto code = static_cast<unsigned char>(letter);
    return code >= 0x80 || ((code < 64 ? low : high) >> (code & 63U) & 1U) != 0;
  }
  bool meets(const Letters& other) const { return (low & other.low) != 0 || (high & other.high) != 0; }
  bool operator==(const Letters&) const = default;
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.low, self.high);
  }
};

/// What a pattern asks of the text around the value, or of a text without one value asked about of all of it.
struct LetterNeeds {
  bool value = false;                   ///< each match has the value in it
  std::vector<Letters> before, behind;  ///< sets of which it must hold a letter each
  Letters left = Letters::all();  ///< what may stand next to the value; '\0': nothing, the text begins or ends there
  Letters right = Letters::all();
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.value, self.before, self.behind);
  }
};
LetterNeeds letter_needs(const Expression& expression);

/// It does not change once made.
class LetterFilter {
 public:
  LetterFilter() = default;
  explicit LetterFilter(const std::vector<Pattern>& patterns);

  /// Calls `add(index, last)` for the patterns that may match somewhere in `tags`, in their order: at `last` at the latest.
  template <typename Add>
  void candidates(std::string_view tags, const Add& add) const {
    const std::size_t asked = tags.find(kAskedTag);
    const bool one = asked != std::string_view::npos && tags.find(kAskedTag, asked + 1) == std::string_view::npos;
    const Letters before = letters_of(one ? tags.substr(0, asked) : tags);
    const Letters behind = one ? letters_of(tags.substr(asked + 1)) : before;
    const char left = one && asked > 0 ? tags[asked - 1] : '\0';
    const char right = one && asked + 1 < tags.size() ? tags[asked + 1] : '\0';
    for (std::size_t block = 0; block < blocks(); ++block) {
      std::uint64_t open = one ? at_left_[row(left) + block] & at_right_[row(right) + block] : ~std::uint64_t{0};
      for (; open != 0; open &= open - 1) {
        const std::size_t i = block * kBlock + static_cast<std::size_t>(std::countr_zero(open));
        if (i >= needs_.size()) break;
        if (all_meet(needs_[i].before, before) && all_meet(needs_[i].behind, behind))
          add(i, one && needs_[i].value ? asked : kEndless);
      }
    }
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.needs_, self.at_left_, self.at_right_);
  }

 private:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kLetters = 128;  ///< a letter outside ASCII counts as the last: none of them is told

  static Letters letters_of(std::string_view text) {
    Letters letters;
    for (const char c : text) letters.add(c);
    return letters;
  }
  static bool all_meet(const std::vector<Letters>& sets, const Letters& held) {
    for (const Letters& one : sets) {
      if (!one.meets(held)) return false;
    }
    return true;
  }
  std::size_t blocks() const { return (needs_.size() + kBlock - 1) / kBlock; }
  std::size_t row(char letter) const {
    return std::min<std::size_t>(static_cast<unsigned char>(letter), kLetters - 1) * blocks();
  }

  std::vector<LetterNeeds> needs_;                 ///< of each pattern
  std::vector<std::uint64_t> at_left_, at_right_;  ///< for each letter next to the value, a bit for each pattern
};

}  // namespace zhibiao::rules
