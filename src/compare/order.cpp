// Compare, order: the heaviest increasing subsequence. In: new places by old order. Out: which things stay.
// Tested by tests/compare/outline_diff_test.cpp and edited_plans_test.cpp.
#include "compare/order.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace zhibiao::compare {
namespace {

/// What a subsequence is worth; compared from the front.
using Worths = std::array<std::int64_t, 3>;

/// Weight, size, and a number from the names.
std::vector<Worths> worths_of(const std::vector<Placed>& things) {
  std::vector<std::size_t> by_name(things.size());
  std::iota(by_name.begin(), by_name.end(), std::size_t{0});
  const auto names = [&](std::size_t i) { return std::minmax(things[i].old_name, things[i].new_name); };
  std::stable_sort(by_name.begin(), by_name.end(), [&](std::size_t a, std::size_t b) { return names(a) < names(b); });
  std::vector<Worths> worths(things.size());
  for (std::size_t rank = 0; rank < by_name.size(); ++rank) {
    const Placed& one = things[by_name[rank]];
    worths[by_name[rank]] = {one.weight, one.size, static_cast<std::int64_t>(rank)};
  }
  return worths;
}

}  // namespace

std::vector<bool> staying(const std::vector<Placed>& things) {
  const std::size_t none = things.size();
  const std::vector<Worths> worths = worths_of(things);
  std::vector<Worths> best(things.size());
  std::vector<std::size_t> before(things.size(), none);
  std::size_t last = none;
  for (std::size_t i = 0; i < things.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (things[j].new_place < things[i].new_place && best[j] > best[i]) {
        best[i] = best[j];
        before[i] = j;
      }
    }
    for (std::size_t part = 0; part < best[i].size(); ++part) best[i][part] += worths[i][part];
    if (last == none || best[i] > best[last]) last = i;
  }
  std::vector<bool> stays(things.size());
  for (; last != none; last = before[last]) stays[last] = true;
  return stays;
}

}  // namespace zhibiao::compare
