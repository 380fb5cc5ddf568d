// Records: the text of cells, made plain.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "zhibiao/decimal.hpp"

namespace zhibiao::records {

/// Without blanks of any width, line ends and byte order marks at both ends.
std::string trimmed(std::string_view text);

/// Without any blanks and line ends: what a scan or a spreadsheet changes first, and what says nothing in Chinese.
std::string squeezed(std::string_view text);

/// Trimmed, with full-width digits, letters and signs as ASCII, and blanks of any width as one of ASCII's.
std::string folded(std::string_view text);

/// The number that a cell shows: `1270`, `1,270`, `１２７０`, `12.50`, `1 270`; with `decimal_comma` also `12,5`.
std::optional<Decimal> shown_number(std::string_view text, bool decimal_comma = false);

/// The same of scientific notation, `1.8894E+09`; empty for any other text.
std::optional<Decimal> scientific_number(std::string_view text);

/// `#NAME?`, `#REF!`, `#####`: what a spreadsheet shows in place of a value.
bool is_error_value(std::string_view text);

}  // namespace zhibiao::records
