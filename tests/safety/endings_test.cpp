// However a run ends, each output is the old file or the whole new one: signals, kills at any moment, disks that take no
// more. What a signal cut off is said.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "read/folder.hpp"
#include "safety/program.hpp"
#include "sanitized.hpp"

namespace {

namespace fs = std::filesystem;
using safety::End;
using safety::Program;
using safety::run_program;
using safety::Start;
using zhibiao_tests::content;
using zhibiao_tests::entries;
using zhibiao_tests::Folder;

using Args = std::vector<std::string>;

Start start_of(const Args& args) {
  Start start;
  start.args = args;
  return start;
}

/// A run whose output is begun and which waits for its input.
struct Waiting {
  Folder folder;
  std::string pipe = folder.path("plan");
  std::string out;
  Waiting(const std::string& name, bool there) : out(folder.path(name)) {
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    if (there) folder.file(name, "old");
  }
  std::size_t begun() const { return entries(folder.path()).size(); }
};

/// What a file holds as far as one can tell: a database is asked, as its bytes are not the same from run to run.
std::string told(const std::string& path) {
  if (!path.ends_with(".db") || !fs::exists(path)) return content(path);
  std::string text;
  sqlite3* database = nullptr;
  sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  char* error = nullptr;
  sqlite3_exec(
      database, "SELECT documents.file, count(*), sum(value) FROM targets JOIN documents ON document = id GROUP BY 1",
      [](void* into, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i) *static_cast<std::string*>(into) += std::string(values[i]) + "\t";
        return 0;
      },
      &text, &error);
  if (error != nullptr) text = error;
  sqlite3_free(error);
  sqlite3_close(database);
  return text;
}

}  // namespace

TEST_CASE("a signal leaves the old file or none, and says so") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) {
    for (const bool there : {false, true}) {
      CAPTURE(signal);
      CAPTURE(there);
      const Waiting waiting("out.csv", there);
      Program program(start_of({"targets", waiting.pipe, "-o", waiting.out}));
      const std::size_t before = waiting.begun();
      for (int i = 0; i < 2000 && waiting.begun() == before; ++i) ::usleep(5000);
      CHECK(waiting.begun() == before + 1);
      program.send(signal);
      const End end = program.wait();
      CHECK(end.signal == signal);
      CHECK(end.err == fmt::format("zhibiao: {}: stopped by a signal before it was whole; {}\n", waiting.out,
                                   there ? "the file that was there is untouched" : "nothing was written"));
      CHECK(entries(waiting.folder.path()).size() == (there ? 2 : 1));
      CHECK(content(waiting.out) == (there ? "old" : ""));
    }
  }
}

TEST_CASE("a crash stays a crash, but leaves nothing unfinished") {
  if (zhibiao_tests::sanitized("what a crash leaves behind", "sanitizers have handlers of their own")) return;
  const Waiting waiting("out.csv", true);
  Program program(start_of({"targets", waiting.pipe, "-o", waiting.out}));
  const std::size_t before = waiting.begun();
  for (int i = 0; i < 2000 && waiting.begun() == before; ++i) ::usleep(5000);
  CHECK(waiting.begun() == before + 1);
  program.send(SIGSEGV);
  CHECK(program.wait().signal == SIGSEGV);
  CHECK(entries(waiting.folder.path()).size() == before);
  CHECK(content(waiting.out) == "old");
}

TEST_CASE("a signal to a run that can be gone on with says how") {
  const Waiting waiting("out.csv", false);
  Program program(start_of({"targets", waiting.pipe, "-o", waiting.out, "--resume"}));
  for (int i = 0; i < 2000 && content(waiting.out).empty(); ++i) ::usleep(5000);
  program.send(SIGTERM);
  const End end = program.wait();
  CHECK(end.signal == SIGTERM);
  CHECK(end.err == "zhibiao: " + waiting.out + ": stopped by a signal; the same command goes on where it was\n");
}

