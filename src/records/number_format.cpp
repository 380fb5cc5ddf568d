// Records, number formats of workbooks. Input: a format's code or number, a cell's number; output: what a reader sees, in the
// spelling of records. Tested by tests/records/text_test.cpp.
#include "records/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "records/dates.hpp"
#include "records/text.hpp"

namespace zhibiao::records {
namespace {

/// The letters of a code that stand for something: without quoted words, escaped characters, and what is in brackets
/// (colours, languages), and of the first of several sections.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == ';') break;
    if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      // `[h]:mm` counts hours beyond a day.
      if (end == at + 2 || end == at + 3) letters += static_cast<char>(code[at + 1] | 0x20);
      at = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else {
      letters += 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  return letters;
}

bool holds(const std::string& letters, char c) { return letters.find(c) != std::string::npos; }

std::string time_of(double day) {
  const long seconds = std::lround(day * 86400);
  const long hour = seconds / 3600;
  const long minute = seconds / 60 % 60;
  return seconds % 60 == 0 ? fmt::format("{}:{:02}", hour, minute)
                           : fmt::format("{}:{:02}:{:02}", hour, minute, seconds % 60);
}

}  // namespace

Shows shown_by(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters == "general" || holds(letters, '0') || holds(letters, '#') || holds(letters, '@')) {
    return holds(letters, '%') ? Shows::percent : Shows::number;
  }
  const bool time = holds(letters, 'h') || holds(letters, 's');
  const bool year = holds(letters, 'y') || holds(letters, 'e');
  const bool day = holds(letters, 'd');
  if (year && day) return Shows::date;
  if (time && !year && !day) return Shows::time;
  if (year) return holds(letters, 'm') ? Shows::month : Shows::date;
  if (day) return holds(letters, 'm') ? Shows::month_day : Shows::date;
  return Shows::number;
}

Shows shown_by(long id) {
  switch (id) {
    case 9:
    case 10: return Shows::percent;
    case 14:
    case 15:
    case 22:
    case 30:
    case 31: return Shows::date;
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57: return Shows::month;
    case 16:
    case 28:
    case 29:
    case 51:
    case 53:
    case 54:
    case 58: return Shows::month_day;
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 46:
    case 47:
    case 55:
    case 56: return Shows::time;
    default: return Shows::number;
  }
}

std::string plain_digits(std::string_view number) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (number.empty() || error != std::errc() || end != number.data() + number.size() || !std::isfinite(value))
    return {};
  const std::string digits = fmt::format("{:.15g}", value);
  auto decimal = Decimal::parse(digits);
  if (!decimal) decimal = scientific_number(digits);
  return decimal ? decimal->str() : std::string();
}

std::string shown_text(std::string_view number, Shows shows, bool from_1904) {
  const std::string digits = plain_digits(number);
  const auto decimal = Decimal::parse(digits);
  if (!decimal) return std::string(number);
  if (shows == Shows::number) return digits;
  if (shows == Shows::percent) {
    const auto hundredfold = decimal->scaled(2);
    return hundredfold ? hundredfold->str() + "%" : digits;
  }
  const double day = decimal->approx();
  if (!(day >= 0 && day < 3e6)) return digits;
  if (shows == Shows::time) return time_of(day);
  const std::string date = date_of_serial(static_cast<long>(std::floor(day)), from_1904);
  if (date.empty()) return digits;
  if (shows == Shows::month) return date.substr(0, 7);
  if (shows == Shows::month_day) return fmt::format("{}-{}", std::stoi(date.substr(5, 2)), std::stoi(date.substr(8)));
  return day > std::floor(day) ? date + " " + time_of(day - std::floor(day)) : date;
}

}  // namespace zhibiao::records
