// Write, xlsx: a trend's charts. Input: rows and where their cells are; output: a sheet of charts in the library's hands.
// Tested by tests/write/trend_workbook_test.cpp.
#include "write/workbook/trend_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "write/scale.hpp"
#include "write/spreadsheet.hpp"
#include "write/trend_rows.hpp"
#include "write/workbook/cell.hpp"
#include "write/workbook/quiet.hpp"

namespace zhibiao::write {
namespace {

constexpr std::size_t kMostCharts = 24;
constexpr std::size_t kAcross = 3;
constexpr std::size_t kLongestTitle = 120;  ///< UTF-16 units

/// Pixels of a chart, and the cells of the usual size below it with a gap.
constexpr double kWidth = 432;
constexpr double kHeight = 260;
constexpr double kUsualWidth = 480;  ///< what the library makes of a chart by itself
constexpr double kUsualHeight = 288;
constexpr std::size_t kCellsAcross = 7;
constexpr std::size_t kCellsDown = 14;

constexpr lxw_color_t kTargetInk = 0x14508C;
constexpr lxw_color_t kResultInk = 0xB04A00;
constexpr lxw_color_t kGridInk = 0xE2E2E2;

using Part = TrendValue TrendEntry::*;

std::vector<Decimal> values_of(const TrendTableRow& row, Part part) {
  std::vector<Decimal> values;
  for (const TrendEntry& entry : row.entries) {
    if ((entry.*part).value) values.push_back(*(entry.*part).value);
  }
  return values;
}

double mean(const std::vector<Decimal>& values) {
  double sum = 0;
  for (const Decimal& value : values) sum += value.approx();
  return sum / static_cast<double>(values.size());
}

/// The number format that shows numbers in a scale. Each comma drops three digits, and a point is set in front of the
/// last ones that are left: `0\.0,` shows 11000000 as 1100.0.
std::string number_format(const Scale& scale) {
  if (scale.power == 0) return "General";
  const int commas = (scale.power - 1) / 3;
  const int places = scale.power - 3 * commas;
  return fmt::format("0\\.{:0>{}}{:,>{}}\"{}\"", "", places, "", commas, scale.word);
}

/// One chart under construction.
class RowChart {
 public:
  RowChart(WorkbookFile& file, const TrendTable& table, const ChartSource& source)
      : table_(table),
        source_(source),
        years_(table.by == TrendBy::year),
        chart_(file.add_chart(years_ ? LXW_CHART_LINE : LXW_CHART_BAR)) {}

  void title(const TrendTableRow& row) {
    const std::string unit = unit_text(row);
    const std::string text = unit.empty() ? trend_name(row) : fmt::format("{} [{}]", trend_name(row), unit);
    // The library takes what begins with `=` for a formula.
    chart_title_set_name(chart_, guarded(cell_text(text, kLongestTitle).text).c_str());
    lxw_chart_font font{};
    font.size = 11;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(chart_, &font);
  }

  /// `block`: 0 for targets, 1 for results. `above`: where the numbers stand at the points of a line.
  void series(std::size_t row, std::size_t block, const std::string& name, bool above) {
    lxw_chart_series* series = chart_add_series(chart_, nullptr, nullptr);
    const std::size_t plans = table_.columns.size();
    const auto first = static_cast<lxw_col_t>(source_.first_value);
    const auto start = static_cast<lxw_col_t>(source_.first_value + block * plans);
    const auto width = static_cast<lxw_col_t>(plans - 1);
    const auto line = static_cast<lxw_row_t>(row + 1);
    const lxw_col_t last = static_cast<lxw_col_t>(first + width);
    const lxw_col_t end = static_cast<lxw_col_t>(start + width);
    chart_series_set_categories(series, source_.sheet.c_str(), 0, first, 0, last);
    chart_series_set_values(series, source_.sheet.c_str(), line, start, line, end);
    chart_series_set_name(series, name.c_str());
    chart_series_set_labels(series);
    if (years_) {
      chart_series_set_labels_position(series, above ? LXW_CHART_LABEL_POSITION_ABOVE : LXW_CHART_LABEL_POSITION_BELOW);
    }
    series_.push_back(series);
    look(series, block == 1);
  }

