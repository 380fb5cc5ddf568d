// Hundreds of bad files through every command and format: never a signal, a hang or a broken row, always a message and the
// right status, and the good files' records beside them are whole. The number of files and runs is printed.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "badinput/bad_files.hpp"
#include "badinput/checked_run.hpp"
#include "cli/declared.hpp"
#include "read/folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace badinput;
using zhibiao_tests::content;
using zhibiao_tests::Folder;

constexpr std::size_t kTurns = 7;  // ways that each bad file goes

const std::string kGood = "2021年工作要点\n一、工作\n年底前，新增床位5张，入园率达到90%以上。\n";
const std::string kNewer = "2022年工作要点\n一、工作\n年底前，新增床位6张，入园率达到92%以上。\n";

struct Bad {
  std::string path;
  Arguments limit;  ///< that it exceeds; most are bad without one
};

/// The corpus in a folder, with good files beside it.
struct Corpus {
  Folder folder;
  std::vector<Bad> bad;
  std::string good = folder.file("good/good.txt", kGood);
  std::string newer = folder.file("good/newer.txt", kNewer);
  std::string table = folder.path("good/table.csv");

  Corpus() {
    for (const auto& files : {damaged_files(), handmade_files()}) {
      for (const auto& [name, bytes] : files) bad.push_back({folder.file("bad/" + name, bytes), {}});
    }
    for (const auto& [file, name, limit] : limited_files()) {
      bad.push_back({folder.file("bad/" + file.first, file.second), {"--limit", fmt::format("{}={}", name, limit)}});
    }
    const std::string giant = folder.file("bad/giant.txt", kGood);
    fs::resize_file(giant, (std::uintmax_t{1} << 30) + 1);  // one byte more than is read, none of it on the disk
    fs::create_symlink("loop.txt", folder.path("loop.txt"));
    for (const std::string& other :
         {giant, folder.path("none.txt"), std::string("/dev/null"), std::string("/proc/self/mem"),
          folder.path("loop.txt"), folder.path(std::string(300, 'n'))}) {
      bad.push_back({other, {}});
    }
    REQUIRE(watched({"targets", good, "-o", table}).status == 0);
  }
  Arguments paths() const {
    Arguments all;
    for (const Bad& one : bad) all.push_back(one.path);
    return all;
  }
};

Corpus& corpus() {
  static Corpus made;
  return made;
}

/// What --format of a command may be; empty: it has none.
std::vector<std::string> formats_of(const std::string& name) {
  const zhibiao_tests::Declared declared;
  for (const auto* command : declared.all()) {
    if (command->key() != name) continue;
    for (const auto& option : command->options) {
      if (option.name() == "--format") return option.choices;
    }
  }
  return {};
}

/// A command line with holes: `BAD` becomes the bad file, `OUT` a file to write where standard output will not do (it is
/// synchronised with the disk, which takes its time).
struct Way {
  Arguments args;
  std::string format;

  bool may_fail() const { return args.front() == "check" || args.front() == "verify" || args.front() == "rules"; }
  Arguments with(const Bad& bad, const std::string& out) const {
    Arguments filled = args;
    for (std::string& arg : filled) {
      if (const std::size_t at = arg.find("BAD"); at != std::string::npos) arg.replace(at, 3, bad.path);
      if (arg == "OUT") arg = out;
    }
    if (args.front() != "rules") filled.insert(filled.end(), bad.limit.begin(), bad.limit.end());
    return filled;
  }
};

/// Every command with every format it has, the bad file in every place where a command takes one.
std::vector<Way> all_ways(const Corpus& files) {
  std::vector<Way> ways = {{{"diff", files.good, "BAD", "--outline"}, ""},
                           {{"explain", "BAD:2"}, ""},
                           {{"verify", files.table, files.good, "BAD"}, ""},
                           {{"rules", "test", "BAD"}, ""},
                           {{"targets", "--rules", "BAD", files.good}, ""},
                           {{"targets", "--input", "jsonl", "BAD"}, ""},
                           {{"targets", "--excel", "BAD", files.good, "--format", "csv"}, "csv"},
                           {{"report", "BAD", files.good}, "html"},
                           {{"report", files.good, "--diff", "BAD"}, "html"}};
  const std::vector<Arguments> commands = {{"targets", "BAD", files.good},
                                           {"outline", "BAD", files.good},
                                           {"summary", "BAD", files.good},
                                           {"diff", "BAD", files.good},
                                           {"trend", files.good, "BAD", files.newer},
                                           {"verify", "BAD", files.good},
                                           {"check", "BAD", files.good}};
  for (const Arguments& command : commands) {
    for (const std::string& format : formats_of(command.front())) {
      Way way{command, format};
      if (command.front() == "diff" && format == "tree") way.args.emplace_back("--outline");
      way.args.insert(way.args.end(), {"--format", format});
      if (format == "sqlite") way.args.insert(way.args.end(), {"-o", "OUT"});
      ways.push_back(std::move(way));
    }
  }
  return ways;
}

