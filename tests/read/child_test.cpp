// A program that helps may crash, hang, fill memory or vanish: it is always that file's trouble, never ours.
#include "read/child.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using zhibiao::read_stage::ChildCall;
using zhibiao::read_stage::ChildEnd;
using zhibiao::read_stage::ChildResult;
using zhibiao::read_stage::run_child;

namespace {

ChildCall shell(const std::string& script) {
  ChildCall call;
  call.argv = {"sh", "-c", script};
  return call;
}

std::ptrdiff_t open_descriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

}  // namespace

TEST_CASE("output, errors and status come back") {
  const ChildResult result = run_child(shell("cat; echo oops >&2; exit 3"));
  CHECK(result.end == ChildEnd::exited);
  CHECK(result.status == 3);
  CHECK(result.out.empty());
  CHECK(result.err == "oops\n");
  CHECK_FALSE(result.ok());
}

TEST_CASE("input is a file the program may read, seek in or leave") {
  const std::string large(3'000'000, 'x');
  ChildCall call;
  call.argv = {"cat"};
  call.input = large;
  CHECK(run_child(call).out == large);
  call.argv = {"tail", "-c", "2", "/dev/stdin"};
  CHECK(run_child(call).out == "xx");
  call.argv = {"true"};  // reads nothing
  CHECK(run_child(call).ok());
}

TEST_CASE("arguments reach the program as they are") {
  ChildCall call;
  call.argv = {"printf", "%s|", "a b", "$HOME", "'\";`id`", "*"};
  CHECK(run_child(call).out == "a b|$HOME|'\";`id`|*|");
}

TEST_CASE("a program that is not there") {
  ChildCall call;
  call.argv = {"zhibiao-no-such-program"};
  const ChildResult result = run_child(call);
  CHECK(result.end == ChildEnd::not_found);
  CHECK(zhibiao::read_stage::how_it_ended(result, call.limits) == "is not installed");
  call.argv = {"/etc/passwd"};
  CHECK(run_child(call).end == ChildEnd::not_found);
}

TEST_CASE("a program that hangs is stopped with all it started") {
  ChildCall call = shell("sleep 600 & sleep 600");
  call.limits.wall_seconds = 1;
  const ChildResult result = run_child(call);  // returns: a child that lives on would hold the test until its time-out
  CHECK(result.end == ChildEnd::timed_out);
}

TEST_CASE("a program that leaves something running does not hold us") {
  const ChildResult result = run_child(shell("sleep 600 & echo done"));
  CHECK(result.ok());
  CHECK(result.out == "done\n");
}

TEST_CASE("a program that burns time is stopped") {
  ChildCall call = shell("while :; do :; done");
  call.limits.cpu_seconds = 1;
  call.limits.wall_seconds = 60;
  const ChildResult result = run_child(call);
  CHECK(result.end == ChildEnd::timed_out);
  CHECK(zhibiao::read_stage::how_it_ended(result, call.limits) == "took more than 1 s");
}

TEST_CASE("a program that prints without end is stopped") {
  ChildCall call = shell("yes");
  call.limits.output_bytes = 1'000'000;
  const ChildResult result = run_child(call);
  CAPTURE(result.status);
  CAPTURE(result.err);
  CHECK(result.end == ChildEnd::too_much);
  CHECK(result.out.size() <= 1'000'000);
  // Errors without end are cut and harm nothing.
  const ChildResult noisy = run_child(shell("yes | head -c 300000 >&2"));
  CHECK(noisy.ok());
  CHECK(noisy.err.size() == 65536);
}

TEST_CASE("memory is bounded") {
  ChildCall call = shell("ulimit -v");
  call.limits.memory_bytes = std::size_t{512} << 20U;
  CHECK(run_child(call).out == "524288\n");
}

TEST_CASE("files are not written unless it is asked for") {
  const zhibiao::read_stage::TemporaryFolder folder;
  const std::string file = folder.path() + "/f";
  ChildCall call = shell("echo text > " + file);
  CHECK_FALSE(run_child(call).ok());
  call.limits.writes_files = true;
  CHECK(run_child(call).ok());
  CHECK(std::filesystem::file_size(file) == 5);
}

TEST_CASE("death by a signal is told") {
  const ChildResult result = run_child(shell("kill -SEGV $$"));
  CHECK(result.end == ChildEnd::signalled);
  CHECK(result.status == SIGSEGV);
}

TEST_CASE("nothing is left behind: no zombie, no descriptor") {
  const auto before = open_descriptors();
  for (int i = 0; i < 20; ++i) run_child(shell("echo x; echo y >&2"));
  CHECK(open_descriptors() == before);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);  // there is no child at all
}

TEST_CASE("the program sees a small environment and no descriptors of ours") {
  const std::ifstream held("/dev/null");
  const ChildResult result = run_child(shell("env | cut -d= -f1 | sort | tr '\\n' ' '; ls /proc/self/fd | wc -l"));
  CHECK(result.out.find("HOME") != std::string::npos);
  CHECK(result.out.find("LD_PRELOAD") == std::string::npos);
}

TEST_CASE("temporary folders are private and go with their contents") {
  std::string path;
  {
    const zhibiao::read_stage::TemporaryFolder folder;
    path = folder.path();
    std::ofstream(path + "/f") << "text";
    std::filesystem::create_directories(path + "/a/b");
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0700U);
  }
  CHECK_FALSE(std::filesystem::exists(path));
}
