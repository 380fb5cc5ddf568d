// Compare, trends: linked sayings of all plans -> groups of targets and of results -> groups of both -> rows.
// In: plans. Out: a Trend. Tested by tests/compare/trend_test.cpp.
#include "zhibiao/trend.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "compare/cluster.hpp"
#include "compare/trend_links.hpp"
#include "compare/trend_rows.hpp"

namespace zhibiao {
namespace {

using compare::Followed;
using compare::Link;
using compare::Saying;
using compare::TrendLinks;

using Group = std::vector<std::size_t>;  // of sayings

/// The groups of one role, and those that are alone.
std::vector<Group> groups_of_roles(const TrendLinks& links) {
  std::vector<compare::Standing> standings;
  for (const Saying& saying : links.sayings) standings.push_back(saying.standing);
  auto groups = compare::cluster(standings, links.links);
  std::vector<bool> grouped(links.sayings.size());
  for (const Group& group : groups) {
    for (const std::size_t one : group) grouped[one] = true;
  }
  for (std::size_t i = 0; i < grouped.size(); ++i) {
    if (!grouped[i]) groups.push_back({i});
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

/// A group of targets and one of results, all linked with each other.
struct Match {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t links = 0;
  std::int64_t likeness = 0;  // of all of them together: where there is more to go by, a match is surer
};

std::vector<Match> matches_of(const std::vector<Group>& groups, const TrendLinks& links) {
  std::vector<std::size_t> group_of(links.sayings.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::size_t one : groups[i]) group_of[one] = i;
  }
  std::map<std::pair<std::size_t, std::size_t>, Match> all;
  for (const Link& link : links.across_roles) {
    const auto [a, b] = std::minmax({group_of[link.a], group_of[link.b]});
    Match& match = all.try_emplace({a, b}, Match{a, b}).first->second;
    ++match.links;
    match.likeness += link.likeness;
  }
  std::vector<Match> full;
  for (const auto& [key, match] : all) {
    if (match.links == groups[match.a].size() * groups[match.b].size()) full.push_back(match);
  }
  std::stable_sort(full.begin(), full.end(), [](const Match& x, const Match& y) { return x.likeness > y.likeness; });
  return full;
}

/// Targets and results are grouped apart first: a result that fits two targets of its plan must not keep both rows from
/// coming together.
std::vector<Group> groups_of(const TrendLinks& links) {
  auto groups = groups_of_roles(links);
  for (const Match& match : matches_of(groups, links)) {
    Group& one = groups[match.a];
    Group& other = groups[match.b];
    const auto whole = [&](const Group& group) {
      return !group.empty() && links.sayings[group.front()].role == links.sayings[group.back()].role;
    };
    if (!whole(one) || !whole(other)) continue;
    one.insert(one.end(), other.begin(), other.end());
    other.clear();
  }
  return groups;
}

/// Of a saying's facts the one that is most like the others of its row.
std::size_t speaker(const Group& group, std::size_t saying, const TrendLinks& links) {
  const auto& facts = links.sayings[saying].facts;
  std::size_t best = facts.front();
  double most = -1;
  for (const std::size_t fact : facts) {
    double sum = 0;
    for (const std::size_t other : group) {
      for (const std::size_t one : links.sayings[other].facts) sum += links.likeness(fact, one);
    }
    if (sum <= most) continue;
    most = sum;
    best = fact;
  }
  return best;
}

/// A row with what puts it in order.
struct Placed {
  bool target = false;   // it has one
  std::size_t age = 0;   // of the newest plan that has it
  std::size_t fact = 0;  // where this plan has it
  TrendRow row;
};

Placed place(Group group, const TrendLinks& links, const compare::Dictionary& dictionary) {
  const auto key = [&](std::size_t i) { return std::tuple(links.sayings[i].age, links.sayings[i].role, i); };
  std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  Placed placed;
  std::vector<std::size_t> facts;
  std::vector<Followed> members;
  for (const std::size_t i : group) {
    const Saying& saying = links.sayings[i];
    facts.push_back(speaker(group, i, links));
    members.push_back(links.facts[facts.back()]);
    // Results open most plans; rows stand where their targets do.
    if (saying.role == Role::target || !placed.target) {
      placed.target = saying.role == Role::target;
      placed.age = saying.age;
      placed.fact = facts.back();
    }
  }
  const auto likeness = [&](std::size_t i, std::size_t j) { return links.likeness(facts[i], facts[j]); };
  placed.row = compare::make_row(members, likeness, dictionary);
  return placed;
}

std::size_t plans_in(const Group& group, const TrendLinks& links) {
  std::set<std::size_t> plans;
  for (const std::size_t i : group) plans.insert(links.sayings[i].age);
  return plans.size();
}

}  // namespace

Trend follow_facts(std::span<const Plan> plans, const TrendOptions& options, const Rules& rules) {
  const compare::Dictionary dictionary(rules.lexicon());
  compare::Vocabulary vocabulary(dictionary);
  const TrendLinks links = compare::link_facts(plans, options, vocabulary);
  std::vector<Placed> placed;
  for (const Group& group : groups_of(links)) {
    if (group.size() > 1 && plans_in(group, links) >= options.plans) placed.push_back(place(group, links, dictionary));
  }
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::tuple(!a.target, b.age, a.fact) < std::tuple(!b.target, a.age, b.fact);
  });
  Trend trend;
  for (Placed& one : placed) trend.rows.push_back(std::move(one.row));
  return trend;
}

}  // namespace zhibiao
