// How many columns text takes on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhibiao::text {

/// Columns of one character: 2 for wide and full-width ones (East Asian Width W, F), 0 for combining marks and
/// format characters, 1 for all others (also the ambiguous ones: “ ” — … ① ‰).
std::size_t char_width(char32_t ch);

/// Columns of a UTF-8 string.
std::size_t display_width(std::string_view text);

/// The text cut to at most `columns`, with `…` as its last character where something was cut off.
std::string truncate_to_width(std::string_view text, std::size_t columns);

}  // namespace zhibiao::text
