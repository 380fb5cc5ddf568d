// Shells on a terminal of their own.
#include "cli/shells.hpp"

#include <doctest/doctest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace zhibiao_tests {
namespace {

constexpr int kPatience = 60'000;  ///< milliseconds without a byte: the shell hangs

/// Reads until `prompt` stands at the end of what is new; false if it does not come.
bool read_until(int terminal, const std::string& prompt, std::string& shown) {
  const std::size_t before = shown.size();
  std::array<char, 4096> buffer{};
  while (shown.size() < before + prompt.size() || !shown.ends_with(prompt)) {
    pollfd waiting{terminal, POLLIN, 0};
    if (::poll(&waiting, 1, kPatience) <= 0) return false;
    const auto got = ::read(terminal, buffer.data(), buffer.size());
    if (got <= 0) return false;
    shown.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return true;
}

}  // namespace

bool terminals() {
  int controlling = -1;
  int controlled = -1;
  if (::openpty(&controlling, &controlled, nullptr, nullptr, nullptr) != 0) {
    MESSAGE("not tried: this machine has no pseudo-terminals (/dev/pts)");
    return false;
  }
  ::close(controlling);
  ::close(controlled);
  return true;
}

std::string typed(const std::vector<std::string>& program, const std::string& prompt,
                  const std::vector<std::string>& keys) {
  winsize size{.ws_row = 50, .ws_col = 200, .ws_xpixel = 0, .ws_ypixel = 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  REQUIRE(child >= 0);
  if (child == 0) {
    ::setenv("TERM", "dumb", 1);
    std::vector<char*> words;
    for (const std::string& word : program) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execvp(words[0], words.data());
    std::_Exit(127);
  }
  std::string shown;
  bool answers = read_until(terminal, prompt, shown);
  for (std::size_t i = 0; answers && i < keys.size(); ++i) {
    const auto put = ::write(terminal, keys[i].data(), keys[i].size());
    answers = put == static_cast<ssize_t>(keys[i].size()) && read_until(terminal, prompt, shown);
  }
  ::close(terminal);  // hangs up
  ::waitpid(child, nullptr, 0);
  CHECK_MESSAGE(answers, "no prompt came after: ", shown);
  return shown;
}

}  // namespace zhibiao_tests
