// Compare, outlines: items paired by heading, parent and children, then named same, renamed, added, dropped or moved.
// In: the items of two plans. Out: a list of changes. Tested by tests/compare/outline_diff_test.cpp.
#include <array>
#include <cstdint>
#include <utility>

#include "compare/assignment.hpp"
#include "compare/headings.hpp"
#include "compare/order.hpp"
#include "compare/outline_match.hpp"
#include "compare/outline_tree.hpp"
#include "zhibiao/compare_outlines.hpp"

namespace zhibiao {
namespace {

using compare::kUnpaired;
using compare::OutlineTree;

constexpr double kFloor = 0.2;  // headings less alike than this are not

/// Which new items are elsewhere: below another parent, or out of the order of those that stayed below it.
std::vector<bool> find_moved(const OutlineTree& before, const OutlineTree& after,
                             const std::vector<std::size_t>& partner, const std::vector<Item>& old_items,
                             const std::vector<Item>& new_items) {
  std::vector<bool> moved(after.size(), false);
  const auto partner_of = [&](std::size_t old_item) {
    return old_item == before.size() ? after.size() : partner[old_item];
  };
  for (std::size_t parent = 0; parent <= before.size(); ++parent) {
    std::vector<compare::Placed> stayed;
    std::vector<std::size_t> items;
    for (const std::size_t child : before.children[parent]) {
      const std::size_t now = partner[child];
      if (now == kUnpaired) continue;
      moved[now] = after.parent[now] != partner_of(parent);
      if (moved[now]) continue;
      // Where two sections changed places, the smaller one has moved.
      stayed.push_back({now, 1, static_cast<std::int64_t>(before.below[child] + after.below[now]),
                        old_items[child].heading, new_items[now].heading});
      items.push_back(now);
    }
    const auto stays = compare::staying(stayed);
    for (std::size_t i = 0; i < items.size(); ++i) moved[items[i]] = !stays[i];
  }
  return moved;
}

/// Puts the changes in order: the new outline, with each dropped item where it would stand.
class Listing {
 public:
  Listing(const OutlineTree& before, const OutlineTree& after, const std::vector<std::size_t>& partner,
          std::vector<OutlineChange> all)
      : before_(before), dropped_behind_(after.size()), dropped_first_(after.size() + 1), partner_(partner) {
    place_dropped(after);
    for (OutlineChange& change : all) by_new_.push_back(std::move(change));
    add_below(after, after.size());
  }
  std::vector<OutlineChange> take() { return std::move(listed_); }

 private:
  void place_dropped(const OutlineTree& after) {
    for (std::size_t parent = 0; parent <= before_.size(); ++parent) {
      const std::size_t home = parent == before_.size() ? after.size() : partner_[parent];
      if (home == kUnpaired) continue;  // listed below its dropped parent
      std::size_t behind = kUnpaired;
      for (const std::size_t child : before_.children[parent]) {
        const std::size_t now = partner_[child];
        if (now == kUnpaired) {
          (behind == kUnpaired ? dropped_first_[home] : dropped_behind_[behind]).push_back(child);
        } else if (after.parent[now] == home) {
          behind = now;
        }
      }
    }
  }

  void add_dropped(std::size_t item) {
    OutlineChange change;
    change.status = OutlineStatus::dropped;
    change.old_item = item;
    listed_.push_back(change);
    for (const std::size_t child : before_.children[item]) {
      if (partner_[child] == kUnpaired) add_dropped(child);
    }
  }

  void add_below(const OutlineTree& after, std::size_t parent) {
    for (const std::size_t item : dropped_first_[parent]) add_dropped(item);
    for (const std::size_t child : after.children[parent]) {
      listed_.push_back(by_new_[child]);
      add_below(after, child);
      for (const std::size_t item : dropped_behind_[child]) add_dropped(item);
    }
  }

  const OutlineTree& before_;
  std::vector<std::vector<std::size_t>> dropped_behind_;  // a new item
  std::vector<std::vector<std::size_t>> dropped_first_;   // below a new item or the root
  const std::vector<std::size_t>& partner_;
  std::vector<OutlineChange> by_new_;
  std::vector<OutlineChange> listed_;
};

}  // namespace

std::string_view name_of(OutlineStatus status) {
  static constexpr std::array<std::string_view, 4> kNames = {"same", "renamed", "added", "dropped"};
  return kNames[static_cast<std::size_t>(status)];
}

std::vector<OutlineChange> compare_outlines(const std::vector<Item>& old_items, const std::vector<Item>& new_items) {
  const compare::OutlineTree before(old_items);
  const compare::OutlineTree after(new_items);
  const compare::Headings headings(old_items, new_items);
  const auto [partner, similarity] = compare::match_outlines(before, after, headings.pairs(kFloor));
  const auto moved = find_moved(before, after, partner, old_items, new_items);

  std::vector<OutlineChange> changes(new_items.size());
  for (std::size_t j = 0; j < new_items.size(); ++j) {
    changes[j].status = OutlineStatus::added;
    changes[j].new_item = j;
  }
  for (std::size_t i = 0; i < old_items.size(); ++i) {
    if (partner[i] == kUnpaired) continue;
    OutlineChange& change = changes[partner[i]];
    change.status = headings.equal(i, partner[i]) ? OutlineStatus::same : OutlineStatus::renamed;
    change.moved = moved[partner[i]];
    change.old_item = i;
    change.similarity = similarity[i];
  }
  return Listing(before, after, partner, std::move(changes)).take();
}

}  // namespace zhibiao
