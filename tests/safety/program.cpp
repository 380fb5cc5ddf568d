// The program as a child of the safety tests.
#include "safety/program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "read/folder.hpp"

namespace safety {
namespace {

constexpr int kSlices = 6000;  ///< of 10 ms each

int opened(const std::string& path, int flags) {
  return ::open(path.empty() ? "/dev/null" : path.c_str(), flags | O_CLOEXEC, 0666);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

[[noreturn]] void become(const Start& start, char* const* argv, int err) {
  const int in = opened(start.input, O_RDONLY);
  const int out = start.out >= 0 ? start.out : opened(start.output, O_WRONLY | O_CREAT | O_TRUNC);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (start.file_size) {
    const rlimit limit{*start.file_size, *start.file_size};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execv(argv[0], argv);
  ::_exit(126);
}

}  // namespace

Program::Program(const Start& start) : err_(::memfd_create("err", MFD_CLOEXEC)) {
  std::vector<std::string> texts = {"/usr/bin/env"};
  texts.insert(texts.end(), start.environment.begin(), start.environment.end());
  texts.emplace_back(ZHIBIAO_PROGRAM);
  texts.insert(texts.end(), start.args.begin(), start.args.end());
  const std::vector<char*> argv = pointers(texts);
  // Without variables to set, the program itself: a signal must not find env in its place.
  char* const* first = argv.data() + (start.environment.empty() ? 1 : 0);
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("no child process");
  if (process_ == 0) become(start, first, err_);
}

Program::~Program() {
  if (!ended_) {
    send(SIGKILL);
    ::waitpid(process_, &state_, 0);
  }
  ::close(err_);
}

void Program::send(int signal) const { ::kill(process_, signal); }

bool Program::ended() {
  if (!ended_) ended_ = ::waitpid(process_, &state_, WNOHANG) == process_;
  return ended_;
}

End Program::wait() {
  for (int slice = 0; !ended() && slice < kSlices; ++slice) ::usleep(slice < 100 ? 1000 : 10000);
  if (!ended_) {
    send(SIGKILL);
    ::waitpid(process_, &state_, 0);
    ended_ = true;
  }
  End end;
  if (WIFEXITED(state_)) end.status = WEXITSTATUS(state_);
  if (WIFSIGNALED(state_)) end.signal = WTERMSIG(state_);
  end.err = zhibiao_tests::content(fmt::format("/proc/self/fd/{}", err_));
  return end;
}

End run_program(const Start& start) { return Program(start).wait(); }

std::string long_plan(int targets) {
  std::string text = "2022年工作要点\n一、工作\n";
  for (int i = 1; i <= targets; ++i) text += fmt::format("新增床位{}张。\n", i);
  return text;
}

}  // namespace safety
