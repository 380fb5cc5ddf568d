// Command line, files read back. Input: the rows and the list of an earlier run; output: their bytes, or an Error. Tested by
// tests/cli/resume_test.cpp and tools/faults.
#include "cli/read_back.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "cli/digest.hpp"
#include "cli/done_list.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// An error of the disk is not the end of the file: what cannot be read must not be taken for missing, and cut.
[[noreturn]] void fail_reading(const std::string& path) {
  throw Error(path, "cannot be read to its end; nothing was changed");
}

}  // namespace

std::uint64_t size_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return static_cast<std::uint64_t>(status.st_size);
  if (errno == ENOENT) return 0;
  throw Error(path, "cannot be read: " + system_reason(errno));
}

bool read_on(std::istream& in, const std::string& path, std::uint64_t length,
             const std::function<void(std::string_view)>& use) {
  std::array<char, 65536> piece{};
  while (length > 0) {
    const auto wanted = static_cast<std::streamsize>(std::min<std::uint64_t>(length, piece.size()));
    if (!in.read(piece.data(), wanted)) {
      if (in.bad()) fail_reading(path);
      return false;
    }
    use(std::string_view(piece.data(), static_cast<std::size_t>(wanted)));
    length -= static_cast<std::uint64_t>(wanted);
  }
  return true;
}

bool whole_line(std::istream& in, const std::string& path, std::string& line) {
  const bool whole = std::getline(in, line) && !in.eof();
  if (in.bad()) fail_reading(path);
  return whole;
}

std::ifstream open_to_read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path, "cannot be opened: " + system_reason(errno));
  return file;
}

bool tells_of(const std::string& list_path, const std::string& rows_path) {
  std::ifstream list = open_to_read(list_path);
  std::ifstream rows = open_to_read(rows_path);
  std::string text;
  whole_line(list, list_path, text);
  std::uint64_t end = 0;
  for (DoneLine line; whole_line(list, list_path, text); end = line.end) {
    Digest digest;
    const auto add = [&](std::string_view piece) { digest.add(piece); };
    if (!line.parse(text) || line.end < end || !read_on(rows, rows_path, line.end - end, add)) return false;
    if (digest.value() != line.rows) return false;
  }
  return end > 0 && end == size_of(rows_path);
}

}  // namespace zhibiao::cli
