// Records, dates as spreadsheets show them. Input: a cell's text, or the number of a day; output: its year, month and day.
// Tested by tests/records/text_test.cpp.
#include "records/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <utility>

#include "records/text.hpp"
#include "records/words.hpp"

namespace zhibiao::records {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

/// The text's shape, a letter for each part, and its numbers: `2020年5月` is `nYnM`, `31-Dec-20` `n-m-n`.
struct Shape {
  std::string letters;
  std::vector<int> numbers;
  std::vector<std::size_t> digits;  ///< how many each number is written with
};

std::string_view taken(std::string_view& rest, int (*wanted)(int)) {
  std::size_t size = 0;
  while (size < rest.size() && wanted(static_cast<unsigned char>(rest[size])) != 0) ++size;
  const std::string_view part = rest.substr(0, size);
  rest.remove_prefix(size);
  return part;
}

bool add_number(std::string_view digits, Shape& shape) {
  if (digits.size() > 4) return false;
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  shape.letters += 'n';
  shape.numbers.push_back(number);
  shape.digits.push_back(digits.size());
  return true;
}

bool add_word(std::string_view word, Shape& shape) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  if (lower == "t") {
    shape.letters += ' ';
    return true;
  }
  const auto* const month = std::find(kMonths.begin(), kMonths.end(), std::string_view(lower).substr(0, 3));
  if (month == kMonths.end()) return false;
  shape.letters += 'm';
  shape.numbers.push_back(static_cast<int>(month - kMonths.begin()) + 1);
  shape.digits.push_back(0);
  return true;
}

bool add_mark(std::string_view& rest, Shape& shape) {
  const std::array<std::pair<std::string_view, char>, 3> words = {
      {{kYearWord, 'Y'}, {kMonthWord, 'M'}, {kDayWord, 'D'}}};
  for (const auto& [word, letter] : words) {
    if (!rest.starts_with(word)) continue;
    shape.letters += letter;
    rest.remove_prefix(word.size());
    return true;
  }
  if (std::string_view("-/.: ").find(rest.front()) == std::string_view::npos) return false;
  // Several blanks are one.
  if (rest.front() != ' ' || !shape.letters.ends_with(' ')) shape.letters += rest.front();
  rest.remove_prefix(1);
  return true;
}

std::optional<Shape> shape_of(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::string plain = folded(text);
  if (plain.empty() || plain.size() > kLongest) return std::nullopt;
  Shape shape;
  for (std::string_view rest = plain; !rest.empty();) {
    if (const std::string_view digits = taken(rest, std::isdigit); !digits.empty()) {
      if (!add_number(digits, shape)) return std::nullopt;
    } else if (const std::string_view word = taken(rest, std::isalpha); !word.empty()) {
      if (!add_word(word, shape)) return std::nullopt;
    } else if (!add_mark(rest, shape)) {
      return std::nullopt;
    }
  }
  return shape;
}

int full_year(int number, std::size_t digits) { return digits <= 2 ? 2000 + number : number; }

/// Takes the time of day off the shape's end.
void take_time(Shape& shape, ShownDate& date) {
  for (const std::string_view time : {"n:n:n", "n:n"}) {
    const bool alone = shape.letters == time;
    if (!alone && !shape.letters.ends_with(" " + std::string(time))) continue;
    const std::size_t count = time.size() == 5 ? 3 : 2;
    const std::size_t first = shape.numbers.size() - count;
    date.hour = shape.numbers[first];
    date.minute = shape.numbers[first + 1];
    date.second = count == 3 ? shape.numbers[first + 2] : 0;
    shape.numbers.resize(first);
    shape.digits.resize(first);
    shape.letters.resize(shape.letters.size() - time.size() - (alone ? 0 : 1));
    return;
  }
}

bool set_date(const Shape& shape, ShownDate& date) {
  const auto& n = shape.numbers;
  const auto& d = shape.digits;
  const std::string& is = shape.letters;
  const bool three = is == "n-n-n" || is == "n/n/n" || is == "n.n.n";
  if (is == "nYnMnD" || (three && d[0] == 4)) {
    date.year = n[0], date.month = n[1], date.day = n[2];
  } else if (three && n[0] > 12) {
    date.day = n[0], date.month = n[1], date.year = full_year(n[2], d[2]);
  } else if (three) {
    date.month = n[0], date.day = n[1], date.year = full_year(n[2], d[2]);
  } else if (is == "nYnM" || ((is == "n-n" || is == "n/n" || is == "n.n") && d[0] == 4 && d[1] <= 2)) {
    date.year = n[0], date.month = n[1];
  } else if (is == "nMnD" || ((is == "n-n" || is == "n/n") && d[0] <= 2 && d[1] <= 2)) {
    date.month = n[0], date.day = n[1];
  } else if (is == "n-m-n" || is == "n m n") {
    date.day = n[0], date.month = n[1], date.year = full_year(n[2], d[2]);
  } else if (is == "n-m" || is == "n m") {
    date.day = n[0], date.month = n[1];
  } else if (is == "m-n" || is == "m n") {
    date.month = n[0], date.unsure = n[1];
    if (d[1] == 4) date.year = n[1], date.unsure = 0;
  } else {
    return is.empty() && date.hour >= 0;
  }
  return date.month >= 1 && date.month <= 12 && date.day <= 31;
}

}  // namespace

std::vector<int> ShownDate::numbers() const {
  std::vector<int> all;
  for (const int number : {year, year % 100, month, day, unsure, unsure > 0 ? 2000 + unsure : 0}) {
    if (number > 0) all.push_back(number);
  }
  if (hour >= 0) all.insert(all.end(), {hour, minute, second});
  return all;
}

std::optional<ShownDate> shown_date(std::string_view text) {
  auto shape = shape_of(text);
  if (!shape) return std::nullopt;
  ShownDate date;
  take_time(*shape, date);
  if (!set_date(*shape, date)) return std::nullopt;
  return date;
}

std::string iso_deadline(std::string_view text) {
  const auto date = shown_date(text);
  if (!date || date->hour > 0 || date->minute > 0 || date->second > 0) return {};
  const int year = date->year == 0 && date->unsure > 0 ? 2000 + date->unsure : date->year;
  if (year < 1900 || year > 9999) return {};
  if (date->day == 0) return fmt::format("{:04}-{:02}", year, date->month);
  const auto shape = shape_of(text);
  const bool either = shape && shape->letters.starts_with("n/n/n") && shape->digits[0] <= 2 &&
                      shape->numbers[0] <= 12 && shape->numbers[1] <= 12 && shape->numbers[0] != shape->numbers[1];
  if (either) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, date->month, date->day);
}

std::string date_of_serial(long serial, bool from_1904) {
  using namespace std::chrono;
  constexpr long kLeapDay = 60;  // Excel's 1900-02-29
  constexpr long kLast = 2958465;
  if (serial < (from_1904 ? 0 : 1) || serial > kLast) return {};
  const sys_days first = from_1904 ? sys_days(1904y / January / 1) : sys_days(1899y / December / 31);
  const long days_on = from_1904 || serial < kLeapDay ? serial : serial - 1;
  const year_month_day date(first + days(days_on));
  if (static_cast<int>(date.year()) > 9999) return {};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace zhibiao::records
