// Write, targets. Input: the facts of one document after the other; output: rows for programs as they come, tables
// for people at the end. Tested by tests/write/targets_writer_test.cpp.
#include <ostream>
#include <utility>

#include "write/format.hpp"
#include "write/labels.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/table.hpp"
#include "write/value.hpp"

namespace zhibiao {
namespace {

using write::label;
using write::Label;
using write::RowWriter;
using write::Table;
using write::TableColumn;

/// One row for each fact with the chosen fields as they are; for Excel, in spellings it leaves alone.
class FieldRows : public Writer {
 public:
  FieldRows(std::ostream& out, const WriteOptions& options) : fields_(options.columns) {
    if (fields_.empty()) {
      for (const Field& field : fields()) fields_.push_back(&field);
    }
    guard_ = write::is_separated(options.format) && options.csv.guard;
    const bool chinese = write::header_language(options) == Language::zh;
    std::vector<write::Column> columns;
    for (const Field* field : fields_) {
      columns.push_back({std::string(chinese ? field->name_zh : field->name), field->type});
    }
    rows_ = write::row_writer(out, options.format, std::move(columns), options.csv);
  }

  void write(const std::string&, const Analysis& analysis) override {
    for (const Fact& fact : analysis.facts) {
      cells_.clear();
      for (const Field* field : fields_) cells_.push_back(cell(*field, field->text(fact)));
      rows_->row(cells_);
    }
  }

  void finish() override { rows_->finish(); }

  std::vector<std::string> warnings() const override { return write::conversion_warnings(converted_); }

 private:
  std::string cell(const Field& field, std::string text) {
    if (!guard_) return text;
    std::string spelt = write::excel_spelling(field, text);
    // Verbatim words of the source are never respelt; a full date of ours may become a date.
    const bool number = field.type == FieldType::integer || field.type == FieldType::decimal;
    if (!number && field.name != "deadline" && write::excel_would_convert(spelt)) ++converted_;
    return spelt;
  }

  std::vector<const Field*> fields_;
  std::vector<std::string> cells_;
  std::unique_ptr<RowWriter> rows_;
  bool guard_ = false;
  std::size_t converted_ = 0;
};

/// Why the fact is one, below its row.
void add_reasons(const Analysis& analysis, std::size_t fact, Table& table) {
  if (fact >= analysis.reasons.size()) return;
  for (const std::string& line : analysis.reasons[fact]) table.note(line);
}

/// The chosen fields as a table for people.
class FieldTable : public Writer {
 public:
  FieldTable(std::ostream& out, const WriteOptions& options)
      : out_(out), options_(options), table_(columns(options.columns, options.language)) {}

  void write(const std::string&, const Analysis& analysis) override {
    for (std::size_t i = 0; i < analysis.facts.size(); ++i) {
      std::vector<std::string> cells;
      for (const Field* field : options_.columns) cells.push_back(field->text(analysis.facts[i]));
      table_.row(std::move(cells));
      add_reasons(analysis, i, table_);
    }
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap, options_.colour); }

 private:
  static std::vector<TableColumn> columns(const std::vector<const Field*>& fields, Language language) {
    std::vector<TableColumn> columns;
    for (const Field* field : fields) {
      const bool number = field->type == FieldType::integer || field->type == FieldType::decimal;
      columns.push_back({.title = std::string(language == Language::zh ? field->name_zh : field->name),
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
  ReadingTable(std::ostream& out, const WriteOptions& options)
      : out_(out), options_(options), table_(columns(options.language)) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (analysis.facts.empty()) return;
    table_.section(write::document_line(file, analysis.document));
    for (std::size_t i = 0; i < analysis.facts.size(); ++i) {
      table_.row(cells(analysis.facts[i], options_.language), looks(analysis.facts[i]));
      add_reasons(analysis, i, table_);
    }
  }

  void finish() override { table_.print(out_, options_.width, options_.wrap, options_.colour); }

  static std::vector<TableColumn> columns(Language language) {
    const auto named = [&](Label one) { return write::text(one, language); };
    return {{.title = named(Label::item), .floor = 10},
            {.title = named(Label::role), .drop = 1},
            {.title = named(Label::action), .floor = 6, .drop = 3},
            {.title = named(Label::indicator), .floor = 20},
            {.title = named(Label::value), .floor = 14},
            {.title = named(Label::scope), .floor = 10, .drop = 2},
            {.title = named(Label::deadline)},
            {.title = named(Label::kind), .drop = 4},
            {.title = named(Label::line), .right = true}};
  }

  /// The value stands out; what is no target steps back.
  static std::vector<write::Styled> looks(const Fact& fact) {
    std::vector<write::Styled> looks = {{.column = 4, .look = write::Look::bold},
                                        {.column = 6, .look = write::Look::cyan},
                                        {.column = 8, .look = write::Look::dim}};
    if (fact.role != Role::target) looks.push_back({.column = 1, .look = write::Look::yellow});
    return looks;
  }

  static std::vector<std::string> cells(const Fact& fact, Language language) {
    // Targets are the rule: only the others say what they are.
    const std::string role = fact.role == Role::target ? std::string() : std::string(label(fact.role, language));
    return {fact.item,
            role,
            fact.action,
            fact.indicator,
            write::value_text(fact),
            fact.scope,
            fact.deadline,
            std::string(label(fact.kind, language)),
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
  ReadingMarkdown(std::ostream& out, Language language) : out_(out), language_(language) {}

  void write(const std::string& file, const Analysis& analysis) override {
    if (analysis.facts.empty()) return;
    if (!first_) out_ << '\n';
    first_ = false;
    out_ << "## " << write::markdown_text(write::document_line(file, analysis.document)) << "\n\n";
    std::vector<write::Column> columns;
    for (const TableColumn& column : ReadingTable::columns(language_)) {
      columns.push_back({column.title, column.right ? FieldType::integer : FieldType::text});
    }
    const auto rows = write::row_writer(out_, Format::md, std::move(columns));
    for (const Fact& fact : analysis.facts) rows->row(ReadingTable::cells(fact, language_));
    rows->finish();
  }

  void finish() override {}

 private:
  std::ostream& out_;
  Language language_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> targets_writer(std::ostream& out, const WriteOptions& options) {
  if (options.format == Format::table) {
    if (options.columns.empty()) return std::make_unique<ReadingTable>(out, options);
    return std::make_unique<FieldTable>(out, options);
  }
  if (options.format == Format::md && options.columns.empty())
    return std::make_unique<ReadingMarkdown>(out, options.language);
  return std::make_unique<FieldRows>(out, options);
}

std::span<const Format> targets_formats() {
  static constexpr Format kFormats[] = {Format::table, Format::csv, Format::tsv,  Format::jsonl,
                                        Format::json,  Format::md,  Format::xlsx, Format::sqlite};
  return kFormats;
}

}  // namespace zhibiao
