// Write, drawings: small charts of indicators in one SVG file.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "write/plot/svg.hpp"
#include "zhibiao/decimal.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write::plot {

/// One value of one plan.
struct Mark {
  std::size_t at = 0;  ///< index in Figure::positions
  bool result = false;
  std::string comparator;  ///< as in Fact: `>=`, `~`, `range`
  Decimal value;
  std::optional<Decimal> value_max;  ///< upper end of a range
  std::string about;                 ///< what a pointer on it is told, on one line
};

/// One indicator.
struct Chart {
  std::string title;
  std::string unit;    ///< base unit with its denominator: `元`, `张/千人口`; may be empty
  std::string change;  ///< `increase`, `decrease` or empty
  std::vector<Mark> marks;
};

/// Where marks stand: a plan, by its year or its issuer.
struct Position {
  std::string name;
  std::optional<int> year;
};

struct Figure {
  std::string title;
  Language language = Language::en;
  std::vector<Position> positions;
  bool by_name = false;  ///< positions are names even where they have years
  std::vector<Chart> charts;
};

/// Writes the figure as one SVG file that needs no other: charts in a grid, each with its own axis of values.
///
/// Where every position has a year of its own, the years are the horizontal axis, at their true distances, and targets
/// of neighbouring positions are joined; a plan without the indicator leaves a gap. Else each position is a line of a dot
/// plot. Targets are filled circles, results hollow diamonds, ranges bars; every value is printed beside its mark, in
/// the scale (万, 亿) that the chart's unit names. The same figure gives the same bytes.
void write_svg(std::ostream& out, const Figure& figure);

/// One chart of the figure as an `svg` element of its own, `width` pixels wide: a new last child of `parent`.
Svg draw_chart(Svg parent, const Figure& figure, const Chart& chart, double width);

}  // namespace zhibiao::write::plot
