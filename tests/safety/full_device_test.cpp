// No command and no format loses a write error: a full device is told, a closed pipe ends the program quietly. The commands
// and formats are those that the program's own help names, so that a new one is tested from its first day.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"
#include "safety/program.hpp"

namespace {

using safety::End;
using safety::run_program;
using safety::Start;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

using Args = std::vector<std::string>;

/// The names below `Commands:`.
std::vector<std::string> commands_of(const std::string& help) {
  std::vector<std::string> names;
  std::istringstream lines(help.substr(std::min(help.find("Commands:\n"), help.size())));
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line) && line.starts_with("  ");) {
    if (line[2] != ' ') names.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  return names;
}

/// What stands behind `--format FORMAT`.
std::vector<std::string> formats_of(const std::string& command) {
  const std::string help = run({command, "--help"}).out;
  const std::size_t at = help.find("--format FORMAT");
  if (at == std::string::npos) return {};
  std::istringstream line(help.substr(at + 15, help.find('\n', at) - at - 15));
  std::vector<std::string> names;
  for (std::string name; line >> name;) names.push_back(name.substr(0, name.find(',')));
  return names;
}

/// Everything that the program prints, as command lines: each command in each format.
struct Printing {
  Folder folder;
  std::string plan = folder.file("plan.txt", safety::long_plan(300));
  std::string next = folder.file("next.txt", safety::long_plan(301));
  std::string table = folder.path("targets.csv");
  std::vector<Args> all;

  Printing() {
    REQUIRE(run({"targets", plan, "-o", table}).status == 0);
    const std::map<std::string, std::vector<Args>> arguments = {
        {"targets", {{plan}, {plan, "--role", "all"}}},
        {"summary", {{plan}}},
        {"outline", {{plan}}},
        {"diff", {{plan, next}, {plan, next, "--outline"}}},
        {"trend", {{plan, next, "--by", "issuer"}}},
        {"report", {{plan}}},
        {"check", {{plan}}},
        {"verify", {{table, plan, "--all"}}},
        {"explain", {{plan + ":3"}}},
        {"rules", {{"list"}, {"test"}, {"show", "unit.things"}}},
        {"completions", {{"bash"}}},
        {"help", {{}, {"fields"}, {"targets"}}},
    };
    for (const std::string& command : commands_of(run({"--help"}).out)) {
      CAPTURE(command);
      const auto found = arguments.find(command);
      REQUIRE_MESSAGE(found != arguments.end(), "a new command: say here with which arguments it prints something");
      for (const Args& more : found->second) add(command, more);
    }
    all.push_back({"--version"});
    all.push_back({"--help"});
  }

  void add(const std::string& command, const Args& more) {
    Args args = {command};
    args.insert(args.end(), more.begin(), more.end());
    const auto formats = formats_of(command);
    if (formats.empty()) all.push_back(args);
    for (const std::string& format : formats) {
      all.push_back(args);
      all.back().insert(all.back().end(), {"--format", format});
    }
  }
};

/// Some forms do not go with others, and a database needs a file: such a usage error prints nothing to lose.
bool prints(const Args& args, std::size_t& bytes) {
  const auto outcome = run(args);
  bytes = outcome.out.size();
  return !outcome.out.empty();
}

std::string joined(const Args& args) {
  std::string text;
  for (const std::string& word : args) text += " " + word;
  return text;
}

}  // namespace

TEST_CASE("each command in each format: a full device is told, a closed pipe is no error") {
  const Printing printing;
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  ::close(ends[0]);
  std::size_t printed = 0;
  for (const Args& args : printing.all) {
    CAPTURE(joined(args));
    std::size_t bytes = 0;
    if (!prints(args, bytes)) continue;
    ++printed;
    Start start;
    start.args = args;
    start.output = "/dev/full";
    const End full = run_program(start);
    CHECK(full.status == 2);
    CHECK(full.err.ends_with("zhibiao: standard output: cannot be written: No space left on device\n"));
    start.out = ends[1];
    const End closed = run_program(start);
    CHECK(closed.status == 0);
    CHECK(closed.err.find("cannot be written") == std::string::npos);
  }
  CHECK(printed >= 40);
  ::close(ends[1]);
}

TEST_CASE("a reader that has seen enough ends a run over an endless input") {
  const Folder folder;
  const std::string err = folder.path("err");
  const std::string line = R"({"id":"a","text":"一、工作\n新增床位5张。"})";
  const std::string script = "yes '" + line + "' | \"" ZHIBIAO_PROGRAM "\" targets --input jsonl 2> " + err +
                             " | head -n 1 > /dev/null; exit ${PIPESTATUS[1]}";
  CHECK(std::system(("timeout 60 bash -c '" + std::string("source ") + folder.file("run.sh", script) + "'").c_str()) ==
        0);
  CHECK(zhibiao_tests::content(err).empty());
}

TEST_CASE("a full device as -o, as a drawing, as saved text") {
  const Printing printing;
  for (const Args& args : std::vector<Args>{{"targets", printing.plan, "-o", "/dev/full"},
                                            {"targets", printing.plan, "--format", "xlsx", "-o", "/dev/full"},
                                            {"targets", printing.plan, "--format", "sqlite", "-o", "/dev/full"},
                                            {"outline", printing.plan, "-o", "/dev/full"},
                                            {"summary", printing.plan, "-o", "/dev/full"},
                                            {"diff", printing.plan, printing.next, "-o", "/dev/full"},
                                            {"trend", printing.plan, printing.next, "--plot", "/dev/full"}}) {
    CAPTURE(joined(args));
    Start start;
    start.args = args;
    const End end = run_program(start);
    CHECK(end.status == 2);
    CHECK(end.err.find("zhibiao: /dev/full: ") != std::string::npos);
    CHECK(end.err.ends_with("\n"));
  }
}