  /// Numbers are told in the scale in which they are short; the cells keep all digits.
  void finish(const std::vector<Decimal>& values, bool legend) {
    // The library names axes by where they lie: in bar charts names are on the y axis.
    if (years_) {
      chart_axis_set_position(chart_->x_axis, LXW_CHART_AXIS_POSITION_BETWEEN);
    } else {
      chart_axis_set_reverse(chart_->y_axis);  // the first plan on top
      chart_axis_set_crossing_max(chart_->y_axis);
    }
    lxw_chart_axis* axis = years_ ? chart_->y_axis : chart_->x_axis;
    const std::string format = number_format(scale_for(values));
    chart_axis_set_num_format(axis, format.c_str());
    lxw_chart_line faint{};
    faint.color = kGridInk;
    faint.width = 0.75;
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &faint);
    for (lxw_chart_series* one : series_) chart_series_set_labels_num_format(one, format.c_str());
    chart_legend_set_position(chart_, legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  }

  lxw_chart* get() { return chart_; }

 private:
  /// Targets are circles on a line, results diamonds without one: told apart in grey too.
  void look(lxw_chart_series* series, bool result) {
    const lxw_color_t ink = result ? kResultInk : kTargetInk;
    lxw_chart_line edge{};
    edge.color = ink;
    edge.width = 1.5;
    lxw_chart_fill fill{};
    fill.color = ink;
    if (!years_) {
      chart_series_set_fill(series, &fill);
      chart_series_set_line(series, &edge);
      return;
    }
    lxw_chart_line line = edge;
    line.none = result ? LXW_TRUE : LXW_FALSE;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, result ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(series, result ? 8 : 6);
    chart_series_set_marker_fill(series, &fill);
    chart_series_set_marker_line(series, &edge);
  }

  const TrendTable& table_;
  const ChartSource& source_;
  bool years_;
  lxw_chart* chart_;
  std::vector<lxw_chart_series*> series_;
};

/// The chart of a row, or none where there is nothing to draw.
lxw_chart* chart_of(WorkbookFile& file, const TrendTable& table, const ChartSource& source, std::size_t row,
                    Language language) {
  const TrendTableRow& of = table.rows[row];
  std::vector<Decimal> values = values_of(of, &TrendEntry::target);
  const std::vector<Decimal> results = table.results ? values_of(of, &TrendEntry::result) : std::vector<Decimal>();
  if (values.empty() && results.empty()) return nullptr;
  RowChart chart(file, table, source);
  chart.title(of);
  // The higher of the two has its numbers above, the other below: fewer of them meet.
  const bool results_high = !results.empty() && (values.empty() || mean(results) >= mean(values));
  if (!values.empty()) chart.series(row, 0, std::string(word(TrendWord::target, language)), !results_high);
  if (!results.empty()) chart.series(row, 1, std::string(word(TrendWord::result, language)), results_high);
  values.insert(values.end(), results.begin(), results.end());
  chart.finish(values, table.results);
  return chart.get();
}

/// Four rows of charts fill a page of A4, and no chart is cut.
void set_up_pages(lxw_worksheet* sheet) {
  constexpr std::uint8_t kA4 = 9;
  constexpr std::uint16_t kPerCent = 55;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kA4);
  worksheet_set_print_scale(sheet, kPerCent);
  std::array<lxw_row_t, 2> breaks = {static_cast<lxw_row_t>(4 * kCellsDown), 0};
  worksheet_set_h_pagebreaks(sheet, breaks.data());
}

}  // namespace

void add_trend_charts(WorkbookFile& file, const std::string& name, const TrendTable& table, const ChartSource& source,
                      Language language) {
  const Quiet quiet;
  lxw_worksheet* sheet = file.add_sheet(name);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  set_up_pages(sheet);
  file.check(LXW_NO_ERROR);
  std::size_t charts = 0;
  const std::size_t rows = table.columns.empty() ? 0 : std::min(table.rows.size(), source.rows);
  for (std::size_t row = 0; row < rows && charts < kMostCharts; ++row) {
    lxw_chart* chart = chart_of(file, table, source, row, language);
    if (chart == nullptr) continue;
    lxw_chart_options options{};
    options.x_scale = kWidth / kUsualWidth;
    options.y_scale = kHeight / kUsualHeight;
    options.x_offset = 8;
    options.y_offset = 8;
    const auto down = static_cast<lxw_row_t>(charts / kAcross * kCellsDown);
    const auto across = static_cast<lxw_col_t>(charts % kAcross * kCellsAcross);
    file.check(worksheet_insert_chart_opt(sheet, down, across, chart, &options));
    ++charts;
  }
}

}  // namespace zhibiao::write
