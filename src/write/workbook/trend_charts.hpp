// Write, xlsx: charts of a trend that draw from the cells of its sheet.
#pragma once

#include <cstddef>
#include <string>

#include "write/trend_writer.hpp"
#include "write/workbook/file.hpp"

namespace zhibiao::write {

/// Where the values stand that are drawn.
struct ChartSource {
  std::string sheet;            ///< its header has the plans' names above their values
  std::size_t first_value = 0;  ///< column of the first plan's target; results follow behind those of all plans
  std::size_t rows = 0;         ///< indicators that stand on the sheet, from its second row
};

/// Adds a sheet with a small chart for each of the first rows that have values, 24 at most: lines over years, bars by
/// issuer. They change with the cells.
void add_trend_charts(WorkbookFile& file, const std::string& name, const TrendTable& table, const ChartSource& source,
                      Language language);

}  // namespace zhibiao::write
