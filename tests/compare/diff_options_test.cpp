// The options of `diff`: which rows, in which order, how they look, and what the exit status says.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compare/diff_plan_folder.hpp"

using namespace diff_tests;
using Strings = std::vector<std::string>;

TEST_CASE("--only takes statuses, tighter and looser, and moved") {
  Plans plans;
  const auto only = [&](const std::string& list) {
    return column(changes({plans.before, plans.after, "--only", list}), "status");
  };
  CHECK(only("raised,dropped") == Strings{"raised", "dropped"});
  CHECK(only("same") == Strings{"same"});
  CHECK(only("tighter") == Strings{"lowered", "raised"});
  CHECK(only("looser").empty());
  CHECK(only("moved").empty());
  const auto wrong = run({"diff", plans.before, plans.after, "--only", "rased"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("did you mean 'raised'") != std::string::npos);
}

TEST_CASE("--only moved: the same target in another section") {
  Plans plans;
  const auto before =
      plans.write("a.txt", "2021年要点\n一、卫生\n新增床位100张。新增医生20名。\n二、园林\n新建公园3个。\n");
  const auto after =
      plans.write("b.txt", "2022年要点\n一、卫生\n新增床位100张。新增医生20名。\n二、教育\n新建公园3个。\n");
  const auto moved = changes({before, after, "--only", "moved"});
  REQUIRE(moved.size() == 1);
  CHECK(moved[0]["indicator"] == "公园");
  CHECK(moved[0]["status"] == "same");
}

TEST_CASE("--sort is by status, the size of the change, likeness or name; equals keep their order") {
  Plans plans;
  const auto sorted = [&](const std::string& order, const char* of) {
    return column(changes({plans.before, plans.after, "--sort", order}), of);
  };
  CHECK(sorted("section", "status") == Strings{"lowered", "raised", "added", "same", "dropped"});
  CHECK(sorted("status", "status") == Strings{"raised", "lowered", "same", "added", "dropped"});
  const auto names = sorted("indicator", "indicator");
  CHECK(std::is_sorted(names.begin(), names.end()));
  const auto percent = changes({plans.before, plans.after, "--sort", "percent"});
  CHECK(percent[0]["percent"] == -20);
  CHECK(percent[1]["percent"] == 20);
  const auto likeness = changes({plans.before, plans.after, "--sort", "similarity"});
  REQUIRE(likeness.size() == 5);
  CHECK(likeness[0]["similarity"] <= likeness[1]["similarity"]);
  CHECK(likeness[1]["similarity"] <= likeness[2]["similarity"]);
  CHECK(likeness[3]["similarity"].is_null());
  CHECK(run({"diff", plans.before, plans.after, "--sort", "size"}).status == 2);
}

TEST_CASE("a table sorted otherwise names each row's section instead of standing under it") {
  Plans plans;
  const auto outcome =
      run({"diff", plans.before, plans.after, "--format", "table", "--lang", "en", "--sort", "status"});
  CHECK(outcome.out.find("section") != std::string::npos);
  CHECK(outcome.out.find("\n卫生\n") == std::string::npos);
  CHECK(outcome.out.find("raised   卫生") != std::string::npos);
}

TEST_CASE("--exit-code: 1 if anything differs, 0 if all is the same, 2 for trouble") {
  Plans plans;
  CHECK(run({"diff", plans.before, plans.after}).status == 0);
  CHECK(run({"diff", plans.before, plans.after, "--exit-code"}).status == 1);
  CHECK(run({"diff", plans.before, plans.after, "--exit-code", "--only", "same"}).status == 1);
  CHECK(run({"diff", plans.before, plans.before, "--exit-code"}).status == 0);
  CHECK(run({"diff", plans.before, plans.folder.path("none.txt"), "--exit-code"}).status == 2);
}

TEST_CASE("--threshold decides what is a pair, --near-misses lists what is none by a little") {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年要点\n居民电子健康档案规范化建档率达到90%。\n");
  const auto after = plans.write("b.txt", "2022年要点\n居民健康档案覆盖率达到62%。\n");
  const auto loose = changes({before, after, "--threshold", "0.1"});
  REQUIRE(loose.size() == 1);
  const double similarity = loose[0]["similarity"];
  REQUIRE(similarity < 0.99);
  const auto strict = changes({before, after, "--threshold", "0.99"});
  CHECK(column(strict, "status") == Strings{"added", "dropped"});
  const auto near = changes({before, after, "--threshold", "0.99", "--near-misses=0.1"});
  REQUIRE(column(near, "status") == Strings{"added", "dropped", "near"});
  CHECK(near[2]["similarity"] == similarity);
  CHECK(near[2]["old"]["value"] == 90);
  CHECK(near[2]["new"]["value"] == 62);
  CHECK(near[2]["delta"].is_null());
  CHECK(changes({before, after, "--threshold", "0.99", "--near-misses=0.98"}).size() == 2);
  const auto table =
      run({"diff", before, after, "--threshold", "0.99", "--near-misses=0.1", "--format", "table", "--lang", "en"});
  CHECK(table.out.find("near misses: below the threshold") != std::string::npos);
  CHECK(table.out.find("1 added, 1 dropped; 1 near miss\n") != std::string::npos);
}

TEST_CASE("similarities that are none are refused") {
  Plans plans;
  for (const char* wrong : {"2", "-1", "half", "0.5x"}) {
    const auto outcome = run({"diff", plans.before, plans.after, "--threshold", wrong});
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find("--threshold needs a similarity from 0 to 1") != std::string::npos);
  }
  CHECK(run({"diff", plans.before, plans.after, "--near-misses=0.9"}).err.find("not below the threshold") !=
        std::string::npos);
  // The bare flag takes no file for its value.
  CHECK(run({"diff", "--near-misses", plans.before, plans.after}).status == 0);
}

