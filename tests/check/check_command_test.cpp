// The command `check`: what it answers, which faults it is asked for, what programs get.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kFaulty =
    "2021年工作要点\n一、任务\n婴儿死亡率控制在7%以内。\n二、投入\n加大投入。\n四、保障\n建档率达到190%。\n";
const std::string kSound = "2021年工作要点\n一、任务\n婴儿死亡率控制在7‰以内。\n二、保障\n加强领导。\n";

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("status 0 without faults, 1 with faults, 2 where not all could be read") {
  CHECK(run({"check", "-", "--format", "text", "--lang", "en"}, kSound).out == "no faults\n");
  CHECK(run({"check", "-"}, kSound).status == 0);
  CHECK(run({"check", "-"}, kFaulty).status == 1);
  const Folder folder;
  const std::string plan = folder.file("plan.txt", kFaulty);
  const auto partly = run({"check", plan, folder.path("none.txt")});
  CHECK(partly.status == 2);
  CHECK(lines_of(partly.out) == 4);  // what could be read is told
}

TEST_CASE("--fail-on says which severity counts") {
  CHECK(run({"check", "-", "--except", "value.range", "--fail-on", "error"}, kFaulty).status == 0);
  CHECK(run({"check", "-", "--fail-on", "error"}, kFaulty).status == 1);
  CHECK(run({"check", "-", "--fail-on", "never"}, kFaulty).status == 0);
}

TEST_CASE("faults are chosen by kind, family and severity") {
  const auto ids = [](std::vector<std::string> args) {
    args.insert(args.begin(), {"check", "-", "--format", "json"});
    std::string all;
    for (const auto& one : nlohmann::json::parse(run(args, kFaulty).out)) all += one["fault"].get<std::string>() + " ";
    return all;
  };
  CHECK(ids({}) == "value.permille numbering.jump value.range ");
  CHECK(ids({"--only", "numbering"}) == "numbering.jump ");
  CHECK(ids({"--only", "value,numbering.jump", "--except", "value.permille"}) == "numbering.jump value.range ");
  CHECK(ids({"--severity", "error"}) == "value.range ");
}

TEST_CASE("mistakes of usage are told in one line") {
  CHECK(run({"check", "-", "--only", "numbring"}, kSound).err ==
        "zhibiao: unknown fault 'numbring'; did you mean 'numbering'?\n");
  CHECK(run({"check", "-", "--severity", "fatal"}, kSound).err ==
        "zhibiao: unknown severity 'fatal'; expected error, warning or note\n");
  CHECK(run({"check", "-", "--resume", "-o", "x.csv"}, kSound).status == 2);
}

TEST_CASE("a program gets the place of each fault and reasons in the language of the header") {
  const auto row = nlohmann::json::parse(run({"check", "-", "--format", "json"}, kFaulty).out).at(1);
  CHECK(row["line"] == 6);
  CHECK(row["column"] == 1);
  CHECK(row["severity"] == "warning");
  CHECK(kFaulty.substr(row["start"].get<std::size_t>(), 6) == "四、");
  const std::string chinese = run({"check", "-", "--format", "csv", "--header", "zh"}, kFaulty).out;
  CHECK(chinese.starts_with("文件,行,列,严重程度,问题,"));
  CHECK(chinese.find("编号由“二、”跳到“四、”") != std::string::npos);
}

TEST_CASE("tables for people are in their language and never cut a reason") {
  const std::string table = run({"check", "-", "--format", "table", "--lang", "zh", "--width", "50"}, kFaulty).out;
  CHECK(table.find("警告") != std::string::npos);
  CHECK(table.find("…") == std::string::npos);
  CHECK(table.ends_with("1 处错误，2 处警告\n"));
}

TEST_CASE("lines as compilers print them") {
  const std::string text = run({"check", "-", "--format", "text", "--lang", "en"}, kFaulty).out;
  CHECK(text.find("-:6:1: warning: the numbering jumps from 二、 to 四、") != std::string::npos);
  CHECK(text.find("[numbering.jump]\n") != std::string::npos);
}
