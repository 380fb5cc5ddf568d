// Dates and years as documents print them. Input: the view's text. Output: ISO 8601, years.
// Tested by tests/outline/.
#include "outline/dates.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

// The first five-year plan was from 1953 to 1957; from the sixth on, they follow each other every five years.
constexpr int kFirstRegularPlan = 6;
constexpr int kFirstRegularYear = 1981;
constexpr int kPlanYears = 5;
constexpr int kCenturyOfNames = 10;  // 十四五 is the fourteenth plan

std::optional<int> numeral(std::string_view character) {
  if (one_of(character, words::kZeros)) return 0;
  for (std::size_t value = 0; value < words::kNumerals.size(); ++value) {
    if (words::kNumerals[value] == character) return static_cast<int>(value);
  }
  return std::nullopt;
}

// 8, 08, 八, 十二, 二十九.
std::optional<int> small_number(std::string_view text) {
  int total = 0;
  int digit = 0;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at)) {
    const std::string_view character = char_at(text, at);
    if (character.size() == 1 && character[0] >= '0' && character[0] <= '9') {
      digit = digit * 10 + (character[0] - '0');
    } else if (const auto value = numeral(character)) {
      if (*value == 10) {
        total += (digit == 0 ? 1 : digit) * 10;
        digit = 0;
      } else {
        digit = *value;
      }
    } else if (character == words::kTwenty) {
      total += 20;
    } else {
      return std::nullopt;
    }
  }
  return total + digit;
}

}  // namespace

std::optional<int> year_of(std::string_view text) {
  int year = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at), ++digits) {
    const std::string_view character = char_at(text, at);
    const bool ascii = character.size() == 1 && character[0] >= '0' && character[0] <= '9';
    const auto value = ascii ? std::optional<int>(character[0] - '0') : numeral(character);
    if (!value || *value > 9) return std::nullopt;
    year = year * 10 + *value;
  }
  if (digits != 4 || year < 1900 || year > 2099) return std::nullopt;
  return year;
}

std::string first_date(std::string_view text) {
  static const Matcher pattern{words::kDate};
  std::string_view rest(text);
  std::string_view year_text;
  std::string_view month_text;
  std::string_view day_text;
  for (;;) {
    const Span date = pattern.place(rest, &year_text, &month_text, &day_text);
    if (date.empty()) return {};
    rest.remove_prefix(date.end);
    const auto year = year_of(year_text);
    const auto month = small_number(month_text);
    if (!year || !month || *month < 1 || *month > 12) continue;
    if (day_text.empty()) return fmt::format("{:04}-{:02}", *year, *month);
    const auto day = small_number(day_text);
    if (day && *day >= 1 && *day <= 31) return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
  }
}

int first_year_of_plan(int number) { return kFirstRegularYear + (number - kFirstRegularPlan) * kPlanYears; }

namespace {

/// What a title's years say: the latest it plans for, and the latest it looks back on (2021年工作总结).
struct TitleYears {
  std::optional<int> planned;
  std::optional<int> reported;

  void take(std::optional<int> year, bool past) {
    std::optional<int>& latest = past ? reported : planned;
    if (year) latest = std::max(latest.value_or(0), *year);
  }
};

TitleYears single_years(std::string_view title) {
  static const Matcher single{words::kYear};
  static const Matcher past{words::kPastTail};
  static const Matcher far{words::kFarTail};
  TitleYears years;
  std::string_view year_text;
  std::string_view tail;
  while (single.find(title, &year_text, &tail)) {
    if (!far.find(tail)) years.take(year_of(year_text), past.find(tail));
    title.remove_prefix(static_cast<std::size_t>(tail.data() - title.data()));
  }
  return years;
}

// A plan is dated by the first of its five years, a report on them by the last.
TitleYears five_years(std::string_view title) {
  static const Matcher five_years{words::kFiveYears};
  static const Matcher past{words::kPastTail};
  TitleYears years;
  std::string_view short_name;
  std::string_view long_name;
  for (Span name = five_years.place(title, &short_name, &long_name); !name.empty();
       name = five_years.place(title, &short_name, &long_name)) {
    title.remove_prefix(name.end);
    const bool over = past.find(title);
    const auto number = small_number(short_name.empty() ? long_name : short_name);
    if (!over && years.planned) continue;
    if (number) years.take(first_year_of_plan(kCenturyOfNames + *number) + (over ? kPlanYears - 1 : 0), over);
  }
  return years;
}

}  // namespace

std::optional<int> planned_year(std::string_view title) {
  static const Matcher span{words::kYearSpan};
  std::string_view first;
  if (span.find(title, &first)) return year_of(first);
  const auto year = single_years(title).planned;
  return year ? year : five_years(title).planned;
}

std::optional<int> reported_year(std::string_view title) {
  const auto year = single_years(title).reported;
  return year ? year : five_years(title).reported;
}

}  // namespace zhibiao::outline
