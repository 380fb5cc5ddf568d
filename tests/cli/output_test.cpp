// Output: no write error is lost, and a file is there whole or not at all.
#include "cli/output.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "cli/in_process.hpp"
#include "read/folder.hpp"
#include "zhibiao/error.hpp"

using zhibiao::cli::Output;
using zhibiao_tests::content;
using zhibiao_tests::entries;
using zhibiao_tests::Folder;
using zhibiao_tests::run;

namespace fs = std::filesystem;

namespace {

/// Exit status of the real program in a shell; -1 if it did not end by itself.
int shell(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a file appears when it is committed, and not otherwise") {
  const Folder folder;
  std::ostringstream standard;
  const std::string path = folder.file("out.csv", "old");
  {
    Output output(standard, path);
    output.stream() << "new";
    CHECK(content(path) == "old");
    output.commit();
  }
  CHECK(content(path) == "new");
  {
    Output output(standard, path);
    output.stream() << std::string(200000, 'x') << std::flush;
  }
  CHECK(content(path) == "new");
  CHECK(entries(folder.path()).size() == 1);
  CHECK(standard.str().empty());
}

TEST_CASE("mode and links of a replaced file stay") {
  const Folder folder;
  std::ostringstream standard;
  const std::string path = folder.file("real.csv", "old");
  fs::create_symlink("real.csv", folder.path("link.csv"));
  ::chmod(path.c_str(), 0600);
  Output output(standard, folder.path("link.csv"));
  output.stream() << "new";
  output.commit();
  CHECK(content(path) == "new");
  CHECK(fs::is_symlink(folder.path("link.csv")));
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("what cannot be written is an error") {
  const Folder folder;
  std::ostringstream standard;
  CHECK_THROWS_AS(Output(standard, folder.path()), zhibiao::Error);
  CHECK_THROWS_AS(Output(standard, folder.path("none/out.csv")), zhibiao::Error);
  Output full(standard, "/dev/full");
  full.stream() << "x";
  CHECK_THROWS_WITH(full.commit(), "/dev/full: cannot be written: No space left on device");
  standard.setstate(std::ios::badbit);
  Output broken(standard, "");
  CHECK_THROWS_AS(broken.commit(), zhibiao::Error);
}

TEST_CASE("-o writes what standard output would have got") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", "一、工作\n新增床位5张。\n");
  const auto direct = run({"targets", plan});
  const auto filed = run({"targets", plan, "-o", folder.path("out.csv")});
  CHECK(filed.status == 0);
  CHECK(filed.out.empty());
  CHECK(content(folder.path("out.csv")) == direct.out);
  const auto full = run({"targets", plan, "-o", "/dev/full"});
  CHECK(full.status == 2);
  CHECK(full.err == "zhibiao: /dev/full: cannot be written: No space left on device\n");
}

TEST_CASE("usage errors leave no file behind") {
  const Folder folder;
  const auto outcome = run({"targets", "x.txt", "--columns", "nothing", "-o", folder.path("out.csv")});
  CHECK(outcome.status == 2);
  CHECK(entries(folder.path()).size() == 0);
}

#ifdef ZHIBIAO_PROGRAM
TEST_CASE("the program itself: full devices, closed pipes, closed output") {
  const Folder folder;
  std::string text = "一、工作\n";
  for (int i = 0; i < 4000; ++i) text += "新增床位5张。\n";
  const std::string plan = folder.file("plan.txt", text);
  const std::string program = ZHIBIAO_PROGRAM;
  const std::string err = folder.path("err");
  for (const char* args : {" targets ", " outline ", " summary "}) {
    CHECK(shell(program + args + plan + " > /dev/full 2> " + err) == 2);
    CHECK(content(err) == "zhibiao: standard output: cannot be written: No space left on device\n");
  }
  for (const char* args : {" --help", " rules list", " help fields"}) {
    CHECK(shell(program + args + " > /dev/full 2> " + err) == 2);
  }
  CHECK(shell("bash -c '" + program + " targets " + plan + " 2> " + err +
              " | head -1 > /dev/null; exit ${PIPESTATUS[0]}'") == 0);
  CHECK(content(err).empty());
  CHECK(shell(program + " targets " + plan + " >&- 2> " + err) == 2);
  CHECK(shell(program + " targets " + plan + " > /dev/null 2> " + err) == 0);
}

TEST_CASE("an interrupted run leaves no half file") {
  const Folder folder;
  const std::string pipe = folder.path("plan");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  // The program waits for its input while its output is begun.
  const std::string program = ZHIBIAO_PROGRAM;
  CHECK(shell("bash -c '" + program + " targets " + pipe + " -o " + folder.path("out.csv") +
              " 2> /dev/null & pid=$!; for i in $(seq 100); do ls -A " + folder.path() +
              " | grep -q zhibiao- && break; sleep 0.05; done; kill -TERM $pid; wait $pid; exit 0'") == 0);
  CHECK(entries(folder.path()).size() == 1);
}
#endif
