// What goes into one cell of a workbook, so that no reader takes it for anything else.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhibiao::write {

/// A text as a cell may hold it.
struct CellText {
  std::string text;
  bool cut = false;
};

/// Text made safe for Office Open XML: valid UTF-8 (U+FFFD for stray bytes); characters that XML cannot hold as
/// `_x000B_`, and what only looks like that as `_x005F_x000B_` (readers undo both); cut to `limit` UTF-16 units with `…`
/// at its end. XML's own escapes (`&lt;`) are the library's.
CellText cell_text(std::string_view text, std::size_t limit);

/// The number that `text` (`-12.5`) writes, if a spreadsheet keeps all of its digits: 15 significant ones. Else empty.
std::optional<double> exact_number(std::string_view text);

/// The date that `text` (`2020-12-31`) writes, if a spreadsheet has it: from 1900-03-01, before which Excel and others
/// count differently, to 9999-12-31. Months, spans and lengths are none.
std::optional<std::chrono::year_month_day> full_date(std::string_view text);

/// A link from the workbook at the path `workbook` to the file `name`: relative where they have a folder in common, else
/// a `file:` URL; percent-encoded but for characters that are no ASCII. Empty for what is no file (`-`) and for links
/// longer than a workbook may hold.
std::string link_to(const std::string& name, const std::string& workbook);

}  // namespace zhibiao::write
