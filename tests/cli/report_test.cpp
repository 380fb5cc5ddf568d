// The command report: a page of what can be read, and a word on what cannot.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kPlan = "2022年工作要点\n一、工作\n新增床位5张，每个村配备2-3名医生。\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("report writes one page with the text and its targets marked") {
  const Folder folder;
  const auto outcome = run({"report", "-", "-o", folder.path("a.html"), "--lang", "zh"}, kPlan);
  CHECK(outcome.err.empty());
  CHECK(outcome.status == 0);
  const std::string page = content(folder.path("a.html"));
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  CHECK(has(page, "新增床位<mark class=\"k-count r-target\" id=\"m1\""));
  CHECK(has(page, "<a href=\"#m1\">床位</a>"));
}

TEST_CASE("report goes into a pipe, but not onto a terminal") {
  CHECK(run({"report", "-"}, kPlan).out.starts_with("<!DOCTYPE html>"));
  const zhibiao::cli::Terminal terminal{.tty = true, .width = 80, .chinese = false};
  const auto refused = run({"report", "-"}, kPlan, terminal);
  CHECK(refused.status == 2);
  CHECK(refused.err == "zhibiao: a page is nothing for a terminal: -o FILE.html\n");
}

TEST_CASE("a file that cannot be read is told and left out; without any there is no page") {
  const Folder folder;
  const auto mixed = run({"report", folder.path("none.txt"), "-", "-o", folder.path("a.html")}, kPlan);
  CHECK(mixed.status == 2);
  CHECK(has(mixed.err, "none.txt: no such file"));
  CHECK(has(content(folder.path("a.html")), "id=\"m1\""));
  const auto nothing = run({"report", folder.path("none.txt"), "-o", folder.path("b.html")});
  CHECK(nothing.status == 2);
  CHECK(has(nothing.err, "no document could be read, so no page is written"));
  CHECK_FALSE(std::filesystem::exists(folder.path("b.html")));
}

TEST_CASE("--role chooses what is shown, --title the title") {
  const std::string text = "一、回顾\n全市床位达到5张。\n二、计划\n新增床位6张。\n";
  const auto target = run({"report", "-", "--role", "target", "--title", "A & B"}, text).out;
  CHECK(has(target, "<title>A &amp; B</title>"));
  CHECK_FALSE(has(target, "r-result\" id="));
  const auto wrong = run({"report", "-", "--role", "promise"}, text);
  CHECK(wrong.status == 2);
  CHECK(has(wrong.err, "expected target, result, mention or all"));
}
