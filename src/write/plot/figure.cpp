// Write, drawings: the whole figure. Input: indicators with their values; output: an SVG file with a grid of charts.
// Tested by tests/write/plot_figure_test.cpp.
#include "write/plot/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <pugixml.hpp>
#include <set>

#include "write/plot/panel.hpp"
#include "write/plot/words.hpp"
#include "write/plot/wrap.hpp"

namespace zhibiao::write::plot {
namespace {

constexpr double kWidth = 1288;  ///< of a figure of four columns
constexpr double kMargin = 24;
constexpr double kGutter = 24;  ///< between columns
constexpr double kRowGap = 26;  ///< between rows of the grid
constexpr double kWidestCell = 420;
constexpr double kLineChart = 180;
constexpr std::size_t kMostColumns = 4;
constexpr double kHeadSize = 18;
constexpr double kHeadLine = 26;
constexpr double kYearRoom = 32;  ///< that a year and its values need across

/// What readers of Chinese have installed, on Linux, Windows and macOS; then whatever has no serifs.
constexpr std::string_view kFonts =
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro "
    "Hei', "
    "SimHei, SimSun, sans-serif";

/// Every position has a year, and no two the same.
bool over_years(const Figure& figure) {
  std::set<int> years;
  for (const Position& position : figure.positions) {
    if (!position.year || !years.insert(*position.year).second) return false;
  }
  return !figure.by_name;
}

/// Where the charts stand.
struct Grid {
  std::size_t columns;
  double cell;  ///< a column's width
  double x(std::size_t column) const { return kMargin + static_cast<double>(column) * (cell + kGutter); }
  double width() const { return x(columns) - kGutter + kMargin; }
};

Grid grid_of(const Figure& figure, bool years) {
  std::size_t columns = std::clamp<std::size_t>(figure.charts.size(), 1, kMostColumns);
  const double needed = years ? kYearRoom * static_cast<double>(figure.positions.size()) + 80 : 0;
  const auto cell = [](std::size_t count) {
    return (kWidth - 2 * kMargin - kGutter * static_cast<double>(count - 1)) / static_cast<double>(count);
  };
  while (columns > 1 && cell(columns) < needed) --columns;
  const double width = std::max(std::min(cell(columns), kWidestCell), std::min(needed, 2 * kWidth));
  return {columns, width};
}

double head_height(const Panel& panel) {
  return static_cast<double>(panel.title.size()) * kTitleLine + (panel.unit.empty() ? 0 : kUnitLine) + 4;
}

/// Title and unit from `y` down.
void draw_head(Svg svg, const Panel& panel, double x, double y) {
  Svg title = svg.group().set("font-size", kTitleSize).set("font-weight", "bold").set("fill", kInk);
  for (const std::string& line : panel.title) {
    y += kTitleLine;
    title.text(x, y - 4, Anchor::start, line);
  }
  if (!panel.unit.empty()) {
    svg.text(x, y + kUnitLine - 4, Anchor::start, panel.unit).set("font-size", kTickSize).set("fill", kFaintInk);
  }
}

/// `● target  ◇ result  ▮ range`, as far as they occur.
void draw_legend(Svg svg, const Figure& figure, double x, double y) {
  bool results = false;
  bool ranges = false;
  for (const Chart& chart : figure.charts) {
    for (const Mark& mark : chart.marks) {
      results = results || mark.result;
      ranges = ranges || mark.value_max;
    }
  }
  Svg legend = svg.group().set("font-size", kLabelSize).set("fill", kInk);
  const auto entry = [&](Word one, bool result, bool bar) {
    const Point middle{x + 6, y - 4};
    draw_mark(legend, result, {middle.x, middle.y + (bar ? 6 : 0)}, {middle.x, middle.y - (bar ? 6 : 0)});
    const std::string text = word(one, figure.language);
    legend.text(x + 18, y, Anchor::start, text);
    x += 18 + text_width(text, kLabelSize) + 20;
  };
  entry(Word::target, false, false);
  if (results) entry(Word::result, true, false);
  if (ranges) entry(Word::range, false, true);
}

/// The root with what screen readers say of it.
Svg root_of(pugi::xml_document& document, const Figure& figure) {
  Svg(document.append_child(pugi::node_declaration)).set("version", "1.0").set("encoding", "UTF-8");
  Svg svg = Svg(document).add("svg");
  svg.set("xmlns", "http://www.w3.org/2000/svg").set("role", "img").set("aria-labelledby", "title about");
  svg.set("xml:lang", "zh-CN").set("lang", "zh-CN").set("font-family", kFonts);
  svg.add("title").set("id", "title").say(figure.title);
  svg.add("desc")
      .set("id", "about")
      .say(fmt::format(fmt::runtime(word(Word::summary, figure.language)), figure.charts.size(),
                       figure.positions.size()));
  return svg;
}

/// The figure's title and legend; how far down they reach.
double draw_top(Svg svg, const Figure& figure, const Grid& grid) {
  double y = kMargin;
  const auto columns = static_cast<std::size_t>((grid.width() - 2 * kMargin) / kHeadSize * 2);
  Svg title = svg.group().set("font-size", kHeadSize).set("font-weight", "bold").set("fill", kInk);
  for (const std::string& line : wrapped(plain(figure.title), columns, 3)) {
    y += kHeadLine;
    title.text(kMargin, y - 8, Anchor::start, line);
  }
  y += 16;
  draw_legend(svg, figure, kMargin, y);
  return y + 18;
}

/// One row of the grid; the foot of its highest chart.
double draw_row(Svg svg, const Figure& figure, const std::vector<Panel>& panels, std::size_t first, const Grid& grid,
                bool years, double top) {
  const std::size_t last = std::min(first + grid.columns, panels.size());
  double head = 0;
  double height = 0;
  for (std::size_t i = first; i < last; ++i) {
    head = std::max(head, head_height(panels[i]));
    height = std::max(height, years ? kLineChart : dots_height(panels[i], figure.positions));
  }
  for (std::size_t i = first; i < last; ++i) {
    const double x = grid.x(i - first);
    Svg chart = svg.group().title(figure.charts[i].title);
    draw_head(chart, panels[i], x, top + head - head_height(panels[i]));
    (years ? draw_lines : draw_dots)(chart, panels[i], figure.positions, {x, top + head, grid.cell, height});
  }
  return top + head + height;
}

}  // namespace

Svg draw_chart(Svg parent, const Figure& figure, const Chart& chart, double width) {
  const bool years = over_years(figure);
  const Panel panel = prepare(chart, figure, width);
  const double head = head_height(panel);
  const double height = years ? kLineChart : dots_height(panel, figure.positions);
  Svg svg = parent.add("svg").set("width", width).set("height", head + height);
  svg.set("viewBox", fmt::format("0 0 {} {}", number(width), number(head + height)));
  draw_head(svg, panel, 0, 0);
  (years ? draw_lines : draw_dots)(svg, panel, figure.positions, {0, head, width, height});
  return svg;
}

void write_svg(std::ostream& out, const Figure& figure) {
  const bool years = over_years(figure);
  const Grid grid = grid_of(figure, years);
  pugi::xml_document document;
  Svg svg = root_of(document, figure);
  Svg paper = svg.rectangle(0, 0, grid.width(), 0).set("fill", kPaper);
  double foot = draw_top(svg, figure, grid);
  std::vector<Panel> panels;
  for (const Chart& chart : figure.charts) panels.push_back(prepare(chart, figure, grid.cell));
  for (std::size_t i = 0; i < panels.size(); i += grid.columns) {
    foot = draw_row(svg, figure, panels, i, grid, years, foot + (i == 0 ? 0 : kRowGap));
  }
  const double height = foot + kMargin;
  paper.set("height", height);
  svg.set("width", grid.width()).set("height", height);
  svg.set("viewBox", fmt::format("0 0 {} {}", number(grid.width()), number(height)));
  document.save(out, "", pugi::format_indent, pugi::encoding_utf8);
}

}  // namespace zhibiao::write::plot
