// Several documents at a time: the same bytes on both streams as one after the other, and nothing held that grows.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"
#include "sanitized.hpp"

using zhibiao_tests::content;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace {

const std::string kPlan = "一、工作\n新增床位5张，每个村配备2-3名医生。\n";

/// The seeds, with files between them that cannot be read or are read with a warning.
std::vector<std::string> mixed_files(const Folder& folder) {
  std::vector<std::string> files;
  int number = 0;
  for (int round = 0; round < 2; ++round) {
    for (const auto& seed : std::filesystem::directory_iterator(ZHIBIAO_SOURCE_DIR "/seeds")) {
      if (seed.path().extension() == ".txt") files.push_back(seed.path().string());
      files.push_back(folder.path(fmt::format("missing-{}.txt", ++number)));
      files.push_back(folder.file(fmt::format("bad-{}.txt", ++number), "\xE4\xB8\x80\xFF\xFE\x80 5%\n"));
      files.push_back(folder.file(fmt::format("empty-{}.txt", ++number), ""));
      files.push_back(folder.file(fmt::format("plan-{}.txt", ++number), kPlan));
    }
  }
  return files;
}

std::vector<std::string> command(const std::vector<std::string>& words, const std::vector<std::string>& files) {
  std::vector<std::string> all = words;
  all.insert(all.end(), files.begin(), files.end());
  return all;
}

}  // namespace

TEST_CASE("the same bytes for 1, 2 and 7 jobs, in every form, problems in the order of the files") {
  const Folder folder;
  const auto files = mixed_files(folder);
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"targets", "--format", "jsonl", "--role", "all"},
                                             {"targets", "--format", "csv", "--header", "zh", "--bom"},
                                             {"targets", "--excel"},
                                             {"targets", "--format", "json"},
                                             {"targets", "--format", "table", "--columns", "file,indicator,value"},
                                             {"outline", "--format", "tsv"},
                                             {"summary", "--format", "json"}}) {
    CAPTURE(words[0]);
    CAPTURE(words.back());
    const auto alone = run(command(words, command({"-j", "1", "--replace"}, files)));
    CHECK(alone.status == 2);
    CHECK(alone.out.size() > 1000);
    CHECK(std::count(alone.err.begin(), alone.err.end(), '\n') >= 30);
    for (const char* jobs : {"2", "7"}) {
      const auto shared = run(command(words, command({"--jobs", jobs, "--replace"}, files)));
      CHECK(shared.status == alone.status);
      CHECK(shared.err == alone.err);
      CHECK(shared.out == alone.out);
    }
  }
}

TEST_CASE("a workbook and saved texts are the same for any number of jobs") {
  const Folder folder;
  std::vector<std::string> files;
  for (int i = 0; i < 12; ++i)
    files.push_back(folder.file(fmt::format("{}/plan.txt", i % 5), kPlan + std::to_string(i)));
  const auto made = [&](const std::string& jobs) {
    const auto outcome = run(
        command({"targets", "-j", jobs, "-o", folder.path(jobs + ".xlsx"), "--save-text", folder.path("texts-" + jobs)},
                files));
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    return content(folder.path(jobs + ".xlsx"));
  };
  const std::string alone = made("1");
  CHECK(alone.starts_with("PK"));
  CHECK(made("7") == alone);
  const std::string saved = folder.path() + "/4/plan.txt.txt";
  CHECK(content(folder.path("texts-7") + saved) == content(folder.path("texts-1") + saved));
  CHECK(content(folder.path("texts-7") + saved).starts_with(kPlan));
}

TEST_CASE("standard input is read in its turn, whoever asks for it") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", kPlan);
  const auto outcome = run({"targets", "-j", "7", plan, "-", plan, "--columns", "file,unit"}, kPlan);
  CHECK(outcome.out == fmt::format("file,unit\n{0},张\n{0},名\n-,张\n-,名\n{0},张\n{0},名\n", plan));
}

TEST_CASE("a list that cannot be opened is said before anything is written") {
  const Folder folder;
  const auto outcome = run({"targets", "--files-from", folder.path("none"), "-o", folder.path("out.csv")});
  CHECK(outcome.status == 2);
  CHECK(outcome.err ==
        "zhibiao: " + folder.path("none") + ": this list of names cannot be opened: No such file or directory\n");
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("options of the work that cannot be meant") {
  CHECK(run({"targets", "x", "-j", "0"}).err == "zhibiao: --jobs counts from 1\n");
  CHECK(run({"targets", "x", "-j", "two"}).err == "zhibiao: -j,--jobs needs a whole number, not 'two'\n");
  CHECK(run({"targets", "x", "--progress", "now"}).err ==
        "zhibiao: unknown time for progress 'now'; expected auto, always or never\n");
}

TEST_CASE("progress goes to terminals alone, unless it is asked for") {
  const auto err = [](const std::vector<std::string>& more, const zhibiao::cli::Terminal& terminal) {
    return run(command({"targets", "-"}, more), kPlan, terminal).err;
  };
  CHECK(err({}, {}).empty());
  CHECK(err({}, {.err_tty = true}).empty());  // not within the first second
  CHECK(err({"--progress", "never"}, {.err_tty = true}).empty());
  CHECK(err({"--progress", "always"}, {}).starts_with("zhibiao: 1 document, 0.0 MB, "));
}

#ifdef ZHIBIAO_PROGRAM
namespace {

/// Peak memory in KiB of the real program with these arguments.
long peak_of(const std::vector<std::string>& args) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::vector<char*> argv = {const_cast<char*>(ZHIBIAO_PROGRAM)};
    for (const std::string& arg : args) argv.push_back(const_cast<char*>(arg.c_str()));
    argv.push_back(nullptr);
    if (std::freopen("/dev/null", "w", stdout) != nullptr) ::execv(ZHIBIAO_PROGRAM, argv.data());
    ::_exit(127);
  }
  int status = 0;
  struct rusage used {};
  REQUIRE(::wait4(child, &status, 0, &used) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  return used.ru_maxrss;
}

}  // namespace

TEST_CASE("memory does not grow with the number of names") {
  if (zhibiao_tests::sanitized("memory for many names", "sanitizers keep freed memory for a while")) return;
  // 6,000 names of 3,900 bytes: held, they would be 23 MB.
  const Folder folder;
  folder.file("plan.txt", "一、工作\n新增床位5张。\n");
  std::string name = folder.path() + "/";
  while (name.size() < 3900) name += "./";
  name += "plan.txt\n";
  const auto list = [&](int count) {
    std::ofstream out(folder.path(std::to_string(count)), std::ios::binary);
    for (int i = 0; i < count; ++i) out << name;
    return folder.path(std::to_string(count));
  };
  const auto peak = [&](int count) { return peak_of({"targets", "-j", "2", "--files-from", list(count)}); };
  const long few = peak(100);
  const long many = peak(6000);
  CHECK_MESSAGE(many - few < 8 * 1024, few, " KiB for 100 names, ", many, " KiB for 6,000");
}
#endif
