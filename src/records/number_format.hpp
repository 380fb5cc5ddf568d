// Records: how a workbook shows the numbers in its cells, by their formats.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::records {

/// What a number format makes of a number.
enum class Shows {
  number,
  percent,    ///< `0.95` as `95%`
  date,       ///< a day
  month,      ///< year and month alone
  month_day,  ///< month and day alone
  time        ///< a time of day
};

/// Of a format's code, such as `yyyy\-mm\-dd` or `0.00%`.
Shows shown_by(std::string_view code);

/// Of a format that has no code in the file but a number that all programs know (ISO/IEC 29500-1, 18.8.30; 27 to 58 as in
/// Chinese workbooks).
Shows shown_by(long id);

/// The number (`44196`, `0.95`, `1.8893999999999999E9`) in plain digits, rounded to the 15 that spreadsheets keep; empty if
/// it is none.
std::string plain_digits(std::string_view number);

/// What the cell shows, in the spelling of records: `2020-12-31`, `2020-05`, `2-3`, `10:01`, `95%`, `1270`.
std::string shown_text(std::string_view number, Shows shows, bool from_1904);

}  // namespace zhibiao::records
