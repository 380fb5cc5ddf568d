// `diff -o X.xlsx`, read back with other libraries.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "compare/diff_plan_folder.hpp"
#include "write/workbook_reading.hpp"

using namespace diff_tests;
using zhibiao_tests::workbook::bytes_of;
using zhibiao_tests::workbook::Read;

TEST_CASE("a workbook: changes with old and new halves, and the counts") {
  Plans plans;
  const auto path = plans.folder.path("diff.xlsx");
  const auto outcome = run({"diff", plans.before, plans.after, "-o", path, "--threshold", "0.4"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  const Read book(path);
  REQUIRE(book.names == std::vector<std::string>{"changes", "summary"});
  const auto& sheet = book.sheet("changes");
  REQUIRE(sheet.rows.size() == 5);
  CHECK(sheet.header.front() == "status");
  const auto half = std::find(sheet.header.begin(), sheet.header.end(), "new_file");
  CHECK(std::find(sheet.header.begin(), half, "old_sentence") != half);
  CHECK(book.cell("changes", 0, "status").text == "lowered");
  CHECK(book.cell("changes", 0, "delta").type == "number");
  CHECK(book.cell("changes", 0, "delta").text == "-1.4");
  CHECK(book.cell("changes", 0, "old_value").text == "7");
  CHECK(book.cell("changes", 0, "new_value").text == "5.6");
  CHECK(book.cell("changes", 0, "old_file").link == "old.txt");
  CHECK(book.cell("changes", 0, "new_file").link == "new.txt");
  CHECK(book.cell("changes", 2, "status").text == "added");
  CHECK(book.cell("changes", 2, "old_file").text == plans.before);
  CHECK(book.cell("changes", 2, "old_value").text.empty());
  CHECK_FALSE(sheet.xml.select_nodes("//autoFilter").empty());
  CHECK_FALSE(sheet.xml.select_nodes("//conditionalFormatting").empty());
  const auto pane = sheet.xml.select_node("//pane").node();
  CHECK(pane.attribute("ySplit").as_int() == 1);
  CHECK(pane.attribute("xSplit").as_int() == 2);
  CHECK(book.cell("summary", 0, "what").text == "raised");
  CHECK(book.cell("summary", 0, "value").text == "1");
  const auto& told = book.sheet("summary").rows;
  CHECK(std::any_of(told.begin(), told.end(), [](const auto& row) {
    return row.at("what").text == "--threshold" && row.at("value").text == "0.4";
  }));
}

TEST_CASE("Chinese titles, and the same input gives the same bytes") {
  Plans plans;
  const auto path = plans.folder.path("a.xlsx");
  const std::vector<std::string> args = {"diff", plans.before, plans.after, "--header", "zh", "--lang", "zh", "-o"};
  const auto written = [&](const std::string& to) {
    auto all = args;
    all.push_back(to);
    REQUIRE(run(all).status == 0);
    return bytes_of(to);
  };
  CHECK(written(path) == written(plans.folder.path("b.xlsx")));
  const Read book(path);
  CHECK(book.names == std::vector<std::string>{"变化", "汇总"});
  CHECK(book.cell("变化", 0, "旧数值").text == "7");
  CHECK(book.cell("变化", 0, "新指标").text == "婴儿死亡率");
}

TEST_CASE("--achieved has its column, and no workbook goes to a terminal") {
  Plans plans;
  const auto after = plans.write("r.txt", "2022年工作要点\n一、2021年工作回顾\n2021年，新增床位120张。\n");
  const auto path = plans.folder.path("a.xlsx");
  REQUIRE(run({"diff", plans.before, after, "--achieved", "-o", path}).status == 0);
  const Read book(path);
  CHECK(book.cell("changes", 0, "achieved").text == "met");
  const zhibiao::cli::Terminal terminal{.tty = true};
  const auto refused = run({"diff", plans.before, after, "--format", "xlsx"}, "", terminal);
  CHECK(refused.status == 2);
  CHECK(refused.err.find("-o FILE.xlsx") != std::string::npos);
  const auto nowhere = run({"diff", plans.before, after, "-o", plans.folder.path("none/a.xlsx")});
  CHECK(nowhere.status == 2);
  CHECK(nowhere.out.empty());
}
