// Write, trends: the forms for people.
#pragma once

#include <iosfwd>

#include "write/trend_writer.hpp"

namespace zhibiao::write {

/// The table for a terminal: a row for each indicator, its results in a row below, a column for each plan. Plans that
/// do not fit are left out, the oldest first (by issuer the last first), and named below the table.
void write_trend_table(std::ostream& out, const TrendTable& table, const WriteOptions& options, bool explain);

/// The same as Markdown, with all plans.
void write_trend_markdown(std::ostream& out, const TrendTable& table, const WriteOptions& options);

}  // namespace zhibiao::write
