// Write, targets. Input: the facts of one document after the other; output: rows for programs as they come, tables
// for people at the end. Tested by tests/write/targets_writer_test.cpp.
#include <ostream>
#include <utility>

#include "write/rows.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao {
namespace {

using write::RowWriter;
using write::Table;
using write::TableColumn;

/// One row for each fact with the chosen fields as they are.
class FieldRows : public Writer {
 public:
  FieldRows(std::ostream& out, const WriteOptions& options) : fields_(options.columns) {
    if (fields_.empty()) {
      for (const Field& field : fields()) fields_.push_back(&field);
    }
    std::vector<write::Column> columns;
    for (const Field* field : fields_) columns.push_back({std::string(field->name), field->type});
    rows_ = write::row_writer(out, options.format, std::move(columns));
  }

  void write(const std::string&, const Analysis& analysis) override {
    for (const Fact& fact : analysis.facts) {
      cells_.clear();
      for (const Field* field : fields_) cells_.push_back(field->text(fact));
      rows_->row(cells_);
    }
  }

  void finish() override { rows_->finish(); }

 private:
  std::vector<const Field*> fields_;
  std::vector<std::string> cells_;
  std::unique_ptr<RowWriter> rows_;
};

/// The chosen fields as a table for people.
class FieldTable : public Writer {
 public:
  FieldTable(std::ostream& out, const WriteOptions& options)
      : out_(out), options_(options), table_(columns(options.columns)) {}

  void write(const std::string&, const Analysis& analysis) override {
    for (const Fact& fact : analysis.facts) {
      std::vector<std::string> cells;
      for (const Field* field : options_.columns) cells.push_back(field->text(fact));
      table_.row(std::move(cells));
    }
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap); }

 private:
  static std::vector<TableColumn> columns(const std::vector<const Field*>& fields) {
    std::vector<TableColumn> columns;
    for (const Field* field : fields) {
      const bool number = field->type == FieldType::integer || field->type == FieldType::decimal;
      columns.push_back({.title = std::string(field->name),
                         .right = number,
                         .floor = number ? std::size_t{0} : std::size_t{8},
                         .drop = 0,
                         .hide_empty = false});
    }
    return columns;
  }

  std::ostream& out_;
  WriteOptions options_;
  Table table_;
};

/// What an analyst reads at a glance, a heading above each document.
class ReadingTable : public Writer {
 public:
  ReadingTable(std::ostream& out, const WriteOptions& options) : out_(out), options_(options), table_(columns()) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (analysis.facts.empty()) return;
    table_.section(write::document_line(file, analysis.document));
    for (const Fact& fact : analysis.facts) table_.row(cells(fact));
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap); }

  static std::vector<TableColumn> columns() {
    return {{.title = "item", .floor = 10},
            {.title = "role", .drop = 1},
            {.title = "action", .floor = 6, .drop = 3},
            {.title = "indicator", .floor = 20},
            {.title = "value", .floor = 14},
            {.title = "scope", .floor = 10, .drop = 2},
            {.title = "deadline"},
            {.title = "kind", .drop = 4},
            {.title = "line", .right = true}};
  }

  static std::vector<std::string> cells(const Fact& fact) {
    // Targets are the rule: only the others say what they are.
    const std::string role = fact.role == Role::target ? std::string() : std::string(name_of(fact.role));
    return {fact.item,
            role,
            fact.action,
            fact.indicator,
            write::value_text(fact),
            fact.scope,
            fact.deadline,
            std::string(name_of(fact.kind)),
            std::to_string(fact.line)};
  }

 private:
  std::ostream& out_;
  WriteOptions options_;
  Table table_;
};

/// The same as Markdown: a heading and a table for each document.
class ReadingMarkdown : public Writer {
 public:
  explicit ReadingMarkdown(std::ostream& out) : out_(out) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (analysis.facts.empty()) return;
    if (!first_) out_ << '\n';
    first_ = false;
    out_ << "## " << write::markdown_text(write::document_line(file, analysis.document)) << "\n\n";
    std::vector<write::Column> columns;
    for (const TableColumn& column : ReadingTable::columns()) {
      columns.push_back({column.title, column.right ? FieldType::integer : FieldType::text});
    }
    const auto rows = write::row_writer(out_, Format::md, std::move(columns));
    for (const Fact& fact : analysis.facts) rows->row(ReadingTable::cells(fact));
    rows->finish();
  }

  void finish() override {}

 private:
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> targets_writer(std::ostream& out, const WriteOptions& options) {
  if (options.format == Format::table) {
    if (options.columns.empty()) return std::make_unique<ReadingTable>(out, options);
    return std::make_unique<FieldTable>(out, options);
  }
  if (options.format == Format::md && options.columns.empty()) return std::make_unique<ReadingMarkdown>(out);
  return std::make_unique<FieldRows>(out, options);
}

std::span<const Format> targets_formats() {
  static constexpr Format kFormats[] = {Format::table, Format::csv,  Format::tsv,
                                        Format::jsonl, Format::json, Format::md};
  return kFormats;
}

}  // namespace zhibiao
