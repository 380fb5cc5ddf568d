// Rows for programs: one header, then cells as text; each format says how a cell looks.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/write.hpp"

namespace zhibiao::write {

struct Column {
  std::string name;
  FieldType type = FieldType::text;
};

/// Writes rows as they come; holds nothing back but the format's closing.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  /// One cell for each column; an empty one is no value.
  virtual void row(const std::vector<std::string>& cells) = 0;
  virtual void finish() {}
};

/// csv, tsv, jsonl, json or md. The header is written at once. `style` is of csv and tsv.
std::unique_ptr<RowWriter> row_writer(std::ostream& out, Format format, std::vector<Column> columns,
                                      const CsvStyle& style = {});

/// A JSON string with its quotes.
std::string json_string(std::string_view text);
/// `null` for an empty text, else the string.
std::string json_text(std::string_view text);
/// A cell of that type as a JSON value: text and numbers that are empty are null, a list is an array.
std::string json_cell(FieldType type, std::string_view text);
/// The same, appended to what is there.
void append_json_string(std::string& json, std::string_view text);
void append_json_cell(std::string& json, FieldType type, std::string_view text);

/// Text for a cell or line of Markdown: safe to print, `|`, `\`, `<`, `*`, `_` and the like taken literally.
std::string markdown_text(std::string_view text);

}  // namespace zhibiao::write
