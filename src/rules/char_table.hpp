// A number for each of some characters, told with two looks and no branch.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhibiao::rules {

/// Maps characters below U+10000 to numbers other than 0.
template <typename Number>
class CharTable {
 public:
  static constexpr char32_t kEnd = 0x10000;  ///< characters from here on have no number

  /// The character's number; 0: it has none.
  Number find(char32_t ch) const {
    return ch < kEnd ? numbers_[std::size_t{pages_[ch >> 6U]} << 6U | (ch & 63U)] : Number{0};
  }
  /// `ch` is below kEnd.
  void set(char32_t ch, Number number) {
    std::uint16_t& page = pages_.at(ch >> 6U);
    if (page == 0) {
      page = static_cast<std::uint16_t>(numbers_.size() >> 6U);
      numbers_.resize(numbers_.size() + 64);
    }
    numbers_[std::size_t{page} << 6U | (ch & 63U)] = number;
  }

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.pages_, self.numbers_);
  }

 private:
  std::array<std::uint16_t, (kEnd >> 6U)> pages_{};  ///< by a character's upper bits: which 64 of numbers_; 0: none
  std::vector<Number> numbers_ = std::vector<Number>(64);
};

}  // namespace zhibiao::rules
