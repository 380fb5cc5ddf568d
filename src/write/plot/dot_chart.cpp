// Write, drawings: values by name, a line for each. Input: a panel; output: names, axis, marks and their labels.
// Tested by tests/write/plot_figure_test.cpp.
#include <algorithm>

#include "text/width.hpp"
#include "write/plot/panel.hpp"
#include "write/plot/wrap.hpp"

namespace zhibiao::write::plot {
namespace {

constexpr std::size_t kNameColumns = 20;
constexpr std::size_t kNameLines = 2;
constexpr double kAside = 7;      ///< how far target and result of one name stand from its line
constexpr double kRow = 22;       ///< a line's height
constexpr double kNameLine = 13;  ///< from one line of a name to the next
constexpr double kValues = 22;    ///< the line of the axis' labels
constexpr double kInset = 12;     ///< from the sides to the first and last tick

/// Two lines share a name evenly: no single character is left over for the second.
std::vector<std::string> name_lines(const Position& position) {
  const std::string name = plain(position.name);
  auto lines = wrapped(name, kNameColumns, kNameLines);
  if (lines.size() < 2 || lines.back().ends_with("…")) return lines;
  for (std::size_t columns = text::display_width(name) / 2; columns < kNameColumns; ++columns) {
    auto even = wrapped(name, columns, kNameLines);
    if (even.size() == 2 && !even.back().ends_with("…")) return even;
  }
  return lines;
}

bool has(const Panel& panel, std::size_t row, bool result) {
  return std::any_of(panel.dots.begin(), panel.dots.end(),
                     [&](const Dot& dot) { return dot.mark->at == row && dot.mark->result == result; });
}

/// Target and result stand above each other.
bool is_pair(const Panel& panel, std::size_t row) { return has(panel, row, false) && has(panel, row, true); }

double row_height(const Panel& panel, const std::vector<Position>& positions, std::size_t row) {
  const double names = name_lines(positions[row]).size() > 1 ? kNameLine : 0;
  return kRow + std::max(names, is_pair(panel, row) ? 2 * kAside : 0);
}

/// Maps rows and values to pixels.
struct Plane {
  Box plot;
  std::vector<double> y;  ///< by position, for those that are shown
  const Panel& panel;
  double length() const { return plot.width - 2 * kInset; }
  double x(double value) const { return plot.x + kInset + length() * panel.axis.share(value); }
  Point at(const Dot& dot, double value) const {
    const double aside = dot.mark->result ? kAside : -kAside;
    return {x(value), y[dot.mark->at] + (is_pair(panel, dot.mark->at) ? aside : 0)};
  }
  Point low(const Dot& dot) const { return at(dot, dot.low); }
  Point high(const Dot& dot) const { return at(dot, dot.high); }
};

Plane plane_of(const Panel& panel, const std::vector<Position>& positions, const Box& area) {
  double widest = 0;
  for (const std::size_t row : panel.rows) {
    for (const std::string& line : name_lines(positions[row])) widest = std::max(widest, text_width(line, kTickSize));
  }
  Plane plane{{area.x + widest + 10, area.y, area.width - widest - 10, dots_height(panel, positions) - kValues},
              std::vector<double>(positions.size()),
              panel};
  double top = area.y;
  for (const std::size_t row : panel.rows) {
    plane.y[row] = top + row_height(panel, positions, row) / 2;
    top += row_height(panel, positions, row);
  }
  return plane;
}

void draw_values(Svg svg, const Plane& plane) {
  const double foot = plane.plot.y + plane.plot.height;
  Svg grid = svg.group().set("stroke", kGridInk);
  for (const Tick& tick : plane.panel.axis.ticks)
    grid.line(plane.x(tick.value), plane.plot.y, plane.x(tick.value), foot);
  svg.line(plane.plot.x, foot, plane.plot.x + plane.plot.width, foot).set("stroke", kAxisInk);
  Svg labels = svg.group().set("font-size", kTickSize).set("fill", kFaintInk);
  for (const Tick& tick : plane.panel.axis.ticks)
    labels.text(plane.x(tick.value), foot + 16, Anchor::middle, tick.label);
}

void draw_names(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Plane& plane) {
  Svg rules = svg.group().set("stroke", kGridInk).set("stroke-dasharray", "1 3");
  Svg labels = svg.group().set("font-size", kTickSize).set("fill", kInk);
  for (const std::size_t row : panel.rows) {
    rules.line(plane.plot.x, plane.y[row], plane.plot.x + plane.plot.width, plane.y[row]);
    const auto lines = name_lines(positions[row]);
    const double more = lines.empty() ? 0.0 : static_cast<double>(lines.size() - 1);
    double y = plane.y[row] + 4 - more * kNameLine / 2;
    for (const std::string& line : lines) {
      labels.text(plane.plot.x - 8, y, Anchor::end, line);
      y += kNameLine;
    }
  }
}

}  // namespace

double dots_height(const Panel& panel, const std::vector<Position>& positions) {
  double height = kValues;
  for (const std::size_t row : panel.rows) height += row_height(panel, positions, row);
  return height;
}

void draw_dots(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Box& area) {
  const Plane plane = plane_of(panel, positions, area);
  draw_values(svg, plane);
  draw_names(svg, panel, positions, plane);
  LabelPlacer placer(plane.plot);
  std::vector<PlacedDot> dots;
  for (const Dot& dot : panel.dots) dots.push_back({&dot, plane.low(dot), plane.high(dot)});
  draw_marks(svg, dots, placer, true);
}

}  // namespace zhibiao::write::plot
