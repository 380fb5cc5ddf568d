// Around calls of libxlsxwriter.
#pragma once

#include <cerrno>
#include <cstdio>

namespace zhibiao::write {

/// While it lives, libxlsxwriter, which prints its troubles on stderr, prints them nowhere: they become Errors. Only the
/// variable `stderr` is changed (glibc allows it): std::cerr and descriptor 2 work on.
/// At its start errno is 0: where the library finds no memory it mostly goes on and leaves something out, and then only
/// errno tells. WorkbookFile::check() asks for that.
class Quiet {
 public:
  Quiet() {
    // Never closed: another thread may have taken it for stderr just now. What is written there is dropped.
    static std::FILE* const nowhere = ::fopencookie(nullptr, "w", {});
    if (stderr == nowhere) return;
    if (nowhere != nullptr) stderr = nowhere;
    errno = 0;
  }
  ~Quiet() { stderr = before_; }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  std::FILE* before_ = stderr;
};

}  // namespace zhibiao::write
