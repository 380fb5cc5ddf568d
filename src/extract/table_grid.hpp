// Column heads of tables whose empty cells are known. Internal to the extract stage.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/table_rows.hpp"

namespace zhibiao::extract {

/// The heads of the grid that begins at `lines[first]`, one for each of its columns (unknown ones included), merged cells
/// resolved: 2025年 over 目标值 and 年均 is in both. `next` is the first line behind them. Empty where the line is no head.
std::vector<Column> read_grid_heads(const std::vector<Line>& lines, std::size_t first, const HeadLookup& lookup,
                                    std::size_t& next);

}  // namespace zhibiao::extract
