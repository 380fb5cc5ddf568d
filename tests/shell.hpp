// Other programs in tests: whether they are installed, what they print, and a folder to work in.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace zhibiao_tests {

struct Ran {
  std::string out;  ///< stdout and stderr
  int status = 0;
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

/// A new folder for one test's files, removed at its end.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "zhibiao-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }
  /// Writes a file there and returns its path.
  std::string file(const std::string& name, const std::string& text) const {
    const std::string path = path_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

 private:
  std::string path_;
};

}  // namespace zhibiao_tests
