// Where results go: the format that a name asks for, what goes together, and databases and workbooks whole or not at all.
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

const std::string kPlan = "一、工作\n新增床位5张，每个村配备2-3名医生。\n";

}  // namespace

TEST_CASE("the output's name picks the format; --format goes before it") {
  const Folder folder;
  const auto written = [&](const std::string& name, const std::vector<std::string>& more = {}) {
    std::vector<std::string> args = {"targets", "-", "-o", folder.path(name)};
    args.insert(args.end(), more.begin(), more.end());
    const auto outcome = run(args, kPlan);
    CHECK(outcome.err.empty());
    CHECK(outcome.status == 0);
    return content(folder.path(name));
  };
  CHECK(written("a.csv").starts_with("file,"));
  CHECK(written("a.TSV").starts_with("file\t"));
  CHECK(written("a.jsonl").starts_with("{"));
  CHECK(written("a.json").starts_with("["));
  CHECK(written("a.md").starts_with("## "));
  CHECK(written("指标.xlsx").starts_with("PK\x03\x04"));
  CHECK(written("plans.db").starts_with("SQLite format 3"));
  CHECK(written("a.csv", {"--format", "jsonl"}).starts_with("{"));
  CHECK(written("odd.dat").starts_with("file,"));
}

TEST_CASE("--excel is a byte order mark, CR LF and a Chinese header; --header undoes the last") {
  const auto excel = run({"targets", "-", "--excel", "--columns", "indicator,mention"}, kPlan);
  CHECK(excel.out == "\xEF\xBB\xBF指标,原文数值\r\n床位,5张\r\n医生,2-3名\r\n");
  CHECK(run({"targets", "-", "--excel", "--header", "en", "--columns", "unit"}, kPlan).out ==
        "\xEF\xBB\xBFunit\r\n张\r\n名\r\n");
  CHECK(run({"targets", "-", "--bom", "--columns", "unit"}, kPlan).out == "\xEF\xBB\xBFunit\n张\n名\n");
  CHECK(run({"targets", "-", "--output-encoding", "gbk", "--columns", "unit"}, kPlan).out ==
        "unit\n\xD5\xC5\n\xC3\xFB\n");
}

