// Temporary files of a workbook. libxlsxwriter writes each part into one and does not look whether the bytes got there;
// these do, and remember what went wrong.
#pragma once

#include <cstdio>
#include <set>

namespace zhibiao::write {

/// The temporary files that libxlsxwriter asks for while a Use of these lives. Without a name from the start; in TMPDIR,
/// else in /tmp.
class ScratchFiles {
 public:
  ScratchFiles() = default;
  /// Closes those that the library has left open.
  ~ScratchFiles();
  ScratchFiles(const ScratchFiles&) = delete;
  ScratchFiles& operator=(const ScratchFiles&) = delete;

  /// On this thread; Uses may not be nested.
  class Use {
   public:
    explicit Use(ScratchFiles& files);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
  };

  /// Bytes of a file are lost, whatever became of it afterwards. Known for certain once all files are closed.
  bool failed() const { return failed_; }
  /// The errno of the first loss; 0 if it is not known. ENOMEM also where the library found no memory in between.
  int error() const { return error_; }
  /// How many are open.
  std::size_t open() const { return open_.size(); }

  /// A new file; nullptr, with errno, where there can be none.
  std::FILE* make();

 private:
  struct File;
  friend struct FileCalls;

  void note(int error);

  std::set<std::FILE*> open_;
  bool failed_ = false;
  int error_ = 0;
};

}  // namespace zhibiao::write
