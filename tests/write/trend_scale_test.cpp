// Numbers that stand together share one scale.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "write/scale.hpp"

using namespace zhibiao;
using write::Scale;
using write::scale_for;

namespace {

/// The numbers in their scale, and its power.
std::string told(const std::vector<std::string>& numbers) {
  std::vector<Decimal> values;
  for (const auto& number : numbers) values.push_back(*Decimal::parse(number));
  const Scale scale = scale_for(values);
  std::string text = std::to_string(scale.power);
  for (const Decimal& value : values) text += " " + write::scaled(value, scale).str();
  return text;
}

}  // namespace

TEST_CASE("the shortest scale that suits all numbers is taken") {
  CHECK(told({"11000000", "9000000"}) == "4 1100 900");
  CHECK(told({"1300000000000", "1370000000000"}) == "12 1.3 1.37");
  CHECK(told({"1889400000"}) == "8 18.894");
  CHECK(told({"12000", "8000"}) == "4 1.2 0.8");
}

TEST_CASE("small numbers, exact ones and nothing stay as they are") {
  CHECK(told({"5.5", "6"}) == "0 5.5 6");
  CHECK(told({"12345", "12346"}) == "0 12345 12346");
  CHECK(told({"120000", "37"}) == "0 120000 37");
  CHECK(told({}) == "0");
  CHECK(told({"0", "0"}) == "0 0 0");
}
