// Fuzzer: the XML inside office files: DOCX, OFD, and XLSX read back as a table. Input: parts as text (parts.hpp).
#include "check.hpp"
#include "parts.hpp"
#include "read/formats.hpp"
#include "target.hpp"
#include "zhibiao/records.hpp"

namespace zhibiao_fuzz {
namespace {

bool has_part(const Parts& parts, std::string_view prefix) {
  for (const auto& [name, bytes] : parts) {
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

void read_workbook(const std::string& bytes, const zhibiao::ReadOptions& options) {
  accepted([&] {
    const auto table = zhibiao::read_records_bytes("table.xlsx", bytes, options);
    for (const auto& row : table.rows) require(row.row >= 1, "rows count from 1");
  });
}

}  // namespace

void office(std::string_view bytes) {
  const Parts parts = parse_parts(bytes);
  const std::string archive = archive_of(parts);
  zhibiao::ReadOptions options;
  options.limits.depth = 64;
  options.limits.part_bytes = std::size_t{1} << 20;
  options.limits.parts = 64;
  if (has_part(parts, "xl/")) return read_workbook(archive, options);
  const bool ofd = has_part(parts, "OFD.xml");
  const auto read = [&] {
    return ofd ? zhibiao::read_stage::read_ofd("plan.ofd", archive, options)
               : zhibiao::read_stage::read_docx("plan.docx", archive, options);
  };
  accepted([&] {
    const auto document = read();
    check_document(document);
    require(read().text == document.text, "the same file gives the same text");
  });
}

}  // namespace zhibiao_fuzz
