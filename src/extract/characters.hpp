// Sizes and ends of Chinese words in UTF-8, for what is told by the number of characters. The text is valid UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/chars.hpp"

namespace zhibiao::extract {

/// Bytes of a Chinese character: a word of two has `2 * kHan`.
constexpr std::size_t kHan = 3;

/// The last `count` characters of the text; all of it where it has no more.
inline std::string_view last_characters(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) {
    --begin;
    while (begin > 0 && text::is_trail(text[begin])) --begin;
  }
  return text.substr(begin);
}

}  // namespace zhibiao::extract
