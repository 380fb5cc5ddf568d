// Rows against their sources: what stands, what does not, and why.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/encode.hpp"
#include "read/folder.hpp"
#include "records/helpers.hpp"

using namespace zhibiao_tests;

namespace {

const std::string kPlan =
    "某市2020年卫生健康工作要点\n\n一、服务能力\n新增床位1270张。新增托位2-3个。\n二、质量\n规范化率达到95%"
    "以上，治疗率达到95%以上。\n";

/// `targets` of the plan as CSV, with options.
std::string targets(const std::vector<std::string>& options = {}, const std::string& plan = kPlan) {
  std::vector<std::string> args = {"targets", "-", "--role", "all", "--format", "csv"};
  args.insert(args.end(), options.begin(), options.end());
  return run(args, plan).out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// What is told of the rows that are not ok.
std::vector<std::string> faults(const std::string& table, const std::vector<File>& files = {{"-", kPlan}}) {
  std::vector<std::string> told_rows;
  for (const auto& check : verified(table_of(table), files)) {
    if (check.status != zhibiao::RowStatus::ok) told_rows.push_back(told(check));
  }
  return told_rows;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every output of targets verifies, over the seeds") {
  const Folder folder;
  const std::string seeds = std::string(ZHIBIAO_SOURCE_DIR) + "/seeds";
  const auto expect_all_ok = [&](const std::string& table, const std::string& what) {
    CAPTURE(what);
    const auto outcome = run({"verify", table, seeds, "--format", "csv"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    const auto rows = std::count(outcome.out.begin(), outcome.out.end(), '\n') - 1;
    CHECK(rows > 100);
  };
  for (const std::string form : {"csv", "tsv", "jsonl", "json", "xlsx"}) {
    const std::string path = folder.path("t." + form);
    REQUIRE(run({"targets", seeds, "--role", "all", "-o", path}).status == 0);
    expect_all_ok(path, form);
  }
  int n = 0;
  for (const Lines& options : {Lines{"--excel"}, Lines{"--bom"}, Lines{"--header", "zh"},
                               Lines{"--output-encoding", "gb18030"}, Lines{"--excel", "--output-encoding", "gbk"}}) {
    const std::string path = folder.path(std::to_string(++n) + ".csv");
    Lines args = {"targets", seeds, "--role", "all", "-o", path};
    args.insert(args.end(), options.begin(), options.end());
    REQUIRE(run(args).status == 0);
    expect_all_ok(path, options[0]);
  }
}

TEST_CASE("each changed field is told with both texts") {
  const std::string table =
      targets({"--columns", "file,indicator,value,unit,comparator,deadline,mention,sentence,line,column,start,end"});
  CHECK(faults(table).empty());
  CHECK(faults(replaced(table, ",1270,", ",1280,")) == Lines{"changed; value 1280 -> 1270"});
  CHECK(faults(replaced(table, "床位,1270,张", "病床,1270,套")) ==
        Lines{"changed; indicator 病床 -> 床位; unit 套 -> 张"});
  CHECK(faults(replaced(table, ",1270,", ",,")) == Lines{"changed; value  -> 1270"});
  CHECK(faults(replaced(table, "1270张,", "1280张,")) == Lines{"changed; mention 1280张 -> 1270张"});
  CHECK(faults(replaced(table, "2-3个,", "2月3日个,")).size() == 1);
  CHECK(faults(replaced(table, ",4,5,", ",9,5,")) == Lines{"changed; line 9 -> 4"});
  CHECK(faults(replaced(table, ",1270,", ",abc,")) == Lines{"unreadable; value abc -> 1270 (no plain number)"});
}

TEST_CASE("columns that are gone are not missed, columns that were added are not read") {
  CHECK(faults(targets({"--columns", "mention,sentence"})).empty());
  CHECK(faults(targets({"--columns", "line,mention,indicator"})).empty());
  CHECK(faults(targets({"--columns", "end,start,value"})).empty());
  CHECK(faults("note,value,mention,line\nx,1270,1270张,4\n").empty());
  // Without a place of its own the row is found by its words.
  CHECK(faults("indicator,value,mention\n床位,1280,1270张\n") == Lines{"changed; value 1280 -> 1270"});
}

TEST_CASE("of equal mentions in one sentence each row finds its own") {
  const std::string table = targets({"--columns", "file,indicator,value,mention,sentence,line"});
  CHECK(faults(table).empty());
  CHECK(faults(replaced(table, ",治疗率,", ",治愈率,")) == Lines{"changed; indicator 治愈率 -> 治疗率"});
}

TEST_CASE("what stands elsewhere in a source that was edited has moved") {
  const std::string table = targets();
  const std::string later = replaced(kPlan, "一、服务能力\n", "一、服务能力\n提高认识。\n");
  const auto checks = verified(table_of(table), {{"-", later}});
  REQUIRE(checks.size() >= 4);
  for (const auto& check : checks) {
    CAPTURE(told(check));
    CHECK(check.status == zhibiao::RowStatus::moved);
    REQUIRE(check.differences.size() == 3);
    CHECK(check.differences[0].field->name == "line");
    CHECK(std::stoul(check.differences[0].source) == std::stoul(check.differences[0].table) + 1);
    CHECK(std::stoul(check.differences[1].source) ==
          std::stoul(check.differences[1].table) + std::string("提高认识。\n").size());
  }
}

TEST_CASE("what the source no longer says is gone") {
  const std::string table = targets({"--columns", "file,indicator,value,mention,sentence,line,start,end"});
  CHECK(faults(table, {{"-", replaced(kPlan, "新增床位1270张。", "")}}).front() == "gone; mention 1270张 -> ");
  // A number that is still there, but of something else, is named as a help.
  const auto other =
      faults(table, {{"-", replaced(kPlan, "新增床位1270张。新增托位2-3个。\n", "培训医师。\n新增轮椅1270张。\n")}});
  REQUIRE_FALSE(other.empty());
  CHECK(other[0] == "gone; mention 1270张 ->  (1270张 stands on line 5, but in no record like this)");
}

TEST_CASE("damage by spreadsheets is named") {
  const std::string table = targets({"--columns", "file,indicator,mention,sentence,line,start,end"});
  CHECK(faults(replaced(table, "托位,2-3个", "托位,2?3个")).size() == 1);
  const auto gbk = faults(replaced(table, "规范化率,95%以上", "规范化率,95.00%以上"));
  CHECK(gbk == Lines{"changed; mention 95.00%以上 -> 95%以上"});
  const std::string plan = "2020年工作要点\n一、质量\n合格率达到95%。比例为10:1。\n";
  const std::string own = targets({"--columns", "file,kind,mention,sentence,line,start,end"}, plan);
  CHECK(faults(replaced(own, ",95%,", ",95.00%,"), {{"-", plan}}).empty());
  CHECK(faults(replaced(own, ",10:1,", ",10:01,"), {{"-", plan}}) ==
        Lines{"changed; mention 10:01 -> 10:1 (a spreadsheet took it for a time)"});
}

TEST_CASE("sources are found by name, by name in another folder, or alone") {
  const std::string table = "file,indicator,value,mention,line\na/plan.docx,床位,1270,1270张,4\n";
  CHECK(faults(table, {{"a/plan.docx", kPlan}}).empty());
  CHECK(faults(table, {{"x.txt", kPlan}, {"b/plan.docx", kPlan}}).empty());
  CHECK(faults(table, {{"x.txt", kPlan}, {"texts/a/plan.docx.txt", kPlan}}).empty());
  CHECK(faults(table, {{"x.txt", kPlan}}).empty());
  CHECK(faults(table, {{"x.txt", kPlan}, {"y.txt", kPlan}}) ==
        Lines{"no source; file a/plan.docx ->  (none of the files has this name)"});
  // Of two files of that name the one counts in which the row stands.
  CHECK(faults(table, {{"b/plan.docx", "空白的计划。\n"}, {"c/plan.docx", kPlan}}).empty());
  // Two files in the table, one at hand: it is not taken for both.
  CHECK(faults(table + "b.txt,床位,1270,1270张,4\n", {{"x.txt", kPlan}}).size() == 2);
  CHECK(faults("indicator,value,mention,line\n床位,1270,1270张,4\n", {{"x.txt", kPlan}, {"y.txt", kPlan}}) ==
        Lines{"no source; file  ->  (the row names no file)"});
}

TEST_CASE("rows without a place, and tables without any") {
  CHECK(faults("indicator,value,mention\n床位,1270,1270张\n合计,1,\n") ==
        Lines{"unreadable; row  ->  (neither a mention nor a start and an end)"});
  CHECK_THROWS_WITH_AS(
      verified(table_of("indicator,value\n床位,1\n"), {}),
      "table: its rows cannot be found in a source without the column mention (原文数值), or start (起始字节) and end "
      "(结束字节)",
      zhibiao::Error);
}

TEST_CASE("a place without a record is told") {
  const std::string plan = kPlan + "第1270号文件。\n";
  const auto start = std::to_string(plan.find("1270号"));
  const auto end = std::to_string(plan.find("1270号") + 4);
  CHECK(faults("indicator,mention,start,end\n文件,1270," + start + "," + end + "\n", {{"-", plan}}) ==
        Lines{"changed; row 1270 ->  (stands in its place, but no record is read there)"});
}

TEST_CASE("only the fields asked for are compared") {
  const auto table = table_of("indicator,value,mention,line\n病床,1270,1270张,4\n");
  const auto value = verified(table, {{"-", kPlan}}, {zhibiao::find_field("value")});
  CHECK(told(value.at(0)) == "ok");
  CHECK(told(verified(table, {{"-", kPlan}}).at(0)) == "changed; indicator 病床 -> 床位");
}

TEST_CASE("offsets of texts in other encodings are those of the decoded text") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", encoded(kPlan, "GBK"));
  const std::string table = folder.path("t.csv");
  REQUIRE(run({"targets", plan, "-o", table, "--excel"}).status == 0);
  CHECK(run({"verify", table, plan}).status == 0);
  REQUIRE(run({"targets", plan, "--save-text", folder.path("texts"), "-o", table}).status == 0);
  CHECK(run({"verify", table, folder.path("texts")}).status == 0);
}

TEST_CASE("mistakes are one line, exit status 2") {
  CHECK(run({"verify"}).err == "zhibiao: no TABLE given; name a table that 'zhibiao targets' wrote, then its FILEs\n");
  CHECK(run({"verify", "t.csv"}).err == "zhibiao: no FILE given; name files or folders, or - for standard input\n");
  CHECK(run({"verify", "-", "-"}).err == "zhibiao: standard input is either the TABLE or a FILE\n");
  CHECK(run({"verify", "-", "x.txt", "--fields", "valeu"}).err ==
        "zhibiao: unknown field 'valeu'; did you mean 'value'?\n");
  const Folder folder;
  const auto outcome = run({"verify", folder.file("t.csv", "indicator,value\n\xFF\xFF\xFF,1\n"), "x.txt"});
  CHECK(outcome.err.find("--table-encoding") != std::string::npos);
  CHECK(outcome.status == 2);
  CHECK(run({"verify", folder.path(), "x.txt"}).err.find("is a folder, not a table") != std::string::npos);
}

TEST_CASE("targets that no row has are counted below the table, and change no answer") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", kPlan);
  const std::string other = folder.file("other.txt", "2021年工作要点\n一、工作\n新增诊所3家。\n");
  const auto verify = [&](const std::string& kinds, const std::vector<std::string>& more = {}) {
    const std::string table = folder.path("t.csv");
    std::vector<std::string> args = {"targets", plan, "-o", table};
    if (!kinds.empty()) args.insert(args.end(), {"--kind", kinds});
    REQUIRE(run(args).status == 0);
    args = {"verify", table, plan, other, "--format", "table", "--lang", "en"};
    args.insert(args.end(), more.begin(), more.end());
    const auto outcome = run(args);
    CHECK(outcome.status == 0);
    return outcome.out;
  };
  CHECK(verify("") == "4 rows: all stand in their sources\n");
  CHECK(verify("rate") == "2 rows: all stand in their sources\n2 targets of their sources are not in the table\n");
  // Forms for programs have rows and nothing else.
  CHECK(verify("rate", {"--format", "csv"}).find("not in the table") == std::string::npos);
}

TEST_CASE("one row is counted as one") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", "2021年工作要点\n一、工作\n新增诊所3家。\n");
  const std::string table = folder.path("t.csv");
  REQUIRE(run({"targets", plan, "--columns", "mention,value,line", "-o", table}).status == 0);
  const auto said = [&] { return run({"verify", table, plan, "--format", "table", "--lang", "en"}).out; };
  CHECK(said() == "1 row: it stands in its source\n");
  folder.file("t.csv", "mention,value,line\n3家,4,3\n");
  CHECK(said().ends_with("1 row: 1 changed\n"));
}
