// Read: characters of a DOCX that are written by other means than characters.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// A code point as UTF-8.
void append_character(std::string& text, char32_t character);

/// Raised text: digits and signs as superscripts (`4` is `⁴`), so that 10 to the fourth does not read 104.
std::string raised(std::string_view text);

/// The character that `code` (four hexadecimal digits) stands for in `font`; 0 where only that font could tell.
char32_t symbol(std::string_view font, std::string_view code);

/// What a field without a result prints: `EQ \o\ac(○,3)` is ③; empty for others.
std::string field_text(std::string_view code);

}  // namespace zhibiao::read_stage
