// Write, rows for programs: csv, tsv, jsonl, json, md. Input: cells as text; output: a stream.
// Tested by tests/write/rows_test.cpp.
#include "write/rows.hpp"

#include <ostream>
#include <utility>

namespace zhibiao::write {
namespace {

/// RFC 4180: quotes only where they are needed, doubled inside; lines end with LF.
std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + '"';
}

std::string tsv_cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\t': escaped += "\\t"; break;
      case '\n': escaped += "\\n"; break;
      case '\r': escaped += "\\r"; break;
      case '\\': escaped += "\\\\"; break;
      default: escaped.push_back(c);
    }
  }
  return escaped;
}

class Separated : public RowWriter {
 public:
  using Cell = std::string (*)(std::string_view);
  Separated(std::ostream& out, const std::vector<Column>& columns, char separator, Cell cell)
      : out_(out), separator_(separator), cell_(cell) {
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const Column& column : columns) names.push_back(column.name);
    line(names);
  }
  void row(const std::vector<std::string>& cells) override { line(cells); }

 private:
  void line(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) {
      if (&cell != &cells.front()) text.push_back(separator_);
      text += cell_(cell);
    }
    // A single empty cell would make an empty line, which readers skip.
    if (text.empty()) text = separator_ == ',' ? "\"\"" : "";
    out_ << text << '\n';
  }

  std::ostream& out_;
  char separator_;
  Cell cell_;
};

class Json : public RowWriter {
 public:
  Json(std::ostream& out, std::vector<Column> columns, bool array)
      : out_(out), columns_(std::move(columns)), array_(array) {
    for (Column& column : columns_) column.name = json_string(column.name) + ":";
    if (array_) out_ << '[';
  }
  void row(const std::vector<std::string>& cells) override {
    std::string text = array_ ? (first_ ? "\n{" : ",\n{") : "{";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) text.push_back(',');
      text += columns_[i].name + json_cell(columns_[i].type, cells[i]);
    }
    out_ << text << (array_ ? "}" : "}\n");
    first_ = false;
  }
  void finish() override {
    if (array_) out_ << (first_ ? "]\n" : "\n]\n");
  }

 private:
  std::ostream& out_;
  std::vector<Column> columns_;
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

std::unique_ptr<RowWriter> row_writer(std::ostream& out, Format format, std::vector<Column> columns) {
  switch (format) {
    case Format::tsv: return std::make_unique<Separated>(out, columns, '\t', tsv_cell);
    case Format::jsonl: return std::make_unique<Json>(out, std::move(columns), false);
    case Format::json: return std::make_unique<Json>(out, std::move(columns), true);
    case Format::md: return std::make_unique<Markdown>(out, columns);
    default: return std::make_unique<Separated>(out, columns, ',', csv_cell);
  }
}

}  // namespace zhibiao::write
