// Whatever a document, its name or an edited table says, what zhibiao prints is text: no format lets it run, fetch, hide or
// forge anything. Each test puts every payload into every place at once.
#include "safety/payloads.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"
#include "safety/oracles.hpp"
#include "safety/payload_plans.hpp"
#include "write/workbook_reading.hpp"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::Outcome;
using zhibiao_tests::run;

using safety::Args;
using safety::plan_with;
using safety::Plans;

/// The text in whatever check finds fault with: a heading whose number is there before, a value, a sum, a date.
std::string faulty_plan_with(const std::string& payload) {
  return fmt::format(
      "2022年{0}工作要点\n一、{0}服务\n（一）{0}床位。新增{0}床位5张。\n（一）{0}托育。{0}覆盖率达到190%。\n"
      "四、{0}队伍\n{0}共8人，其中{0}医生5人，{0}护士9人。2022年2月30日前{0}完成。2021年底前新增{0}床位7张。\n",
      payload);
}

/// Lines of JSON as `targets` writes them and people change them: the payload in every text of a record.
std::string records(int year) {
  std::string lines;
  int line = 0;
  for (const std::string& payload : safety::payloads()) {
    const json record = {{"file", "plan" + payload}, {"issuer", payload},  {"year", year},
                         {"item", payload},          {"heading", payload}, {"role", "target"},
                         {"kind", "count"},          {"action", payload},  {"indicator", payload},
                         {"scope", payload},         {"comparator", ">="}, {"value", 100 + year + line},
                         {"unit", payload},          {"per", payload},     {"mention", payload},
                         {"sentence", payload},      {"line", ++line},     {"deadline", payload}};
    lines += record.dump() + "\n";
  }
  return lines;
}

/// One plan's worth of records, so that all indicators are paired.
std::string records_of_one_plan(int year) {
  std::string lines;
  std::istringstream in(records(year));
  for (std::string line; std::getline(in, line);) {
    json record = json::parse(line);
    record["file"] = fmt::format("\x1b[31m<b>|=plan{}", year);
    record["unit"] = "张";
    record["per"] = "";
    record["deadline"] = "";
    lines += record.dump() + "\n";
  }
  return lines;
}

std::string json_fault(const std::string& text) {
  if (std::string fault = safety::control_fault(text); !fault.empty()) return fault;
  return json::accept(text) ? std::string() : "no JSON";
}

std::string jsonl_fault(const std::string& text) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (std::string fault = json_fault(line); !fault.empty()) return fault + ": " + line;
  }
  return {};
}

std::string excel_fault(const std::string& text) {
  const std::string body = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
  const std::string fault = safety::csv_fault(body);
  return fault.empty() ? safety::formula_fault(body) : fault;
}

using Oracle = std::function<std::string(const std::string&)>;

struct Form {
  const char* name;
  Args options;
  Oracle fault;
};

const std::vector<Form>& forms() {
  static const std::vector<Form> kAll = {
      {"table", {"--format", "table"}, safety::terminal_fault},
      {"wide table", {"--format", "table", "--width", "60", "--wrap"}, safety::terminal_fault},
      {"explained table", {"--format", "table", "--explain"}, safety::terminal_fault},
      {"tree", {"--format", "tree"}, safety::terminal_fault},
      {"text", {"--format", "text"}, safety::terminal_fault},
      {"csv", {"--format", "csv"}, safety::csv_fault},
      {"excel", {"--format", "csv", "--excel"}, excel_fault},
      {"tsv", {"--format", "tsv"}, safety::tsv_fault},
      {"md", {"--format", "md"}, safety::markdown_fault},
      {"json", {"--format", "json"}, json_fault},
      {"jsonl", {"--format", "jsonl"}, jsonl_fault},
  };
  return kAll;
}

