// Other programs in tests: whether they are installed, what they print, and shells driven as a person drives them.
#pragma once

#include <string>
#include <vector>

namespace zhibiao_tests {

/// The program is on PATH; if not, says in one line that `what` is not tested.
bool installed(const std::string& program, const std::string& what);

struct Ran {
  std::string out;  ///< stdout and stderr
  int status = 0;
};

/// Runs `command` by sh.
Ran shell(const std::string& command);

/// Starts `program` on a terminal, types each of `keys` once the answer to the one before has come, and returns all
/// that the terminal showed. The answer has come when `prompt` is shown again.
std::string typed(const std::vector<std::string>& program, const std::string& prompt,
                  const std::vector<std::string>& keys);

/// A new folder for one test's files, removed at its end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& path() const { return path_; }
  /// Writes a file there and returns its path.
  std::string file(const std::string& name, const std::string& text) const;

 private:
  std::string path_;
};

}  // namespace zhibiao_tests
