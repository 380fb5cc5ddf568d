// Fuzzer: damaged archives and other whole files, from their first bytes on. Programs that read PDF and old office files
// are not started: their readers are for other fuzzers.
#include "check.hpp"
#include "read/sniff.hpp"
#include "target.hpp"
#include "zhibiao/records.hpp"

namespace zhibiao_fuzz {

void archive(std::string_view bytes) {
  using zhibiao::read_stage::FileKind;
  const FileKind kind = zhibiao::read_stage::sniff(bytes).kind;
  if (kind == FileKind::pdf) return;
  zhibiao::ReadOptions options;
  options.limits.part_bytes = std::size_t{1} << 18;
  options.limits.file_bytes = std::size_t{1} << 20;
  options.limits.parts = 64;
  options.limits.ratio = 50;
  accepted([&] {
    const zhibiao::Source source = zhibiao::read_bytes("plan", std::string(bytes), options);
    require(is_text(source.text()), "a document's text is UTF-8 without NUL");
    require(source.text().size() <= 4 * options.limits.file_bytes, "a document is no larger than its limit allows");
  });
  accepted([&] { zhibiao::read_records_bytes("table", std::string(bytes), options); });
}

}  // namespace zhibiao_fuzz