/// What goes wrong when a bad file goes that way.
void check(const Way& way, const Bad& bad, const std::string& out) {
  fs::remove(out);
  const Arguments args = way.with(bad, out);
  const auto outcome = watched(args);
  auto faults = faults_of(outcome, bad.path, way.may_fail());
  const std::string written = outcome.out + content(out);
  // What has no complaints or no rows may be empty.
  if (!written.empty()) faults.push_back(malformed(way.format, written));
  for (const std::string& fault : faults) {
    CHECK_MESSAGE(fault.empty(), fmt::format("zhibiao {}: {}", fmt::join(args, " "), fault));
  }
}

/// Records of `file` among lines of JSON.
std::string of_file(const std::string& lines, const std::string& file) {
  std::string found;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    if (nlohmann::json::parse(line)["file"] == file) found += line + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("the corpus is large, and no two of its files are the same") {
  const Arguments paths = corpus().paths();
  CHECK(paths.size() >= 300);
  CHECK(std::set<std::string>(paths.begin(), paths.end()).size() == paths.size());
}

TEST_CASE("a file that exceeds a limit by one is read when the limit is one higher") {
  // What a program that reads PDF may take is tested with a program made for that: tests/read/pdf_test.cpp.
  std::set<std::string> names = {"seconds", "memory"};
  for (const auto& limited : limited_files()) names.insert(limited.name);
  for (const char* name : {
#define LIMIT(name, ...) #name,
#include "read/limits.def"
       }) {
    CAPTURE(std::string(name));
    CHECK(names.contains(name));
  }
  const Folder folder;
  for (const auto& [file, name, limit] : limited_files()) {
    const std::string path = folder.file(file.first, file.second);
    const auto with = [&path, &name = name](std::size_t value) {
      return watched({"targets", path, "--format", "csv", "--limit", fmt::format("{}={}", name, value)});
    };
    CAPTURE(path);
    CHECK(with(limit).status == 2);
    CHECK(with(limit).err.find("--limit " + name + "=") != std::string::npos);
    CHECK(with(limit + 1).status == 0);
  }
}

TEST_CASE("a bad file beside a good one is named, and the good one's records are whole") {
  const Corpus& files = corpus();
  const std::string errors = files.folder.path("errors.jsonl");
  const std::string alone = watched({"targets", "--format", "jsonl", files.good}).out;
  const Way way{{"targets", "--format", "jsonl", "BAD", files.good, "--errors", errors}, ""};
  for (const Bad& bad : files.bad) {
    const auto outcome = watched(way.with(bad, ""));
    CAPTURE(bad.path);
    for (const std::string& fault : faults_of(outcome, bad.path, false)) FAIL_CHECK(fault);
    CHECK(malformed("jsonl", outcome.out) == "");
    CHECK(of_file(outcome.out, files.good) == alone);
    const std::string told = content(errors);
    CHECK(std::count(told.begin(), told.end(), '\n') == std::count(outcome.err.begin(), outcome.err.end(), '\n'));
    if (!told.empty()) CHECK(malformed("jsonl", told) == "");
  }
}

// The ways go round, so that each kind of file (they come in sixteens) meets each way.
TEST_CASE("bad files by every command in every format: a message that names them or a result, and no broken row") {
  const Corpus& files = corpus();
  const std::vector<Way> ways = all_ways(files);
  const std::string out = files.folder.path("out");
  std::size_t turn = 0;
  for (const Bad& bad : files.bad) {
    for (std::size_t i = 0; i < kTurns; ++i) check(ways[turn++ % ways.size()], bad, out);
  }
  CHECK(turn > 40 * ways.size());
}

TEST_CASE("a folder of bad files, and all bad and good ones in one run: no row is broken, no good one lost") {
  const Corpus& files = corpus();
  const std::string out = files.folder.path("out");
  const std::string bad = files.folder.path("bad");
  Arguments all = files.paths();
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), files.good);
  const std::vector<std::pair<Arguments, std::string>> commands = {
      {{"targets"}, "jsonl"},
      {{"targets", files.folder.path("good"), bad}, "xlsx"},
      {{"outline"}, "json"},
      {{"summary"}, "json"},
      {{"diff", bad, files.good}, "csv"},
      {{"trend"}, "tsv"},
      {{"check"}, "jsonl"},
      {{"report"}, ""},
      {{"verify", files.table}, "csv"}};
  for (auto [args, format] : commands) {
    if (args.size() == 1 || args.front() == "verify") args.insert(args.end(), all.begin(), all.end());
    if (!format.empty()) args.insert(args.end(), {"--format", format});
    args.insert(args.end(), {"-o", out});
    fs::remove(out);
    const auto outcome = watched(args);
    const std::string command = args.front();
    CAPTURE(command);
    for (const std::string& fault : faults_of(outcome, "", false)) FAIL_CHECK(fault);
    CHECK(outcome.status == 2);
    CHECK(malformed(format, content(out)) == "");
    if (format == "jsonl" && command == "targets") CHECK(of_file(content(out), files.good).size() > 500);
  }
}

