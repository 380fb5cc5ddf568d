// Compare, targets and results: was what was promised reached?
// In: a pair made by compare_facts, its target and its reported result. Out: met, missed or unknown.
// Tested by tests/compare/diff_achieved_test.cpp.
#include "zhibiao/achieved.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "compare/change.hpp"

namespace zhibiao {
namespace {

using compare::direction;

constexpr double kAbout = 10;  ///< per cent that 左右 leaves open

/// The target is due after the time that the result tells of.
bool not_yet_due(const Fact& target, const Fact& result) {
  const int due = deadline_year(target.deadline);
  if (due == 0) return target.deadline.starts_with('P');
  if (const int reached = deadline_year(result.deadline); reached > 0) return due > reached;
  // A plan's review is of the year before.
  return result.year && due >= *result.year;
}

bool comparable(const Change& change, const Fact& target, const Fact& result) {
  const bool measured = std::all_of(change.differs.begin(), change.differs.end(), [](Difference one) {
    return one == Difference::comparator || one == Difference::deadline;
  });
  return measured && target.value && result.value;
}

/// A range: between its ends, or beyond the one that is better.
Achievement within(const Change& change, const Fact& target, const Fact& result) {
  if (target.unit != result.unit || result.value_max || !target.value_max) return Achievement::unknown;
  if (*target.value <= *result.value && *result.value <= *target.value_max) return Achievement::met;
  return change.strictness == Strictness::tighter ? Achievement::met : Achievement::missed;
}

/// The result is the target's number to the digit.
Achievement at_the_number(const Fact& target, const Fact& result) {
  if (target.comparator == ">" || target.comparator == "<") {
    return direction(result.comparator) == direction(target.comparator) ? Achievement::met : Achievement::missed;
  }
  return Achievement::met;
}

/// One side says for whom or where, and the other does not name it.
bool partly(const Fact& one, const Fact& other) {
  return !one.scope.empty() && other.scope.empty() && other.indicator.find(one.scope) == std::string::npos;
}

/// More was asked for than is reported.
Achievement short_of(const Change& change, const Fact& target, const Fact& result, int better) {
  if (not_yet_due(target, result) || direction(result.comparator) == better) return Achievement::unknown;
  if (partly(target, result) || partly(result, target)) return Achievement::unknown;
  const bool about = target.comparator == "~" || result.comparator == "~";
  const bool near = change.percent && std::abs(change.percent->approx()) <= kAbout;
  return about && near ? Achievement::unknown : Achievement::missed;
}

}  // namespace

std::string_view name_of(Achievement achievement) {
  static constexpr std::array<std::string_view, 3> kNames = {"met", "missed", "unknown"};
  return kNames[static_cast<std::size_t>(achievement)];
}

std::vector<Fact> as_targets(std::vector<Fact> results, std::optional<int> year) {
  for (Fact& fact : results) {
    fact.role = Role::target;
    fact.deadline.clear();
    if (year) fact.year = year;
  }
  return results;
}

Achievement achievement_of(const Change& change, const Fact& target, const Fact& result) {
  if (!comparable(change, target, result)) return Achievement::unknown;
  if (target.value_max || result.value_max) return within(change, target, result);
  if (!change.delta) return Achievement::unknown;
  if (*change.delta == Decimal()) return at_the_number(target, result);
  const bool up = *change.delta > Decimal();
  const bool beyond = change.strictness == Strictness::tighter;
  if (!beyond && change.strictness != Strictness::looser) return Achievement::unknown;
  const int better = up == beyond ? 1 : -1;
  if (!beyond) return short_of(change, target, result, better);
  // `低于96%` says nothing of a target that is a least value.
  return direction(result.comparator) == -better ? Achievement::unknown : Achievement::met;
}

}  // namespace zhibiao
