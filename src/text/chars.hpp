// Single characters: UTF-8 in and out, and the few classes text repair asks for.
// Small and inline, as they run over every character of a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace zhibiao::text {

/// A byte that goes on with a character.
constexpr bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The first byte of a character of three bytes: Chinese characters and signs, nearly all of a text.
constexpr bool is_wide_lead(unsigned char byte) { return (byte & 0xF0U) == 0xE0U; }
/// The character of these three bytes.
constexpr char32_t wide_char(const unsigned char* bytes) {
  return (bytes[0] & 0x0FU) << 12U | (bytes[1] & 0x3FU) << 6U | (bytes[2] & 0x3FU);
}

/// The character at `at`, which moves behind it, whatever its length; as next_char().
char32_t next_long_char(std::string_view text, std::size_t& at);

/// The character at `at`, which moves behind it. `at` must be before the end; the text is valid UTF-8. A character that
/// is cut off comes out as U+FFFD, one byte at a time.
inline char32_t next_char(std::string_view text, std::size_t& at) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (bytes[0] < 0x80) {
    ++at;
    return bytes[0];
  }
  if (is_wide_lead(bytes[0]) && text.size() - at >= 3) {
    at += 3;
    return wide_char(bytes);
  }
  std::size_t behind = at;  // so that `at` can stay in a register
  const char32_t rare = next_long_char(text, behind);
  at = behind;
  return rare;
}

/// Number of characters: all bytes but those of the form 10xxxxxx; eight bytes at a time.
inline std::size_t count_characters(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t count = text.size();
  for (; text.size() >= sizeof kOnes; text.remove_prefix(sizeof kOnes)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    count -= ((bytes >> 7U & ~(bytes >> 6U) & kOnes) * kOnes) >> 56U;
  }
  for (const char byte : text) count -= is_trail(byte) ? 1 : 0;
  return count;
}

/// Number of digits of ASCII; eight bytes at a time.
inline std::size_t count_digits(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t count = 0;
  for (; text.size() >= sizeof kOnes; text.remove_prefix(sizeof kOnes)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    bytes ^= 0x30 * kOnes;  // digits become 0 to 9; of all else, what is added below sets the highest bit, or it is set
    const std::uint64_t others = (((bytes & 0x7F * kOnes) + 0x76 * kOnes) | bytes) >> 7U;
    count += ((~others & kOnes) * kOnes) >> 56U;
  }
  for (const char byte : text) count += byte >= '0' && byte <= '9' ? 1 : 0;
  return count;
}

/// The last character of a text that is not empty.
inline char32_t last_char(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && is_trail(text[at])) --at;
  return next_char(text, at);
}

/// Bytes of the character in UTF-8.
constexpr std::size_t utf8_size(char32_t ch) { return ch < 0x80 ? 1 : ch < 0x800 ? 2 : ch < 0x10000 ? 3 : 4; }

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
    has_han_ = has_han_ || (first <= kLastSkipped && last >= kFirstSkipped);
    return *this;
  }
  constexpr bool has(char32_t ch) const { return ch < 0x10000 && bit(ch / 64, ch % 64); }

  /// Where the first of these characters stands from `at` on, or the text's size. Several times as fast as a look at each
  /// character: the bytes of most of them are the place in the bitmap.
  std::size_t find(std::string_view text, std::size_t at) const {
    return has_han_ ? find_in<false>(text, at) : find_in<true>(text, at);
  }

 private:
  constexpr bool bit(std::uint32_t word, std::uint32_t place) const { return (bits_[word] >> place & 1U) != 0; }

  /// As find(); of a set that has no ideographs they are passed over by their first byte.
  template <bool kPassHan>
  std::size_t find_in(std::string_view text, std::size_t at) const {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    while (at + 3 <= text.size()) {
      const unsigned char* const here = bytes + at;
      if (kPassHan && *here >= 0xE4 && *here <= 0xE9) {
        at += 3;
      } else if (is_wide_lead(*here)) {
        if (bit((here[0] & 0x0FU) << 6U | (here[1] & 0x3FU), here[2] & 0x3FU)) return at;
        at += 3;
      } else if (*here < 0x80) {
        if (bit(*here / 64U, *here % 64U)) return at;
        ++at;
      } else if (const std::size_t begin = at; has(next_char(text, at))) {
        return begin;
      }
    }
    while (at < text.size()) {
      if (const std::size_t begin = at; has(next_char(text, at))) return begin;
    }
    return text.size();
  }

  /// The characters that begin with the bytes E4 to E9: nearly all ideographs.
  static constexpr char32_t kFirstSkipped = 0x4000;
  static constexpr char32_t kLastSkipped = 0x9FFF;

  std::uint64_t bits_[0x10000 / 64] = {};
  bool has_han_ = false;
};

constexpr bool is_digit(char32_t ch) { return ch >= U'0' && ch <= U'9'; }
constexpr bool is_letter(char32_t ch) { return (ch >= U'A' && ch <= U'Z') || (ch >= U'a' && ch <= U'z'); }
constexpr bool is_alnum(char32_t ch) { return is_digit(ch) || is_letter(ch); }

constexpr bool is_han(char32_t ch) {
  return (ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3400 && ch <= 0x4DBF) || ch == 0x3007 ||
         (ch >= 0x20000 && ch <= 0x3FFFF) || (ch >= 0xF900 && ch <= 0xFAFF);
}

/// Blanks of every width; tabs are kept apart, as they can part table cells.
constexpr bool is_blank(char32_t ch) {
  return ch == U' ' || ch == 0xA0 || ch == 0x3000 || (ch >= 0x2000 && ch <= 0x200A) || ch == 0x202F || ch == 0x205F ||
         ch == 0x1680;
}

/// Characters that print nothing: zero-width marks, byte order marks, soft hyphens, controls, among them those that turn
/// the direction of text.
constexpr bool is_invisible(char32_t ch) {
  return ch == 0xFEFF || (ch >= 0x200B && ch <= 0x200F) || (ch >= 0x202A && ch <= 0x202E) ||
         (ch >= 0x2060 && ch <= 0x206F) || ch == 0xAD || (ch < 0x20 && ch != U'\t') || (ch >= 0x7F && ch < 0xA0) ||
         ch == 0x061C || ch == 0x180E || (ch >= 0xFFF9 && ch <= 0xFFFB);
}

/// Full-width forms of ASCII and the small forms of signs that measure or part (﹪ ﹐ ︰) become ASCII, one for one; all else
/// stays.
constexpr char32_t fold_width(char32_t ch) {
  if (ch >= 0xFF01 && ch <= 0xFF5E) return ch - 0xFEE0;
  switch (ch) {
    case 0xFE30:
    case 0xFE55: return U':';
    case 0xFE50: return U',';
    case 0xFE54: return U';';
    case 0xFE59: return U'(';
    case 0xFE5A: return U')';
    case 0xFE6A: return U'%';
    default: return ch;
  }
}

/// Chinese characters and most of their punctuation, which is nearly all there is: no blanks, no forms of ASCII, nothing
/// that ends a line or a sentence.
constexpr bool is_plain(char32_t ch) { return ch > 0x3002 && ch < 0xFE00; }

constexpr bool is_opener(char32_t ch) {
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

constexpr bool is_closer(char32_t ch) {
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
constexpr bool is_stop(char32_t ch) { return ch == U'。' || ch == U'!' || ch == U'?' || ch == U'｡'; }

}  // namespace zhibiao::text
