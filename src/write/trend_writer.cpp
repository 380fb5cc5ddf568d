// Write, trends. Input: a prepared table; output: the text format asked for. Tested by tests/write/trend_writer_test.cpp.
#include "write/trend_writer.hpp"

#include <array>
#include <utility>

#include "write/rows.hpp"
#include "write/spreadsheet.hpp"
#include "write/trend_people.hpp"
#include "write/trend_rows.hpp"

namespace zhibiao::write {
namespace {

constexpr std::array kFormats = {Format::table, Format::csv,  Format::tsv, Format::jsonl,
                                 Format::json,  Format::xlsx, Format::md};

std::vector<Column> columns_of(const std::vector<TrendField>& fields, bool guard) {
  std::vector<Column> columns;
  for (const TrendField& field : fields) columns.push_back({guard ? guarded(field.name) : field.name, field.type});
  return columns;
}

/// csv and tsv: the wide form, which spreadsheets chart and pivot as it stands.
void write_wide(std::ostream& out, const TrendTable& table, const WriteOptions& options) {
  const WideForm form(table);
  const auto fields = form.fields(options.header);
  const bool guard = options.csv.guard;
  const auto rows = row_writer(out, options.format, columns_of(fields, guard), options.csv);
  for (const TrendTableRow& row : table.rows) {
    auto cells = form.cells(row);
    for (std::size_t i = 0; guard && i < cells.size(); ++i) {
      cells[i] = fields[i].like != nullptr ? excel_spelling(*fields[i].like, cells[i]) : guarded(cells[i]);
    }
    rows->row(cells);
  }
  rows->finish();
}

/// jsonl and json: the long form.
void write_long(std::ostream& out, const TrendTable& table, Format format) {
  const auto rows = row_writer(out, format, columns_of(long_fields(Language::en), false));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (const LongRow& row : long_rows(table, table.rows[i], i + 1)) rows->row(row.cells);
  }
  rows->finish();
}

}  // namespace

std::span<const Format> trend_formats() { return kFormats; }

void write_trend(std::ostream& out, const TrendTable& table, const WriteOptions& options, bool explain) {
  switch (options.format) {
    case Format::table: return write_trend_table(out, table, options, explain);
    case Format::md: return write_trend_markdown(out, table, options);
    case Format::jsonl:
    case Format::json: return write_long(out, table, options.format);
    default: return write_wide(out, table, options);
  }
}

}  // namespace zhibiao::write
