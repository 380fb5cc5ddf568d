// Read: a ZIP archive over bytes in memory, the ground of DOCX, OFD and XLSX. Nothing is ever written to disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "zhibiao/read.hpp"

struct zip;

namespace zhibiao::read_stage {

/// Parts are read by name, whole, into memory. The bytes that really come out are counted, whatever the archive says of
/// itself, and the limits are kept: one part (`part_bytes`), all parts read so far (`file_bytes`), how much a part may
/// swell (`ratio`), how many parts there are (`parts`).
class Zip {
 public:
  /// `bytes` must outlive the archive; `name` is the file's in messages. Throws Error for what is no whole archive.
  Zip(std::string name, std::string_view bytes, const ReadLimits& limits);
  ~Zip();
  Zip(const Zip&) = delete;
  Zip& operator=(const Zip&) = delete;

  /// `path` is written with slashes and without one in front (`word/document.xml`); case does not count.
  bool has(std::string_view path) const;
  /// A part's bytes. Throws Error if it is missing, damaged, encrypted or beyond a limit.
  std::string read(std::string_view path);

  const std::string& name() const { return name_; }
  const ReadLimits& limits() const { return limits_; }

 private:
  [[noreturn]] void damaged(const std::string& detail) const;

  std::string name_;
  ReadLimits limits_;
  std::size_t size_ = 0;      // of the archive
  std::size_t unpacked_ = 0;  // so far, of all parts
  struct zip* zip_ = nullptr;
  std::unordered_map<std::string, std::uint64_t> index_;
};

/// `target` as written in the part or folder `base` of an archive, from the archive's top: `word/` and `../a.xml` give
/// `a.xml`; a target with a slash in front starts at the top. Never leads out of the archive.
std::string resolve_path(std::string_view base, std::string_view target);

}  // namespace zhibiao::read_stage
