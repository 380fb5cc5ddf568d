// Summaries: the counts and how they are told.
#include "write/summary.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "text/width.hpp"
#include "write/sample.hpp"

using namespace zhibiao;
using zhibiao_tests::fact;
using zhibiao_tests::lines;
using zhibiao_tests::sample;
using zhibiao_tests::written;

TEST_CASE("counts by role, kind and section") {
  const Analysis analysis = sample();
  const write::Summary summary = write::summarise(analysis);
  CHECK(summary.levels == std::vector<std::size_t>{2, 1});
  CHECK(summary.roles[Role::target] == 4);
  CHECK(summary.roles[Role::result] == 1);
  CHECK(summary.roles[Role::mention] == 1);
  for (const Kind kind : {Kind::rate, Kind::count, Kind::money, Kind::deadline}) CHECK(summary.kinds[kind] == 1);
  CHECK(summary.kinds.sum() == 4);
  REQUIRE(summary.sections.size() == 2);
  CHECK(summary.sections[0].item->path == "一");
  CHECK(summary.sections[0].targets == 2);
  CHECK(summary.sections[1].targets == 2);
}

TEST_CASE("deadlines come by their last day; lengths have none") {
  const Analysis analysis = sample();
  std::vector<std::string> due;
  for (const Fact* one : write::summarise(analysis).deadlines) due.push_back(one->deadline);
  CHECK(due == std::vector<std::string>{"2020-05-31", "2020-05", "2019/2020"});
}

TEST_CASE("the largest come by kind, then by size") {
  Analysis analysis;
  for (const char* value : {"5", "70", "6", "100", "1"}) analysis.facts.push_back(fact("x", "=", value, "个"));
  analysis.facts.push_back(fact("y", "=", "2", "元"));
  analysis.facts.back().kind = Kind::money;
  analysis.facts[0].value_max = Decimal(90);
  std::vector<std::string> largest;
  for (const Fact* one : write::summarise(analysis).largest) largest.push_back(one->value->str());
  CHECK(largest == std::vector<std::string>{"2", "100", "5", "70"});
}

TEST_CASE("targets outside all sections and under repeated numbers are counted once, in their place") {
  Analysis analysis;
  analysis.items = {{1, 1, "一、", "一", "A", true, {100, 200}}, {5, 1, "一、", "一", "B", true, {200, 300}}};
  for (const std::size_t at : {10, 150, 250, 260}) {
    analysis.facts.push_back(fact("x", "=", "1", "个"));
    analysis.facts.back().span = {at, at + 1};
    analysis.facts.back().item = at < 100 ? "" : "一/2";
  }
  const auto sections = write::summarise(analysis).sections;
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].item == nullptr);
  CHECK(sections[0].targets == 1);
  CHECK(sections[1].targets == 1);
  CHECK(sections[2].targets == 2);
}

TEST_CASE("the rates named are of as many sections as there are, in the order of the text") {
  Analysis analysis;
  for (int i = 0; i < 9; ++i) {
    analysis.facts.push_back(fact("指标" + std::to_string(i) + "率", ">=", "90", "%"));
    analysis.facts.back().kind = Kind::rate;
    analysis.facts.back().item = i < 7 ? "一/1" : i == 7 ? "二" : "三/2";
  }
  std::string named;
  for (const Fact* one : write::summarise(analysis).rates) named += one->indicator + " ";
  CHECK(named == "指标0率 指标1率 指标2率 指标3率 指标7率 指标8率 ");
}

TEST_CASE("sections are drawn to scale, the largest with the longest bar") {
  Analysis analysis;
  analysis.items = {{1, 1, "一、", "一", "A", true, {0, 100}}, {5, 1, "二、", "二", "B", true, {100, 200}}};
  for (int i = 0; i < 6; ++i) {
    analysis.facts.push_back(fact("x", "=", "1", "个"));
    analysis.facts.back().item = i < 2 ? "一" : "二";
    const std::size_t at = i < 2 ? 10 : 110;
    analysis.facts.back().span = {at, at + 1};
  }
  const std::string text = written(summary_writer, {.format = Format::text}, {{"a.txt", analysis}});
  CHECK(text.find("一、A               2  ▇▇\n") != std::string::npos);
  CHECK(text.find("二、B               4  ▇▇▇▇\n") != std::string::npos);
}

TEST_CASE("json: an array with one object a document, the same keys in each") {
  const auto array = nlohmann::ordered_json::parse(
      written(summary_writer, {.format = Format::json}, {{"a.txt", sample()}, {"b.txt", Analysis{}}}));
  REQUIRE(array.size() == 2);
  const auto& one = array[0];
  CHECK(one["title"] == "2020年工作要点");
  CHECK(one["doc_number"] == "某卫〔2020〕8号");
  CHECK(one["issued"] == "2020-03-29");
  CHECK(one["plan_year"] == 2020);
  CHECK(one["addressees"] == nlohmann::ordered_json({"各县", "局属各单位"}));
  CHECK(one["items"] == 3);
  CHECK(one["roles"]["target"] == 4);
  CHECK(one["kinds"]["money"] == 1);
  CHECK(one["sections"][1]["targets"] == 2);
  CHECK(one["largest"][0]["value"] == 1889400000);
  CHECK(one["deadlines"][0]["deadline"] == "2020-05-31");
  CHECK(array[1]["title"].is_null());
  CHECK(array[1]["plan_year"].is_null());
  CHECK(array[1]["addressees"].empty());
  std::vector<std::string> keys[2];
  for (int i = 0; i < 2; ++i) {
    for (const auto& [key, value] : array[static_cast<std::size_t>(i)].items()) keys[i].push_back(key);
  }
  CHECK(keys[0] == keys[1]);
  CHECK(written(summary_writer, {.format = Format::json}, {}) == "[]\n");
}

TEST_CASE("text for people names what is there and fits") {
  const std::string text = written(summary_writer, {.format = Format::text}, {{"a.txt", sample()}});
  CHECK(text.starts_with("2020年工作要点\n"));
  for (const char* part :
       {"items       3 (level 1: 2, level 2: 1)", "targets     4 (rate 1, count 1, money 1, deadline 1)",
        "results     1 (", "18.894亿元  总投资", "一、服务能力", "2020-05-31  建档率"}) {
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
  }
  for (const std::string& line :
       lines(written(summary_writer, {.format = Format::text, .width = 60}, {{"a.txt", sample()}}))) {
    CHECK(text::display_width(line) <= 60);
  }
  CHECK(written(summary_writer, {.format = Format::text}, {{"a.txt", Analysis{}}}) ==
        "a.txt\n  items    none\n  targets  none\n");
}
