// Targets in every form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "text/width.hpp"
#include "write/sample.hpp"

using namespace zhibiao;
using zhibiao_tests::lines;
using zhibiao_tests::sample;
using zhibiao_tests::written;

TEST_CASE("json lines hold all fields in order") {
  const auto rows =
      lines(written(targets_writer, {.format = Format::jsonl}, {{"a.txt", sample()}, {"b.txt", sample()}}));
  REQUIRE(rows.size() == 12);
  for (const std::string& row : rows) {
    const auto object = nlohmann::ordered_json::parse(row);
    std::size_t n = 0;
    for (const auto& [key, value] : object.items()) CHECK(key == fields()[n++].name);
    CHECK(n == fields().size());
  }
  CHECK(rows[2].find("\"value\":1889400000,\"value_max\":null,\"unit\":\"元\",\"per\":null") != std::string::npos);
  CHECK(rows[1].find("\"flags\":[\"approximate\",\"unit_inferred\"]") != std::string::npos);
  CHECK(rows[3].find("\"comparator\":null,\"value\":null") != std::string::npos);
}

TEST_CASE("columns choose and order, in any form") {
  WriteOptions options{.format = Format::csv,
                       .columns = {find_field("line"), find_field("value"), find_field("indicator")}};
  CHECK(lines(written(targets_writer, options, {{"a.txt", sample()}}))[1] == "4,1270,床位");
  options.format = Format::json;
  CHECK(nlohmann::ordered_json::parse(written(targets_writer, options, {{"a.txt", sample()}}))[0].dump() ==
        R"({"line":4,"value":1270,"indicator":"床位"})");
  options.format = Format::md;
  CHECK(lines(written(targets_writer, options, {{"a.txt", sample()}}))[2] == "| 4 | 1270 | 床位 |");
  options.format = Format::table;
  CHECK(lines(written(targets_writer, options, {{"a.txt", sample()}}))[1] == "   4        1270  床位");
  CHECK(lines(written(targets_writer, options, {{"a.txt", sample()}}))[0] == "line       value  indicator");
  options.language = Language::zh;
  CHECK(lines(written(targets_writer, options, {{"a.txt", sample()}}))[0] == "行        数值  指标");
}

TEST_CASE("Chinese column names where asked for; keys of JSON stay English") {
  const WriteOptions csv{
      .format = Format::csv, .columns = {find_field("line"), find_field("indicator")}, .header = Language::zh};
  CHECK(lines(written(targets_writer, csv, {{"a.txt", sample()}}))[0] == "行,指标");
  WriteOptions json = csv;
  json.format = Format::jsonl;
  CHECK(lines(written(targets_writer, json, {{"a.txt", sample()}}))[0] == R"({"line":4,"indicator":"床位"})");
}

TEST_CASE("for Excel: spellings it leaves alone, and a count of the words of the source that it will not") {
  Analysis analysis = sample();
  analysis.facts.resize(1);
  analysis.facts[0].item = "2/1/1";
  analysis.facts[0].comparator = "=";
  analysis.facts[0].indicator = "=HYPERLINK(\"x\")";
  analysis.facts[0].mention = "10:1";
  const WriteOptions options{.format = Format::csv,
                             .columns = {find_field("item"), find_field("comparator"), find_field("indicator"),
                                         find_field("deadline"), find_field("mention"), find_field("value")},
                             .header = Language::zh,
                             .csv = {.bom = true, .crlf = true, .guard = true}};
  std::ostringstream out;
  const auto writer = targets_writer(out, options);
  writer->write("a.txt", analysis);
  writer->finish();
  CHECK(out.str() ==
        "\xEF\xBB\xBF条目,比较,指标,期限,原文数值,数值\r\n"
        "2>1>1,等于,\"'=HYPERLINK(\"\"x\"\")\",2020-05-XX,10:1,1270\r\n");
  CHECK(writer->warnings() ==
        std::vector<std::string>{
            "Excel will turn 1 cell such as 2-3 or 10:1 into dates or times; --format xlsx keeps them"});
}

TEST_CASE("the table for people says at a glance what is promised") {
  const std::string text = written(targets_writer, {.format = Format::table}, {{"a.txt", sample()}});
  CHECK(text ==
        "item   role     action  indicator  value       scope             deadline    kind      line\n"
        "\n"
        "a.txt · 2020年工作要点 · 某市卫生健康局 · 2020\n"
        "一/一           新增    床位       ≥ 1270张                      2020-05     count        4\n"
        "一/一                   建档率     ≥ 62.5%     65岁及以上老年人  2020-05-31  rate         5\n"
        "二                      总投资     18.894亿元                    P3Y         money        8\n"
        "二                      大楼开工                                 2019/2020   deadline     9\n"
        "二     result           诊疗       38人次                                    count        9\n"
        "       mention                     3级                                       count        1\n");
}

TEST_CASE("the table fits every width a terminal has") {
  for (std::size_t width = 60; width <= 200; ++width) {
    for (const std::string& line :
         lines(written(targets_writer, {.format = Format::table, .width = width}, {{"a.txt", sample()}}))) {
      CHECK(text::display_width(line) <= width);
    }
  }
}

TEST_CASE("no facts: a header for programs, nothing for people") {
  const Analysis none;
  CHECK(lines(written(targets_writer, {.format = Format::csv}, {{"a.txt", none}})).size() == 1);
  CHECK(written(targets_writer, {.format = Format::json}, {{"a.txt", none}}) == "[]\n");
  CHECK(written(targets_writer, {.format = Format::jsonl}, {{"a.txt", none}}).empty());
  CHECK(written(targets_writer, {.format = Format::table}, {{"a.txt", none}}).empty());
  CHECK(written(targets_writer, {.format = Format::md}, {{"a.txt", none}}).empty());
}
