// Write, drawings: one chart of the grid, made ready and drawn.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/plot/axis.hpp"
#include "write/plot/figure.hpp"
#include "write/plot/place.hpp"
#include "write/plot/svg.hpp"

namespace zhibiao::write::plot {

/// Sizes in pixels, and colours that stay apart in grey.
constexpr double kTitleSize = 13;
constexpr double kLabelSize = 12;
constexpr double kTickSize = 11;
constexpr double kTitleLine = 18;
constexpr double kUnitLine = 16;
constexpr std::string_view kInk = "#1a1a1a";
constexpr std::string_view kFaintInk = "#595959";
constexpr std::string_view kGridInk = "#e2e2e2";
constexpr std::string_view kAxisInk = "#8c8c8c";
constexpr std::string_view kTargetInk = "#14508c";
constexpr std::string_view kResultInk = "#b04a00";
constexpr std::string_view kPaper = "#ffffff";

/// A mark with its numbers in the chart's scale.
struct Dot {
  const Mark* mark = nullptr;
  double low = 0;
  double high = 0;    ///< differs from `low` in ranges alone
  std::string label;  ///< `≥ 95`, `9–10`
  int places = 0;     ///< digits behind the point
  double middle() const { return (low + high) / 2; }
};

/// A chart ready to be drawn.
struct Panel {
  std::vector<std::string> title;  ///< its lines
  std::string unit;                ///< the line below
  std::vector<Dot> dots;           ///< by position; targets first
  std::vector<std::size_t> rows;   ///< of a dot plot: the positions shown, from the top
  Axis axis;
};

/// The chart with numbers scaled, title broken to `width` pixels and axis chosen.
Panel prepare(const Chart& chart, const Figure& figure, double width);

/// The chart of a panel over years: `area` holds the axis' labels too.
void draw_lines(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Box& area);

/// The chart of a panel over names, as high as dots_height() says.
void draw_dots(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Box& area);
double dots_height(const Panel& panel, const std::vector<Position>& positions);

/// One mark: a circle, a diamond, or from `from` to `to` a bar.
void draw_mark(Svg svg, bool result, const Point& from, const Point& to);

/// A dot and where its chart puts it.
struct PlacedDot {
  const Dot* dot = nullptr;
  Point from, to;  ///< differ in ranges alone
};

/// The marks of a chart and their labels where the placer finds room for them, `beside` the marks if it can be.
void draw_marks(Svg svg, const std::vector<PlacedDot>& dots, LabelPlacer& placer, bool beside);

}  // namespace zhibiao::write::plot
