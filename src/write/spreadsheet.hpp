// Cells that Excel and WPS would take for something else when they open a CSV file: how they are spelt instead, and back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/fields.hpp"

namespace zhibiao::write {

/// The text of a field as `--excel` spells it: comparators in words and signs that begin no formula, `2>1>1` for the item
/// `2/1/1`, `2020-05-XX` for the month `2020-05` (ISO 8601-2), and any other text guarded. Numbers stay as they are.
std::string excel_spelling(const Field& field, std::string_view text);

/// What excel_spelling was given. Texts that are not spelt that way come back unchanged.
std::string from_excel_spelling(const Field& field, std::string_view text);

/// A text that would begin a formula (`=`, `+`, `-`, `@`, their full-width forms, tab, CR, LF, each behind any number of
/// apostrophes) gets an apostrophe in front; a plain number such as `-2` does not. Undone by unguarded().
std::string guarded(std::string_view text);
std::string unguarded(std::string_view text);

/// Excel would show and keep something else than this text: a date, a time, a number without its zeros.
bool excel_would_convert(std::string_view text);

/// What the reader should know of rows with so many cells that Excel would convert; nothing for 0.
std::vector<std::string> conversion_warnings(std::size_t cells);

}  // namespace zhibiao::write
