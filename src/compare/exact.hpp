// Compare, exact numbers: likenesses and places as whole numbers, so that no sum depends on the order of its parts.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace zhibiao::compare {

/// Likenesses are compared to six places.
inline constexpr double kSteps = 1e6;
inline std::int64_t steps_of(double likeness) { return std::llround(likeness * kSteps); }

/// How well the i-th of n things and the j-th of m stand at like places, the best 0, all others below: decides between
/// pairs that are equally alike.
inline std::int64_t like_places(std::size_t i, std::size_t n, std::size_t j, std::size_t m) {
  constexpr std::int64_t kRanks = 1 << 20;
  const auto rank = [](std::size_t at, std::size_t of) {
    return static_cast<std::int64_t>(at) * kRanks / static_cast<std::int64_t>(of);
  };
  const std::int64_t apart = rank(i, n) - rank(j, m);
  return -apart * apart;
}

}  // namespace zhibiao::compare
