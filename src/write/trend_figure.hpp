// Write, trends: rows of a table as charts.
#pragma once

#include "write/plot/figure.hpp"
#include "write/trend_writer.hpp"

namespace zhibiao::write {

/// The chart of one row; without marks where it has no values (milestones have dates).
plot::Chart trend_chart(const TrendTable& table, const TrendTableRow& row);

/// All charts that have marks, with their title.
plot::Figure trend_figure(const TrendTable& table, Language language);

}  // namespace zhibiao::write
