// Long output on a terminal, handed to a pager where the user asks for one.
#pragma once

#include <sys/types.h>

#include <string>

namespace zhibiao::cli {

/// While it runs, what the process writes to standard output goes to a child process that shows it page by page.
class Pager {
 public:
  Pager() = default;
  /// finish().
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  /// `command` is run by the shell. Throws Error where the system refuses. Does nothing while one runs.
  void start(const std::string& command);
  /// No more will be written (flush before): waits until the reader leaves the pager.
  void finish();

 private:
  pid_t child_ = -1;
  int standard_ = -1;  ///< standard output as it was
};

}  // namespace zhibiao::cli