TEST_CASE("a signal that is ignored stays so, as nohup wants it") {
  const Waiting waiting("out.csv", false);
  const auto before = std::signal(SIGHUP, SIG_IGN);
  Program program(start_of({"targets", waiting.pipe, "-o", waiting.out}));
  std::signal(SIGHUP, before);
  for (int i = 0; i < 2000 && waiting.begun() == 1; ++i) ::usleep(5000);
  program.send(SIGHUP);
  ::usleep(20000);
  CHECK_FALSE(program.ended());
}

TEST_CASE("a hundred kills at random moments leave the old file or the whole new one") {
  const Folder folder;
  Args plans;
  for (int i = 0; i < 4; ++i) plans.push_back(folder.file(fmt::format("plans/{}.txt", i), safety::long_plan(200 + i)));
  std::mt19937 random(1);
  for (const char* name : {"out.csv", "out.xlsx", "out.db"}) {
    CAPTURE(std::string(name));
    const std::string out = folder.path(name);
    // The old file: fewer plans; the new one: all of them.
    REQUIRE(run_program(start_of({"targets", plans[0], "-o", out})).status == 0);
    const std::string old_bytes = content(out);
    const std::string old_told = told(out);
    Args args = {"targets"};
    args.insert(args.end(), plans.begin(), plans.end());
    args.insert(args.end(), {"-o", out});
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE(run_program(start_of(args)).status == 0);
    const std::chrono::duration<double, std::micro> whole = std::chrono::steady_clock::now() - begin;
    const std::string new_told = told(out);
    REQUIRE(new_told != old_told);
    std::uniform_int_distribution<useconds_t> moment(0, static_cast<useconds_t>(whole.count() * 1.1));
    for (int kill = 0; kill < 34; ++kill) {
      for (const std::string& rest : entries(folder.path())) {
        if (rest != "plans") fs::remove(folder.path(rest));
      }
      folder.file(name, old_bytes);
      Program program(start_of(args));
      ::usleep(moment(random));
      program.send(SIGKILL);
      program.wait();
      const std::string now = told(out);
      CHECK((now == old_told || now == new_told));
    }
  }
}

TEST_CASE("a file that may grow no further is an error, and the old one stays") {
  const Folder folder;
  const std::string plan = folder.file("plan.txt", safety::long_plan(2000));
  for (const Args& more : std::vector<Args>{{"-o", "out.csv"},
                                            {"-o", "out.jsonl"},
                                            {"-o", "out.xlsx"},
                                            {"-o", "out.db"},
                                            {"-o", "new.csv", "--resume"},
                                            {"-o", "small", "--save-text", "texts"}}) {
    CAPTURE(more[1]);
    const std::string out = folder.path(more[1]);
    if (more.size() == 2) folder.file(more[1], more[1] == "out.db" ? "" : "old");
    Start start = start_of({"targets", plan});
    for (const std::string& word : more) start.args.push_back(word.starts_with('-') ? word : folder.path(word));
    if (more[1] == "small") start.args.insert(start.args.end(), {"--grep", "nothing"});
    start.file_size = 4096;
    const End end = run_program(start);
    CHECK(end.status == 2);
    CHECK(end.signal == 0);
    CHECK(end.err.starts_with("zhibiao: "));
    CHECK(end.err.ends_with("\n"));
    if (more.size() == 2) CHECK(content(out) == (more[1] == "out.db" ? "" : "old"));
    for (const std::string& rest : entries(folder.path())) CHECK_FALSE(rest.starts_with(".zhibiao-"));
    if (more.back() == "texts") CHECK_FALSE(fs::exists(folder.path("texts") + plan + ".txt"));
  }
  // No row is cut in the middle where rows are added to a file.
  const std::string grown = content(folder.path("new.csv"));
  CHECK((grown.empty() || grown.ends_with('\n')));
}
