// Compare, trend rows: the name that the members share best, one unit for all values, and how alike they are.
// In: facts about one thing. Out: a TrendRow. Tested by tests/compare/trend_test.cpp.
#include "compare/trend_rows.hpp"

#include <algorithm>
#include <map>

namespace zhibiao::compare {
namespace {

constexpr int kPlaces = 12;  // of a value that has to be divided

const Fact& fact_of(const Followed& one) { return *one.profile->fact; }

/// The value in the other unit; empty where it cannot be told exactly.
std::optional<Decimal> converted(const Decimal& value, const Decimal& factor, const Decimal& into) {
  if (factor == into) return value;
  const auto base = value.times(factor);
  const auto result = base ? base->divided(into, kPlaces) : std::nullopt;
  if (!result || result->times(into) != base) return std::nullopt;
  return result;
}

/// Sets the values in a unit of that size; false if one of them cannot be told exactly.
bool set_values(const std::vector<Followed>& members, const Decimal& into, std::vector<TrendCell>& cells) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Fact& fact = fact_of(members[i]);
    const Decimal& factor = members[i].profile->unit.factor;
    cells[i].value = fact.value ? converted(*fact.value, factor, into) : std::nullopt;
    cells[i].value_max = fact.value_max ? converted(*fact.value_max, factor, into) : std::nullopt;
    if (cells[i].value.has_value() != fact.value.has_value()) return false;
    if (cells[i].value_max.has_value() != fact.value_max.has_value()) return false;
  }
  return true;
}

/// The unit that most members print; of equally many, the newest one's.
std::string common_unit(const std::vector<Followed>& members) {
  std::map<std::string, std::size_t> counts;
  for (const Followed& one : members) ++counts[fact_of(one).unit];
  std::string best;
  std::size_t most = 0;
  for (auto one = members.rbegin(); one != members.rend(); ++one) {
    const std::string& unit = fact_of(*one).unit;
    if (unit.empty() || counts[unit] <= most) continue;
    best = unit;
    most = counts[unit];
  }
  return best;
}

void set_unit(const std::vector<Followed>& members, const BaseUnit& base, const Dictionary& dictionary, TrendRow& row) {
  row.unit = common_unit(members);
  if (set_values(members, dictionary.base_unit(row.unit).factor, row.cells)) return;
  row.unit = base.unit;
  set_values(members, Decimal(1), row.cells);
}

/// The scope, if no member has one of other words.
std::string common_scope(const std::vector<Followed>& members, const Profile& named) {
  const bool differ = std::any_of(members.begin(), members.end(), [&](const Followed& one) {
    return !one.profile->scope.empty() && one.profile->scope != named.scope;
  });
  return differ ? std::string() : named.fact->scope;
}

}  // namespace

TrendRow make_row(const std::vector<Followed>& members, const std::function<double(std::size_t, std::size_t)>& likeness,
                  const Dictionary& dictionary) {
  TrendRow row;
  std::size_t named = 0;
  double best = -1;
  for (std::size_t i = 0; i < members.size(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < members.size(); ++j) {
      if (i == j) continue;
      const double one = likeness(i, j);
      sum += one;
      row.similarity = std::min(row.similarity, one);
    }
    row.cells.push_back({members[i].plan, members[i].fact, {}, {}, sum / static_cast<double>(members.size() - 1)});
    if (sum >= best) {
      best = sum;
      named = i;
    }
  }
  const Profile& profile = *members[named].profile;
  row.indicator = profile.fact->indicator;
  row.scope = common_scope(members, profile);
  row.per = profile.fact->per;
  row.change = profile.fact->change;
  set_unit(members, profile.unit, dictionary, row);
  std::stable_sort(row.cells.begin(), row.cells.end(),
                   [](const TrendCell& a, const TrendCell& b) { return a.plan < b.plan; });
  return row;
}

}  // namespace zhibiao::compare
