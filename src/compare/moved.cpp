// Compare, places: a section that stands elsewhere among the others has moved, and so have its facts.
// In: pairs of facts in the order of their texts. Out: the flag `moved`. Tested by tests/compare/compare_test.cpp.
#include "compare/moved.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "compare/similarity.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kSameHeading = 0.5;

/// A stretch of pairs in one section of each plan.
struct Group {
  std::size_t first_old = 0;
  std::size_t first_new = 0;
  std::size_t pairs = 0;
  bool stays = false;
};

/// The part of an item's path that names its chapter.
std::string chapter(const Fact& fact) { return fact.item.substr(0, fact.item.find('/')); }

/// Marks the groups of the heaviest subsequence that has one order in both plans. Groups are in the old order.
void keep_order(std::vector<Group>& groups) {
  std::vector<std::size_t> best(groups.size(), 0);
  std::vector<std::size_t> before(groups.size(), groups.size());
  std::size_t last = groups.size();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (groups[j].first_new < groups[i].first_new && best[j] > best[i]) {
        best[i] = best[j];
        before[i] = j;
      }
    }
    best[i] += groups[i].pairs;
    if (last == groups.size() || best[i] > best[last]) last = i;
  }
  for (; last < groups.size(); last = before[last]) groups[last].stays = true;
}

}  // namespace

void mark_moved(const std::vector<Profile>& old_side, const std::vector<Profile>& new_side,
                std::vector<Change>& changes) {
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  const auto key_of = [&](const Change& change) {
    const Fact& before = *old_side[*change.old_fact].fact;
    const Fact& after = *new_side[*change.new_fact].fact;
    return Key{chapter(before), before.heading, chapter(after), after.heading};
  };
  std::map<Key, Group> by_section;
  for (const Change& change : changes) {
    if (!change.old_fact || !change.new_fact) continue;
    Group& group = by_section[key_of(change)];
    group.first_old = group.pairs == 0 ? *change.old_fact : std::min(group.first_old, *change.old_fact);
    group.first_new = group.pairs == 0 ? *change.new_fact : std::min(group.first_new, *change.new_fact);
    ++group.pairs;
  }
  std::vector<Group> groups;
  for (const auto& [key, group] : by_section) groups.push_back(group);
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return std::pair(a.first_old, a.first_new) < std::pair(b.first_old, b.first_new);
  });
  keep_order(groups);
  std::map<std::pair<std::size_t, std::size_t>, bool> stays;
  for (const Group& group : groups) stays[{group.first_old, group.first_new}] = group.stays;
  for (Change& change : changes) {
    if (!change.old_fact || !change.new_fact) continue;
    const Group& group = by_section[key_of(change)];
    const Profile& before = old_side[*change.old_fact];
    const Profile& after = new_side[*change.new_fact];
    change.moved = !stays[{group.first_old, group.first_new}] || overlap(before.heading, after.heading) < kSameHeading;
  }
}

}  // namespace zhibiao::compare
