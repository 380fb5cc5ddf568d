// Write, rows for programs: csv, tsv, jsonl, json, md. Input: cells as text; output: a stream.
// Tested by tests/write/rows_test.cpp.
#include "write/rows.hpp"

#include <ostream>
#include <utility>

#include "write/csv.hpp"

namespace zhibiao::write {
namespace {

class Json : public RowWriter {
 public:
  Json(std::ostream& out, std::vector<Column> columns, bool array)
      : out_(out), columns_(std::move(columns)), array_(array) {
    // What stands before each cell.
    for (Column& column : columns_) {
      column.name = (&column == &columns_.front() ? "" : ",") + json_string(column.name) + ":";
    }
    if (array_) out_ << '[';
  }
  void row(const std::vector<std::string>& cells) override {
    text_ = array_ ? (first_ ? "\n{" : ",\n{") : "{";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      text_ += columns_[i].name;
      append_json_cell(text_, columns_[i].type, cells[i]);
    }
    text_ += array_ ? "}" : "}\n";
    out_ << text_;
    first_ = false;
  }
  void finish() override {
    if (array_) out_ << (first_ ? "]\n" : "\n]\n");
  }

 private:
  std::ostream& out_;
  std::vector<Column> columns_;
  std::string text_;  // of the row at hand
  bool array_;
  bool first_ = true;
};

class Markdown : public RowWriter {
 public:
  Markdown(std::ostream& out, const std::vector<Column>& columns) : out_(out) {
    std::string head = "|";
    std::string rule = "|";
    for (const Column& column : columns) {
      head += " " + markdown_text(column.name) + " |";
      rule += column.type == FieldType::integer || column.type == FieldType::decimal ? " ---: |" : " --- |";
    }
    out_ << head << '\n' << rule << '\n';
  }
  void row(const std::vector<std::string>& cells) override {
    std::string text = "|";
    for (const std::string& cell : cells) text += cell.empty() ? " |" : " " + markdown_text(cell) + " |";
    out_ << text << '\n';
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string escaped;
  const std::string safe = printable(text);
  for (const char c : safe) {
    if (c == '<') {
      escaped += "&lt;";
      continue;
    }
    if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == '~') escaped.push_back('\\');
    escaped.push_back(c);
  }
  return escaped;
}

std::unique_ptr<RowWriter> row_writer(std::ostream& out, Format format, std::vector<Column> columns,
                                      const CsvStyle& style) {
  switch (format) {
    case Format::jsonl: return std::make_unique<Json>(out, std::move(columns), false);
    case Format::json: return std::make_unique<Json>(out, std::move(columns), true);
    case Format::md: return std::make_unique<Markdown>(out, columns);
    default: return std::make_unique<SeparatedRows>(out, format, style, columns);
  }
}

}  // namespace zhibiao::write
