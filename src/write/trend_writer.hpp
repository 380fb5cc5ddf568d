// Write, trends: indicators followed over plans, as a table of cells that are ready to be laid out.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "zhibiao/trend.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// What tells one column from the next.
enum class TrendBy { year, issuer };

/// One plan.
struct TrendColumn {
  std::string label;  ///< unlike all other columns': `2021`, `贵阳市卫生健康局`, `2021 贵阳市卫生健康局`
  std::optional<int> year;  ///< of the plan
  std::string issuer;
  std::string file;
};

/// What one plan sets, or reports as reached.
struct TrendValue {
  const Fact* fact = nullptr;        ///< as printed; nullptr: there is none
  std::optional<Decimal> value;      ///< in the row's unit; empty for milestones
  std::optional<Decimal> value_max;  ///< upper end of a range, in the row's unit
  std::string number;                ///< `1100万`: exact, without comparator and unit; a range `6-6.5`
  std::string text;                  ///< `≥ 1100万`: the number with its comparator; for a milestone its date
  double similarity = 0;             ///< to the other members of the row
  explicit operator bool() const { return fact != nullptr; }
};

/// The cell of a row and a column.
struct TrendEntry {
  TrendValue target;
  TrendValue result;  ///< only with results
};

struct TrendTableRow {
  std::string indicator;
  std::string scope;  ///< empty: none that holds for all
  Kind kind = Kind::count;
  std::string unit;                 ///< `%`, `人`; the same for all values of the row
  std::string per;                  ///< `千人口`
  std::string change;               ///< `increase`, `decrease` or empty: the values are growth or decline
  double similarity = 1;            ///< of the two least alike members
  std::vector<TrendEntry> entries;  ///< one for each column
};

/// Points into the plans it was made of: they must outlive it.
struct TrendTable {
  TrendBy by = TrendBy::year;
  bool results = false;              ///< results were asked for
  std::vector<TrendColumn> columns;  ///< by year: the oldest first, those without a year last
  std::vector<TrendTableRow> rows;
};

/// Columns for all plans, also for those that have nothing in any row. By issuer they keep the order of the plans.
TrendTable make_trend_table(std::span<const Plan> plans, const Trend& trend, TrendBy by, bool results);

/// `%`, `人/千人口`, `↑%`: the unit with its denominator and direction, as a column for people shows it.
std::string unit_text(const TrendTableRow& row);

std::span<const Format> trend_formats();

/// All formats made of text. `explain`: below each row of the table its members, with place, sentence and similarity.
void write_trend(std::ostream& out, const TrendTable& table, const WriteOptions& options, bool explain);

/// The workbook, with sheets of indicators, charts and values; see workbook_writer(). Returns what the reader should know
/// of it, one line each. Throws Error.
std::vector<std::string> write_trend_workbook(const std::string& path, const TrendTable& table,
                                              const WriteOptions& options);

/// Small multiples, one drawing a row, as one SVG document.
void write_trend_plot(std::ostream& out, const TrendTable& table, Language language);

}  // namespace zhibiao::write
