// Axes of values: round numbers, few of them, around all values.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "write/plot/axis.hpp"

using zhibiao::write::plot::Axis;
using zhibiao::write::plot::axis_for;

namespace {

std::vector<std::string> labels(const Axis& axis) {
  std::vector<std::string> all;
  for (const auto& tick : axis.ticks) all.push_back(tick.label);
  return all;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("an axis has three to five round ticks around all values") {
  CHECK(labels(axis_for({1100, 1100, 900})) == Labels{"900", "1000", "1100"});
  CHECK(labels(axis_for({90, 95, 100}, {.places = 0, .share = true})) == Labels{"90", "95", "100"});
  CHECK(labels(axis_for({5.5, 6}, {.places = 1})) == Labels{"5.4", "5.6", "5.8", "6.0"});
  CHECK(labels(axis_for({1.3, 1.37}, {.places = 2})) == Labels{"1.30", "1.32", "1.34", "1.36", "1.38"});
}

TEST_CASE("whatever the values, they lie between the ends, and the ticks are few and even") {
  for (const double size : {0.003, 0.7, 1.0, 13.0, 4200.0, 9.9e11}) {
    for (const double ratio : {-2.0, -0.3, 0.0, 0.2, 0.49, 0.51, 0.9, 0.999}) {
      for (const int places : {0, 1, 3}) {
        const Axis axis = axis_for({size * ratio, size}, {.places = places});
        CAPTURE(size);
        CAPTURE(ratio);
        CAPTURE(places);
        REQUIRE(axis.ticks.size() >= 3);
        CHECK(axis.ticks.size() <= 5);
        CHECK(axis.low() <= size * ratio + 1e-9 * size);
        CHECK(axis.high() >= size * (1 - 1e-9));
        const double step = axis.ticks[1].value - axis.ticks[0].value;
        for (std::size_t i = 1; i < axis.ticks.size(); ++i) {
          CHECK(axis.ticks[i].value - axis.ticks[i - 1].value == doctest::Approx(step));
          CHECK(axis.ticks[i].label != axis.ticks[i - 1].label);
        }
      }
    }
  }
}

TEST_CASE("values far from each other are shown from zero, near ones are not") {
  CHECK(axis_for({2, 8}).low() == 0);
  CHECK(axis_for({7, 8}).low() > 0);
  CHECK(axis_for({-8, -2}).high() == 0);
  CHECK(axis_for({-3, 8}).low() <= -3);
}

TEST_CASE("one value, or the same one again, stands inside an axis") {
  for (const double value : {0.0, 1.0, 3.0, 100.0, 2.8}) {
    const Axis axis = axis_for({value, value}, {.places = 1});
    CHECK(axis.low() <= value);
    CHECK(axis.high() >= value);
    CHECK(axis.low() < axis.high());
    CHECK(axis.low() >= 0);
  }
}

TEST_CASE("counts have no ticks between whole numbers, shares none beyond a hundred") {
  CHECK(labels(axis_for({1, 2})) == Labels{"0", "1", "2"});
  CHECK(labels(axis_for({3, 3})) == Labels{"2", "3", "4"});
  CHECK(axis_for({100, 100}, {.places = 0, .share = true}).high() == 100);
  CHECK(axis_for({95, 95}, {.places = 0, .share = true}).high() == 100);
  CHECK(axis_for({120, 100}, {.places = 0, .share = true}).high() >= 120);
}

TEST_CASE("share() leads from the first tick to the last") {
  const Axis axis = axis_for({0, 10});
  CHECK(axis.share(axis.low()) == 0);
  CHECK(axis.share(axis.high()) == 1);
  CHECK(axis.share((axis.low() + axis.high()) / 2) == doctest::Approx(0.5));
}
