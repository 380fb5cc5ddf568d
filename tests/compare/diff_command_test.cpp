// The command `diff`: what it prints in each form, and what it says of bad input.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using nlohmann::json;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kOld =
    "2021年工作要点\n一、卫生\n婴儿死亡率控制在7‰以内。新增床位100张。新建公园3个。森林覆盖率达到45%。\n";
const std::string kNew =
    "2022年工作要点\n一、卫生\n婴儿死亡率控制在5.6‰以内。新增床位120张。改造厕所8座。森林覆盖率达到45%。\n";

struct Plans {
  Folder folder;
  std::string before = write("old.txt", kOld);
  std::string after = write("new.txt", kNew);
  std::string write(const std::string& name, const std::string& text) {
    std::ofstream(folder.path(name), std::ios::binary) << text;
    return folder.path(name);
  }
};

std::vector<json> lines(const std::string& text) {
  std::vector<json> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
  return all;
}

}  // namespace

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
