// Single characters: UTF-8 in and out, and the few classes text repair asks for.
// Small and inline, as they run over every character of a document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhibiao::text {

/// The character at `at`, which moves behind it, whatever its length; as next_char().
inline char32_t next_long_char(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[index]));
  };
  const std::uint32_t lead = byte(at++);
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || at + more > text.size()) return U'\uFFFD';
  std::uint32_t code = lead & (0x3FU >> more);
  for (std::size_t k = 0; k < more; ++k) {
    if ((byte(at + k) & 0xC0U) != 0x80U) return U'\uFFFD';
    code = (code << 6U) | (byte(at + k) & 0x3FU);
  }
  at += more;
  return code;
}

/// The character at `at`, which moves behind it. `at` must be before the end; the text is valid UTF-8. A character that
/// is cut off comes out as U+FFFD, one byte at a time.
inline char32_t next_char(std::string_view text, std::size_t& at) {
  const auto* const byte = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (byte[0] < 0x80) {
    ++at;
    return byte[0];
  }
  // Chinese characters and signs: three bytes. Taken apart here, as nearly all of a text is that.
  if ((byte[0] & 0xF0U) == 0xE0U && text.size() - at >= 3) {
    at += 3;
    return (byte[0] & 0x0FU) << 12U | (byte[1] & 0x3FU) << 6U | (byte[2] & 0x3FU);
  }
  return next_long_char(text, at);
}

/// The last character of a text that is not empty.
inline char32_t last_char(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return next_char(text, at);
}

/// Bytes of the character in UTF-8.
inline std::size_t utf8_size(char32_t ch) { return ch < 0x80 ? 1 : ch < 0x800 ? 2 : ch < 0x10000 ? 3 : 4; }

inline void append_char(std::string& text, char32_t ch) {
  const auto add = [&](std::uint32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (ch < 0x80) {
    add(ch);
  } else if (ch < 0x800) {
    add(0xC0U | (ch >> 6U));
    add(0x80U | (ch & 0x3FU));
  } else if (ch < 0x10000) {
    add(0xE0U | (ch >> 12U));
    add(0x80U | ((ch >> 6U) & 0x3FU));
    add(0x80U | (ch & 0x3FU));
  } else {
    add(0xF0U | (ch >> 18U));
    add(0x80U | ((ch >> 12U) & 0x3FU));
    add(0x80U | ((ch >> 6U) & 0x3FU));
    add(0x80U | (ch & 0x3FU));
  }
}

/// A set of characters below U+10000 as a bitmap: one look, however many they are.
class CharSet {
 public:
  constexpr explicit CharSet(std::u32string_view characters) { add(characters); }
  constexpr CharSet& add(std::u32string_view characters) {
    for (const char32_t ch : characters) add(ch, ch);
    return *this;
  }
  /// Adds the characters from `first` to `last`, both below U+10000.
  constexpr CharSet& add(char32_t first, char32_t last) {
    for (char32_t ch = first; ch <= last; ++ch) bits_[ch / 64] |= std::uint64_t{1} << (ch % 64);
    return *this;
  }
  constexpr bool has(char32_t ch) const { return ch < 0x10000 && (bits_[ch / 64] >> (ch % 64) & 1U) != 0; }

 private:
  std::array<std::uint64_t, 0x10000 / 64> bits_{};
};

inline bool is_digit(char32_t ch) { return ch >= U'0' && ch <= U'9'; }
inline bool is_letter(char32_t ch) { return (ch >= U'A' && ch <= U'Z') || (ch >= U'a' && ch <= U'z'); }
inline bool is_alnum(char32_t ch) { return is_digit(ch) || is_letter(ch); }

inline bool is_han(char32_t ch) {
  return (ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3400 && ch <= 0x4DBF) || ch == 0x3007 ||
         (ch >= 0x20000 && ch <= 0x3FFFF) || (ch >= 0xF900 && ch <= 0xFAFF);
}

/// Blanks of every width; tabs are kept apart, as they can part table cells.
inline bool is_blank(char32_t ch) {
  return ch == U' ' || ch == 0xA0 || ch == 0x3000 || (ch >= 0x2000 && ch <= 0x200A) || ch == 0x202F || ch == 0x205F ||
         ch == 0x1680;
}

/// Characters that print nothing: zero-width marks, byte order marks, soft hyphens, controls.
inline bool is_invisible(char32_t ch) {
  return ch == 0xFEFF || (ch >= 0x200B && ch <= 0x200F) || (ch >= 0x202A && ch <= 0x202E) ||
         (ch >= 0x2060 && ch <= 0x2064) || ch == 0xAD || (ch < 0x20 && ch != U'\t') || (ch >= 0x7F && ch < 0xA0);
}

/// Full-width forms of ASCII become ASCII, one for one; all else stays.
inline char32_t fold_width(char32_t ch) { return ch >= 0xFF01 && ch <= 0xFF5E ? ch - 0xFEE0 : ch; }

inline bool is_opener(char32_t ch) {
  switch (ch) {
    case U'(':
    case U'[':
    case U'{':
    case U'“':
    case U'‘':
    case U'《':
    case U'〈':
    case U'「':
    case U'『':
    case U'【':
    case U'〔':
    case U'﹝': return true;
    default: return false;
  }
}

inline bool is_closer(char32_t ch) {
  switch (ch) {
    case U')':
    case U']':
    case U'}':
    case U'”':
    case U'’':
    case U'》':
    case U'〉':
    case U'」':
    case U'』':
    case U'】':
    case U'〕':
    case U'﹞': return true;
    default: return false;
  }
}

/// Ends a sentence (in folded text).
inline bool is_stop(char32_t ch) { return ch == U'。' || ch == U'!' || ch == U'?' || ch == U'｡'; }

}  // namespace zhibiao::text
