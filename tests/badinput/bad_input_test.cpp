// Hundreds of bad files through every command and format: never a signal, a hang or a broken row, always a message and the
// right status, and the good files' records beside them are whole. The number of files and runs is printed.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
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
using zhibiao_tests::Folder;

const std::string kGood = "2021年工作要点\n一、工作\n年底前，新增床位5张，入园率达到90%以上。\n";
const std::string kNewer = "2022年工作要点\n一、工作\n年底前，新增床位6张，入园率达到92%以上。\n";

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The corpus in a folder, with good files beside it.
struct Corpus {
  Folder folder;
  std::vector<std::string> bad;
  std::string good = folder.file("good/good.txt", kGood);
  std::string newer = folder.file("good/newer.txt", kNewer);
  std::string table = folder.path("good/table.csv");

  Corpus() {
    for (const auto& files : {damaged_files(), handmade_files()}) {
      for (const auto& [name, bytes] : files) bad.push_back(folder.file("bad/" + name, bytes));
    }
    const std::string giant = folder.file("bad/giant.txt", kGood);
    fs::resize_file(giant, (std::uintmax_t{1} << 30) + 1);  // one byte more than is read, none of it on the disk
    bad.push_back(giant);
    for (const std::string& other :
         {folder.path("bad"), folder.path("none.txt"), std::string("/dev/null"), std::string("/proc/self/mem")}) {
      bad.push_back(other);
    }
    fs::create_symlink("loop.txt", folder.path("loop.txt"));
    bad.push_back(folder.path("loop.txt"));
    bad.push_back(folder.path(std::string(300, 'n')));
    REQUIRE(watched({"targets", good, "-o", table}).status == 0);
  }
  bool is_folder(const std::string& path) const { return path == folder.path("bad"); }
};

Corpus& corpus() {
  static Corpus made;
  return made;
}

const zhibiao::cli::CommandSpec* find_command(const zhibiao_tests::Declared& declared, const std::string& name) {
  for (const auto* command : declared.all()) {
    if (command->key() == name) return command;
  }
  return nullptr;
}

/// What --format of a command may be.
std::vector<std::string> formats_of(const std::string& name) {
  const zhibiao_tests::Declared declared;
  const auto* command = find_command(declared, name);
  if (command == nullptr) return {};
  for (const auto& option : command->options) {
    if (option.name() == "--format") return option.choices;
  }
  return {};
}

void check(const Arguments& args, const std::string& file, bool may_fail = false) {
  const auto outcome = watched(args);
  for (const std::string& fault : faults_of(outcome, file, may_fail)) {
    FAIL_CHECK(fmt::format("zhibiao {}: {}", fmt::join(args, " "), fault));
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
  std::set<std::string> names;
  for (const auto& files : {damaged_files(), handmade_files()}) {
    for (const File& file : files) names.insert(file.first);
  }
  CHECK(names.size() >= 300);
  CHECK(names.size() + 7 == corpus().bad.size());
}

TEST_CASE(
    "each bad file alone, by every command: a message that names it or a result, and the good one's records whole") {
  const Corpus& files = corpus();
  const std::string errors = files.folder.path("errors.jsonl");
  const std::string alone = watched({"targets", "--format", "jsonl", files.good}).out;
  const zhibiao_tests::Declared declared;
  for (const std::string& bad : files.bad) {
    if (files.is_folder(bad)) continue;  // all of them at once: below
    const auto outcome = watched({"targets", "--format", "jsonl", bad, files.good, "--errors", errors});
    CAPTURE(bad);
    for (const std::string& fault : faults_of(outcome, bad, false)) FAIL_CHECK(fault);
    CHECK(malformed("jsonl", outcome.out) == "");
    CHECK(of_file(outcome.out, files.good) == alone);
    const std::string told = content(errors);
    CHECK(std::count(told.begin(), told.end(), '\n') == std::count(outcome.err.begin(), outcome.err.end(), '\n'));
    if (!told.empty()) CHECK(malformed("jsonl", told) == "");
    if (bad.ends_with(".pdf")) continue;  // a process each time
    check({"outline", bad, files.good, "--format", "json"}, bad);
    check({"summary", bad}, bad);
    check({"diff", bad, files.good, "--format", "csv"}, bad);
    check({"diff", files.good, bad, "--outline"}, bad);
    check({"trend", files.good, bad, files.newer}, bad);
    check({"explain", bad + ":2"}, bad);
    check({"verify", bad, files.good}, bad, true);
    check({"verify", files.table, files.good, bad}, bad, true);
    check({"rules", "test", bad}, bad, true);
    check({"targets", "--rules", bad, files.good}, bad);
    check({"targets", "--input", "jsonl", bad}, bad == "-" ? "stdin" : bad);
    if (find_command(declared, "check") != nullptr) check({"check", bad, files.good}, bad, true);
  }
}

TEST_CASE(
    "all bad files and good ones in one run, in every format of every command: no row is broken, no good one lost") {
  const Corpus& files = corpus();
  Arguments all = files.bad;
  std::erase_if(all, [&](const std::string& file) { return files.is_folder(file); });
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), files.good);
  std::size_t number = 0;
  for (const std::string command : {"targets", "outline", "summary", "diff", "trend", "check", "verify"}) {
    for (const std::string& format : formats_of(command)) {
      CAPTURE(command);
      CAPTURE(format);
      const std::string output = files.folder.path(fmt::format("out-{}", ++number));
      Arguments args = {command, "--format", format, "-o", output};
      if (command == "verify") args.push_back(files.table);
      if (command == "diff" || format == "tree") {
        args.insert(args.end(), {files.folder.path("bad"), files.folder.path("good")});
        if (command == "diff" && format == "tree") args.emplace_back("--outline");
      } else {
        args.insert(args.end(), all.begin(), all.end());
      }
      const auto outcome = watched(args);
      for (const std::string& fault : faults_of(outcome, "", command == "verify" || command == "check"))
        FAIL_CHECK(fault);
      CHECK(outcome.status == 2);
      CHECK(malformed(format, content(output)) == "");
      if (command == "targets" && format == "jsonl") CHECK(of_file(content(output), files.good).size() > 500);
    }
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
  for (const std::string& bad : files.bad) names << bad << '\0';
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
  fmt::print("bad inputs: {} files, {} runs of the program in-process\n", corpus().bad.size(), runs());
  CHECK(runs() >= corpus().bad.size() * 10);
}
