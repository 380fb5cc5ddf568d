// Read: runs another program under limits and takes what it prints. No shell, no network where the kernel allows it,
// no files but those it is given. Tested by tests/read/child_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::read_stage {

/// What a program may use.
struct ChildLimits {
  unsigned cpu_seconds = 120;
  unsigned wall_seconds = 0;                         ///< 0: twice the CPU time and ten seconds
  std::size_t memory_bytes = std::size_t{2} << 30U;  ///< address space; 0: no limit
  std::size_t output_bytes = std::size_t{1} << 30U;  ///< of standard output; standard error keeps its first 64 KiB
  bool writes_files = false;                         ///< else every write to a file fails
};

/// A program to run.
struct ChildCall {
  std::vector<std::string> argv;      ///< the program (a name is looked for in PATH) and its arguments
  std::string_view input = {};        ///< its standard input, which is a file it may seek in: `/dev/stdin` is its name
  std::string home = "/nonexistent";  ///< what HOME and TMPDIR say
  ChildLimits limits = {};
};

/// How a program ended.
enum class ChildEnd {
  exited,         ///< by itself, with `status`
  signalled,      ///< killed by the signal `status`
  not_found,      ///< there is no such program
  not_started,    ///< no process, pipe or memory for it: `status` is the errno
  timed_out,      ///< took longer than its limits
  out_of_memory,  ///< needed more than its limit
  too_much        ///< printed more than its limit
};

struct ChildResult {
  ChildEnd end = ChildEnd::exited;
  int status = 0;
  std::string out;
  std::string err;
  bool ok() const { return end == ChildEnd::exited && status == 0; }
};

/// Runs the program to its end. Never throws but for memory of our own; leaves no process, descriptor or file behind.
ChildResult run_child(const ChildCall& call);

/// `took longer than 120 s`, `ended with status 3`: how it failed, for a message.
std::string how_it_ended(const ChildResult& result, const ChildLimits& limits);

/// The option that gives it more of what it ran out of, to end a message with; empty if it failed otherwise.
std::string how_to_allow(const ChildResult& result);

/// The file of that program in PATH; empty if there is none.
std::optional<std::string> find_program(const std::string& name);

/// A folder for one conversion, readable by this user alone; it goes with everything in it.
class TemporaryFolder {
 public:
  /// Throws Error where none can be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace zhibiao::read_stage