TEST_CASE("what does not go together is said before anything is written") {
  const Folder folder;
  struct Case {
    std::vector<std::string> args;
    std::string message;
  };
  for (const Case& c : std::vector<Case>{
           {{"--format", "sqlite"}, "an SQLite database needs a file: -o FILE.db"},
           {{"--format", "json", "--excel"}, "--excel, --bom and --output-encoding are for csv and tsv, not for json"},
           {{"--output-encoding", "big5"}, "output encoding 'big5' is not written; expected utf-8 or gb18030"},
           {{"--header", "de"}, "unknown header language 'de'; expected en or zh"},
           {{"--encoding", "klingon"},
            "unknown encoding 'klingon'; expected utf-8, gb18030, gbk, gb2312, big5, utf-16le or utf-16be"},
       }) {
    std::vector<std::string> args = {"targets", "-"};
    args.insert(args.end(), c.args.begin(), c.args.end());
    const auto outcome = run(args, kPlan);
    CHECK(outcome.err == "zhibiao: " + c.message + "\n");
    CHECK(outcome.status == 2);
  }
  CHECK(run({"targets", "-", "--format", "xlsx"}, kPlan, {.tty = true, .width = 80}).err ==
        "zhibiao: a workbook is nothing for a terminal: -o FILE.xlsx\n");
  CHECK(run({"summary", "-", "-o", folder.path("x.xlsx")}, kPlan).err ==
        "zhibiao: '" + folder.path("x.xlsx") +
            "' asks for xlsx, which this command does not write; it writes text, json, "
            "md\n");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("'-o -' is standard output, on a terminal as well") {
  const zhibiao::cli::Terminal terminal{.tty = true, .width = 30};
  const auto named = run({"targets", "-", "-o", "-"}, kPlan, terminal);
  CHECK(named.out == run({"targets", "-"}, kPlan, terminal).out);
  CHECK(named.out.find(',') == std::string::npos);  // a table
}

TEST_CASE("a name that asks for a form the command does not write is refused, whatever form that is") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", kPlan);
  struct Case {
    std::string command;
    std::string name;
    std::string form;
    std::string offered;
  };
  const std::string rows = "table, csv, tsv, jsonl, json, md";
  for (const Case& c : std::vector<Case>{{"summary", "s.csv", "csv", "text, json, md"},
                                         {"summary", "s.JSONL", "jsonl", "text, json, md"},
                                         {"targets", "x.html", "html", rows + ", xlsx, sqlite"},
                                         {"targets", "x.SVG", "svg", rows + ", xlsx, sqlite"},
                                         {"targets", "x.docx", "docx", rows + ", xlsx, sqlite"},
                                         {"report", "r.csv", "csv", "a page: .html"},
                                         {"report", "r.pdf", "pdf", "a page: .html"}}) {
    const std::string path = folder.path(c.name);
    const auto outcome = run({c.command, plan, "-o", path});
    CHECK(outcome.err == "zhibiao: '" + path + "' asks for " + c.form +
                             ", which this command does not write; it writes " + c.offered + "\n");
    CHECK(outcome.status == 2);
    CHECK_FALSE(std::filesystem::exists(path));
  }
  // What is said goes before what is named, and names without a form are anybody's.
  CHECK(run({"targets", plan, "--format", "csv", "-o", folder.path("rows.html")}).status == 0);
  CHECK(content(folder.path("rows.html")).starts_with("file,"));
  for (const std::string name : {"page.html", "page.HTM", "page"}) {
    CHECK(run({"report", plan, "-o", folder.path(name)}).status == 0);
    CHECK(content(folder.path(name)).starts_with("<!DOCTYPE html>"));
  }
}

TEST_CASE("the help of -o names the endings that this command writes, and no others") {
  const auto help = [](const std::string& command) {
    std::string text = run({command, "--help", "--lang", "en"}).out;
    text.erase(0, text.find("-o, --output"));
    return text.substr(0, text.find("--width"));
  };
  CHECK(help("targets").find(".csv") != std::string::npos);
  CHECK(help("targets").find(".xlsx") != std::string::npos);
  CHECK(help("summary").find(".md") != std::string::npos);
  CHECK(help("summary").find(".csv") == std::string::npos);
  CHECK(help("check").find(".csv") != std::string::npos);
  CHECK(help("check").find(".xlsx") == std::string::npos);
}

TEST_CASE("a workbook goes through a pipe, and nothing of it stays behind when the disk is full") {
  const Folder folder;
  const auto piped = run({"targets", "-", "--format", "xlsx"}, kPlan);
  CHECK(piped.status == 0);
  CHECK(run({"targets", "-", "-o", folder.path("a.xlsx")}, kPlan).status == 0);
  CHECK(piped.out == content(folder.path("a.xlsx")));
  const auto full = run({"targets", "-", "--format", "xlsx", "-o", "/dev/full"}, kPlan);
  CHECK(full.status == 2);
  CHECK(full.err == "zhibiao: /dev/full: cannot be written: No space left on device\n");
  std::filesystem::remove(folder.path("a.xlsx"));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("one bad file among good ones: their rows, one line, status 2") {
  const Folder folder;
  const std::string good = folder.file("good.txt", kPlan);
  const auto outcome = run({"targets", good, folder.path("none.txt"), good, "-o", folder.path("out.xlsx")});
  CHECK(outcome.err == "zhibiao: " + folder.path("none.txt") + ": no such file\n");
  CHECK(outcome.status == 2);
  CHECK(content(folder.path("out.xlsx")).starts_with("PK"));
}
