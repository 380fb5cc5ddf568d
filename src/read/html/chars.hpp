// Single characters, as far as web pages need them: blanks of every width, Chinese script, labels without blanks.
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhibiao::read_stage::html {

/// The character at `at` (before the end of valid UTF-8), which moves behind it.
inline char32_t next_char(std::string_view text, std::size_t& at) {
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), code);
  return static_cast<char32_t>(code);
}

inline void append_char(std::string& text, char32_t ch) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(ch));
  text.append(reinterpret_cast<const char*>(bytes), size);
}

/// Blanks that HTML runs together; a line break among them.
inline bool is_html_blank(char32_t ch) { return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r' || ch == '\f'; }

/// Blanks of every width, which print nothing at a line's ends.
inline bool is_blank(char32_t ch) {
  return is_html_blank(ch) || ch == 0x0B || ch == 0x85 || ch == 0xA0 || (ch >= 0x2000 && ch <= 0x200A) ||
         ch == 0x2028 || ch == 0x2029 || ch == 0x202F || ch == 0x205F || ch == 0x3000;
}

/// Characters without a width, which editors leave behind: zero-width blanks and joiners, soft hyphens, byte order marks.
inline bool is_invisible(char32_t ch) {
  return ch == 0xAD || (ch >= 0x200B && ch <= 0x200F) || ch == 0x2060 || ch == 0xFEFF;
}

/// Script that needs no blank at a line's end: Chinese characters, their punctuation and full-width forms.
inline bool is_wide(char32_t ch) {
  return (ch >= 0x2E80 && ch <= 0x9FFF) || (ch >= 0x2010 && ch <= 0x2027) || (ch >= 0xF900 && ch <= 0xFAFF) ||
         (ch >= 0xFE30 && ch <= 0xFE4F) || (ch >= 0xFF00 && ch <= 0xFFEF) || ch >= 0x20000;
}

/// Code points that print something.
std::size_t visible_chars(std::string_view text);

/// Without blanks of any width at both ends.
std::string_view trimmed(std::string_view text);

/// Without any blank.
std::string squeezed(std::string_view text);

/// The first `limit` code points at most.
std::string_view first_chars(std::string_view text, std::size_t limit);

}  // namespace zhibiao::read_stage::html
