// What is typed: every mistake is one line on stderr, exit status 2 and nothing on stdout.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/declared.hpp"
#include "cli/in_process.hpp"

using zhibiao::cli::CommandSpec;
using zhibiao_tests::run;

namespace {

const std::string kPlan = "2020年工作要点\n一、服务能力\n新增床位1270张。\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("mistakes are told in one line that helps") {
  struct Case {
    std::vector<std::string> args;
    std::string message;
  };
  for (const Case& c : std::vector<Case>{
           {{}, "no command given; see 'zhibiao --help'"},
           {{"tagrets"}, "unknown command 'tagrets'; did you mean 'targets'?"},
           {{"nothing"}, "unknown command 'nothing'; see 'zhibiao --help'"},
           {{"target", "plan.txt"}, "unknown command 'target'; did you mean 'targets'?"},
           {{"plans/2020.txt"}, "'plans/2020.txt' is no command; to read a file: zhibiao targets plans/2020.txt"},
           {{"targets", "--formt", "csv", "-"}, "unknown option '--formt'; did you mean '--format'?"},
           {{"completions"}, "completions are for one SHELL: bash, zsh or fish"},
           {{"completions", "tcsh"}, "unknown shell 'tcsh'; expected bash, zsh or fish"},
           {{"help", "--lang", "fr"}, "unknown language 'fr'; expected en or zh"},
           {{"--wrong"}, "unknown option '--wrong'; see 'zhibiao --help'"},
           {{"targets"}, "no FILE given; name files or folders, or - for standard input"},
           {{"targets", "--fromat", "csv", "-"}, "unknown option '--fromat'; did you mean '--format'?"},
           {{"targets", "--fromat=csv", "-"}, "unknown option '--fromat'; did you mean '--format'?"},
           {{"targets", "-x", "-"}, "unknown option '-x'; see 'zhibiao targets --help'"},
           {{"targets", "-", "--format"}, "option '--format' needs a value; see 'zhibiao targets --help'"},
           {{"targets", "-", "--format", "jsno"}, "unknown format 'jsno'; did you mean 'json'?"},
           {{"check", "-", "--only", "x"}, "unknown fault 'x'; --help lists them"},
           {{"check", "-", "--only", "numbring"}, "unknown fault 'numbring'; did you mean 'numbering'?"},
           {{"targets", "-", "--format", "tree"},
            "unknown format 'tree'; expected table, csv, tsv, jsonl, json, md, xlsx or sqlite"},
           {{"targets", "-", "--role", "targte"}, "unknown role 'targte'; did you mean 'target'?"},
           {{"targets", "-", "--kind", "rate,cuont"}, "unknown kind 'cuont'; did you mean 'count'?"},
           {{"targets", "-", "--kind", "rate,"},
            "unknown kind ''; expected rate, count, money, measure, duration, frequency, ratio, level or deadline"},
           {{"targets", "-", "--columns", "item,indicater"}, "unknown column 'indicater'; did you mean 'indicator'?"},
           {{"targets", "-", "--columns", "wxyz"}, "unknown column 'wxyz'; 'zhibiao help fields' lists them"},
           {{"targets", "-", "-o", "plans.xls"},
            "'plans.xls' asks for xls, which this command does not write; it writes table, csv, tsv, jsonl, json, md, "
            "xlsx, "
            "sqlite"},
           {{"explain"}, "no line named; write FILE:LINE, such as plan.txt:12"},
           {{"targets", "-", "--width", "wide"}, "--width needs a whole number, not 'wide'"},
           {{"targets", "-", "--width", "99999999999999999999"},
            "--width needs a whole number, not '99999999999999999999'"},
           {{"outline", "-", "--depth", "0"}, "--depth counts from 1"},
           {{"summary", "-", "--format", "csv"}, "unknown format 'csv'; expected text, json or md"},
           {{"rules"}, "no command given; see 'zhibiao rules --help'"},
           {{"rules", "lits"}, "unknown command 'lits'; did you mean 'list'?"},
           {{"rules", "list", "x"}, "unexpected argument 'x'; see 'zhibiao rules list --help'"},
           {{"rules", "show"}, "no rule named; 'zhibiao rules list' prints the ids"},
           {{"help", "tagrets"}, "unknown command 'tagrets'; did you mean 'targets'?"},
       }) {
    const auto outcome = run(c.args, kPlan);
    CHECK(outcome.err == "zhibiao: " + c.message + "\n");
    CHECK(outcome.out.empty());
    CHECK(outcome.status == 2);
  }
}

TEST_CASE("help is found for every command and fits a terminal") {
  const zhibiao_tests::Declared declared;
  for (const CommandSpec* command : declared.all()) {
    const std::vector<std::string>& path = command->path;
    std::vector<std::string> asked = path;
    asked.emplace_back("--help");
    const auto outcome = run(asked);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(has(outcome.out, "Usage: zhibiao"));
    std::size_t longest = 0;
    for (std::size_t at = 0; at < outcome.out.size();) {
      const std::size_t end = outcome.out.find('\n', at);
      longest = std::max(longest, end - at);
      at = end + 1;
    }
    CHECK(longest <= 85);
    std::vector<std::string> by_command = path;
    by_command.insert(by_command.begin(), "help");
    CHECK(run(by_command).out == outcome.out);
  }
  CHECK(has(run({"--version"}).out, "zhibiao "));
  CHECK(has(run({"help", "fields"}).out, "value_max"));
  CHECK_FALSE(has(run({"help", "fields"}).out, "`"));
  CHECK(has(run({"help", "fields", "--format", "md"}).out, "| `value_max` |"));
}

TEST_CASE("a command's name can be a file's") {
  CHECK(run({"targets", "outline"}).err == "zhibiao: outline: no such file\n");
  CHECK(run({"targets", "--", "--odd"}).err == "zhibiao: --odd: no such file\n");
}

TEST_CASE("the last of an option given twice counts; standard input is a file") {
  const auto outcome = run({"outline", "-", "--format", "json", "--format", "csv"}, kPlan);
  CHECK(outcome.status == 0);
  CHECK(has(outcome.out, "file,line,level,marker,path,heading\n-,2,1,"));
}

TEST_CASE("the default is a table on a terminal and csv elsewhere") {
  CHECK(run({"targets", "-"}, kPlan).out.starts_with("file,issuer,year,"));
  CHECK_FALSE(run({"targets", "-"}, kPlan, {.tty = true, .width = 80}).out.starts_with("file,"));
  CHECK(run({"outline", "-"}, kPlan, {.tty = true, .width = 80}).out.starts_with("- "));
}