TEST_CASE("--explain: below each row its likeness, the words of both names, both sentences") {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年工作要点\n一、经济\n地区生产总值增长6%。\n新建公园3个。\n");
  const auto after = plans.write("b.txt", "2022年工作要点\n一、经济\n\nGDP增长5%。\n");
  const auto outcome = run({"diff", before, after, "--explain", "--format", "table", "--lang", "en"});
  CHECK(outcome.out.find("    similarity 1.000; the same measure\n    in both names: –; only in the old: 地区生产总值; "
                         "only in the new: GDP\n") != std::string::npos);
  CHECK(outcome.out.find("the names read: 生产总值 | 生产总值") != std::string::npos);
  CHECK(outcome.out.find("    old line 3: 地区生产总值增长6%。\n    new line 4: GDP增长5%。\n") != std::string::npos);
  CHECK(outcome.out.find("no new target of at least 0.5 similarity was free") != std::string::npos);
  CHECK(run({"diff", before, after, "--explain", "--format", "csv"}).status == 2);
}

TEST_CASE("colours only where they are asked for or welcome; brackets mark changed words elsewhere") {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年要点\n65岁以上老年人健康管理率达到70%。\n");
  const auto after = plans.write("b.txt", "2022年要点\n65岁以上老年人规范健康管理率达到72%。\n");
  const Strings args = {"diff", before, after, "--format", "table", "--lang", "en"};
  const auto with = [&](const std::string& when) {
    Strings all = args;
    all.insert(all.end(), {"--color", when});
    return all;
  };
  const zhibiao::cli::Terminal plain{.tty = true};
  const zhibiao::cli::Terminal colourful{.tty = true, .colour = true};
  CHECK(run(args, "", plain).out.find('\x1B') == std::string::npos);
  CHECK(run(args, "", plain).out.find("[规范]") != std::string::npos);
  const auto coloured = run(args, "", colourful).out;
  CHECK(coloured.find("\x1B[36mraised\x1B[0m") != std::string::npos);
  CHECK(coloured.find("\x1B[4m规范\x1B[0m") != std::string::npos);
  CHECK(coloured.find("[规范]") == std::string::npos);
  CHECK(run(with("never"), "", colourful).out.find('\x1B') == std::string::npos);
  CHECK(run(with("always"), "", plain).out.find('\x1B') != std::string::npos);
  CHECK(run(with("sometimes"), "", plain).status == 2);
  Strings csv = {"diff", before, after, "--format", "csv"};
  CHECK(run(csv, "", colourful).out.find('\x1B') == std::string::npos);
}

TEST_CASE("OLD and NEW may be one file: all the same, and a line says so") {
  Plans plans;
  const auto outcome = run({"diff", plans.before, plans.before, "--format", "jsonl"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.find("OLD and NEW are the same") != std::string::npos);
  for (const json& change : lines(outcome.out)) {
    CHECK(change["status"] == "same");
    CHECK(change["moved"] == false);
  }
}
