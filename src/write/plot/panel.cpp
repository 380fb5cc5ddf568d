// Write, drawings: a chart made ready. Input: an indicator's values; output: their scale, labels and axis; also the marks
// that both kinds of charts draw. Tested by tests/write/plot_figure_test.cpp.
#include "write/plot/panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "write/plot/words.hpp"
#include "write/plot/wrap.hpp"
#include "write/scale.hpp"
#include "write/value.hpp"

namespace zhibiao::write::plot {
namespace {

constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kAllRows = 8;  ///< up to here a dot plot shows positions without a value too

constexpr double kRadius = 4;
constexpr double kBar = 7;  ///< a bar's thickness

std::string sign(const std::string& comparator, Language language) {
  if (comparator != "~") return std::string(comparator_sign(comparator));
  return word(Word::about, language) + (language == Language::en ? " " : "");
}

std::vector<Decimal> values_of(const Chart& chart) {
  std::vector<Decimal> values;
  for (const Mark& mark : chart.marks) {
    values.push_back(mark.value);
    if (mark.value_max) values.push_back(*mark.value_max);
  }
  return values;
}

int places_of(const Decimal& number) {
  const std::string text = number.str();
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

Dot dot_of(const Mark& mark, const Scale& scale, Language language) {
  Dot dot;
  dot.mark = &mark;
  const Decimal value = scaled(mark.value, scale);
  dot.low = dot.high = value.approx();
  dot.label = sign(mark.comparator, language) + value.str();
  dot.places = places_of(value);
  if (mark.value_max) {
    const Decimal most = scaled(*mark.value_max, scale);
    dot.high = most.approx();
    dot.places = std::max(dot.places, places_of(most));
    dot.label += "–" + most.str();
  }
  return dot;
}

std::string unit_line(const Chart& chart, const Scale& scale, Language language) {
  const std::string unit = std::string(scale.word) + chart.unit;
  if (unit.empty() && chart.change.empty()) return {};
  if (chart.change == "increase") {
    return unit.empty() ? word(Word::rise, language) : fmt::format(fmt::runtime(word(Word::increase, language)), unit);
  }
  if (chart.change == "decrease") {
    return unit.empty() ? word(Word::fall, language) : fmt::format(fmt::runtime(word(Word::decrease, language)), unit);
  }
  return fmt::format(fmt::runtime(word(Word::unit, language)), unit);
}

Axis axis_of(const Panel& panel, const Chart& chart) {
  std::vector<double> values;
  int places = 0;
  for (const Dot& dot : panel.dots) {
    values.insert(values.end(), {dot.low, dot.high});
    places = std::max(places, dot.places);
  }
  return axis_for(values, {.places = places, .share = chart.unit == "%"});
}

/// The room a mark takes.
Box mark_box(const Point& from, const Point& to) {
  const double reach = kRadius + 1.5;
  const double left = std::min(from.x, to.x) - reach;
  const double top = std::min(from.y, to.y) - reach;
  return {left, top, std::abs(from.x - to.x) + 2 * reach, std::abs(from.y - to.y) + 2 * reach};
}

}  // namespace

Panel prepare(const Chart& chart, const Figure& figure, double width) {
  Panel panel;
  const Scale scale = scale_for(values_of(chart));
  panel.title = wrapped(plain(chart.title), static_cast<std::size_t>(width / kTitleSize * 2), kTitleLines);
  panel.unit = unit_line(chart, scale, figure.language);
  for (const Mark& mark : chart.marks) panel.dots.push_back(dot_of(mark, scale, figure.language));
  std::stable_sort(panel.dots.begin(), panel.dots.end(), [](const Dot& a, const Dot& b) {
    return std::pair(a.mark->at, a.mark->result) < std::pair(b.mark->at, b.mark->result);
  });
  for (std::size_t at = 0; at < figure.positions.size(); ++at) {
    const bool has = std::any_of(panel.dots.begin(), panel.dots.end(), [&](const Dot& d) { return d.mark->at == at; });
    if (has || figure.positions.size() <= kAllRows) panel.rows.push_back(at);
  }
  panel.axis = axis_of(panel, chart);
  return panel;
}

void draw_mark(Svg svg, bool result, const Point& from, const Point& to) {
  const std::string_view ink = result ? kResultInk : kTargetInk;
  const bool bar = from.x != to.x || from.y != to.y;
  if (bar) {
    const double x = std::min(from.x, to.x) - (from.x == to.x ? kBar / 2 : 0);
    const double y = std::min(from.y, to.y) - (from.y == to.y ? kBar / 2 : 0);
    const double width = from.x == to.x ? kBar : std::abs(from.x - to.x);
    const double height = from.y == to.y ? kBar : std::abs(from.y - to.y);
    svg.rectangle(x, y, width, height)
        .set("rx", 2)
        .set("fill", result ? kPaper : ink)
        .set("stroke", ink)
        .set("stroke-width", 1.6);
  } else if (result) {
    const double r = kRadius + 1.2;
    svg.path(fmt::format("M{} {}L{} {}L{} {}L{} {}Z", number(from.x), number(from.y - r), number(from.x + r),
                         number(from.y), number(from.x), number(from.y + r), number(from.x - r), number(from.y)))
        .set("fill", kPaper)
        .set("stroke", ink)
        .set("stroke-width", 1.6);
  } else {
    svg.circle(from.x, from.y, kRadius).set("fill", ink);
  }
}

void draw_marks(Svg svg, const std::vector<PlacedDot>& dots, LabelPlacer& placer, bool beside) {
  for (const PlacedDot& placed : dots) placer.avoid_mark(mark_box(placed.from, placed.to));
  for (const PlacedDot& placed : dots) {
    Svg mark = svg.group().title(placed.dot->mark->about);
    draw_mark(mark, placed.dot->mark->result, placed.from, placed.to);
  }
  Svg labels = svg.group().set("font-size", kLabelSize);
  for (const auto& [dot, from, to] : dots) {
    const Box box = placer.place(mark_box(from, to), text_width(dot->label, kLabelSize), kLabelSize, beside);
    // The baseline lies a little above the box's foot.
    labels.text(box.x + box.width / 2, box.y + box.height - 1.5, Anchor::middle, dot->label)
        .set("fill", dot->mark->result ? kResultInk : kInk);
  }
}

}  // namespace zhibiao::write::plot
