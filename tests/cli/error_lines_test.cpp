// --errors FILE: what stderr says, as JSON Lines, for every command that reads files.
#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/error_lines.hpp"
#include "cli/in_process.hpp"
#include "read/folder.hpp"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

const std::string kPlan = "2021年工作要点\n一、工作\n新增床位5张。\n";

std::vector<json> lines_of(const std::string& path) {
  std::vector<json> lines;
  std::istringstream text(content(path));
  for (std::string line; std::getline(text, line);) lines.push_back(json::parse(line));
  return lines;
}

/// Asks, while lines are written into it, whether they are wanted: as a worker may at that moment.
class Asking : public std::stringbuf {
 public:
  explicit Asking(const zhibiao::cli::ErrorLines& lines) : lines_(lines) {}
  int unwanted = 0;

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    if (!lines_.wanted()) ++unwanted;
    return std::stringbuf::xsputn(bytes, count);
  }

 private:
  const zhibiao::cli::ErrorLines& lines_;
};

/// The line of stderr that an object stands for.
std::string said(const json& error) {
  std::string where = error["file"];
  if (error.contains("sheet")) where += ":" + error["sheet"].get<std::string>();
  const std::string warning = error["severity"] == "warning" ? "warning: " : "";
  const std::string message = error["message"];
  return "zhibiao: " + warning + (where.empty() ? "" : where + ": ") + message + "\n";
}

}  // namespace

TEST_CASE("every error and warning is an object, in the order of the files, whatever the command") {
  const Folder folder;
  const std::string good = folder.file("a.txt", kPlan);
  const std::string empty = folder.file("b.txt", "");
  const std::string nul = folder.file("c.txt", kPlan + std::string(1, '\0') + "\n");
  const std::string later = folder.file("d.txt", "2022年工作要点\n一、工作\n新增床位6张。\n");
  const std::string none = folder.path("none.txt");
  const std::string table = folder.path("table.csv");
  const std::string errors = folder.path("errors.jsonl");
  REQUIRE(run({"targets", good, "-o", table}).status == 0);
  const std::vector<std::vector<std::string>> commands = {
      {"targets", good, empty, nul, none, later},
      {"targets", "-j", "3", good, empty, nul, none, later},
      {"targets", good, empty, nul, none, "--format", "table"},
      {"outline", empty, good, nul, none},
      {"summary", empty, nul, good, none},
      {"diff", empty, nul},
      {"diff", none, good},
      {"diff", good, good},
      {"trend", good, empty, nul, none, later},
      {"trend", good, empty},
      {"explain", empty + ":1", good + ":3", nul + ":1", good + ":9"},
      {"verify", table, good, empty, nul},
      {"verify", empty, good},
      {"rules", "test", empty, none},
      {"rules", "show", "no.such.rule", "nor.this"},
      {"targets", good, "-o", folder.path("no/folder.csv")},
      {"targets", good, "--format", "nonsense"}};
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command);
    const auto plain = run(command);
    std::vector<std::string> args = command;
    args.insert(args.end(), {"--errors", errors});
    const auto outcome = run(args);
    CHECK(outcome.status == plain.status);
    CHECK(outcome.out == plain.out);
    CHECK(outcome.err == plain.err);
    std::string told;
    for (const json& error : lines_of(errors)) told += said(error);
    CHECK(told == outcome.err);
    CHECK(!told.empty());
    fs::remove(errors);
  }
}

TEST_CASE("lines are wanted while others are being written, so that no worker leaves out its own") {
  zhibiao::cli::ErrorLines lines;
  Asking buffer(lines);
  std::ostream out(&buffer);
  CHECK(!lines.wanted());
  lines.go_to(out);
  lines.append("{\"file\": \"a.txt\"}\n");
  lines.add(zhibiao::Severity::error, {"b.txt", "is empty"});
  CHECK(buffer.unwanted == 0);
  CHECK(lines.wanted());
  CHECK(buffer.str().find("b.txt") != std::string::npos);
}

