// Records: a table that zhibiao wrote and somebody edited is read back. Input: a file or its bytes; output: rows of facts with
// what could not be understood, or an Error that says what a table of records needs. Tested by tests/records/.
#include "zhibiao/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/decode.hpp"
#include "read/encoding.hpp"
#include "read/file.hpp"
#include "read/sniff.hpp"
#include "records/formats.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao {
namespace {

using records::Builder;
using records::CellStyle;

constexpr std::string_view kZip = "PK\x03\x04";

[[noreturn]] void no_table(const std::string& name) {
  throw Error(name,
              fmt::format("no table of records: none of its first {} rows names the columns of one, at least two, "
                          "with one of {}; 'zhibiao targets' writes such tables",
                          records::kHeaderWithin, records::needed_columns()));
}

void read_text(RecordTable& table, std::string_view bytes, const ReadOptions& options) {
  const read_stage::Sniffed sniffed = read_stage::sniff(bytes);
  if (sniffed.kind != read_stage::FileKind::text) {
    throw Error(table.name, sniffed.what + ", which is read as no table; save the table as XLSX or CSV");
  }
  FileFacts facts;
  const std::string text = read_stage::decode_text(table.name, bytes, options, "", facts);
  table.encoding = facts.encoding;
  table.warnings = facts.warnings;
  if (records::looks_like_json(text)) {
    Builder builder(table, {.spreadsheet = false}, options.limits.records);
    table.format = records::read_json(text, builder) ? "json" : "jsonl";
    if (!builder.found() && !table.rows.empty()) no_table(table.name);
    return builder.finish();
  }
  const char separator = records::separator_of(text);
  if (separator == '\0') no_table(table.name);
  Builder builder(table, {.spreadsheet = true, .decimal_comma = separator == ';'}, options.limits.records);
  table.format = separator == '\t' ? "tsv" : "csv";
  records::read_separated(text, separator, builder);
  builder.finish();
}

void read_sheets(RecordTable& table, std::string_view bytes, const ReadOptions& options) {
  Builder builder(table, {}, options.limits.records);
  table.format = "xlsx";
  table.encoding = "UTF-8";
  records::read_workbook(table.name, bytes, options.limits, builder);
  if (!builder.found()) no_table(table.name);
  builder.finish();
}

}  // namespace

bool RecordRow::has(std::string_view field) const {
  return std::any_of(said.begin(), said.end(), [&](const Field* one) { return one->name == field; });
}

const CellTrouble* RecordRow::trouble(const Field& field) const {
  const auto found =
      std::find_if(troubles.begin(), troubles.end(), [&](const CellTrouble& one) { return one.field == &field; });
  return found == troubles.end() ? nullptr : &*found;
}

RecordTable read_records(const std::string& path, const ReadOptions& options) {
  return read_records_bytes(path, read_stage::read_file(path, options.limits.file_bytes, "table"), options);
}

RecordTable read_records_bytes(const std::string& name, std::string bytes, const ReadOptions& options) {
  RecordTable table;
  table.name = read_stage::valid_utf8(name);
  if (bytes.empty()) throw Error(table.name, "the file is empty");
  if (bytes.starts_with(kZip)) {
    read_sheets(table, bytes, options);
  } else {
    read_text(table, bytes, options);
  }
  return table;
}

}  // namespace zhibiao
