// The command `diff`: what it prints in each form, and what it says of bad input.
#include <doctest/doctest.h>

#include <string>

#include "compare/diff_plan_folder.hpp"

using namespace diff_tests;

TEST_CASE("JSON Lines: a change a line, with both records whole") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after, "--format", "jsonl"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  const auto changes = lines(outcome.out);
  REQUIRE(changes.size() == 5);
  CHECK(changes[0]["status"] == "lowered");
  CHECK(changes[0]["strictness"] == "tighter");
  CHECK(changes[0]["delta"] == -1.4);
  CHECK(changes[0]["percent"] == -20);
  CHECK(changes[0]["moved"] == false);
  CHECK(changes[0]["old"]["mention"] == "7‰以内");
  CHECK(changes[0]["new"]["line"] == 3);
  CHECK(changes[1]["status"] == "raised");
  CHECK(changes[1]["delta"] == 20);
  CHECK(changes[2]["status"] == "added");
  CHECK(changes[2]["old"].is_null());
  CHECK(changes[2]["similarity"].is_null());
  CHECK(changes[3]["status"] == "same");
  CHECK(changes[4]["status"] == "dropped");
  CHECK(changes[4]["indicator"] == "公园");
  CHECK(changes[4]["new"].is_null());
}

TEST_CASE("CSV: a change a row, old and new in columns of their own") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("status,indicator,delta,percent,strictness,differs,moved,similarity,old_file,"));
  CHECK(outcome.out.find("\nraised,床位,20,20,tighter,,,") != std::string::npos);
  const auto chinese = run({"diff", plans.before, plans.after, "--header", "zh"});
  CHECK(chinese.out.starts_with("变化,指标,差值,"));
  CHECK(chinese.out.find("旧数值") != std::string::npos);
}

TEST_CASE("the table shows what differs under the new plan's headings, and counts the rest") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after, "--format", "table", "--lang", "en"});
  CHECK(outcome.out.find("卫生\n") != std::string::npos);
  CHECK(outcome.out.find("≤ 7‰") != std::string::npos);
  CHECK(outcome.out.find("森林覆盖率") == std::string::npos);
  CHECK(outcome.out.find("1 raised, 1 lowered, 1 same, 0 changed, 1 added, 1 dropped\n") != std::string::npos);
  const auto all = run({"diff", plans.before, plans.after, "--format", "table", "--lang", "zh", "--all"});
  CHECK(all.out.find("森林覆盖率") != std::string::npos);
  CHECK(all.out.find("收紧") != std::string::npos);
}

TEST_CASE("bad input is said in one line") {
  Plans plans;
  CHECK(run({"diff", plans.before}).status == 2);
  CHECK(run({"diff", plans.before}).err.find("name OLD and NEW") != std::string::npos);
  CHECK(run({"diff", "-", "-"}).status == 2);
  CHECK(run({"diff", plans.before, plans.folder.path("none.txt")}).status == 2);
  CHECK(run({"diff", plans.before, plans.after, "--role", "all"}).status == 2);
  const auto blank = plans.write("blank.txt", "没有任何数字。\n");
  const auto outcome = run({"diff", plans.before, blank, "--format", "jsonl"});
  CHECK(outcome.err.find("no targets found") != std::string::npos);
  CHECK(lines(outcome.out).size() == 4);
  const auto piped = run({"diff", plans.before, "-", "--format", "jsonl"}, kNew);
  CHECK(lines(piped.out).size() == 5);
}

TEST_CASE("JSON: the same objects in one array") {
  Plans plans;
  const auto array = json::parse(run({"diff", plans.before, plans.after, "--format", "json"}).out);
  const auto rows = changes({plans.before, plans.after});
  REQUIRE(array.is_array());
  CHECK(std::vector<json>(array.begin(), array.end()) == rows);
  const auto none = run({"diff", plans.before, plans.before, "--format", "json", "--only", "added"});
  CHECK(json::parse(none.out) == json::array());
}

TEST_CASE("every row names both files, also where one of them has nothing") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after, "--only", "added,dropped", "--format", "tsv"});
  for (const char* status : {"added", "dropped"}) {
    const std::size_t at = outcome.out.find(std::string("\n") + status);
    REQUIRE(at != std::string::npos);
    const std::string row = outcome.out.substr(at + 1, outcome.out.find('\n', at + 1) - at);
    CHECK(row.find(plans.before) != std::string::npos);
    CHECK(row.find(plans.after) != std::string::npos);
  }
}

TEST_CASE("Markdown: a heading for the plans, a table, the counts") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after, "--format", "md", "--lang", "en"});
  CHECK(outcome.out.starts_with("## "));
  CHECK(outcome.out.find("| raised | 卫生 | 床位 | 100张 | 120张 | +20张 |") != std::string::npos);
  CHECK(outcome.out.find("1 raised, 1 lowered, 1 same") != std::string::npos);
}

TEST_CASE("for Excel no cell begins a formula, and the header is Chinese") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.after, "--excel"});
  CHECK(outcome.out.starts_with("\xEF\xBB\xBF变化,指标,"));
  CHECK(outcome.out.find(",≤,") != std::string::npos);
  CHECK(outcome.out.find(",<=,") == std::string::npos);
  CHECK(outcome.out.find("\r\n") != std::string::npos);
}