TEST_CASE("an object has the file, the line where it is known, what is wrong and how bad it is") {
  const Folder folder;
  const std::string nul = folder.file("c.txt", kPlan + std::string(1, '\0') + "\n");
  const std::string lines =
      folder.file("docs.jsonl", "{\"id\": \"a\", \"text\": \"新增床位5张。\"}\n\n{\"id\": \"b\"}\n");
  const std::string rules = folder.file("my.toml", "[[words]]\nid = \n");
  const std::string table = folder.file("t.csv", "file,indicator,value,unit\na.txt,床位,many,张\na.txt,床位,5,张\n");
  const std::string plan = folder.file("a.txt", kPlan);
  const std::string errors = folder.path("errors.jsonl");
  const auto only = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--errors", errors});
    run(args);
    const std::vector<json> all = lines_of(errors);
    REQUIRE(all.size() == 1);
    return all[0];
  };
  const json encoding = only({"targets", nul});
  CHECK(encoding["file"] == nul);
  CHECK(encoding["line"] == 4);
  CHECK(encoding["severity"] == "error");
  CHECK(encoding["message"].get<std::string>().starts_with("line 4, byte 53: a NUL byte"));
  CHECK(encoding.size() == 4);
  const json line = only({"targets", "--input", "jsonl", lines});
  CHECK(line["file"] == lines);
  CHECK(line["line"] == 3);
  CHECK(line["message"] == "b: the document has no \"text\"");
  const json rule = only({"targets", plan, "--rules", rules});
  CHECK(rule["file"] == rules);
  CHECK(rule["line"] == 2);
  CHECK(rule["column"].is_number_unsigned());
  CHECK(rule["message"].get<std::string>().starts_with("not TOML"));
  const json row = only({"diff", table, plan});
  CHECK(row["file"] == table);
  CHECK(row["line"] == 2);
  const json warning = only({"diff", plan, plan});
  CHECK(warning["file"] == plan);
  CHECK(warning["severity"] == "warning");
  CHECK(!warning.contains("line"));
}

TEST_CASE("without errors the file is there and empty; names that are no UTF-8 and line ends stay one JSON line") {
  const Folder folder;
  const std::string plan = folder.file("a.txt", kPlan);
  const std::string errors = folder.file("errors.jsonl", "of an earlier run\n");
  CHECK(run({"targets", plan, "--errors", errors}).status == 0);
  CHECK(content(errors).empty());
  const std::string odd = folder.path("\xB9\xE6\n\x1B[31m\".txt");
  CHECK(run({"targets", odd, plan, "--errors", errors}).status == 2);
  const std::vector<json> all = lines_of(errors);
  REQUIRE(all.size() == 1);
  CHECK(all[0]["file"].get<std::string>().ends_with("\n\x1B[31m\".txt"));
  CHECK(all[0]["message"] == "no such file");
}

TEST_CASE("an errors file that cannot be written is told before any work is done") {
  const Folder folder;
  const std::string plan = folder.file("a.txt", kPlan);
  const std::string errors = folder.path("no/errors.jsonl");
  const auto outcome = run({"targets", plan, "-o", folder.path("out.csv"), "--errors", errors});
  CHECK(outcome.status == 2);
  CHECK(outcome.err.starts_with("zhibiao: " + errors + ": cannot be written: there is no folder"));
  CHECK(!fs::exists(folder.path("out.csv")));
  const auto standard = run({"targets", plan, "--errors", "-"});
  CHECK(standard.status == 2);
  CHECK(standard.out.empty());
  CHECK(standard.err == "zhibiao: --errors needs a file: standard output is for results\n");
  const auto same = run({"targets", plan, "-o", folder.path("out.csv"), "--errors", folder.path("out.csv")});
  CHECK(same.status == 2);
  CHECK(same.err == "zhibiao: --errors and --output name the same file\n");
  CHECK(!fs::exists(folder.path("out.csv")));
  const auto full = run({"targets", plan, "--errors", "/dev/full"});
  CHECK(full.status == 0);  // nothing to write
  const auto lost = run({"targets", plan, folder.path("none.txt"), "--errors", "/dev/full"});
  CHECK(lost.status == 2);
  CHECK(lost.err.find("zhibiao: /dev/full: cannot be written: No space left on device\n") != std::string::npos);
}
