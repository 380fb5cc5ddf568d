// Write, comparisons for programs. Input: the rows of each pair of plans; output: csv, tsv, jsonl, json; the other forms
// are people.cpp's and workbook.cpp's. Tested by tests/compare/diff_command_test.cpp and tests/golden/diff-*.
#include "write/diff/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>

#include "write/diff/people.hpp"
#include "write/rows.hpp"
#include "write/spreadsheet.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array kFormats = {Format::table, Format::csv, Format::tsv, Format::jsonl,
                                 Format::json,  Format::md,  Format::xlsx};

std::string record(const Fact* fact) {
  if (fact == nullptr) return "null";
  std::string text = "{";
  for (const Field& field : fields()) {
    text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", json_string(field.name),
                        json_cell(field.type, field.text(*fact)));
  }
  return text + "}";
}

std::string object(const DiffRow& row, const Diff& diff) {
  const auto columns = change_columns(diff);
  const auto cells = change_cells(row, diff);
  std::string text;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string value =
        columns[i].english == "moved" ? (cells[i].empty() ? "false" : "true") : json_cell(columns[i].type, cells[i]);
    text += fmt::format("{}{}: {}", i == 0 ? "{" : ", ", json_string(columns[i].english), value);
  }
  return fmt::format("{}, \"old\": {}, \"new\": {}}}", text, record(row.old_fact), record(row.new_fact));
}

void write_json(std::ostream& out, const Diff& diff, bool array) {
  bool first = true;
  if (array) out << '[';
  for (const DiffPart& part : diff.parts) {
    for (const DiffRow& row : part.rows) {
      if (array) out << (first ? "\n" : ",\n");
      out << object(row, diff);
      if (!array) out << '\n';
      first = false;
    }
  }
  if (array) out << (first ? "]\n" : "\n]\n");
}

/// csv and tsv: the change, then the telling fields of both sides.
class SeparatedDiff {
 public:
  SeparatedDiff(std::ostream& out, const Diff& diff, const WriteOptions& options)
      : diff_(diff), guard_(options.csv.guard) {
    const bool chinese = options.header == Language::zh;
    std::vector<Column> columns;
    for (const Bilingual& name : change_columns(diff)) {
      columns.push_back({std::string(name.in(options.header)), name.type});
    }
    for (const Word side : {Word::old_side, Word::new_side}) {
      for (const Field* field : side_fields()) {
        columns.push_back({fmt::format("{}{}{}", word(side, options.header), chinese ? "" : "_",
                                       chinese ? field->name_zh : field->name),
                           field->type});
      }
    }
    rows_ = row_writer(out, options.format, std::move(columns), options.csv);
  }

  void row(const DiffPart& part, const DiffRow& row) {
    auto cells = change_cells(row, diff_);
    if (guard_) cells[1] = guarded(cells[1]);
    add(cells, row.old_fact, part.old_plan);
    add(cells, row.new_fact, part.new_plan);
    rows_->row(cells);
  }

  std::vector<std::string> finish() {
    rows_->finish();
    return conversion_warnings(converted_);
  }

 private:
  void add(std::vector<std::string>& cells, const Fact* fact, const Plan* plan) {
    auto side = side_cells(fact, plan);
    for (std::size_t i = 0; guard_ && i < side.size(); ++i) {
      const Field& field = *side_fields()[i];
      side[i] = excel_spelling(field, side[i]);
      const bool number = field.type == FieldType::integer || field.type == FieldType::decimal;
      if (!number && field.name != "deadline" && excel_would_convert(side[i])) ++converted_;
    }
    cells.insert(cells.end(), std::make_move_iterator(side.begin()), std::make_move_iterator(side.end()));
  }

  const Diff& diff_;
  bool guard_;
  std::size_t converted_ = 0;
  std::unique_ptr<RowWriter> rows_;
};

}  // namespace

std::span<const Format> diff_formats() { return kFormats; }

std::vector<std::string> write_diff(std::ostream& out, const Diff& diff, const WriteOptions& options,
                                    const DiffLooks& looks) {
  switch (options.format) {
    case Format::table: write_diff_table(out, diff, options, looks); return {};
    case Format::md: write_diff_markdown(out, diff, options); return {};
    case Format::jsonl:
    case Format::json: write_json(out, diff, options.format == Format::json); return {};
    default: break;
  }
  SeparatedDiff rows(out, diff, options);
  for (const DiffPart& part : diff.parts) {
    for (const DiffRow& row : part.rows) rows.row(part, row);
  }
  return rows.finish();
}

}  // namespace zhibiao::write
