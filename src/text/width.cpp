// How many columns text takes on a terminal, by East Asian Width.
// In: UTF-8 text. Out: columns, or the text cut to a number of columns.
// Tested by tests/text/width_test.cpp.
#include "text/width.hpp"

#include <unicode/uchar.h>

#include "text/chars.hpp"

namespace zhibiao::text {

std::size_t char_width(char32_t ch) {
  if (ch < 0x300) return ch >= 0x20 && ch != 0x7F && ch != 0xAD ? 1 : 0;
  // The bulk of Chinese text, without a look at ICU's tables.
  if ((ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3000 && ch <= 0x3029)) return 2;
  const auto code = static_cast<UChar32>(ch);
  const auto mask = U_GET_GC_MASK(code);
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += char_width(next_char(text, at));
  return columns;
}

std::string truncate_to_width(std::string_view text, std::size_t columns) {
  std::size_t used = 0;
  std::size_t keep = 0;  // bytes that leave room for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    used += char_width(next_char(text, at));
    if (used > columns) {
      return columns == 0 ? std::string() : std::string(text.substr(0, keep)) + "…";
    }
    if (used + 1 <= columns) keep = at;
  }
  return std::string(text);
}

}  // namespace zhibiao::text
