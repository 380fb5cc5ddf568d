// Trends for programs: the wide form in csv and tsv, the long form in jsonl and json.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "write/trend_sample.hpp"

using namespace zhibiao;
using nlohmann::json;
using zhibiao_tests::lines;
using zhibiao_tests::made_trend;
using zhibiao_tests::MadeTrend;

namespace {

std::string trend(const MadeTrend& made, const WriteOptions& options) {
  std::ostringstream out;
  write::write_trend(out, made.table, options, false);
  return out.str();
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) all.push_back(cell);
  return all;
}

/// The rows of a tsv by column name.
struct Wide {
  explicit Wide(const MadeTrend& made, const WriteOptions& options) {
    const auto all = lines(trend(made, options));
    names = cells(all.at(0));
    for (std::size_t i = 1; i < all.size(); ++i) rows.push_back(cells(all[i] + "\t\t"));
  }
  std::string at(std::size_t row, const std::string& name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    REQUIRE_MESSAGE(found != names.end(), name);
    const auto column = static_cast<std::size_t>(found - names.begin());
    return column < rows.at(row).size() ? rows[row][column] : std::string();
  }
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;
};

}  // namespace

TEST_CASE("the wide form has plain numbers by plan, one block for what can be charted") {
  const Wide wide(made_trend(), {.format = Format::tsv});
  REQUIRE(wide.rows.size() == 4);
  CHECK(wide.at(0, "indicator") == "城镇新增就业");
  CHECK(wide.at(0, "unit") == "人");
  CHECK(wide.at(0, "2018") == "11000000");
  CHECK(wide.at(0, "2020") == "9000000");
  CHECK(wide.at(0, "2022") == "");
  CHECK(wide.at(0, "2022_result") == "12690000");
  CHECK(wide.at(0, "2018_result") == "");
  CHECK(wide.at(1, "change") == "increase");
  CHECK(wide.at(1, "2020") == "");
  CHECK(wide.at(3, "per") == "年");
  const auto first = std::find(wide.names.begin(), wide.names.end(), "2018");
  CHECK(std::vector<std::string>(first, first + 5) ==
        std::vector<std::string>{"2018", "2019", "2020", "2022", "2018_result"});
}

TEST_CASE("comparators and upper ends stand in blocks of their own") {
  const Wide wide(made_trend(), {.format = Format::tsv});
  CHECK(wide.at(0, "2018_comparator") == ">=");
  CHECK(wide.at(0, "2022_result_comparator") == "=");
  CHECK(wide.at(1, "2019") == "6");
  CHECK(wide.at(1, "2019_comparator") == "range");
  CHECK(wide.at(1, "2019_max") == "6.5");
  CHECK(wide.at(1, "2018_max") == "");
  CHECK(std::find(wide.names.begin(), wide.names.end(), "2019_result_max") == wide.names.end());
}

TEST_CASE("a milestone's date stands where others have their value") {
  CHECK(Wide(made_trend(), {.format = Format::tsv}).at(2, "2018") == "2018-06");
}

TEST_CASE("without results there are no columns for them") {
  const Wide wide(made_trend(false), {.format = Format::tsv});
  CHECK_FALSE(wide.names.empty());
  for (const auto& name : wide.names) CHECK(name.find("result") == std::string::npos);
}

TEST_CASE("Chinese names of columns") {
  const Wide wide(made_trend(), {.format = Format::tsv, .header = Language::zh});
  CHECK(wide.at(0, "指标") == "城镇新增就业");
  CHECK(wide.at(0, "2022完成值") == "12690000");
  CHECK(wide.at(0, "2018界限") == ">=");
  CHECK(wide.at(1, "2019上限") == "6.5");
}

TEST_CASE("csv for Excel: no cell becomes a formula or a date") {
  WriteOptions options{.format = Format::tsv};
  options.csv.guard = true;
  MadeTrend made = made_trend();
  made.table.columns[1].label = "=1+1";
  const Wide wide(made, options);
  CHECK(wide.at(0, "2018_comparator") == "≥");
  CHECK(wide.at(3, "indicator").starts_with("'=HYPERLINK"));
  CHECK(wide.at(2, "2018") == "2018-06-XX");
  CHECK(wide.at(1, "'=1+1") == "6");
}

TEST_CASE("csv is the same with commas") {
  const auto csv = lines(trend(made_trend(false), {.format = Format::csv}));
  CHECK(csv.at(0) ==
        "indicator,scope,unit,per,change,kind,similarity,2018,2019,2020,2022,2018_comparator,2019_comparator,"
        "2020_comparator,2022_comparator,2018_max,2019_max,2020_max,2022_max");
  CHECK(csv.at(1) == "城镇新增就业,,人,,,count,1.000,11000000,11000000,9000000,,>=,>=,>=,,,,,");
}

TEST_CASE("the long form has a line for each value, with its fact and place") {
  const auto all = lines(trend(made_trend(), {.format = Format::jsonl}));
  REQUIRE(all.size() == 9);
  const json first = json::parse(all[0]);
  CHECK(first["row"] == 1);
  CHECK(first["indicator"] == "城镇新增就业");
  CHECK(first["fact_indicator"] == "原城镇新增就业");
  CHECK(first["plan"] == "2018");
  CHECK(first["file"] == "plans/2018.txt");
  CHECK(first["issuer"] == "国务院");
  CHECK(first["year"] == 2018);
  CHECK(first["role"] == "target");
  CHECK(first["comparator"] == ">=");
  CHECK(first["value"] == 11000000);
  CHECK(first["value_max"] == nullptr);
  CHECK(first["unit"] == "人");
  CHECK(first["mention"] == "11000000人");
  CHECK(first["line"] == 11);
  CHECK(first["similarity"] == doctest::Approx(0.9));
  const json result = json::parse(all[3]);
  CHECK(result["role"] == "result");
  CHECK(result["plan"] == "2022");
  CHECK(json::parse(all[5])["value_max"] == 6.5);
  CHECK(json::parse(all[7])["deadline"] == "2018-06");
  CHECK(json::parse(all[7])["value"] == nullptr);
  CHECK(json::parse(all[8])["scope"] == "<script>|全市");
}

TEST_CASE("json is the long form as one array") {
  const json all = json::parse(trend(made_trend(), {.format = Format::json}));
  REQUIRE(all.size() == 9);
  CHECK(all[4]["row"] == 2);
  MadeTrend none;
  CHECK(json::parse(trend(none, {.format = Format::json})).empty());
}

TEST_CASE("a value without results is not told as one") {
  MadeTrend made = made_trend();
  made.table.results = false;
  CHECK(lines(trend(made, {.format = Format::jsonl})).size() == 8);
}
