// Write, drawings: an axis of values with round numbers on it.
#pragma once

#include <string>
#include <vector>

namespace zhibiao::write::plot {

struct Tick {
  double value = 0;
  std::string label;  ///< `0`, `2.5`, `100`: with as many places as the step needs
};

/// An axis from its first tick to its last.
struct Axis {
  std::vector<Tick> ticks;  ///< 3 to 5, rising, evenly apart
  double low() const { return ticks.front().value; }
  double high() const { return ticks.back().value; }
  /// 0 at the first tick, 1 at the last.
  double share(double value) const { return (value - low()) / (high() - low()); }
};

struct AxisOptions {
  int places = 0;      ///< digits behind the point that a tick may have: as many as the values are told with
  bool share = false;  ///< the values are shares of a hundred: the axis does not go beyond 100 unless they do
};

/// The axis that holds all values (any order, finite, one at least) with the least room to spare. It begins at 0 where
/// values of one sign are further from each other than the smallest is from 0.
Axis axis_for(const std::vector<double>& values, const AxisOptions& options = {});

}  // namespace zhibiao::write::plot
