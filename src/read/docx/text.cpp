// Read, characters by other means. Input: raised text, codes of symbol fonts, field codes; output: the characters a
// reader sees. The tables stand in symbols.def. Tested by tests/read/docx_test.cpp.
#include "read/docx/text.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>

#include "read/list_numbers.hpp"

namespace zhibiao::read_stage {
namespace {

#include "read/docx/symbols.def"

constexpr unsigned kPrivateFirst = 0xE000;
constexpr unsigned kPrivateLast = 0xF8FF;

char32_t look_up(std::span<const Symbol> font, unsigned code) {
  const auto found = std::find_if(font.begin(), font.end(), [&](const Symbol& at) { return at.code == code; });
  return found == font.end() ? 0 : found->sign;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_ring(std::string_view text) {
  return std::any_of(kRings.begin(), kRings.end(), [&](char32_t ring) {
    std::string sign;
    append_character(sign, ring);
    return sign == text;
  });
}

}  // namespace

void append_character(std::string& text, char32_t character) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(character));
  text.append(reinterpret_cast<const char*>(bytes.data()), size);
}

std::string raised(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto* const found =
        std::find_if(kRaised.begin(), kRaised.end(), [&](const Raised& at) { return at.plain == c; });
    if (found == kRaised.end()) {
      result += c;
    } else {
      append_character(result, found->sign);
    }
  }
  return result;
}

char32_t symbol(std::string_view font, std::string_view code) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number, 16);
  if (error != std::errc() || end != code.data() + code.size() || number < 0x20 || number > 0xFFFD) return 0;
  if (number >= 0xD800 && number < kPrivateFirst) return 0;  // half a character
  const unsigned in_font = number >= 0xF000 && number <= 0xF0FF ? number - 0xF000 : number;
  if (font == "Symbol") return look_up(kSymbolFont, in_font);
  if (font == "Wingdings") return look_up(kWingdings, in_font);
  return number >= kPrivateFirst && number <= kPrivateLast ? 0 : number;
}

std::string field_text(std::string_view code) {
  code = trimmed(code);
  if (code.size() < 2 || (code[0] | 0x20) != 'e' || (code[1] | 0x20) != 'q') return {};
  const std::size_t over = code.find("\\o\\ac(");
  const std::size_t comma = code.find(',', over == std::string_view::npos ? code.size() : over);
  const std::size_t close = code.rfind(')');
  if (comma == std::string_view::npos || close == std::string_view::npos || close < comma) return {};
  const std::string_view ring = trimmed(code.substr(over + 6, comma - over - 6));
  std::string_view inner = trimmed(code.substr(comma + 1, close - comma - 1));
  long number = 0;
  const auto [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), number);
  if (error == std::errc() && end == inner.data() + inner.size() && is_ring(ring)) {
    return list_number(number, "decimalEnclosedCircle");
  }
  return inner.find('\\') == std::string_view::npos ? std::string(inner) : std::string();
}

}  // namespace zhibiao::read_stage