TEST_CASE("one broken of 1,000 files leaves the records of 999, status 2, and one line of JSON that names it") {
  const Folder folder;
  for (int i = 1; i <= 1000; ++i)
    folder.file(fmt::format("plans/{:04}.txt", i), i == 500 ? std::string("\0", 1) : kGood);
  const std::string errors = folder.path("errors.jsonl");
  const auto outcome = watched({"targets", folder.path("plans"), "--format", "jsonl", "--errors", errors});
  CHECK(outcome.status == 2);
  std::set<std::string> named;
  std::size_t records = 0;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line); ++records) named.insert(nlohmann::json::parse(line)["file"]);
  CHECK(named.size() == 999);
  CHECK(records == 2 * 999);
  const auto error = nlohmann::json::parse(content(errors));  // one object, or this throws
  CHECK(error["file"] == folder.path("plans/0500.txt"));
  CHECK(error["severity"] == "error");
}

TEST_CASE("a pipe whose writer says nothing is an empty file, for every command") {
  const Corpus& files = corpus();
  const std::string pipe = files.folder.path("pipe.txt");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const Arguments& args : std::vector<Arguments>{{"targets", pipe},
                                                      {"outline", pipe},
                                                      {"summary", pipe},
                                                      {"diff", files.good, pipe},
                                                      {"trend", files.good, pipe, files.newer},
                                                      {"explain", pipe + ":1"},
                                                      {"verify", pipe, files.good}}) {
    std::thread writer([&] { ::close(::open(pipe.c_str(), O_WRONLY)); });
    const auto outcome = watched(args);
    writer.join();
    CAPTURE(args.front());
    CHECK(outcome.status == 2);
    for (const std::string& fault : faults_of(outcome, pipe, false)) FAIL_CHECK(fault);
  }
}

#ifdef ZHIBIAO_PROGRAM
TEST_CASE("the real program on all of them ends by itself, with status 2") {
  const Corpus& files = corpus();
  const std::string list = files.folder.path("list");
  std::ofstream names(list, std::ios::binary);
  for (const Bad& bad : files.bad) names << bad.path << '\0';
  names.close();
  const std::string out = files.folder.path("program-out");
  for (const std::string command : {"targets", "outline --format json", "summary", "targets --input jsonl -j 3"}) {
    const int status = std::system(
        fmt::format("timeout 120 {} {} -0 --files-from {} > {} 2>&1", ZHIBIAO_PROGRAM, command, list, out).c_str());
    CAPTURE(command);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 2);
  }
}
#endif

TEST_CASE("what was tried") {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  fmt::print("bad inputs: {} files, {} runs\n", corpus().bad.size(), runs());
  fmt::print("CPU: {} s\n", used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  CHECK(runs() >= 3000);
}
