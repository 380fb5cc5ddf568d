// The way in: lists of files, filters, encodings and the texts that --save-text leaves.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kPlan = "一、工作\n新增床位5张。\n";
const std::string kGbk = "\xD2\xBB\xA1\xA2\xB9\xA4\xD7\xF7\n\xD0\xC2\xD4\xF6\xB4\xB2\xCE\xBB\x35\xD5\xC5\xA1\xA3\n";

}  // namespace

TEST_CASE("names come from arguments and lists alike") {
  const Folder folder;
  const std::string one = folder.file("甲 一.txt", kPlan);
  const std::string two = folder.file("乙\n二.txt", kPlan);
  folder.file("lines", one + "\n");
  folder.file("nul", two + std::string(1, '\0'));
  const auto count = [](const std::string& csv) { return std::count(csv.begin(), csv.end(), '\n') - 1; };
  const auto lines = run({"targets", one, "--files-from", folder.path("lines"), "--columns", "unit"});
  CHECK(lines.err.empty());
  CHECK(count(lines.out) == 2);
  CHECK(run({"targets", "--files-from", folder.path("nul"), "-0", "--columns", "unit"}).out == "unit\n张\n");
  CHECK(run({"targets", "--files-from", "-", "--columns", "unit"}, one + "\n").out == "unit\n张\n");
  CHECK(run({"targets", folder.path(), "--include", "甲*", "--columns", "unit"}).out == "unit\n张\n");
  CHECK(run({"targets", folder.path(), "--exclude", "*.txt", "--exclude", "lines", "--exclude", "nul"}).err ==
        "zhibiao: " + folder.path() + ": no plan files below this folder\n");
}

TEST_CASE("a GBK file gives what its UTF-8 copy gives; --save-text keeps the text that offsets count in") {
  const Folder folder;
  const std::string gbk = folder.file("计划/gbk.txt", kGbk);
  const auto outcome = run(
      {"targets", gbk, "--columns", "indicator,value,unit,mention,line,start,end", "--save-text", folder.path("t")});
  CHECK(outcome.err.empty());
  CHECK(outcome.out == "indicator,value,unit,mention,line,start,end\n床位,5,张,5张,2,25,29\n");
  CHECK(content(folder.path("t") + gbk + ".txt") == kPlan);
  CHECK(kPlan.substr(25, 4) == "5张");
}

TEST_CASE("standard input is saved too, and no name leads out of the folder") {
  const Folder folder;
  CHECK(run({"targets", "-", "--save-text", folder.path("t")}, kPlan).status == 0);
  CHECK(content(folder.path("t/stdin.txt")) == kPlan);
  folder.file("a/plan.txt", kPlan);
  CHECK(run({"targets", folder.path("a/../a/plan.txt"), "--save-text", folder.path("t")}).status == 0);
  CHECK(content(folder.path("t") + folder.path("a/_/a/plan.txt") + ".txt") == kPlan);
}

TEST_CASE("a folder that cannot take the texts is said, and no record is lost") {
  const Folder folder;
  folder.file("t", "a file, not a folder");
  const std::string plan = folder.file("plan.txt", kPlan);
  const auto outcome = run({"targets", plan, "--save-text", folder.path("t")});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.find("床位") != std::string::npos);
  CHECK(outcome.err.find("this folder cannot be made") != std::string::npos);
}
