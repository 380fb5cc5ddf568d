// Write, trends as a drawing. Input: a prepared table; output: one SVG file of small charts.
// Tested by tests/write/trend_plot_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "write/trend_figure.hpp"
#include "write/trend_rows.hpp"
#include "write/value.hpp"

namespace zhibiao::write {
namespace {

/// `2017–2022`; empty if there are fewer than two years.
std::string span_of(const TrendTable& table, Language language) {
  std::vector<int> years;
  for (const TrendColumn& column : table.columns) {
    if (column.year) years.push_back(*column.year);
  }
  if (years.empty()) return {};
  const auto [first, last] = std::minmax_element(years.begin(), years.end());
  if (*first == *last) return {};
  return fmt::format(fmt::runtime(word(TrendWord::span, language)), *first, *last);
}

/// The issuer that all plans have in common.
std::string common_issuer(const TrendTable& table) {
  const bool one =
      !table.columns.empty() && std::all_of(table.columns.begin(), table.columns.end(),
                                            [&](const auto& c) { return c.issuer == table.columns.front().issuer; });
  return one ? table.columns.front().issuer : std::string();
}

std::string title_of(const TrendTable& table, std::size_t charts, Language language) {
  std::string title = trend_counts(charts, table.columns.size(), language);
  for (const std::string& more : {common_issuer(table), span_of(table, language)}) {
    if (!more.empty()) title += " · " + more;
  }
  return title;
}

void add_mark(plot::Chart& chart, std::size_t column, const std::string& label, const TrendValue& value, bool result) {
  if (!value || !value.value) return;
  plot::Mark mark;
  mark.at = column;
  mark.result = result;
  mark.comparator = value.fact->comparator;
  mark.value = *value.value;
  mark.value_max = value.value_max;
  mark.about = fmt::format("{} · {} · {}:{}", label, value_text(*value.fact), value.fact->file, value.fact->line);
  chart.marks.push_back(std::move(mark));
}

}  // namespace

plot::Chart trend_chart(const TrendTable& table, const TrendTableRow& row) {
  plot::Chart chart;
  chart.title = trend_name(row);
  chart.unit = row.per.empty() ? row.unit : row.unit + "/" + row.per;
  chart.change = row.change;
  for (std::size_t column = 0; column < row.entries.size(); ++column) {
    const std::string& label = table.columns[column].label;
    add_mark(chart, column, label, row.entries[column].target, false);
    add_mark(chart, column, label, row.entries[column].result, true);
  }
  return chart;
}

plot::Figure trend_figure(const TrendTable& table, Language language) {
  plot::Figure figure;
  figure.language = language;
  figure.by_name = table.by == TrendBy::issuer;
  for (const TrendColumn& column : table.columns) figure.positions.push_back({column.label, column.year});
  for (const TrendTableRow& row : table.rows) {
    plot::Chart chart = trend_chart(table, row);
    // Milestones have dates and no values: nothing to draw.
    if (!chart.marks.empty()) figure.charts.push_back(std::move(chart));
  }
  figure.title = title_of(table, figure.charts.size(), language);
  return figure;
}

void write_trend_plot(std::ostream& out, const TrendTable& table, Language language) {
  plot::write_svg(out, trend_figure(table, language));
}

}  // namespace zhibiao::write
