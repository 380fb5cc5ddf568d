// Dates and years as documents print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhibiao::outline {

/// The first date of a text as ISO 8601: `2022-03-29` for 2022年3月29日, 二○二二年三月二十九日 and 2022-03-29; `2022-03` where
/// no day is printed. Empty where there is none, or where it is no day of the calendar.
std::string first_date(std::string_view text);

/// A year in digits or numerals (2021, 二○二一); empty where it is none.
std::optional<int> year_of(std::string_view text);

/// The first of the five years of that plan: 2021 for the 14th.
int first_year_of_plan(int number);

/// The year a title plans for: 2021 for 2021年…, 2021-2023年, “十四五”, 第十四个五年; in 2021年执行情况与2022年计划 the later.
std::optional<int> planned_year(std::string_view title);

/// The year a title looks back on: 2021 for 2021年工作总结, 2020 for “十三五”工作总结.
std::optional<int> reported_year(std::string_view title);

}  // namespace zhibiao::outline
