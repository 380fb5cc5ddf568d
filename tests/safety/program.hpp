// The real program as a child: its streams, its limits, and how it ends.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace safety {

/// How to start it. Streams that are not named are /dev/null; stderr is kept.
struct Start {
  std::vector<std::string> args;
  std::string input;                     ///< path for standard input
  std::string output;                    ///< path for standard output
  int out = -1;                          ///< an open descriptor for standard output instead
  std::optional<std::size_t> file_size;  ///< RLIMIT_FSIZE in bytes
  std::vector<std::string> environment;  ///< `NAME=value`, added
};

struct End {
  int status = -1;  ///< of an exit; -1 after a signal
  int signal = 0;
  std::string err;
};

/// A child that runs; it is killed if nobody waits for it.
class Program {
 public:
  explicit Program(const Start& start);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void send(int signal) const;
  /// Whether it has ended by now.
  bool ended();
  /// Waits for its end; after a minute it is killed, which shows as SIGKILL.
  End wait();

 private:
  pid_t process_ = -1;
  int err_ = -1;  ///< an unnamed file
  int state_ = 0;
  bool ended_ = false;
};

End run_program(const Start& start);

/// A plan of so many targets.
std::string long_plan(int targets);

}  // namespace safety
