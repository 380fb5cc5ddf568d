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

/// What the names in a date's template stand for, by a match of its rule.
class TemplateValues {
 public:
  TemplateValues(std::string_view sentence, const rules::Match& match, const YearContext& years)
      : sentence_(sentence),
        match_(match),
        years_(years),
        year_(group("year").value_or(years.now)),
        month_(group("month").value_or(12)) {}

  int month() const { return month_; }

  /// Nothing, or nothing above zero, where the name stands for no number.
  std::optional<int> of(std::string_view name) const {
    if (name == "year") return year_;
    if (name == "last_year") return years_.plan > 0 ? years_.plan - 1 : 0;
    if (name == "next_year") return years_.now > 0 ? years_.now + 1 : 0;
    if (name == "month") return month_;
    if (name == "month_last") return month_days(year_, month_);
    if (name == "quarter_month") return quarter_month();
    if (name == "quarter_last") return month_days(year_, quarter_month());
    if (name == "plan_start") return outline::first_year_of_plan(group("plan").value_or(0));
    if (name == "plan_end") return outline::first_year_of_plan(group("plan").value_or(0) + 1) - 1;
    return group(name);
  }

 private:
  std::optional<int> group(std::string_view name) const {
    const Span span = match_.group(name);
    return span.empty() ? std::nullopt : whole(sentence_.substr(span.begin, span.size()));
  }
  int quarter_month() const { return group("quarter").value_or(4) * 3; }

  std::string_view sentence_;
  const rules::Match& match_;
  const YearContext& years_;
  int year_;
  int month_;
};

}  // namespace

DateMention resolve_date(std::string_view sentence, const rules::Match& match, const rules::Rule& rule,
                         const YearContext& years) {
  DateMention date;
  date.span = match.span;
  date.rule = &rule;
  date.milestone = rule.flag("milestone");
  const TemplateValues values(sentence, match, years);
  if (values.month() < 1 || values.month() > 12) return date;
  const std::string_view form = rule.view("deadline");
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    if (form[at] != '{') {
      out += form[at++];
      continue;
    }
    const std::size_t close = form.find('}', at);
    const std::string_view name = form.substr(at + 1, close - at - 1);
    at = close + 1;
    const auto value = values.of(name);
    if (!value || *value <= 0) return date;
    const bool is_year = name.find("year") != std::string_view::npos || name.starts_with("plan_");
    if (is_year) date.year = date.year == 0 ? *value : date.year;
    out += name == "n" ? std::to_string(*value) : is_year ? fmt::format("{:04}", *value) : fmt::format("{:02}", *value);
  }
  date.deadline = out;
  return date;
}

}  // namespace zhibiao::extract
