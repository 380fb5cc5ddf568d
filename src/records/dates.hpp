// Records: dates and times as spreadsheets show them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::records {

/// What a cell says; 0 (hour: -1) where it says nothing.
struct ShownDate {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = -1;
  int minute = 0;
  int second = 0;
  int unsure = 0;  ///< of `May-20`: the day or the year

  /// All numbers in it, years also by their last two digits.
  std::vector<int> numbers() const;
};

/// `2020/12/31`, `2020.12.31 0:00`, `31-Dec-20`, `12/31/2020`, `2020年5月`, `5月3日`, `May-20`, `10:01:00`; the parts of `5/6/2020`
/// are taken as month, day. Empty for any other text.
std::optional<ShownDate> shown_date(std::string_view text);

/// The deadline that a cell shows in another spelling: `2020-12-31` or `2020-05`; empty for what is no date, for a time of
/// day and for `5/6/2020`, which may be May or June.
std::string iso_deadline(std::string_view text);

/// The date of a day's number in a workbook (1: 1900-01-01, with the 29th of February 1900 that Excel has; in workbooks
/// of 1904, 0: 1904-01-01) as `2020-12-31`; empty before 1900 and after 9999.
std::string date_of_serial(long serial, bool from_1904);

}  // namespace zhibiao::records
