// Files that are not whole yet: a signal that ends the program takes them away, and says what became of them.
#pragma once

#include <csignal>
#include <string>

namespace zhibiao::cli {

/// Work that a signal would leave half done. While it lives, SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGXCPU remove the file
/// `path` (empty: there is nothing to remove), print `note` as a line on stderr, and end the program as they always do.
/// At most a few at a time, on one thread; what is above that, or has too long a name, is not watched.
class UnfinishedFile {
 public:
  UnfinishedFile(const std::string& path, const std::string& note);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

 private:
  int slot_ = -1;
};

/// While it lives, those signals wait: a file that was made and is not yet watched would be left behind.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

/// Removes all of them, at the very end of a program that cannot go on. Does nothing that a signal handler may not.
void remove_unfinished_files();

}  // namespace zhibiao::cli
