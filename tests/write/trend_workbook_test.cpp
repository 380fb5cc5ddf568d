// A trend as a workbook, read back with libraries other than the one that writes it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "write/trend_sample.hpp"
#include "write/workbook_reading.hpp"
#include "zhibiao/error.hpp"

using namespace zhibiao;
using zhibiao_tests::Folder;
using zhibiao_tests::made_trend;
using zhibiao_tests::MadeTrend;
using zhibiao_tests::workbook::bytes_of;
using zhibiao_tests::workbook::Read;
using zhibiao_tests::workbook::unzipped;

namespace {

std::string make(const Folder& folder, const MadeTrend& made, const WriteOptions& options = {}) {
  std::string path = folder.path("trend.xlsx");
  write::write_trend_workbook(path, made.table, options);
  return path;
}

/// The charts of a workbook, parsed, in their order.
std::vector<std::string> charts(const std::string& path) {
  const auto parts = unzipped(path);
  std::vector<std::string> found;
  for (std::size_t i = 1; parts.contains("xl/charts/chart" + std::to_string(i) + ".xml"); ++i) {
    found.push_back(parts.at("xl/charts/chart" + std::to_string(i) + ".xml"));
    pugi::xml_document xml;
    CHECK(xml.load_string(found.back().c_str()));
  }
  return found;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the sheet of indicators has numbers as numbers, bounds beside them, and text that is no formula") {
  const Folder folder;
  const Read read(make(folder, made_trend()));
  CHECK(read.names == std::vector<std::string>{"trend", "charts", "facts"});
  CHECK(read.cell("trend", 0, "2018").type == "number");
  CHECK(read.cell("trend", 0, "2018").text == "11000000");
  CHECK(read.cell("trend", 0, "2018_comparator").text == ">=");
  CHECK(read.cell("trend", 0, "2022_result").text == "12690000");
  CHECK(read.cell("trend", 0, "2022").text.empty());
  CHECK(read.cell("trend", 1, "2019_max").text == "6.5");
  CHECK(read.cell("trend", 2, "2018").type == "text");
  CHECK(read.cell("trend", 2, "2018").text == "2018-06");
  CHECK(read.cell("trend", 3, "indicator").type == "text");
  CHECK(read.cell("trend", 3, "indicator").text.starts_with("=HYPERLINK"));
  CHECK_FALSE(read.sheet("trend").xml.select_nodes("//pane[@state='frozen']").empty());
}

TEST_CASE("the sheet of facts has a row for each value, linked to its file") {
  const Folder folder;
  const Read read(make(folder, made_trend()));
  REQUIRE(read.sheet("facts").rows.size() == 9);
  CHECK(read.cell("facts", 0, "row").text == "1");
  CHECK(read.cell("facts", 0, "file").text == "plans/2018.txt");
  CHECK(read.cell("facts", 0, "file").link.ends_with("plans/2018.txt"));
  CHECK(read.cell("facts", 3, "role").text == "result");
  CHECK(read.cell("facts", 8, "fact_indicator").text.starts_with("原=HYPERLINK"));
}

TEST_CASE("each row with values has a chart that draws from its cells") {
  const Folder folder;
  const auto all = charts(make(folder, made_trend()));
  REQUIRE(all.size() == 3);  // none of the milestone
  CHECK(holds(all[0], "城镇新增就业 [人]"));
  CHECK(holds(all[0], "trend!$H$2:$K$2"));
  CHECK(holds(all[0], "trend!$L$2:$O$2"));  // its results
  CHECK(holds(all[0], "trend!$H$1:$K$1"));
  CHECK(holds(all[0], "<c:lineChart>"));
  CHECK(holds(all[0], "0\\.0,"));  // in 万
  CHECK(holds(all[1], "trend!$H$3:$K$3"));
  CHECK_FALSE(holds(all[1], "$L$3"));
  CHECK(holds(all[2], "trend!$H$5:$K$5"));
  CHECK_FALSE(holds(all[2], "<c:f>HYPERLINK"));
}

TEST_CASE("the columns that charts draw from are the plans' values") {
  const Folder folder;
  const Read read(make(folder, made_trend()));
  const auto& header = read.sheet("trend").header;
  CHECK(header.at(7) == "2018");   // H
  CHECK(header.at(10) == "2022");  // K
  CHECK(header.at(11) == "2018_result");
}

TEST_CASE("by issuer the charts are bars") {
  const Folder folder;
  MadeTrend made = made_trend(false);
  made.table.by = write::TrendBy::issuer;
  const auto all = charts(make(folder, made));
  REQUIRE_FALSE(all.empty());
  CHECK(holds(all[0], "<c:barChart>"));
}

TEST_CASE("many rows have 24 charts") {
  const Folder folder;
  MadeTrend made = made_trend(false);
  for (int i = 0; i < 30; ++i) {
    made.row("甲", "%");
    made.value(0, "=", "5", "5");
  }
  CHECK(charts(make(folder, made)).size() == 24);
}

TEST_CASE("sheets and columns in Chinese; names of plans cannot harm the file") {
  const Folder folder;
  MadeTrend made = made_trend();
  made.table.columns[0].label = "=1+1\x01<'";
  const std::string path = make(folder, made, {.header = Language::zh, .language = Language::zh});
  const Read read(path);
  CHECK(read.names == std::vector<std::string>{"趋势", "图表", "明细"});
  CHECK(read.cell("趋势", 0, "指标").text == "城镇新增就业");
  CHECK(read.cell("趋势", 0, "=1+1_x0001_<'").text == "11000000");
  CHECK(charts(path).size() == 3);
}

TEST_CASE("an empty trend is a workbook too, the same input the same bytes, and a wrong path an error") {
  const Folder folder;
  MadeTrend none;
  CHECK(Read(make(folder, none)).sheet("trend").rows.empty());
  const std::string first = bytes_of(make(folder, made_trend()));
  CHECK(first == bytes_of(make(folder, made_trend())));
  CHECK_THROWS_AS(write::write_trend_workbook(folder.path("no/such/x.xlsx"), none.table, {}), Error);
}
