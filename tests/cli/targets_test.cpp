// The command `targets`: which records its options let pass, and what it says where none is left.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kPlan = "2022年工作要点\n一、强基层\n新增床位5张。\n二、抓质量\n农村妇女检查率达到80%以上。\n";

std::vector<std::string> with(std::vector<std::string> args, const std::vector<std::string>& more) {
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

}  // namespace

TEST_CASE("a file without targets is named, whatever the form of output") {
  const Folder folder;
  const std::string full = folder.file("full.txt", kPlan);
  const std::string bare = folder.file("bare.txt", "一、工作\n加强领导。\n");
  const std::string warning = "zhibiao: warning: " + bare + ": no targets found in this file\n";
  for (const std::string form : {"table", "csv", "json", "md"}) {
    const auto outcome = run({"targets", bare, full, "--format", form});
    CHECK(outcome.err == warning);
    CHECK(outcome.out.find("床位") != std::string::npos);
    CHECK(outcome.status == 0);
  }
  CHECK(run({"targets", full, "--role", "result"}).err ==
        "zhibiao: warning: " + full + ": no results found in this file\n");
  CHECK(run({"targets", full}).err.empty());
  // Who hands over documents one a line counts their records.
  CHECK(run({"targets", "--input", "jsonl"}, R"({"id":"a","text":"加强领导。"})").err.empty());
}

TEST_CASE("where nothing matches, one line says which option asked for it") {
  const Folder folder;
  const std::vector<std::string> args = {"targets", folder.file("a.txt", kPlan), folder.file("b.txt", kPlan)};
  const auto said = [&](const std::vector<std::string>& more) {
    const auto outcome = run(with(args, more));
    CHECK(outcome.status == 0);
    return outcome.err;
  };
  CHECK(said({"--item", "九"}) == "zhibiao: warning: no item 九 in any document; 'zhibiao outline' prints the paths\n");
  CHECK(said({"--grep", "no such word"}) == "zhibiao: warning: no record matches --grep\n");
  CHECK(said({"--kind", "rate", "--item", "一"}) == "zhibiao: warning: no record matches --kind and --item\n");
  CHECK(said({"--kind", "rate", "--item", "二"}).empty());
}

TEST_CASE("--grep looks into the indicator, the scope and the sentence") {
  const auto found = [](const std::string& text) {
    return run({"targets", "-", "--columns", "indicator", "--format", "csv", "--header", "en", "--grep", text}, kPlan)
        .out;
  };
  CHECK(found("床位") == "indicator\n床位\n");
  CHECK(found("农村妇女").find("检查率") != std::string::npos);
  CHECK(found("达到").find("检查率") != std::string::npos);
  CHECK(found("达到").find("床位") == std::string::npos);
}
