// Compare, one pair: same, raised, lowered or not to be put in order, and whether it asks for more than before.
// In: the profiles of two facts about one thing. Out: a Change. Tested by tests/compare/change_test.cpp.
#include "compare/change.hpp"

#include <algorithm>

#include "compare/similarity.hpp"

namespace zhibiao::compare {
namespace {

constexpr int kPlaces = 12;       // of a delta that has to be divided
constexpr double kScopes = 0.55;  // scopes less alike than this differ

/// A value or range in the base unit of its dimension.
struct Amount {
  Decimal low;
  Decimal high;
  bool range = false;
};

/// The value; of a range against a bound the end that the bound is about.
std::optional<Amount> amount_of(const Profile& one, int bound) {
  if (!one.fact->value) return std::nullopt;
  const auto low = one.fact->value->times(one.unit.factor);
  const auto high = one.fact->value_max.value_or(*one.fact->value).times(one.unit.factor);
  if (!low || !high) return std::nullopt;
  if (one.fact->value_max && bound != 0) return bound > 0 ? Amount{*low, *low, false} : Amount{*high, *high, false};
  return Amount{*low, *high, one.fact->value_max.has_value()};
}

bool contains(const std::vector<NameWord>& name, WordId id, const Vocabulary& vocabulary) {
  return std::any_of(name.begin(), name.end(),
                     [&](const NameWord& word) { return word.id == id || vocabulary.likeness(word.id, id) > 0; });
}

/// The heads differ, or one side names a member of a group that makes another measure of it (一般性转移支付).
bool other_definition(const Profile& a, const Profile& b, const Vocabulary& vocabulary) {
  const bool heads = a.head != kNoWord && b.head != kNoWord &&
                     (!contains(b.name, a.head, vocabulary) || !contains(a.name, b.head, vocabulary));
  bool groups = false;
  for (std::size_t group = 0; group < a.ways.size(); ++group) {
    const bool defines = vocabulary.dictionary().defines(group);
    const bool both = a.ways[group] != 0 && b.ways[group] != 0 && (a.ways[group] & b.ways[group]) == 0;
    groups =
        groups || both || (defines && a.alternatives[group] != b.alternatives[group] && a.ways[group] != b.ways[group]);
  }
  const bool codes = !a.codes.empty() && !b.codes.empty() && a.codes != b.codes;
  return heads || groups || codes;
}

/// How firmly the value is meant.
int firmness(const std::string& comparator) { return comparator == "~" ? 0 : direction(comparator) == 0 ? 1 : 2; }

/// 1 where a larger number asks for more, -1 where a smaller one does.
int demand(const Profile& a, const Profile& b, const Dictionary& dictionary) {
  const int bound = direction(a.fact->comparator) + direction(b.fact->comparator);
  if (bound != 0) return bound > 0 ? 1 : -1;
  // To lower by more is more, whatever is lowered.
  if (a.change == "decrease" && b.change == "decrease") return 1;
  const bool less = dictionary.less_is_better(a.fact->indicator) || dictionary.less_is_better(b.fact->indicator);
  return less ? -1 : 1;
}

bool several_years(const Fact& fact) { return fact.deadline.find('/') != std::string::npos; }

/// Deadlines that cannot mean the same point of their plans: other years, or a date against a span.
bool other_deadline(const Fact& a, const Fact& b) {
  // What is said of several years is not said of one plan's year.
  if (a.deadline.empty() || b.deadline.empty()) return several_years(a) || several_years(b);
  return !same_deadline(a, b);
}

/// Only the day within the plan's year differs.
bool same_plan_year(const Fact& a, const Fact& b) {
  if (several_years(a) != several_years(b)) return false;
  constexpr std::size_t kYear = 4;
  return same_due({std::string_view(a.deadline).substr(0, kYear), a.year},
                  {std::string_view(b.deadline).substr(0, kYear), b.year});
}

/// The new deadline, measured from its own plan's year, is earlier than the old one: tighter.
Strictness deadline_strictness(const Fact& a, const Fact& b) {
  const auto dated = [](const Fact& fact) { return fact.deadline.size() >= 4 && fact.deadline[0] != 'P'; };
  if (!dated(a) || !dated(b) || !same_plan_year(a, b)) return Strictness::unknown;
  return b.deadline.substr(4) < a.deadline.substr(4) ? Strictness::tighter : Strictness::looser;
}

void set_delta(const Profile& a, const Profile& b, const Amount& before, const Amount& after, Change& change) {
  if (before.range || after.range) return;
  const auto negative = before.low.times(Decimal(-1));
  const auto base = negative ? after.low.plus(*negative) : std::nullopt;
  if (!base) return;
  change.delta = b.unit.factor == Decimal(1) ? base : base->divided(b.unit.factor, kPlaces);
  if (a.fact->unit == b.fact->unit) change.delta = b.fact->value->plus(*a.fact->value->times(Decimal(-1)));
  const auto hundred = base->times(Decimal(100));
  const Decimal size = before.low < Decimal() ? *before.low.times(Decimal(-1)) : before.low;
  if (hundred && before.low != Decimal()) change.percent = hundred->divided(size, 2);
}

Strictness turned(Strictness strictness) {
  if (strictness == Strictness::tighter) return Strictness::looser;
  return strictness == Strictness::looser ? Strictness::tighter : strictness;
}

/// Status of two values that can be put in order.
void compare_values(const Profile& a, const Profile& b, const Amount& before, const Amount& after,
                    const Dictionary& dictionary, Change& change) {
  set_delta(a, b, before, after, change);
  const bool up = after.low >= before.low && after.high >= before.high;
  const bool down = after.low <= before.low && after.high <= before.high;
  if (up && down) {
    change.status = change.differs.empty() ? ChangeStatus::same : ChangeStatus::changed;
    const int firmer = firmness(b.fact->comparator) - firmness(a.fact->comparator);
    if (firmer != 0) change.strictness = firmer > 0 ? Strictness::tighter : Strictness::looser;
    return;
  }
  if (!up && !down) {  // one range lies within the other
    change.status = ChangeStatus::changed;
    change.strictness = Strictness::unknown;
    return;
  }
  change.status = up ? ChangeStatus::raised : ChangeStatus::lowered;
  change.strictness = Strictness::tighter;
  if (up == (demand(a, b, dictionary) < 0)) change.strictness = turned(change.strictness);
}

void find_differences(const Profile& a, const Profile& b, const Vocabulary& vocabulary, Change& change) {
  const auto add = [&](bool differs, Difference what) {
    if (differs) change.differs.push_back(what);
  };
  const Fact& before = *a.fact;
  const Fact& after = *b.fact;
  add(other_definition(a, b, vocabulary), Difference::definition);
  const bool numbers = !a.numbers.empty() && !b.numbers.empty() && a.numbers != b.numbers;
  add(numbers || scope_likeness(a, b) < kScopes, Difference::scope);
  add(unit_fit(a, b, vocabulary.dictionary()) == UnitFit::other, Difference::unit);
  add(a.per != b.per, Difference::per);
  add(a.change != b.change, Difference::growth);
  add(before.comparator != after.comparator, Difference::comparator);
  add(other_deadline(before, after), Difference::deadline);
}

/// Differences that leave no common scale; a bound or a day within the year may differ and the numbers still have an
/// order.
bool ordered(const Profile& a, const Profile& b, const Change& change) {
  const bool opposite = direction(a.fact->comparator) * direction(b.fact->comparator) < 0;
  return !opposite && std::all_of(change.differs.begin(), change.differs.end(), [&](Difference one) {
    return one == Difference::comparator || (one == Difference::deadline && same_plan_year(*a.fact, *b.fact));
  });
}

}  // namespace

int direction(std::string_view comparator) {
  if (comparator.starts_with('>')) return 1;
  return comparator.starts_with('<') ? -1 : 0;
}

Change judge(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary) {
  Change change;
  find_differences(old_fact, new_fact, vocabulary, change);
  const auto before = amount_of(old_fact, direction(new_fact.fact->comparator));
  const auto after = amount_of(new_fact, direction(old_fact.fact->comparator));
  if (before && after && ordered(old_fact, new_fact, change)) {
    compare_values(old_fact, new_fact, *before, *after, vocabulary.dictionary(), change);
  } else if (change.differs.empty() && before.has_value() == after.has_value()) {
    change.status = ChangeStatus::same;
  } else {
    change.status = ChangeStatus::changed;
    change.strictness = Strictness::unknown;
  }
  const bool day = change.differs == std::vector<Difference>{Difference::deadline};
  if (change.status == ChangeStatus::changed && day)
    change.strictness = deadline_strictness(*old_fact.fact, *new_fact.fact);
  return change;
}

}  // namespace zhibiao::compare
