// Write, xlsx: a last look. Input: the file just written; output: whether each of its parts is there to the end.
// Tested by tests/write/workbook_test.cpp.
#include <zip.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "write/workbook/file.hpp"

namespace zhibiao::write {
namespace {

constexpr std::size_t kEnds = 256;  ///< bytes kept of a part's start and end

/// `<worksheet …>` at the start asks for `</worksheet>` at the end.
bool is_closed(std::string_view head, std::string_view tail) {
  const std::size_t declared = head.find("?>");
  const std::size_t open = declared == std::string_view::npos ? declared : head.find('<', declared);
  if (open == std::string_view::npos) return false;
  const std::size_t end = head.find_first_of(" >", open);
  if (end == std::string_view::npos) return false;
  const std::string closing = "</" + std::string(head.substr(open + 1, end - open - 1)) + ">";
  const std::size_t last = tail.find_last_not_of("\r\n");
  return last != std::string_view::npos && tail.substr(0, last + 1).ends_with(closing);
}

/// Reads the part to its end, where libzip compares its checksum.
bool is_whole_part(zip_t* archive, zip_uint64_t index) {
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen_index(archive, index, 0), zip_fclose);
  if (part == nullptr) return false;
  std::array<char, 65536> buffer{};
  std::string head;
  std::string tail;
  for (;;) {
    const zip_int64_t size = zip_fread(part.get(), buffer.data(), buffer.size());
    if (size < 0) return false;
    if (size == 0) return is_closed(head, tail);
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
    if (head.size() < kEnds) head += bytes.substr(0, kEnds - head.size());
    tail += bytes.size() > kEnds ? bytes.substr(bytes.size() - kEnds) : bytes;
    if (tail.size() > kEnds) tail.erase(0, tail.size() - kEnds);
  }
}

}  // namespace

bool is_whole_package(const std::string& path) {
  int error = 0;
  const std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open(path.c_str(), ZIP_RDONLY, &error), zip_discard);
  if (archive == nullptr) return false;
  const zip_int64_t parts = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t part = 0; part < parts; ++part) {
    if (!is_whole_part(archive.get(), static_cast<zip_uint64_t>(part))) return false;
  }
  return parts > 0;
}

}  // namespace zhibiao::write
