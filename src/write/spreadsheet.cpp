// Write, what spreadsheets make of CSV cells. Input: cells; output: cells that stay what they are (OWASP's list of
// formula starters; Excel's automatic dates and times). Tested by tests/write/spreadsheet_test.cpp.
#include "write/spreadsheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "write/counted.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kComparators = {{
#define SPELLING(ours, theirs) {ours, theirs},
#include "write/spreadsheet.def"
#undef SPELLING
}};

constexpr std::array<std::string_view, 11> kStarters = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                        "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// `[+-]?digits[.digits]%?`
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point < text.size() ? text.substr(point + 1) : "0";
  return !whole.empty() && !part.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
         std::all_of(part.begin(), part.end(), is_digit);
}

bool starts_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return std::any_of(kStarters.begin(), kStarters.end(), [&](std::string_view one) { return text.starts_with(one); });
}

/// Two or three groups of digits with one of these between: `2-3`, `2020/5/1`, `10:1`.
bool is_grouped(std::string_view text, char separator) {
  std::size_t groups = 1;
  bool digits = false;
  for (const char c : text) {
    if (c == separator && digits) {
      ++groups;
      digits = false;
    } else if (is_digit(c)) {
      digits = true;
    } else {
      return false;
    }
  }
  return digits && (groups == 2 || groups == 3);
}

/// `2020-05`
bool is_month(std::string_view text) { return text.size() == 7 && text[4] == '-' && is_grouped(text, '-'); }

constexpr std::string_view kSomeDay = "-XX";

std::string with(std::string_view text, char from, char to) {
  std::string changed(text);
  std::replace(changed.begin(), changed.end(), from, to);
  return changed;
}

}  // namespace

std::string guarded(std::string_view text) {
  return starts_formula(text) && !is_number(text) ? "'" + std::string(text) : std::string(text);
}

std::string unguarded(std::string_view text) {
  return std::string(text.starts_with('\'') && starts_formula(text) ? text.substr(1) : text);
}

std::string excel_spelling(const Field& field, std::string_view text) {
  if (field.type == FieldType::integer || field.type == FieldType::decimal) return std::string(text);
  if (field.name == "comparator") {
    for (const auto& [ours, theirs] : kComparators) {
      if (text == ours) return std::string(theirs);
    }
  }
  if (field.name == "item") return guarded(with(text, '/', '>'));
  if (field.name == "deadline" && is_month(text)) return std::string(text).append(kSomeDay);
  return guarded(text);
}

std::string from_excel_spelling(const Field& field, std::string_view text) {
  if (field.type == FieldType::integer || field.type == FieldType::decimal) return std::string(text);
  if (field.name == "comparator") {
    for (const auto& [ours, theirs] : kComparators) {
      if (text == theirs) return std::string(ours);
    }
  }
  if (field.name == "item") return with(unguarded(text), '>', '/');
  if (field.name == "deadline" && text.ends_with(kSomeDay)) {
    return std::string(text.substr(0, text.size() - kSomeDay.size()));
  }
  return unguarded(text);
}

bool excel_would_convert(std::string_view text) {
  if (is_grouped(text, '-') || is_grouped(text, '/') || is_grouped(text, ':')) return true;
  // 007 becomes 7, and from 16 digits on the last ones become 0.
  if (std::all_of(text.begin(), text.end(), is_digit)) {
    return (text.size() > 1 && text.starts_with('0')) || text.size() > 15;
  }
  return false;
}

std::vector<std::string> conversion_warnings(std::size_t cells) {
  if (cells == 0) return {};
  return {fmt::format("Excel will turn {} such as 2-3 or 10:1 into dates or times; --format xlsx keeps them",
                      counted(cells, "cell"))};
}

}  // namespace zhibiao::write
