// Command line, --pager. Input: the pager's command; output: standard output led through it. Tested by
// tests/cli/pager_test.cpp.
#include "cli/pager.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// In the child: never returns.
[[noreturn]] void run_pager(const std::array<int, 2>& ends, const char* command) {
  ::dup2(ends[0], STDIN_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
  std::signal(SIGPIPE, SIG_DFL);
  ::setenv("LESS", "R", 0);  // colours, also where PAGER is plain less
  ::execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  ::_exit(127);
}

}  // namespace

Pager::~Pager() { finish(); }

void Pager::start(const std::string& command) {
  if (child_ > 0) return;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error("--pager", system_reason(errno));
  const pid_t child = ::fork();
  if (child < 0) {
    const int error = errno;
    ::close(ends[0]);
    ::close(ends[1]);
    throw Error("--pager", system_reason(error));
  }
  if (child == 0) run_pager(ends, command.c_str());
  standard_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  ::dup2(ends[1], STDOUT_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
  child_ = child;
}

void Pager::finish() {
  if (child_ <= 0) return;
  if (standard_ >= 0) {
    ::dup2(standard_, STDOUT_FILENO);
    ::close(standard_);
  } else {
    ::close(STDOUT_FILENO);
  }
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  standard_ = -1;
}

}  // namespace zhibiao::cli
