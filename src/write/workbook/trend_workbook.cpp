// Write, xlsx: a trend. Input: a prepared table; output: a workbook with a sheet of indicators and plans, one of charts, and
// one with a row for each value. Tested by tests/write/trend_workbook_test.cpp.
#include <list>
#include <string>
#include <utility>
#include <vector>

#include "write/trend_rows.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/sheet.hpp"
#include "write/workbook/trend_charts.hpp"

namespace zhibiao::write {
namespace {

/// Columns of a sheet; owns their names, which may come from documents.
class TrendColumns {
 public:
  TrendColumns(const std::vector<TrendField>& fields, const WorkbookLimits& limits) {
    for (const TrendField& field : fields) {
      const std::string& name = names_.emplace_back(cell_text(field.name, limits.text).text);
      SheetColumn column;
      column.name = column.name_zh = column.title = name;
      column.type = field.type;
      column.like = field.like == nullptr ? name : field.like->name;
      column.dated = is_dated(column.like);
      columns_.push_back(std::move(column));
    }
  }

  const std::vector<SheetColumn>& get() const { return columns_; }

 private:
  std::list<std::string> names_;
  std::vector<SheetColumn> columns_;
};

void write_indicators(WorkbookFile& file, const std::string& name, const TrendTable& table,
                      const WriteOptions& options) {
  const WideForm form(table);
  const TrendColumns columns(form.fields(options.header), file.limits());
  Sheet sheet(file, name, columns.get(), 1);
  for (const TrendTableRow& row : table.rows) sheet.row(form.cells(row));
  sheet.finish();
}

void write_values(WorkbookFile& file, const TrendTable& table, const WriteOptions& options) {
  constexpr std::size_t kFrozen = 2;  // the row's number and indicator
  const TrendColumns columns(long_fields(options.header), file.limits());
  Sheet sheet(file, word(TrendWord::facts_sheet, options.language), columns.get(), kFrozen);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (const LongRow& row : long_rows(table, table.rows[i], i + 1)) {
      sheet.row(row.cells, {link_to(row.fact->file, file.path())});
    }
  }
  sheet.finish();
}

}  // namespace

std::vector<std::string> write_trend_workbook(const std::string& path, const TrendTable& table,
                                              const WriteOptions& options) {
  WorkbookFile file(path, {});
  const std::string name(word(TrendWord::trend_sheet, options.language));
  write_indicators(file, name, table, options);
  const ChartSource source{name, WideForm::first_value(), file.limits().rows - 1};
  add_trend_charts(file, std::string(word(TrendWord::chart_sheet, options.language)), table, source, options.language);
  write_values(file, table, options);
  file.close();
  return told_losses(file);
}

}  // namespace zhibiao::write
