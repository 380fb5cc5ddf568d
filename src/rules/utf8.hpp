// Characters of UTF-8, inline: for the loops that see every character of a text.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/chars.hpp"

namespace zhibiao::rules {

/// No character: what is read where bytes are no UTF-8.
constexpr char32_t kNoChar = 0xFFFFFFFF;

/// The unified ideographs: nearly all characters of a Chinese text.
constexpr char32_t kFirstHan = 0x4E00;
constexpr char32_t kLastHan = 0x9FFF;

/// Bytes of the UTF-8 character that starts with `lead`.
constexpr std::size_t char_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// What read_char() says of characters of two and four bytes, and of bytes that are none.
char32_t read_rare_char(std::string_view text, std::size_t& at);

/// The character at `at`, which moves behind it. `at` is before the end.
inline char32_t read_char(std::string_view text, std::size_t& at) {
  const auto* const byte = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const char32_t lead = byte[0];
  if (lead < 0x80) return ++at, lead;
  if ((lead & 0xF0U) == 0xE0U && text.size() - at >= 3) {
    at += 3;
    return (lead & 0x0FU) << 12U | (byte[1] & 0x3FU) << 6U | (byte[2] & 0x3FU);
  }
  std::size_t behind = at;  // so that `at` can stay in a register
  const char32_t rare = read_rare_char(text, behind);
  at = behind;
  return rare;
}

/// The character before `at`, which moves to its start. `at` is behind the beginning.
inline char32_t read_char_back(std::string_view text, std::size_t& at) {
  --at;
  while (at > 0 && text::is_trail(text[at])) --at;
  std::size_t begin = at;
  return read_char(text, begin);
}

}  // namespace zhibiao::rules
