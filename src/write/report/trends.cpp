// Write, the report page: trends. Input: a prepared table; output: HTML with a drawing for each indicator.
// Tested by tests/write/report_changes_test.cpp.
#include "write/report/trends.hpp"

#include <algorithm>

#include "write/plot/figure.hpp"
#include "write/report/changes.hpp"
#include "write/report/chart_parts.hpp"
#include "write/trend_figure.hpp"
#include "write/trend_rows.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kMostCharts = 60;
constexpr double kWidth = 310;  ///< what a telephone shows

/// `2020 ≥ 75, 2021 ≥ 80`
std::string values_of(const TrendTable& table, const TrendTableRow& row, Language language) {
  std::string text;
  const auto add = [&](const std::string& plan, const TrendValue& value, PageWord role) {
    if (!value) return;
    if (!text.empty()) text += word(PageWord::comma, language);
    text += fill(PageWord::point, language, {plan, value.text});
    if (role == PageWord::result) text += " (" + word(role, language) + ")";
  };
  for (std::size_t i = 0; i < row.entries.size(); ++i) {
    add(table.columns[i].label, row.entries[i].target, PageWord::target);
    add(table.columns[i].label, row.entries[i].result, PageWord::result);
  }
  return text;
}

void draw(Element grid, const plot::Figure& figure, const plot::Chart& chart, std::size_t number,
          const std::string& about) {
  Element svg = plot::draw_chart(grid.add("figure").set("class", "trend"), figure, chart, kWidth);
  const std::string id = "trend-" + std::to_string(number);
  svg.set("role", "img").set("aria-labelledby", id + "-title " + id + "-about").set("class", "trend-drawing");
  svg.add("title").set("id", id + "-title").say(chart.title);
  svg.add("desc").set("id", id + "-about").say(about);
}

void fill_table(Element parent, const TrendTable& table, Language language) {
  Element details = parent.add("details").set("class", "chart-data");
  details.add("summary").say(word(PageWord::table, language));
  Element scroll = details.add("div").set("class", "chart-scroll").set("tabindex", "0").set("role", "region");
  scroll.set("aria-label", word(PageWord::trends, language));
  Element made = scroll.add("table");
  Element head = made.add("thead").add("tr");
  head.add("th").set("scope", "col").say(word(PageWord::indicator, language));
  head.add("th").set("scope", "col").say(word(PageWord::unit, language));
  for (const TrendColumn& column : table.columns) head.add("th").set("scope", "col").say(column.label);
  Element body = made.add("tbody");
  for (const TrendTableRow& row : table.rows) {
    std::vector<std::string> cells = {trend_name(row), unit_text(row)};
    for (const TrendEntry& entry : row.entries) {
      std::string text = entry.target.text;
      if (entry.result) text += (text.empty() ? "◇ " : " ◇ ") + entry.result.text;
      cells.push_back(text);
    }
    table_row(body, cells);
  }
}

}  // namespace

std::string trends_html(const TrendTable& table, Language language) {
  if (table.rows.empty()) return {};
  pugi::xml_document page;
  Element all = Element(page).add("div").set("class", "trends-all");
  all.add("p").set("class", "chart-answer").say(trend_counts(table.rows.size(), table.columns.size(), language));
  const plot::Figure figure = trend_figure(table, language);
  std::vector<KeyEntry> entries = {{KeyEntry::Sign::target, ChartWord::targets}};
  if (table.results) entries.push_back({KeyEntry::Sign::result, ChartWord::results});
  key(all, entries, language);
  Element grid = all.add("div").set("class", "trend-grid");
  std::size_t drawn = 0;
  for (const TrendTableRow& row : table.rows) {
    if (drawn == std::min(figure.charts.size(), kMostCharts)) break;
    const plot::Chart chart = trend_chart(table, row);
    if (chart.marks.empty()) continue;
    ++drawn;
    const std::string about =
        fill(PageWord::trend_about, language, {trend_name(row), unit_text(row), values_of(table, row, language)});
    draw(grid, figure, chart, drawn, about);
  }
  if (drawn < figure.charts.size()) {
    const std::string more = std::to_string(figure.charts.size() - drawn);
    all.add("p").set("class", "chart-note").say(fill(PageWord::more_charts, language, {more}));
  }
  fill_table(all, table, language);
  return html_of(page);
}

}  // namespace zhibiao::write::report
