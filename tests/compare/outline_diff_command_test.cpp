// `diff --outline` in each form.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "cli/outline_diff.hpp"
#include "read/folder.hpp"
#include "write/outline_diff.hpp"
#include "zhibiao/analyze.hpp"

using nlohmann::json;
using zhibiao::Format;
using zhibiao::Plan;

namespace {

const std::string kOld =
    "2021年工作要点\n"
    "一、全面加强党的建设\n（一）加强思想建设\n认真学习。\n（二）加强廉政建设\n认真检查。\n"
    "二、提升服务能力\n（一）建设区域中心\n抓紧建设。\n"
    "三、做好疫情防控\n（一）强化监测预警\n每日监测。\n（二）推进疫苗接种\n应接尽接。\n";
const std::string kNew =
    "2022年工作要点\n"
    "一、做好疫情防控\n（一）强化监测预警\n每日监测。\n（二）加快推进疫苗接种\n应接尽接。\n"
    "二、全面加强党的建设\n（一）加强思想建设\n认真学习。\n"
    "三、提升服务能力\n（一）建设区域中心\n抓紧建设。\n（二）=引进人才\n抓紧引进。\n";

Plan plan(const std::string& name, const std::string& text) {
  Plan made;
  made.file = name;
  made.items = zhibiao::Analyzer().outline(zhibiao::Source(name, text)).items;
  return made;
}

struct Told {
  std::string out;
  std::string err;
  int status = 0;
};

using Set = void (*)(zhibiao::cli::OutlineDiffOptions&);

Told told(const std::string& before, const std::string& after, Format format, Set set = nullptr) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  zhibiao::cli::OutlineDiffOptions options;
  options.write.format = format;
  options.exit_code = true;
  if (set != nullptr) set(options);
  const int status = zhibiao::cli::run_outline_diff({plan("old.txt", before)}, {plan("new.txt", after)}, {{0, 0}},
                                                    options, {in, out, err, {}});
  return {out.str(), err.str(), status};
}

}  // namespace

TEST_CASE("the tree is the new outline with marks; what stayed is left out, unless it stands above a change") {
  const auto outcome = told(kOld, kNew, Format::tree);
  CHECK(outcome.out ==
        "old.txt → new.txt\n"
        " >  2  一、做好疫情防控 (was at 三)\n"
        "~   5    （二）加快推进疫苗接种 (was 推进疫苗接种)\n"
        "    7  二、全面加强党的建设\n"
        "-   5    （二）加强廉政建设\n"
        "   10  三、提升服务能力\n"
        "+  13    （二）=引进人才\n"
        "1 added, 1 dropped, 1 renamed, 1 moved, 5 same\n");
  CHECK(outcome.status == 1);
  CHECK(outcome.err.empty());
  const auto all = told(kOld, kNew, Format::tree, [](auto& options) { options.looks.all = true; });
  CHECK(all.out.find("（一）建设区域中心\n") != std::string::npos);
  const auto chinese = told(kOld, kNew, Format::tree, [](auto& options) {
    options.write.language = zhibiao::Language::zh;
    options.write.width = 40;
  });
  CHECK(chinese.out.find("一、做好疫情防控（原在三）\n") != std::string::npos);
  CHECK(chinese.out.find("\n新增1项，取消1项，改名1项，") != std::string::npos);
  CHECK(chinese.out.ends_with("…\n"));
}

TEST_CASE("on a terminal that takes colours, each kind of change has its own") {
  const auto set = [](zhibiao::cli::OutlineDiffOptions& options) { options.looks.colour = true; };
  const auto outcome = told(kOld, kNew, Format::tree, set);
  CHECK(outcome.out.find("\x1B[32m+  13    （二）=引进人才\x1B[0m\n") != std::string::npos);
  CHECK(outcome.out.find("\n    7  二、全面加强党的建设\n") != std::string::npos);
  CHECK(told(kOld, kNew, Format::table, set).out.find("\x1B[31mdropped\x1B[0m") != std::string::npos);
}

TEST_CASE("outlines that are the same") {
  const auto outcome = told(kOld, kOld, Format::tree);
  CHECK(outcome.out == "old.txt → new.txt\n0 added, 0 dropped, 0 renamed, 0 moved, 8 same\n");
  CHECK(outcome.status == 0);
  CHECK(told(kOld, kOld, Format::json).out.starts_with("[\n{\"status\":\"same\""));
}

