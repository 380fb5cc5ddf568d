// Compare, places: a section that stands elsewhere among the others has moved, and so have its facts.
// In: pairs of facts in the order of their texts. Out: the flag `moved`. Tested by tests/compare/compare_test.cpp and
// edited_plans_test.cpp.
#include "compare/moved.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "compare/order.hpp"
#include "compare/similarity.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kSameHeading = 0.5;

/// The part of an item's path that names its chapter, and the heading.
using Section = std::pair<std::string, std::string>;

Section section_of(const Profile& one) {
  return {one.fact->item.substr(0, one.fact->item.find('/')), one.fact->heading};
}

/// The pairs of facts that stand in one section of each plan.
struct Group {
  std::size_t first_old = 0;
  std::size_t first_new = 0;
  std::int64_t pairs = 0;
  bool stays = false;  ///< in its place among the others
};

using Groups = std::map<std::pair<Section, Section>, Group>;

Groups group_pairs(const std::vector<Profile>& old_side, const std::vector<Profile>& new_side,
                   const std::vector<Change>& changes) {
  Groups groups;
  for (const Change& change : changes) {
    if (!change.old_fact || !change.new_fact) continue;
    Group& group = groups[{section_of(old_side[*change.old_fact]), section_of(new_side[*change.new_fact])}];
    group.first_old = group.pairs == 0 ? *change.old_fact : std::min(group.first_old, *change.old_fact);
    group.first_new = group.pairs == 0 ? *change.new_fact : std::min(group.first_new, *change.new_fact);
    ++group.pairs;
  }
  return groups;
}

void find_staying(Groups& groups) {
  std::vector<std::pair<const std::pair<Section, Section>*, Group*>> by_old;
  for (auto& [sections, group] : groups) by_old.emplace_back(&sections, &group);
  std::sort(by_old.begin(), by_old.end(),
            [](const auto& a, const auto& b) { return a.second->first_old < b.second->first_old; });
  std::vector<Placed> places;
  for (const auto& [sections, group] : by_old) {
    places.push_back({group->first_new, group->pairs, 0, sections->first.second, sections->second.second});
  }
  const std::vector<bool> stay = staying(places);
  for (std::size_t i = 0; i < by_old.size(); ++i) by_old[i].second->stays = stay[i];
}

}  // namespace

void mark_moved(const std::vector<Profile>& old_side, const std::vector<Profile>& new_side,
                std::vector<Change>& changes) {
  Groups groups = group_pairs(old_side, new_side, changes);
  find_staying(groups);
  std::map<Section, std::int64_t> old_pairs;
  std::map<Section, std::int64_t> new_pairs;
  for (const auto& [sections, group] : groups) {
    old_pairs[sections.first] += group.pairs;
    new_pairs[sections.second] += group.pairs;
  }
  for (Change& change : changes) {
    if (!change.old_fact || !change.new_fact) continue;
    const Profile& before = old_side[*change.old_fact];
    const Profile& after = new_side[*change.new_fact];
    const std::pair sections(section_of(before), section_of(after));
    const Group& group = groups.at(sections);
    // Most of two sections' facts answer each other: one section under two names.
    const bool renamed = group.pairs > 1 && 2 * group.pairs > old_pairs.at(sections.first) &&
                         2 * group.pairs > new_pairs.at(sections.second);
    change.moved = !group.stays || (!renamed && overlap(before.heading, after.heading) < kSameHeading);
  }
}

}  // namespace zhibiao::compare
