// Whole runs of programs: their time, their CPU time, their peak memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace zhibiao::bench {

/// What one run cost.
struct Cost {
  double wall = 0;    ///< seconds
  double cpu = 0;     ///< seconds, user and system
  double memory = 0;  ///< MB (10^6 bytes) resident at most
  int status = 0;     ///< exit status; 128 + signal
};

/// How programs are run.
struct Launcher {
  std::filesystem::path work;       ///< a folder for what programs print
  unsigned long cpu_seconds = 600;  ///< a run that takes more is ended

  /// Runs the command so many times, its standard output in the file. Throws std::runtime_error if that cannot be done.
  std::vector<Cost> run(const std::vector<std::string>& command, const std::filesystem::path& output,
                        std::size_t times = 1) const;
};

/// `ended after 600 s of CPU time`, `exit status 2`; empty for status 0.
std::string trouble_of(const Cost& cost, const Launcher& launcher);

/// The libraries the system loads for the program, those of libraries too, by name and in order of it. Throws
/// std::runtime_error for what is no program.
std::vector<std::string> libraries_of(const std::string& program, const Launcher& launcher);

/// The two files hold the same bytes.
bool same_bytes(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace zhibiao::bench
