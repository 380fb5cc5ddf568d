// Write, drawings: values over years. Input: a panel; output: axes, lines between neighbours, marks and their labels.
// Tested by tests/write/plot_figure_test.cpp.
#include <algorithm>

#include "write/plot/panel.hpp"
#include "write/plot/wrap.hpp"

namespace zhibiao::write::plot {
namespace {

constexpr double kAbove = 22;   ///< room for the label of the highest value
constexpr double kBelow = 14;   ///< from the lowest value to the axis of years
constexpr double kYears = 22;   ///< the line of years
constexpr double kInset = 20;   ///< from the sides to the first and last year
constexpr double kYearGap = 8;  ///< the least between two years' labels
constexpr double kAside = 9;    ///< how far a result steps aside where it would hide its target

/// The dot is a result whose plan has a target too near to it, the axis being `length` pixels long.
bool hides_target(const Panel& panel, const Dot& dot, double length) {
  if (!dot.mark->result) return false;
  return std::any_of(panel.dots.begin(), panel.dots.end(), [&](const Dot& other) {
    if (other.mark->result || other.mark->at != dot.mark->at) return false;
    const double apart = std::max(other.low - dot.high, dot.low - other.high);
    return apart / (panel.axis.high() - panel.axis.low()) * length < kAside;
  });
}

/// Maps years and values to pixels.
class Plane {
 public:
  Plane(const Panel& panel, const std::vector<Position>& positions, const Box& area)
      : panel_(panel), positions_(positions) {
    double widest = 0;
    for (const Tick& tick : panel.axis.ticks) widest = std::max(widest, text_width(tick.label, kTickSize));
    plot_ = {area.x + widest + 8, area.y + kAbove, area.width - widest - 8, area.height - kAbove - kYears};
    values_ = plot_.height - kBelow;
    const auto [first, last] = std::minmax_element(
        positions.begin(), positions.end(), [](const Position& a, const Position& b) { return a.year < b.year; });
    first_ = *first->year;
    span_ = *last->year - first_;
  }

  const Box& plot() const { return plot_; }
  double x(std::size_t position) const {
    if (span_ == 0) return plot_.x + plot_.width / 2;
    return plot_.x + kInset + (plot_.width - 2 * kInset) * (*positions_[position].year - first_) / span_;
  }
  double y(double value) const { return plot_.y + values_ * (1 - panel_.axis.share(value)); }
  Point at(const Dot& dot, double value) const {
    return {x(dot.mark->at) + (hides_target(panel_, dot, values_) ? kAside : 0), y(value)};
  }
  Point low(const Dot& dot) const { return at(dot, dot.low); }
  Point high(const Dot& dot) const { return at(dot, dot.high); }
  Point middle(const Dot& dot) const { return at(dot, dot.middle()); }

 private:
  const Panel& panel_;
  const std::vector<Position>& positions_;
  Box plot_;
  double values_ = 0;  ///< pixels from the highest tick to the lowest
  int first_ = 0;
  double span_ = 0;
};

void draw_values(Svg svg, const Axis& axis, const Plane& plane) {
  const Box& plot = plane.plot();
  Svg grid = svg.group().set("stroke", kGridInk);
  for (const Tick& tick : axis.ticks) {
    const double y = plane.y(tick.value);
    grid.line(plot.x, y, plot.x + plot.width, y);
  }
  Svg labels = svg.group().set("font-size", kTickSize).set("fill", kFaintInk);
  for (const Tick& tick : axis.ticks) labels.text(plot.x - 6, plane.y(tick.value) + 4, Anchor::end, tick.label);
}

/// The newest year is always named; older ones where there is room.
void draw_years(Svg svg, const std::vector<Position>& positions, const Plane& plane) {
  const double foot = plane.plot().y + plane.plot().height;
  Svg ticks = svg.group().set("stroke", kAxisInk);
  ticks.line(plane.plot().x, foot, plane.plot().x + plane.plot().width, foot);
  Svg labels = svg.group().set("font-size", kTickSize).set("fill", kFaintInk);
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < positions.size(); ++at) order.push_back(at);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return *positions[a].year > *positions[b].year; });
  double free = plane.plot().x + plane.plot().width + kTickSize;
  for (const std::size_t at : order) {
    const double x = plane.x(at);
    ticks.line(x, foot, x, foot + 4);
    const std::string year = std::to_string(*positions[at].year);
    const double half = text_width(year, kTickSize) / 2;
    if (x + half > free) continue;
    labels.text(x, foot + 16, Anchor::middle, year);
    free = x - half - kYearGap;
  }
}

/// Positions in the order of their years: neighbours are joined.
std::vector<std::size_t> ranks_of(const std::vector<Position>& positions) {
  std::vector<std::size_t> ranks;
  for (const Position& one : positions) {
    ranks.push_back(static_cast<std::size_t>(std::count_if(
        positions.begin(), positions.end(), [&](const Position& other) { return other.year < one.year; })));
  }
  return ranks;
}

void join(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Plane& plane,
          LabelPlacer& placer) {
  const auto ranks = ranks_of(positions);
  std::vector<const Dot*> targets;
  for (const Dot& dot : panel.dots) {
    if (!dot.mark->result) targets.push_back(&dot);
  }
  const auto rank = [&](const Dot* dot) { return ranks[dot->mark->at]; };
  std::stable_sort(targets.begin(), targets.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  Svg lines = svg.group().set("stroke", kTargetInk).set("stroke-width", 1.6);
  for (std::size_t i = 1; i < targets.size(); ++i) {
    if (rank(targets[i]) - rank(targets[i - 1]) != 1) continue;
    const Point from = plane.middle(*targets[i - 1]);
    const Point to = plane.middle(*targets[i]);
    lines.line(from.x, from.y, to.x, to.y);
    placer.avoid_line(from, to);
  }
}

}  // namespace

void draw_lines(Svg svg, const Panel& panel, const std::vector<Position>& positions, const Box& area) {
  const Plane plane(panel, positions, area);
  LabelPlacer placer({plane.plot().x, area.y, plane.plot().width, plane.plot().y + plane.plot().height - area.y});
  draw_values(svg, panel.axis, plane);
  draw_years(svg, positions, plane);
  join(svg, panel, positions, plane, placer);
  std::vector<PlacedDot> dots;
  for (const Dot& dot : panel.dots) dots.push_back({&dot, plane.low(dot), plane.high(dot)});
  draw_marks(svg, dots, placer, false);
}

}  // namespace zhibiao::write::plot
