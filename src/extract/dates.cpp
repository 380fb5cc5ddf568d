// Extract stage: a matched date and its rule's template become a deadline. Tested by the date rules' own examples.
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "extract/mentions.hpp"
#include "outline/dates.hpp"

namespace zhibiao::extract {
namespace {

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  const auto hanzi = parse_hanzi(text);
  return hanzi ? std::optional<int>(static_cast<int>(hanzi->approx())) : std::nullopt;
}

int month_days(int year, int month) {
  if (month < 1 || month > 12) return 31;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month) - 1);
}

}  // namespace

DateMention resolve_date(std::string_view sentence, const rules::Match& match, const rules::Rule& rule,
                         const YearContext& years) {
  DateMention date;
  date.span = match.span;
  date.rule = &rule;
  date.milestone = rule.flag("milestone");
  const auto number = [&](std::string_view name) -> std::optional<int> {
    const Span span = match.group(name);
    return span.empty() ? std::nullopt : whole(sentence.substr(span.begin, span.size()));
  };
  const int year = number("year").value_or(years.now);
  const int month = number("month").value_or(12);
  if (month < 1 || month > 12) return date;
  const std::string_view form = rule.view("deadline");
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    if (form[at] != '{') {
      out += form[at++];
      continue;
    }
    const std::size_t close = form.find('}', at);
    const std::string_view key = form.substr(at + 1, close - at - 1);
    at = close + 1;
    std::optional<int> value;
    if (key == "year")
      value = year;
    else if (key == "last_year")
      value = years.plan > 0 ? years.plan - 1 : 0;
    else if (key == "next_year")
      value = years.now > 0 ? years.now + 1 : 0;
    else if (key == "month")
      value = month;
    else if (key == "month_last")
      value = month_days(year, month);
    else if (key == "quarter_month")
      value = number("quarter").value_or(4) * 3;
    else if (key == "quarter_last")
      value = month_days(year, number("quarter").value_or(4) * 3);
    else if (key == "plan_end")
      value = outline::first_year_of_plan(number("plan").value_or(0) + 1) - 1;
    else if (key == "plan_start")
      value = outline::first_year_of_plan(number("plan").value_or(0));
    else
      value = number(key);
    if (!value || *value <= 0) return date;
    const bool is_year = key.find("year") != std::string_view::npos || key.starts_with("plan_");
    if (is_year) date.year = date.year == 0 ? *value : date.year;
    out += key == "n" ? std::to_string(*value) : is_year ? fmt::format("{:04}", *value) : fmt::format("{:02}", *value);
  }
  date.deadline = out;
  return date;
}

}  // namespace zhibiao::extract