TEST_CASE("a table and Markdown: old and new side by side") {
  const auto table = told(kOld, kNew, Format::table);
  CHECK(table.out.find("renamed  （二）推进疫苗接种") != std::string::npos);
  CHECK(table.out.find("moved") != std::string::npos);
  CHECK(table.out.ends_with("1 added, 1 dropped, 1 renamed, 1 moved, 5 same\n"));
  const auto md = told(kOld, kNew, Format::md);
  CHECK(md.out.starts_with("## old.txt → new.txt\n\n| change | old | new | line |\n"));
  CHECK(md.out.find("| renamed | （二）推进疫苗接种 | （二）加快推进疫苗接种 | 13→5 |\n") != std::string::npos);
  CHECK(md.out.find("| added | | （二）=引进人才 | 13 |\n") != std::string::npos);
}

TEST_CASE("rows for programs have every item") {
  const auto csv = told(kOld, kNew, Format::csv);
  CHECK(csv.out.starts_with(
      "status,moved,similarity,old_file,old_line,old_level,old_marker,old_path,old_heading,new_file,"));
  CHECK(std::count(csv.out.begin(), csv.out.end(), '\n') == 10);
  CHECK(csv.out.find("\nadded,,,,,,,,,new.txt,13,2,（二）,三/二,=引进人才\n") != std::string::npos);
  CHECK(csv.out.find("\nsame,yes,") != std::string::npos);
  const auto excel = told(kOld, kNew, Format::csv, [](auto& options) {
    options.write.csv.guard = true;
    options.write.header = zhibiao::Language::zh;
  });
  CHECK(excel.out.starts_with("变化,移位,相似度,旧文件,"));
  CHECK(excel.out.find("三>二,'=引进人才") != std::string::npos);

  std::istringstream lines(told(kOld, kNew, Format::jsonl).out);
  std::vector<json> changes;
  for (std::string line; std::getline(lines, line);) changes.push_back(json::parse(line));
  REQUIRE(changes.size() == 9);
  CHECK(changes[0]["moved"] == true);
  CHECK(changes[0]["old"]["path"] == "三");
  CHECK(changes[2]["status"] == "renamed");
  CHECK(changes[2]["new"]["line"] == 5);
  CHECK(changes[5]["status"] == "dropped");
  CHECK(changes[5]["new"].is_null());
  CHECK(changes[5]["similarity"].is_null());
  CHECK(json::parse(told(kOld, kNew, Format::json).out) == json(changes));
}

TEST_CASE("a plan without numbered items is told of, and compared all the same") {
  const auto outcome = told(kOld, "没有条目。\n", Format::tree);
  CHECK(outcome.err.find("new.txt: no numbered items found") != std::string::npos);
  CHECK(outcome.out.ends_with("0 added, 8 dropped, 0 renamed, 0 moved, 0 same\n"));
}

TEST_CASE("the command: two files, options that go with outlines, and those that do not") {
  zhibiao_tests::Folder folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder.path(name), std::ios::binary) << text;
    return folder.path(name);
  };
  const std::string before = write("old.txt", kOld);
  const std::string after = write("new.txt", kNew);
  const auto diff = [&](std::vector<std::string> more, const std::string& other) {
    more.insert(more.begin(), {"diff", "--outline", before, other});
    return zhibiao_tests::run(more);
  };
  const auto csv = diff({}, after);
  CHECK(csv.status == 0);
  CHECK(csv.err == "");
  CHECK(csv.out.starts_with("status,moved,similarity,"));
  CHECK(diff({"--exit-code"}, after).status == 1);
  CHECK(diff({"--format", "tree", "--lang", "en"}, after).out.ends_with("1 moved, 5 same\n"));
  const auto only = diff({"--only", "raised"}, after);
  CHECK(only.status == 2);
  CHECK(only.err.find("--outline compares items, not targets: leave --only out") != std::string::npos);
  CHECK(diff({"--format", "xlsx"}, after).status == 2);
  // A table that `targets` wrote has no outline.
  const std::string plan = write("plan.txt", "2022年工作要点\n一、卫生\n新增床位120张。\n");
  const auto table = diff({"--format", "tree"}, write("table.csv", zhibiao_tests::run({"targets", plan}).out));
  CHECK(table.err.find("no numbered items found; tables of records have none") != std::string::npos);
}
