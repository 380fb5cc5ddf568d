// Trends for people: tables that fit, sparklines, Markdown.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "text/width.hpp"
#include "write/trend_sample.hpp"
#include "write/trend_sparkline.hpp"

using namespace zhibiao;
using write::sparkline;
using zhibiao_tests::lines;
using zhibiao_tests::made_trend;
using zhibiao_tests::MadeTrend;

namespace {

std::string trend(const MadeTrend& made, const WriteOptions& options, bool explain = false) {
  std::ostringstream out;
  write::write_trend(out, made.table, options, explain);
  return out.str();
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Ten plans with one row of numbers.
MadeTrend many_plans() {
  MadeTrend made(false);
  for (int year = 2010; year < 2020; ++year) made.plan(year, "某市", std::to_string(year));
  made.row("某某指标", "%");
  for (std::size_t i = 0; i < 10; ++i) made.value(i, ">=", std::to_string(80 + i), "≥ " + std::to_string(80 + i));
  return made;
}

}  // namespace

TEST_CASE("a sparkline goes from low to high, with dots for gaps") {
  CHECK(sparkline({1, 2, 3, 4, 5, 6, 7, 8}) == "▁▂▃▄▅▆▇█");
  CHECK(sparkline({5, std::nullopt, 1, 3}) == "█·▁▅");
  CHECK(sparkline({2, 2, 2}) == "▄▄▄");
  CHECK(sparkline({-1, 0, 1}) == "▁▅█");
}

TEST_CASE("two values make no course") {
  CHECK(sparkline({1, 2}).empty());
  CHECK(sparkline({1, std::nullopt, 2, std::nullopt}).empty());
  CHECK(sparkline({}).empty());
}

TEST_CASE("the table: unit once, a column for each plan, gaps empty, results in a row below") {
  const auto all = lines(trend(made_trend(), {.format = Format::table}));
  CHECK(all.at(0).starts_with("indicator"));
  for (const char* title : {"unit", "trend", "2018", "2022"}) CHECK(holds(all[0], title));
  CHECK(all.at(1).starts_with("城镇新增就业"));
  CHECK(holds(all[1], " 人 "));
  CHECK(holds(all[1], "██▁·"));
  CHECK(all[1].ends_with("≥ 900万"));  // nothing in 2022
  CHECK(all.at(2).starts_with("  result"));
  CHECK(all[2].ends_with("1269万"));
  CHECK_FALSE(holds(all[2], "人"));
  CHECK(holds(all.at(3), "↑%"));
  CHECK(holds(all[3], "6-6.5"));
  CHECK(holds(all[3], "█▆·▁"));  // a range counts by its middle
  CHECK(all.back() == "4 indicators in 4 plans");
}

TEST_CASE("an indicator with results alone says so beside its name") {
  MadeTrend made(true);
  made.plan(2020, "某市", "2020");
  made.plan(2021, "某市", "2021");
  made.row("市场主体", "户");
  made.value(0, "=", "5", "5", true);
  made.value(1, "=", "6", "6", true);
  CHECK(lines(trend(made, {.format = Format::table})).at(1).starts_with("市场主体 · result"));
  CHECK(holds(trend(made, {.format = Format::table, .language = Language::zh}), "市场主体 · 完成值"));
}

TEST_CASE("plans that do not fit are left out, the oldest first, and the table says which") {
  const MadeTrend made = many_plans();
  const auto narrow = lines(trend(made, {.format = Format::table, .width = 70}));
  for (const auto& line : narrow) {
    if (&line != &narrow.back()) CHECK(text::display_width(line) <= 70);
  }
  CHECK(holds(narrow[0], "2019"));
  CHECK_FALSE(holds(narrow[0], "2010"));
  CHECK(holds(narrow[1], "≥ 89"));
  CHECK(holds(narrow[1], "▁▂▃▃▄▅▆▆▇█"));  // the course of all of them
  CHECK(holds(narrow.back(), "of 10 plans"));
  CHECK(holds(narrow.back(), "2010, 2011"));
  const std::string wide = trend(made, {.format = Format::table, .width = 200});
  CHECK(holds(wide, "2010"));
  CHECK_FALSE(holds(wide, "of 10 plans"));
  CHECK(holds(trend(made, {.format = Format::table, .width = 30}), "≥ 88"));  // two plans at least
}

TEST_CASE("by issuer there is no course, and the last are left out") {
  MadeTrend made = many_plans();
  made.table.by = write::TrendBy::issuer;
  const std::string text = trend(made, {.format = Format::table, .width = 70});
  CHECK_FALSE(holds(text, "▁"));
  CHECK(holds(lines(text)[0], "2010"));
  CHECK_FALSE(holds(lines(text)[0], "2019"));
}

TEST_CASE("long names of plans are cut before values are") {
  MadeTrend made(false);
  made.table.by = write::TrendBy::issuer;
  for (const char* name : {"甲市卫生健康委员会办公室", "乙市卫生健康委员会办公室"}) made.plan(2020, name, name);
  made.row("某某指标", "%");
  made.value(0, "=", "123456789", "123456789");
  made.value(1, "=", "5", "5");
  const auto all = lines(trend(made, {.format = Format::table, .width = 50}));
  CHECK(text::display_width(all[0]) <= 50);
  CHECK(holds(all[0], "甲市"));
  CHECK(holds(all[0], "…"));
  CHECK(holds(all[1], "123456789"));
}

TEST_CASE("--explain tells each member's place, likeness and sentence") {
  const auto all = lines(trend(made_trend(), {.format = Format::table}, true));
  CHECK(all.at(3).starts_with("    2018 ≥ 1100万 0.90 2018.txt:11 第1句。"));
  CHECK(holds(all.at(6), "2022 1269万"));
}

TEST_CASE("a document cannot drive the terminal") {
  MadeTrend made = made_trend();
  made.table.columns[0].label =
      "\x1B]0;x\x07"
      "2018";
  for (const Format format : {Format::table, Format::md}) {
    const std::string text = trend(made, {.format = format, .width = 60}, true);
    CHECK_FALSE(holds(text, "\x1B"));
    CHECK_FALSE(holds(text, "\x07"));
  }
}

TEST_CASE("Markdown has the same rows, each with its name") {
  const auto all = lines(trend(made_trend(), {.format = Format::md, .language = Language::zh}));
  CHECK(all.at(0) == "| 指标 | 单位 | 走势 | 2018 | 2019 | 2020 | 2022 |");
  CHECK(all.at(2) == "| 城镇新增就业 | 人 | ██▁· | ≥ 1100万 | ≥ 1100万 | ≥ 900万 | |");
  CHECK(all.at(3) == "| 城镇新增就业 · 完成值 | 人 | | | | | 1269万 |");
  CHECK(holds(all.back(), "&lt;script>\\|全市"));
  MadeTrend issuers = made_trend(false);
  issuers.table.by = write::TrendBy::issuer;
  CHECK(lines(trend(issuers, {.format = Format::md})).at(0) == "| indicator | unit | 2018 | 2019 | 2020 | 2022 |");
}

TEST_CASE("nothing found is said in a line") {
  MadeTrend made(false);
  made.plan(2020, "", "2020");
  made.plan(2021, "", "2021");
  CHECK(trend(made, {.format = Format::table}) == "no indicator is found in several of the 2 plans\n");
  made.row("甲", "%");
  made.value(0, "=", "1", "1");
  CHECK(lines(trend(made, {.format = Format::table})).back() == "1 indicator in 2 plans");
}
