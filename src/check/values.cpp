// Check, values: those that their indicators cannot have. Input: facts and the rules of type plausible; output: faults.
// Tested by tests/check/values_test.cpp.
#include <algorithm>
#include <string>

#include "check/ground.hpp"

namespace zhibiao::check {
namespace {

bool flagged(const Fact& fact, std::string_view flag) {
  return std::find(fact.flags.begin(), fact.flags.end(), flag) != fact.flags.end();
}

void tell(const Fact& fact, const Plausible& plausible, const char* relation, const Decimal& limit, Faults& faults) {
  const std::string bound = limit.str() + (fact.unit == "%" ? " %" : fact.unit);
  faults.push_back(make_fault(FaultKind::value_range, fact.span, {plain(fact.mention), fact.indicator, relation, bound},
                              plausible.rule));
}

void check_range(const Fact& fact, const Plausible& plausible, Faults& faults) {
  const Decimal& largest = fact.value_max ? *fact.value_max : *fact.value;
  if (plausible.max && largest > *plausible.max) {
    tell(fact, plausible, ">", *plausible.max, faults);
  } else if (plausible.min && *fact.value < *plausible.min) {
    tell(fact, plausible, "<", *plausible.min, faults);
  }
}

}  // namespace

void check_values(const Ground& ground, Faults& faults) {
  for (const Fact& fact : ground.analysis.facts) {
    if (!fact.value) continue;
    if (fact.value_max && *fact.value_max < *fact.value) {
      faults.push_back(make_fault(FaultKind::value_reversed, fact.span, {plain(fact.mention)}));
    }
    // What something rises or falls by is no level of it.
    if (!fact.change.empty()) continue;
    if (flagged(fact, "permille_doubt")) {
      faults.push_back(make_fault(FaultKind::value_permille, fact.span, {plain(fact.mention), fact.indicator}));
    } else if (const Plausible* plausible = ground.rules.plausible_for(fact)) {
      check_range(fact, *plausible, faults);
    }
  }
}

}  // namespace zhibiao::check
