// Write, xlsx: temporary files. Input: what libxlsxwriter writes into its streams; output: the same bytes when it reads them
// back, or the knowledge that some are lost. Tested by tests/write/scratch_test.cpp.
#include "write/workbook/scratch.hpp"

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>
#include <xlsxwriter/utility.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <system_error>

namespace zhibiao::write {
namespace {

thread_local ScratchFiles* in_use = nullptr;

}  // namespace

struct ScratchFiles::File {
  ScratchFiles& files;
  int descriptor = -1;
  std::FILE* stream = nullptr;
};

/// What the C library calls for a stream over a File.
struct FileCalls {
  using File = ScratchFiles::File;

  /// What went wrong before this call: the library goes on where it finds no memory, and errno alone tells.
  static void ask_errno(const File& file) {
    if (errno == ENOMEM) file.files.note(ENOMEM);
  }

  /// An error that only the stream knows of; asked wherever the stream may forget it next.
  static void ask_stream(const File& file) {
    ask_errno(file);
    if (file.stream != nullptr && ::ferror_unlocked(file.stream) != 0) file.files.note(0);
  }

  static ssize_t read(void* cookie, char* to, std::size_t size) {
    const File& file = *static_cast<File*>(cookie);
    ask_errno(file);
    ssize_t count = 0;
    do {
      count = ::read(file.descriptor, to, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) file.files.note(errno);
    return count;
  }

  /// All of it, else 0: that is how such a stream is told of an error.
  static ssize_t write(void* cookie, const char* from, std::size_t size) {
    const File& file = *static_cast<File*>(cookie);
    ask_errno(file);
    for (std::size_t sent = 0; sent < size;) {
      const ssize_t count = ::write(file.descriptor, from + sent, size - sent);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        file.files.note(count < 0 ? errno : ENOSPC);
        return 0;
      }
      sent += static_cast<std::size_t>(count);
    }
    return static_cast<ssize_t>(size);
  }

  static int seek(void* cookie, off64_t* to, int whence) {
    const File& file = *static_cast<File*>(cookie);
    ask_stream(file);  // rewind() clears errors
    const off_t at = ::lseek(file.descriptor, *to, whence);
    if (at < 0) file.files.note(errno);
    *to = at;
    return at < 0 ? -1 : 0;
  }

  static int close(void* cookie) {
    const std::unique_ptr<File> file(static_cast<File*>(cookie));
    ask_stream(*file);
    file->files.open_.erase(file->stream);
    return ::close(file->descriptor);  // nobody reads the file again, so there is nothing to lose
  }
};

namespace {

/// A file that nobody else can find; -1, with errno, where there can be none.
int nameless_file() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? std::filesystem::path("/tmp") : folder) / "zhibiao-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor >= 0) ::unlink(name.c_str());
  return descriptor;
}

}  // namespace

ScratchFiles::~ScratchFiles() {
  while (!open_.empty()) std::fclose(*open_.begin());
}

ScratchFiles::Use::Use(ScratchFiles& files) { in_use = &files; }

ScratchFiles::Use::~Use() { in_use = nullptr; }

std::FILE* ScratchFiles::make() {
  auto file = std::make_unique<File>(File{*this});
  file->descriptor = nameless_file();
  if (file->descriptor < 0) return nullptr;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(
      ::fopencookie(file.get(), "w+", {FileCalls::read, FileCalls::write, FileCalls::seek, FileCalls::close}),
      std::fclose);
  if (!stream) {
    ::close(file->descriptor);
    return nullptr;
  }
  file.release()->stream = stream.get();
  open_.insert(stream.get());
  return stream.release();
}

void ScratchFiles::note(int error) {
  if (!failed_) error_ = error;
  failed_ = true;
}

}  // namespace zhibiao::write

/// In place of libxlsxwriter's own function of this name: the program's definition comes before a shared library's.
std::FILE* lxw_tmpfile(char* /*folder*/) {
  try {
    return zhibiao::write::in_use != nullptr ? zhibiao::write::in_use->make() : std::tmpfile();
  } catch (const std::bad_alloc&) {  // no exception passes through C
    errno = ENOMEM;
    return nullptr;
  }
}
