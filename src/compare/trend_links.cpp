// Compare, trend links: facts of all plans -> profiles -> pairs that are alike and measure the same; what a plan says twice
// becomes one saying. In: plans. Out: sayings and their links. Tested by tests/compare/trend_test.cpp.
#include "compare/trend_links.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "compare/change.hpp"
#include "compare/exact.hpp"
#include "compare/likely.hpp"
#include "compare/sides.hpp"
#include "compare/similarity.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kRepeated = 0.8;  // a plan that gives one value to two indicators this alike repeats itself …
constexpr double kNamed = 0.9;     // … if it names them this alike

/// Indices of the plans, the oldest first. Plans without a year stand before all others, since they are not the newest.
std::vector<std::size_t> by_age(std::span<const Plan> plans) {
  std::vector<std::size_t> order(plans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const DocumentData& document = plans[i].document;
    return std::tie(document.plan_year, document.issuer, document.title, plans[i].file);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

bool same_value(const Profile& a, const Profile& b) {
  const auto scaled = [](const Profile& one, const std::optional<Decimal>& value) {
    return value ? value->times(one.unit.factor) : std::nullopt;
  };
  return scaled(a, a.fact->value) == scaled(b, b.fact->value) &&
         scaled(a, a.fact->value_max) == scaled(b, b.fact->value_max);
}

/// Only bound and deadline may differ from plan to plan; what else differs makes it another measure.
bool same_measure(const Profile& a, const Profile& b, const Vocabulary& vocabulary) {
  const auto differs = judge(a, b, vocabulary).differs;
  return std::all_of(differs.begin(), differs.end(),
                     [](Difference one) { return one == Difference::comparator || one == Difference::deadline; });
}

/// The plan says it twice: in its overview and in a section, say.
bool repeats(const Profile& a, const Profile& b, double likeness, const Vocabulary& vocabulary) {
  const bool dated = a.fact->value || a.fact->deadline == b.fact->deadline;
  return likeness >= kRepeated && dated && same_value(a, b) && name_likeness(a, b, vocabulary) >= kNamed;
}

bool before(const Link& x, const Link& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); }

class Linker {
 public:
  Linker(std::span<const Plan> plans, const TrendOptions& options, Vocabulary& vocabulary)
      : plans_(plans), options_(options), vocabulary_(vocabulary) {
    read();
    link();
    put_together();
    link_sayings();
  }
  TrendLinks take() { return std::move(made_); }

 private:
  void read() {
    const auto order = by_age(plans_);
    std::vector<std::vector<std::size_t>> facts;
    std::vector<std::vector<const Fact*>> sides;
    for (const std::size_t plan : order) {
      facts.push_back(in_order(plans_[plan].facts));
      std::erase_if(facts.back(), [&](std::size_t i) { return plans_[plan].facts[i].role == Role::mention; });
      sides.push_back(pointers(plans_[plan].facts, facts.back()));
    }
    vocabulary_.read(sides);
    for (std::size_t age = 0; age < order.size(); ++age) {
      const auto& side = vocabulary_.side(age);
      for (std::size_t i = 0; i < side.size(); ++i) {
        made_.facts.push_back({&side[i], order[age], facts[age][i]});
        age_.push_back(age);
        place_.push_back(static_cast<double>(i) / static_cast<double>(side.size()));
      }
    }
    first_.resize(made_.facts.size());
    std::iota(first_.begin(), first_.end(), std::size_t{0});
  }

  /// The likeness below which two facts are not linked.
  double least(std::size_t i, std::size_t j) const {
    const auto& issuer = [&](std::size_t fact) { return plans_[made_.facts[fact].plan].document.issuer; };
    return issuer(i) == issuer(j) ? options_.threshold : std::max(options_.threshold, options_.across);
  }

  void link() {
    std::vector<const Profile*> all;
    for (const Followed& one : made_.facts) all.push_back(one.profile);
    WordIndex index(all, vocabulary_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const std::size_t j : index.alike(*all[i], i + 1)) {
        const double floor = least(i, j);
        const double found = similarity(*all[i], *all[j], vocabulary_, floor);
        if (found < floor || !same_measure(*all[i], *all[j], vocabulary_)) continue;
        if (age_[i] != age_[j] || all[i]->fact->role != all[j]->fact->role) {
          made_.fact_links.push_back({i, j, steps_of(found)});
        } else if (repeats(*all[i], *all[j], found, vocabulary_)) {
          const auto [low, high] = std::minmax({first_of(i), first_of(j)});
          first_[high] = low;
        }
      }
    }
  }

  /// The first of the facts that say the same.
  std::size_t first_of(std::size_t i) const {
    while (first_[i] != i) i = first_[i];
    return i;
  }

  void put_together() {
    saying_.resize(made_.facts.size());
    for (std::size_t i = 0; i < made_.facts.size(); ++i) {
      const std::size_t first = first_of(i);
      if (first == i) {
        saying_[i] = made_.sayings.size();
        const int year = plans_[made_.facts[i].plan].document.plan_year.value_or(0);
        made_.sayings.push_back({{}, age_[i], made_.facts[i].profile->fact->role, {year, place_[i]}});
      }
      saying_[i] = saying_[first];
      made_.sayings[saying_[i]].facts.push_back(i);
    }
  }

  /// Sayings are as alike as the two of their facts that are most alike.
  void link_sayings() {
    std::vector<Link> all;
    for (const Link& link : made_.fact_links) {
      const auto [a, b] = std::minmax({saying_[link.a], saying_[link.b]});
      all.push_back({a, b, link.likeness});
    }
    std::sort(all.begin(), all.end(), [](const Link& x, const Link& y) {
      return std::tuple(x.a, x.b, -x.likeness) < std::tuple(y.a, y.b, -y.likeness);
    });
    const auto end =
        std::unique(all.begin(), all.end(), [](const Link& x, const Link& y) { return x.a == y.a && x.b == y.b; });
    for (auto link = all.begin(); link != end; ++link) {
      const bool one_role = made_.sayings[link->a].role == made_.sayings[link->b].role;
      (one_role ? made_.links : made_.across_roles).push_back(*link);
    }
  }

  std::span<const Plan> plans_;
  const TrendOptions& options_;
  Vocabulary& vocabulary_;
  TrendLinks made_;
  std::vector<std::size_t> age_;     // of each fact's plan
  std::vector<double> place_;        // of each fact in its plan
  std::vector<std::size_t> first_;   // of each fact, one before it that says the same, or itself
  std::vector<std::size_t> saying_;  // of each fact
};

}  // namespace

double TrendLinks::likeness(std::size_t a, std::size_t b) const {
  const Link wanted{std::min(a, b), std::max(a, b), 0};
  const auto link = std::lower_bound(fact_links.begin(), fact_links.end(), wanted, before);
  const bool found = link != fact_links.end() && link->a == wanted.a && link->b == wanted.b;
  return found ? static_cast<double>(link->likeness) / kSteps : 0;
}

TrendLinks link_facts(std::span<const Plan> plans, const TrendOptions& options, Vocabulary& vocabulary) {
  return Linker(plans, options, vocabulary).take();
}

}  // namespace zhibiao::compare
