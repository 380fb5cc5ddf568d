// Read, the bytes of a file. Input: a path; output: all its bytes as they stood at one time, or an Error. Tested by
// tests/read/read_test.cpp.
#include "read/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "read/limits.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

/// A file descriptor that is closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& name, const std::string& what) { throw Error(name, what); }

/// All bytes up to the end; never more than the limit and one.
std::string slurp(int descriptor, const std::string& name, std::size_t expected, std::size_t limit) {
  std::string bytes;
  std::size_t filled = 0;
  bytes.resize(expected + 1);
  while (true) {
    if (filled == bytes.size()) {
      if (filled > limit) fail(name, too_large(limit));
      bytes.resize(std::min(limit + 1, std::max<std::size_t>(bytes.size() * 2, 65536)));
    }
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) continue;
      fail(name, "cannot be read: " + system_reason(errno));
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

struct stat status_of(int descriptor, const std::string& name) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail(name, "cannot be read: " + system_reason(errno));
  return status;
}

/// Half of an old file and half of a new one would be facts that stand nowhere.
bool changed(const struct stat& before, const struct stat& after) {
  return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
         before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

}  // namespace

std::string read_file(const std::string& path, std::size_t limit, const std::string& wanted) {
  if (path == "-") return slurp(STDIN_FILENO, "-", 65535, limit);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.number() < 0) {
    fail(path, errno == ENOENT || errno == ENOTDIR ? "no such file" : "cannot be opened: " + system_reason(errno));
  }
  const struct stat before = status_of(file.number(), path);
  if (S_ISDIR(before.st_mode)) fail(path, "is a folder, not a " + wanted);
  const auto size = static_cast<std::size_t>(std::max<off_t>(before.st_size, 0));
  if (size > limit) fail(path, too_large(limit));
  std::string bytes = slurp(file.number(), path, size, limit);
  if (S_ISREG(before.st_mode) && changed(before, status_of(file.number(), path))) {
    fail(path, "changed while it was read; run again when it is written");
  }
  return bytes;
}

}  // namespace zhibiao::read_stage
