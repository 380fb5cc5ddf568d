// Records: a cell's text and what it should be. Are they the same to a reader; if not, what happened to it?
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::records {

/// The same but for blanks, line ends and the spelling of numbers (`45.50%` for `45.5%`).
bool same_text(std::string_view table, std::string_view source);

/// How `table` came from `source`, in half a sentence: `a spreadsheet took it for a date`. Empty if nothing is known that
/// would do that, which means that somebody changed it.
std::string damage_of(std::string_view table, std::string_view source);

}  // namespace zhibiao::records
