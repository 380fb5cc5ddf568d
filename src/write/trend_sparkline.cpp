// Write, trends: sparklines. Input: values and gaps; output: block elements. Tested by tests/write/trend_people_test.cpp.
#include "write/trend_sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace zhibiao::write {

std::string sparkline(const std::vector<std::optional<double>>& values) {
  constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  constexpr std::string_view kGap = "·";
  std::vector<double> known;
  for (const auto& value : values) {
    if (value) known.push_back(*value);
  }
  if (known.size() < 3) return {};
  const auto [least, most] = std::minmax_element(known.begin(), known.end());
  const double span = *most - *least;
  std::string line;
  for (const auto& value : values) {
    if (!value) {
      line += kGap;
      continue;
    }
    // What does not move stands in the middle: neither high nor low.
    const double share = span > 0 ? (*value - *least) / span : 0.5;
    line += kBlocks.at(static_cast<std::size_t>(std::floor(share * 7 + (span > 0 ? 0.5 : 0))));
  }
  return line;
}

}  // namespace zhibiao::write
