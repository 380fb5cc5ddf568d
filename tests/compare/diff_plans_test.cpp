// What `diff` takes for OLD and NEW: documents, folders, tables in every format, and what it says of broken ones.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compare/diff_plan_folder.hpp"

using namespace diff_tests;
using Strings = std::vector<std::string>;

namespace {

const Strings kStatuses = {"lowered", "raised", "added", "same", "dropped"};

/// The table that `targets` writes of a plan.
std::string table_of(const Plans& plans, const std::string& plan, const std::string& name,
                     const Strings& options = {}) {
  Strings args = {"targets", plan, "--role", "all", "-o", plans.folder.path(name)};
  args.insert(args.end(), options.begin(), options.end());
  REQUIRE(run(args).status == 0);
  return plans.folder.path(name);
}

}  // namespace

TEST_CASE("a table that targets wrote stands for the plan it was written of") {
  Plans plans;
  for (const char* name : {"t.csv", "t.tsv", "t.jsonl", "t.json", "t.xlsx"}) {
    CAPTURE(name);
    const auto rows = changes({table_of(plans, plans.before, name), plans.after});
    CHECK(column(rows, "status") == kStatuses);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0]["old"]["file"] == plans.before);
    CHECK(rows[0]["old"]["line"] == 3);
    CHECK(rows[0]["delta"] == -1.4);
  }
  const auto excel = table_of(plans, plans.before, "e.csv", {"--excel"});
  CHECK(column(changes({excel, plans.after}), "status") == kStatuses);
  const auto piped =
      run({"diff", "-", plans.after, "--format", "jsonl"}, run({"targets", plans.before, "--format", "jsonl"}).out);
  CHECK(column(lines(piped.out), "status") == kStatuses);
}

TEST_CASE("an edited table: what was written into it counts") {
  Plans plans;
  const auto table = plans.write("t.csv", "条目,指标,数值,单位,备注\n一,床位,130,张,核对过\n一,新公园,,座,\n");
  const auto rows = changes({table, plans.after, "--only", "lowered"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["old"]["value"] == 130);
  CHECK(rows[0]["old"]["file"] == table);
  CHECK(rows[0]["old"]["line"] == 2);
}

TEST_CASE("a plan that opens with a table of targets is no table of records") {
  Plans plans;
  const auto plan = plans.write("p.txt", "指标\t单位\t2022年目标\n床位\t张\t120\n公园\t个\t4\n");
  const auto outcome = run({"diff", plans.before, plan, "--format", "jsonl"});
  CHECK(outcome.status == 0);
  const auto rows = lines(outcome.out);
  CHECK(std::any_of(rows.begin(), rows.end(),
                    [](const json& row) { return row["status"] == "raised" && row["indicator"] == "床位"; }));
}

TEST_CASE("a broken row is told with its line, the others are compared, the status is 2") {
  Plans plans;
  std::string text = run({"targets", plans.before, "--format", "jsonl"}).out;
  const std::size_t second = text.find('\n') + 1;
  text.insert(second, "{\"indicator\": \"床位\", \"val\n");
  const auto table = plans.write("t.jsonl", text);
  const auto outcome = run({"diff", table, plans.after, "--format", "jsonl"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("zhibiao: " + table + ":2: no object of JSON") != std::string::npos);
  CHECK(column(lines(outcome.out), "status") == kStatuses);
}

TEST_CASE("rows of another version are told, with the number of those that are not told") {
  Plans plans;
  const auto strange = plans.write(
      "a.jsonl",
      "{\"indicator\": \"床位\", \"value\": 100, \"unit\": \"张\", \"role\": \"target\", \"kind\": \"wish\"}\n"
      "{\"indicator\": \"公园\", \"value\": 3, \"unit\": \"个\", \"role\": \"target\"}\n"
      "{\"indicator\": \"厕所\", \"amount\": 3}\n");
  const auto outcome = run({"diff", strange, plans.after, "--format", "jsonl"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find(strange + ":1: kind 'wish' is no kind; this row is left out\n") != std::string::npos);
  CHECK(outcome.err.find(strange + ":3: says no indicator with a value") != std::string::npos);
  CHECK(outcome.out.find("公园") != std::string::npos);
  std::string many;
  for (int i = 0; i < 15; ++i) many += "{\"indicator\": \"床位\", \"value\": \"viel\"}\n";
  const auto broken = plans.write("b.jsonl", many + "{\"indicator\": \"床位\", \"value\": 1}\n");
  const auto told = run({"diff", broken, plans.after});
  CHECK(std::count(told.err.begin(), told.err.end(), '\n') == 11);
  CHECK(told.err.find("b.jsonl: 5 more rows that cannot be used are left out\n") != std::string::npos);
  const auto none = plans.write("c.jsonl", "{\"name\": \"床位\", \"amount\": 3}\n");
  const auto refused = run({"diff", none, plans.after});
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("no table of records") != std::string::npos);
}

TEST_CASE("folders: plans are paired by what they say of themselves, the others told") {
  const Folder folder;
  const auto plan = [&](const std::string& name, const std::string& title, const std::string& beds) {
    folder.file(name, title + "\n一、卫生\n新增床位" + beds + "张。\n");
  };
  plan("old/1.txt", "甲市2021年卫生工作要点", "100");
  plan("old/2.txt", "甲市2021年园林建设计划", "10");
  plan("new/1.txt", "甲市2022年园林建设计划", "20");
  plan("new/2.txt", "甲市2022年卫生工作要点", "50");
  plan("new/3.txt", "乙县2022年脱贫攻坚实施方案", "7");
  const auto outcome = run({"diff", folder.path("old"), folder.path("new"), "--format", "jsonl"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.find(folder.path("new/3.txt") + ": no plan of the old side") != std::string::npos);
  const auto rows = lines(outcome.out);
  REQUIRE(column(rows, "status") == Strings{"raised", "lowered", "added"});
  CHECK(rows[0]["old"]["file"] == folder.path("old/2.txt"));
  CHECK(rows[1]["old"]["file"] == folder.path("old/1.txt"));
  const auto table = run({"diff", folder.path("old"), folder.path("new"), "--format", "table", "--lang", "en"});
  CHECK(table.out.find("old  " + folder.path("old/2.txt")) != std::string::npos);
  CHECK(table.out.find("old  (no such plan)\nnew  " + folder.path("new/3.txt")) != std::string::npos);
}

TEST_CASE("a table of many plans is parted by their files") {
  Plans plans;
  Strings args = {"targets", plans.before, plans.after, "-o", plans.folder.path("both.csv")};
  REQUIRE(run(args).status == 0);
  const auto rows = changes({plans.folder.path("both.csv"), plans.folder.path("both.csv")});
  CHECK(rows.size() == 8);
  for (const json& row : rows) CHECK(row["status"] == "same");
}

TEST_CASE("one file of a folder that cannot be read: the others are compared, the status is 2") {
  const Folder folder;
  folder.file("old/1.txt", "甲市2021年工作要点\n新增床位100张。\n");
  folder.file("old/2.txt", "");
  folder.file("new/1.txt", "甲市2022年工作要点\n新增床位120张。\n");
  const auto outcome = run({"diff", folder.path("old"), folder.path("new"), "--format", "jsonl"});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("2.txt: the file is empty") != std::string::npos);
  CHECK(column(lines(outcome.out), "status") == Strings{"raised"});
}
