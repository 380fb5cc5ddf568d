// Compare, sides: facts put in the order of their places, so that no result depends on the order they came in.
// In: facts. Out: indices. Tested by tests/compare/compare_test.cpp and trend_test.cpp.
#include "compare/sides.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace zhibiao::compare {

std::vector<std::size_t> in_order(const std::vector<Fact>& facts) {
  std::vector<std::size_t> order(facts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const Fact& fact = facts[i];
    return std::tie(fact.file, fact.line, fact.column, fact.span.begin, fact.indicator, fact.scope, fact.value,
                    fact.mention);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

std::vector<const Fact*> pointers(const std::vector<Fact>& facts, const std::vector<std::size_t>& order) {
  std::vector<const Fact*> all;
  for (const std::size_t i : order) all.push_back(&facts[i]);
  return all;
}

}  // namespace zhibiao::compare
