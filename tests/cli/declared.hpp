// What the program's commands declare, for tests that go through it: all, or what a run with these arguments declares.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace zhibiao_tests {

class Declared {
 public:
  explicit Declared(const std::vector<std::string>& args = {})
      : options_(zhibiao::cli::add_commands(line_, context_, args)) {}

  const zhibiao::cli::CommandSpec& program() const { return line_.spec(); }

  /// The program and every command, those of commands too.
  std::vector<const zhibiao::cli::CommandSpec*> all() const {
    std::vector<const zhibiao::cli::CommandSpec*> found = {&line_.spec()};
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const auto& sub : found[i]->commands) found.push_back(&sub);
    }
    return found;
  }

 private:
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream err_;
  zhibiao::cli::Context context_{in_, out_, err_, {}};
  zhibiao::cli::CommandLine line_{"zhibiao", "Quantitative targets.", "0"};
  std::vector<zhibiao::cli::OptionsHandle> options_;
};

}  // namespace zhibiao_tests
