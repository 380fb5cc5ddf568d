// Files that are not whole yet: a signal that ends the program takes them away.
#pragma once

#include <string>

namespace zhibiao::cli {

/// A file that is removed when SIGINT, SIGTERM or SIGHUP ends the program. At most a few at a time, on one thread;
/// what is above that, or has too long a name, is not watched.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

 private:
  int slot_ = -1;
};

}  // namespace zhibiao::cli
