// The command `trend`: its columns and rows, what it leaves out when asked to, and what it says of bad input.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "compare/diff_plan_folder.hpp"

using namespace diff_tests;

namespace {

struct Years {
  Folder folder;
  std::string first = folder.file("plan-2019.txt",
                                  "2019年卫生健康工作要点\n一、2018年回顾\n2018年，婴儿死亡率为6.8‰。\n二、2019年任务\n"
                                  "婴儿死亡率控制在7‰以内。新增托位800个。\n");
  std::string second = folder.file("plan-2020.txt", "2020年卫生健康工作要点\n一、任务\n婴儿死亡率控制在6‰以内。\n");
  std::string third =
      folder.file("plan-2021.txt", "2021年卫生健康工作要点\n一、任务\n婴儿死亡率控制在5‰以内。新增托位1200个。\n");
};

/// The long form, a cell a line.
std::vector<json> cells(std::vector<std::string> args) {
  args.insert(args.begin(), "trend");
  args.insert(args.end(), {"--format", "jsonl"});
  return lines(run(args).out);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a table has a column for each year, whatever the order of the files, and gaps stay empty") {
  const Years years;
  const auto outcome =
      run({"trend", years.third, years.first, years.second, "--format", "table", "--lang", "en", "--width", "100"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  const std::size_t y2019 = outcome.out.find("2019");
  const std::size_t y2021 = outcome.out.find("2021");
  CHECK(y2019 < outcome.out.find("2020"));
  CHECK(y2021 != std::string::npos);
  CHECK(outcome.out.find("2020") < y2021);
  CHECK(has(outcome.out, "≤ 7"));
  CHECK(has(outcome.out, "1200"));
}

TEST_CASE("the long form has a line for each value, in its row's unit, with its place") {
  const Years years;
  const auto all = cells({years.first, years.second, years.third});
  REQUIRE(all.size() == 5);
  for (const json& cell : all) {
    CHECK(cell["role"] == "target");
    CHECK(cell["unit"] == (cell["indicator"] == "托位" ? "个" : "‰"));
    CHECK(cell["line"].get<int>() > 1);
  }
}

TEST_CASE("a folder is as good as its files, and so is a table that targets wrote") {
  const Years years;
  const auto expected = cells({years.first, years.second, years.third}).size();
  CHECK(cells({years.folder.path()}).size() == expected);
  const std::string table = years.folder.path() + "/all.csv";
  REQUIRE(run({"targets", years.first, years.second, years.third, "-o", table}).status == 0);
  CHECK(cells({table}).size() == expected);
}

TEST_CASE("--with-results sets what was reached beside what was promised") {
  const Years years;
  const auto all = cells({years.first, years.second, years.third, "--with-results"});
  const auto results = std::count_if(all.begin(), all.end(), [](const json& cell) { return cell["role"] == "result"; });
  CHECK(results == 1);
  CHECK(all.size() == 6);
}

TEST_CASE("--min, --grep and --kind leave rows out") {
  const Years years;
  const std::vector<std::string> files = {years.first, years.second, years.third};
  const auto with = [&](std::vector<std::string> options) {
    options.insert(options.begin(), files.begin(), files.end());
    return cells(options);
  };
  CHECK(with({"--min", "3"}).size() == 3);
  CHECK(with({"--grep", "托"}).size() == 2);
  CHECK(with({"--kind", "rate"}).size() == 3);
  CHECK(with({"--kind", "count"}).size() == 2);
}

TEST_CASE("--explain names every member with its place") {
  const Years years;
  const auto outcome = run({"trend", years.first, years.second, years.third, "--format", "table", "--explain", "--grep",
                            "婴儿", "--lang", "en"});
  CHECK(outcome.status == 0);
  CHECK(has(outcome.out, "plan-2019.txt:5"));
  CHECK(has(outcome.out, "plan-2020.txt:3"));
  CHECK(has(outcome.out, "婴儿死亡率控制在6‰以内"));
}

TEST_CASE("--by issuer has a column for each office") {
  const Folder folder;
  const std::string first =
      folder.file("a.txt", "甲市卫生健康局\n2021年工作要点\n一、任务\n婴儿死亡率控制在7‰以内。\n");
  const std::string second =
      folder.file("b.txt", "乙市卫生健康局\n2021年工作要点\n一、任务\n婴儿死亡率控制在6‰以内。\n");
  const auto outcome = run({"trend", first, second, "--by", "issuer", "--format", "csv"});
  CHECK(outcome.status == 0);
  CHECK(has(outcome.out, "甲市卫生健康局"));
  CHECK(has(outcome.out, "乙市卫生健康局"));
}

TEST_CASE("--plot draws beside the table") {
  const Years years;
  const std::string svg = years.folder.path() + "/x.svg";
  const auto outcome = run({"trend", years.first, years.second, years.third, "--plot", svg});
  CHECK(outcome.status == 0);
  CHECK(has(outcome.out, "婴儿死亡率"));
  const std::string drawn = zhibiao_tests::content(svg);
  CHECK(drawn.find("<svg") != std::string::npos);
  CHECK(has(drawn, "婴儿死亡率"));
}

TEST_CASE("table and drawings are both written, or neither") {
  const Years years;
  const std::string table = years.folder.path("t.csv");
  const auto nowhere = run(
      {"trend", years.first, years.second, years.third, "-o", table, "--plot", years.folder.path() + "/none/x.svg"});
  CHECK(nowhere.status == 2);
  CHECK(has(nowhere.err, "there is no folder"));
  CHECK(zhibiao_tests::content(table).empty());
  const auto printed = run({"trend", years.first, years.second, "--plot", years.folder.path() + "/none/x.svg"});
  CHECK(printed.out.empty());
  const auto both = run({"trend", years.first, years.second, "--plot", "-"});
  CHECK(both.status == 2);
  CHECK(both.out.empty());
  CHECK(has(both.err, "cannot both go to standard output"));
  CHECK(has(run({"trend", years.first, years.second, "-o", table, "--plot", table}).err, "asks for csv"));
  const auto drawn = run({"trend", years.first, years.second, years.third, "-o", table, "--plot", "-"});
  CHECK(drawn.status == 0);
  CHECK(has(drawn.out, "<svg"));
  CHECK(has(zhibiao_tests::content(table), "婴儿死亡率"));
}

TEST_CASE("--grep finds rows by what they measure, not by the sentences that say so") {
  const Years years;
  const auto found = [&](const std::string& text) {
    return run({"trend", years.first, years.second, years.third, "--format", "csv", "--grep", text}).out;
  };
  CHECK(has(found("托位"), "托位"));
  CHECK_FALSE(has(found("托位"), "婴儿死亡率"));
  CHECK_FALSE(has(found("以内"), "婴儿死亡率"));
  CHECK_FALSE(has(found("no such word"), "托位"));
}

TEST_CASE("what cannot be done is said in one line") {
  const Years years;
  const auto one = run({"trend", years.first});
  CHECK(one.status == 2);
  CHECK(one.out.empty());
  CHECK(has(one.err, "two plans or more"));
  CHECK(run({"trend"}).status == 2);
  CHECK(has(run({"trend", years.first, years.second, "--min", "1"}).err, "--min needs 2 or more"));
  CHECK(has(run({"trend", years.first, years.second, "--threshold", "x"}).err, "similarity from 0 to 1"));
  CHECK(has(run({"trend", years.first, years.second, "--by", "place"}).err, "issuer"));
  CHECK(has(run({"trend", years.first, years.second, "--explain", "--format", "csv"}).err, "--explain"));
}

TEST_CASE("a missing file is said, the others are still followed, and the status tells") {
  const Years years;
  const auto outcome = run({"trend", years.first, years.folder.path() + "/none.txt", years.second});
  CHECK(outcome.status == 2);
  CHECK(has(outcome.err, "none.txt"));
  CHECK(has(outcome.out, "婴儿死亡率"));
}

TEST_CASE("plans without targets or without a year, and plans that share nothing, are worth a warning") {
  const Years years;
  const std::string none = years.folder.file("none.txt", "2022年工作要点\n一、任务\n加强管理。\n");
  CHECK(has(run({"trend", years.first, years.second, none}).err, "none.txt: no targets found"));
  const std::string undated = years.folder.file("undated.txt", "工作要点\n一、任务\n新建公园5个。\n");
  const auto outcome = run({"trend", years.second, undated});
  CHECK(outcome.status == 0);
  CHECK(has(outcome.err, "undated.txt: no plan year found"));
  CHECK(has(outcome.err, "no indicator asked for"));
}
