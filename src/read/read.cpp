// Read: a file becomes a Source. Input: a path or bytes; output: valid UTF-8 text or an Error that
// names file, line and byte. Tested by tests/read/read_test.cpp.
#include "zhibiao/read.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "read/encoding.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

/// A file descriptor that is closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) {
      ::close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& name, const std::string& what) { throw Error(name, what); }

std::string reason(int error) { return std::generic_category().message(error); }

std::string too_large() {
  return fmt::format("larger than {} MiB, which is more than is read", ReadLimits{}.file_bytes >> 20U);
}

/// All bytes up to the end; never more than the limit and one.
std::string slurp(int descriptor, const std::string& name, std::size_t expected) {
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(expected + 1);
  while (true) {
    if (filled == bytes.size()) {
      if (filled > ReadLimits{}.file_bytes) {
        fail(name, too_large());
      }
      bytes.resize(std::min(ReadLimits{}.file_bytes + 1, std::max<std::size_t>(bytes.size() * 2, 65536)));
    }
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) {
        continue;
      }
      fail(name, "cannot be read: " + reason(errno));
    }
    if (got == 0) {
      break;
    }
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::size_t line_of(std::string_view bytes, std::size_t offset) {
  return 1 +
         static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

}  // namespace

Source read(const std::string& path, const ReadOptions& options) {
  if (path == "-") {
    return read_bytes("-", slurp(STDIN_FILENO, "-", 65536), options);
  }
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    fail(path, errno == ENOENT || errno == ENOTDIR ? "no such file" : "cannot be opened: " + reason(errno));
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    fail(path, "cannot be read: " + reason(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    fail(path, "is a folder, not a file");
  }
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (size > ReadLimits{}.file_bytes) {
    fail(path, too_large());
  }
  return read_bytes(path, slurp(file.number(), path, size), options);
}

Source read_bytes(const std::string& name, std::string bytes, const ReadOptions&) {
  if (bytes.empty()) {
    fail(name, "the file is empty");
  }
  if (bytes.size() > ReadLimits{}.file_bytes) {
    fail(name, too_large());
  }
  if (const std::string what = read_stage::other_format(bytes); !what.empty()) {
    fail(name, what);
  }
  const std::size_t nul = bytes.find('\0');
  const auto bad = read_stage::first_bad_utf8(bytes);
  if (nul != std::string::npos && nul < bad.value_or(bytes.size())) {
    fail(name, fmt::format("line {}, byte {}: a NUL byte; this is no text file", line_of(bytes, nul), nul));
  }
  if (bad) {
    fail(name,
         fmt::format("line {}, byte {}: not UTF-8; other encodings such as GBK are not read yet, convert it first: "
                     "iconv -f GB18030 -t UTF-8",
                     line_of(bytes, *bad), *bad));
  }
  if (read_stage::is_blank(bytes)) {
    fail(name, "the file holds nothing but blanks");
  }
  return Source(read_stage::valid_utf8(name), std::move(bytes));
}

std::string find_encoding(std::string_view label) { return label == "utf-8" ? "UTF-8" : ""; }

}  // namespace zhibiao
