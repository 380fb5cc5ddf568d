// Shells in tests: what a command prints and how it ends, and whether a program is installed.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace zhibiao_tests {

struct Ran {
  std::string out;  ///< stdout and stderr
  int status = 0;   ///< 128 if it did not end by itself
};

/// Runs `command` by sh.
inline Ran shell(const std::string& command) {
  std::FILE* pipe = ::popen(("{ " + command + "\n} 2>&1 < /dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  Ran ran;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.out.append(buffer.data(), got);
  }
  const int status = ::pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return ran;
}

/// The program is on PATH; if not, says in one line that `what` is not tested.
inline bool installed(const std::string& program, const std::string& what) {
  const bool found = shell("command -v " + program).status == 0;
  if (!found) MESSAGE("skipped: ", program, " is not installed, so ", what, " is not tested");
  return found;
}

}  // namespace zhibiao_tests