/// Runs the command in each of these forms and looks at what it prints.
void check_forms(const std::set<std::string>& names, const std::function<Args(const Args&)>& command) {
  std::size_t checked = 0;
  for (const Form& form : forms()) {
    if (!names.contains(form.name)) continue;
    CAPTURE(std::string(form.name));
    const Outcome outcome = run(command(form.options));
    CHECK(outcome.status <= 1);
    CHECK(outcome.out.size() > 1000);  // the payloads got there
    CHECK(form.fault(outcome.out) == "");
    CHECK(safety::terminal_fault(outcome.err) == "");
    ++checked;
  }
  CHECK(checked == names.size());
}

/// The texts of all cells of a workbook, `_x001B_` and the like as they are; Read checks that there is no formula.
void check_workbook(const std::string& path) {
  const auto parts = zhibiao_tests::workbook::unzipped(path);
  const zhibiao_tests::workbook::Read book(path);
  CHECK(!book.names.empty());
  for (const auto& part : parts) {
    const auto& [name, text] = part;
    CAPTURE(part.first);
    CHECK(name.find("external") == std::string::npos);
    CHECK(name.find("macro") == std::string::npos);
    CHECK(text.find("ddeLink") == std::string::npos);
    CHECK(text.find("Target=\"javascript") == std::string::npos);
    CHECK(text.find("Target=\"http") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("the oracles see what they are for") {
  CHECK(safety::terminal_fault("\x1b[2J") != "");
  CHECK(safety::terminal_fault("a\xE2\x80\xAE") != "");
  CHECK(safety::terminal_fault("a\n中文\n") == "");
  CHECK(safety::csv_fault("a,b\n1\n") != "");
  CHECK(safety::csv_fault("a,b\n\"x\n,\",2\n") == "");
  CHECK(safety::tsv_fault("a\tb\n1\n") != "");
  CHECK(safety::formula_fault("a,=1\n") != "");
  CHECK(safety::formula_fault("a,-1.5\n") == "");
  CHECK(safety::formula_fault("a,x;=1\n") != "");
  CHECK(safety::markdown_fault("| a |\n| --- |\n| a | b |\n") != "");
  CHECK(safety::markdown_fault("<b>") != "");
  CHECK(safety::markdown_fault("| a \\| b |\n| --- |\n") == "");
  CHECK(safety::svg_fault("<svg><script/></svg>") != "");
  CHECK(safety::svg_fault("<svg onload='x'/>") != "");
  CHECK(safety::svg_fault("<svg><text>x</text></svg>") == "");
}

TEST_CASE("plans full of payloads, in names too: targets, outline, summary") {
  const Plans plans;
  check_forms({"table", "wide table", "explained table", "csv", "excel", "tsv", "md", "json", "jsonl"},
              [&](const Args& options) {
                return plans.with({"targets", "--role", "all"}, options);
              });
  check_forms({"table", "tree", "csv", "excel", "tsv", "md", "json", "jsonl"},
              [&](const Args& options) { return plans.with({"outline"}, options); });
  check_forms({"text", "md", "json"}, [&](const Args& options) { return plans.with({"summary"}, options); });
}

TEST_CASE("plans full of payloads and faults: check quotes headings, sentences and names") {
  const Folder folder;
  Args files;
  for (const std::string& payload : safety::payloads()) {
    const std::string name = fmt::format("{}{}.txt", files.size(), safety::as_name(payload));
    files.push_back(folder.file(name, faulty_plan_with(payload)));
  }
  check_forms({"table", "wide table", "text", "csv", "excel", "tsv", "md", "json", "jsonl"}, [&](const Args& options) {
    Args args = {"check"};
    args.insert(args.end(), files.begin(), files.end());
    args.insert(args.end(), options.begin(), options.end());
    return args;
  });
}

TEST_CASE("documents as lines of JSON: ids, titles and issuers are texts of strangers too") {
  const Folder folder;
  std::string lines;
  for (const std::string& payload : safety::payloads()) {
    const json document = {{"id", payload}, {"title", payload}, {"issuer", payload}, {"text", plan_with(payload)}};
    lines += document.dump() + "\n";
  }
  const std::string file = folder.file("documents.jsonl", lines);
  for (const char* command : {"targets", "outline"}) {
    CAPTURE(std::string(command));
    check_forms({"table", "csv", "excel", "tsv", "md", "json", "jsonl"}, [&](const Args& options) {
      Args args = {command, file, "--input", "jsonl"};
      args.insert(args.end(), options.begin(), options.end());
      return args;
    });
  }
}

TEST_CASE("edited tables full of payloads: diff, trend and its drawing, verify") {
  const Folder folder;
  const std::string before = folder.file("2021.jsonl", records_of_one_plan(2021));
  const std::string after = folder.file("2022.jsonl", records_of_one_plan(2022));
  const auto compared = [&](const Args& command, const Args& options) {
    Args args = command;
    args.insert(args.end(), {before, after});
    args.insert(args.end(), options.begin(), options.end());
    return args;
  };
  check_forms({"table", "csv", "excel", "tsv", "md", "json", "jsonl"},
              [&](const Args& options) { return compared({"diff"}, options); });
  check_forms({"table", "explained table", "csv", "excel", "tsv", "md", "json", "jsonl"},
              [&](const Args& options) { return compared({"trend"}, options); });
  const std::string drawing = folder.path("trend.svg");
  CHECK(run(compared({"trend"}, {"--plot", drawing})).status == 0);
  CHECK(content(drawing).size() > 1000);
  CHECK(safety::svg_fault(content(drawing)) == "");
  const std::string plan = folder.file("plan.txt", plan_with("x"));
  const std::string edited = folder.file("edited.jsonl", records(2022));
  check_forms({"table", "csv", "excel", "tsv", "md", "json", "jsonl"}, [&](const Args& options) {
    Args args = {"verify", edited, plan};
    args.insert(args.end(), options.begin(), options.end());
    return args;
  });
}

TEST_CASE("workbooks: text is text, no formula, no link but to the files") {
  const Plans plans;
  const Folder folder;
  const std::string targets = folder.path("targets.xlsx");
  CHECK(run(plans.with({"targets"}, {"-o", targets})).status == 0);
  check_workbook(targets);
  const std::string before = folder.file("2021.jsonl", records_of_one_plan(2021));
  const std::string after = folder.file("2022.jsonl", records_of_one_plan(2022));
  for (const char* command : {"diff", "trend"}) {
    CAPTURE(std::string(command));
    const std::string book = folder.path(std::string(command) + ".xlsx");
    CHECK(run({command, before, after, "-o", book}).status == 0);
    check_workbook(book);
  }
}

TEST_CASE("databases: payloads are values, no statement is made of them") {
  const Plans plans;
  const Folder folder;
  const std::string path = folder.path("plans.db");
  REQUIRE(run(plans.with({"targets"}, {"-o", path})).status == 0);
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  std::set<std::string> files;
  sqlite3_exec(
      database, "SELECT file FROM documents",
      [](void* into, int, char** values, char**) {
        static_cast<std::set<std::string>*>(into)->insert(values[0]);
        return 0;
      },
      &files, nullptr);
  CHECK(sqlite3_exec(database, "SELECT indicator FROM targets", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
  CHECK(files == std::set<std::string>(plans.files.begin(), plans.files.end()));
}

TEST_CASE("messages: names and words of strangers are shown as harmless text on one line") {
  const Folder folder;
  for (const std::string& payload : safety::payloads()) {
    CAPTURE(payload);
    const std::string name = safety::as_name(payload);
    const std::string bad = folder.file("bad" + name + ".txt", "PK\x03\x04" + payload);
    for (const Args& args : std::vector<Args>{{"targets", folder.path("none" + name)},
                                              {"targets", bad},
                                              {"targets", "x", "--format", payload},
                                              {"targets", "x", "--columns", payload},
                                              {"explain", folder.path("none" + name) + ":1"},
                                              {"rules", "show", payload},
                                              {"x" + payload},
                                              {"targets", "--x" + payload}}) {
      const Outcome outcome = run(args);
      CAPTURE(args[0]);
      CHECK(outcome.status == 2);
      CHECK(outcome.err.starts_with("zhibiao: "));
      CHECK(safety::terminal_fault(outcome.err) == "");
    }
  }
}
