// A run of the program in-process, held against what every run must keep.
#pragma once

#include <string>
#include <vector>

#include "cli/in_process.hpp"

namespace badinput {

using Arguments = std::vector<std::string>;

/// Runs the program. A crash or a run of more than half a minute of CPU time ends the test program,
/// with the arguments told. What waits for ever is ended by ctest's time limit.
zhibiao_tests::Outcome watched(const Arguments& args);

/// What is wrong with how the run ended, one line each: the status is 0 or 2 (1 where `may_fail`), 2 comes with a line on
/// stderr that names `file` if that is not empty, and all on stderr is lines that are safe to print.
std::vector<std::string> faults_of(const zhibiao_tests::Outcome& outcome, const std::string& file, bool may_fail);

/// What is wrong with an output's form; empty: nothing. `format` as --format names it, `bytes` what was written.
std::string malformed(const std::string& format, const std::string& bytes);

/// Runs so far.
std::size_t runs();

}  // namespace badinput
