// Write, scales. Input: numbers that are shown together; output: the one power of ten they are told in.
// Tested by tests/write/trend_scale_test.cpp.
#include "write/scale.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace zhibiao::write {
namespace {

constexpr std::array kScales = {
    Scale{},
#define SCALE(power, word) Scale{power, word},
#include "write/scales.def"
#undef SCALE
};

/// How much there is to read in a number: its digits, and somewhat more where it is less than one.
std::size_t effort(const Decimal& number) {
  const std::string text = number.str();
  const auto digits =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; }));
  return digits + (text.starts_with("0.") || text.starts_with("-0.") ? 2 : 0);
}

/// How much there is to read in all of them in that scale; empty where it does not suit them.
std::optional<std::size_t> effort_in(const Scale& scale, std::span<const Decimal> numbers) {
  const Decimal most = *Decimal::parse("0.1");
  const Decimal least = *Decimal::parse("-0.1");
  std::size_t sum = 0;
  for (const Decimal& number : numbers) {
    const auto told = number.scaled(-scale.power);
    if (!told) return std::nullopt;
    const bool tiny = least < *told && *told < most && *told != Decimal();
    if (tiny && scale.power > 0) return std::nullopt;
    sum += effort(*told);
  }
  return sum;
}

}  // namespace

Scale scale_for(std::span<const Decimal> numbers) {
  Scale best;
  std::size_t least = effort_in(best, numbers).value_or(0);
  for (const Scale& scale : kScales) {
    const auto sum = effort_in(scale, numbers);
    // Between equals the numbers stay nearer to what they are.
    const bool nearer = sum == least && scale.power < best.power;
    if (sum && (*sum < least || nearer)) {
      best = scale;
      least = *sum;
    }
  }
  return best;
}

Decimal scaled(const Decimal& number, const Scale& scale) { return number.scaled(-scale.power).value_or(number); }

}  // namespace zhibiao::write
