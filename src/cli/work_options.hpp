// How the work over many documents is done: the options for it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/command_line.hpp"

namespace zhibiao::cli {

/// --jobs, --input, --resume, --progress: how the work is done.
struct WorkOptions {
  std::optional<std::size_t> jobs;
  std::string input;
  bool resume = false;
  std::string progress;

  void declare(Command& command);
  /// Throws UsageError for options that cannot be meant.
  void check() const;
  bool json_lines() const { return input == "jsonl"; }
};

}  // namespace zhibiao::cli
