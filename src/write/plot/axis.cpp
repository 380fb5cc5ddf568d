// Write, drawings: axes. Input: values; output: 3 to 5 round numbers around them.
// Tested by tests/write/plot_axis_test.cpp.
#include "write/plot/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace zhibiao::write::plot {
namespace {

struct Range {
  double low;
  double high;
};

/// The step `mantissa * 10^power`; the mantissa is of tenths, so that 2.5 is a whole number too.
struct Step {
  int tenths;
  int power;
  double size() const { return tenths / 10.0 * std::pow(10.0, power); }
  int places() const { return std::max(0, tenths % 10 == 0 ? -power : 1 - power); }
};

/// Room around a single value, and down to 0 where that is not far.
Range widened(const std::vector<double>& values, const AxisOptions& options) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  Range range{*least, *most};
  if (range.low == range.high) {
    const double room = std::max(std::abs(range.low) / 10, std::pow(10.0, -options.places));
    const double ceiling = options.share && range.high <= 100 ? 100 : range.high + room;
    range = {range.low - room, std::min(range.high + room, ceiling)};
    if (*least >= 0) range.low = std::max(range.low, 0.0);
  }
  if (range.low > 0 && range.low < range.high / 2) range.low = 0;
  if (range.high < 0 && range.high > range.low / 2) range.high = 0;
  return range;
}

/// Counts of whole steps that reach both ends; values that lie on a tick but for rounding count as on it.
struct Ends {
  double first;
  double last;
};

Ends ends(const Range& range, double step) {
  constexpr double kRounding = 1e-9;
  return {std::floor(range.low / step + kRounding), std::ceil(range.high / step - kRounding)};
}

}  // namespace

Axis axis_for(const std::vector<double>& values, const AxisOptions& options) {
  constexpr std::array<int, 4> kTenths = {10, 20, 25, 50};
  const Range range = widened(values, options);
  const int power = static_cast<int>(std::floor(std::log10(range.high - range.low)));
  Step best{10, power};
  double spare = -1;
  for (int p = power + 1; p >= power - 1; --p) {
    for (const int tenths : kTenths) {
      const Step step{tenths, p};
      if (step.places() > options.places) continue;
      const auto [first, last] = ends(range, step.size());
      if (last - first < 2 || last - first > 4) continue;
      const double left = (last - first) * step.size() - (range.high - range.low);
      if (spare < 0 || left < spare * (1 - 1e-9)) {
        spare = left;
        best = step;
      }
    }
  }
  if (spare < 0) best = {10, -options.places};  // numbers next to each other: one more beside them
  auto [first, last] = ends(range, best.size());
  while (last - first < 2) first > 0 ? --first : ++last;
  Axis axis;
  for (double at = first; at <= last; ++at) {
    const double value = at * best.size();
    axis.ticks.push_back({value, fmt::format("{:.{}f}", value + 0.0, best.places())});
  }
  return axis;
}

}  // namespace zhibiao::write::plot
