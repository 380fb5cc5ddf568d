// Rows of an indicator table, sorted out: what names the indicator, its unit, its values. Internal to the extract stage.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/table_parts.hpp"

namespace zhibiao::extract {

inline constexpr std::size_t kMaxCellText = 90;  ///< bytes of an indicator's or a group's cell; what is longer is prose

/// A value cell and the column it stands in.
struct RowValue {
  const Column* column = nullptr;
  Cell cell;
};

/// One row, sorted out.
struct IndicatorRow {
  Span span;
  std::vector<Cell> subject;  ///< cells (or broken pieces) that name the indicator
  std::string unit;
  std::vector<RowValue> values;
  std::vector<const rules::Rule*> seen;  ///< of the words for its kind (约束性)
  Cell place;                            ///< whose row it is, where a column says so beside the indicator
  Cell due;                              ///< its due date
};

/// Whether the column holds values: targets, results, bases, growth, measures.
bool holds_value(const Column& column);
/// Whether the cells of a column say nothing that could be a record: numbers of rows, bodies, points of a score.
bool is_mute(const Column& column);
/// Notes what a row is about for the values that its other cells hold as prose.
void name_row(const TableContext& context, const Line& line, const std::vector<Column>& columns, TableReading& reading);
/// The column that says what is counted; nullptr if none.
const Column* subject_column(const std::vector<Column>& columns);

/// Sorts the cells of a table into rows. All arguments must outlive it; rows point into them.
class RowSorter {
 public:
  RowSorter(const TableContext& context, const std::vector<Line>& lines, const std::vector<Column>& columns);

  /// The row that `lines[i]` holds, one row a line. Lines from `unused` on, which no row has taken, may complete it, and the
  /// line behind it; `after` becomes the first line that is not its own. Empty where the cells do not fit the columns.
  std::optional<IndicatorRow> sort_row(std::size_t i, std::size_t unused, std::size_t& after) const;

  /// One cell a line: the number of the row, group heads and the indicator, from `lines[i]` up to the first value or unit,
  /// which `i` becomes. False: what stands there opens no row.
  bool gather_text(std::size_t& i, IndicatorRow& row) const;
  /// One cell a line: units, values and kind behind the text of `row`. `i` becomes the first line behind them; where they do
  /// not fit the columns (false), a line farther on.
  bool gather_values(std::size_t& i, IndicatorRow& row) const;

 private:
  bool is_unit_cell(const Cell& cell) const;
  bool is_text(const Cell& cell) const;
  bool is_value(const Cell& cell) const;
  bool is_scoped_value(const Cell& cell) const;
  bool is_text_row(const Line& line) const;
  bool note_kind(const Cell& cell, IndicatorRow& row) const;
  bool match_tail(const std::vector<Cell>& cells, std::size_t& at, IndicatorRow& row) const;
  bool match_parts(std::size_t i, std::size_t& at, IndicatorRow& row) const;
  std::optional<IndicatorRow> sort_cells(const std::vector<Cell>& cells) const;
  std::optional<IndicatorRow> by_grid(const Line& line) const;
  std::optional<IndicatorRow> by_print(const std::vector<Cell>& cells) const;
  std::optional<IndicatorRow> by_columns(const std::vector<const Cell*>& own, const std::vector<Cell>& cells) const;
  std::optional<IndicatorRow> by_looks(const std::vector<Cell>& cells) const;
  bool by_place(const std::vector<Cell>& cells, IndicatorRow& row) const;
  void complete(IndicatorRow& row, std::size_t i, std::size_t unused, std::size_t& after) const;

  const TableContext& context_;
  const std::vector<Line>& lines_;
  const std::vector<Column>& columns_;
  std::vector<const Column*> tail_;  ///< the columns behind those that lead to the indicator's
};

}  // namespace zhibiao::extract
