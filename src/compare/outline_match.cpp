// Compare, outlines: every pair that might be one is weighed, then the best set of pairs is taken.
// In: two trees and the likeness of their headings. Out: partners. Tested by tests/compare/outline_diff_test.cpp.
#include "compare/outline_match.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "compare/assignment.hpp"
#include "compare/exact.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kThreshold = 0.5;    // pairs less similar than this are none
constexpr double kGain = 0.05;        // what a pair at the threshold is worth
constexpr double kChild = 0.4;        // children less alike than this say nothing of their parents
constexpr double kByChildren = 0.85;  // how far children may stand for a heading
constexpr double kTwin = 0.9;         // an item that has several partners as like as this says little of its parent
constexpr double kBelow = 0.1;        // share of the similarity that hangs on the children, and on the parents
constexpr double kAbove = 0.1;

/// What speaks for a pair.
struct Evidence {
  double heading = 0;
  double children = 0;  ///< share of the children that find one like them on the other side
  double similarity = 0;
};

using Place = std::pair<std::size_t, std::size_t>;  // old, new

/// Weighs every pair that might be one: children before their parents, then parents before their children.
class Matcher {
 public:
  Matcher(const OutlineTree& before, const OutlineTree& after, const std::vector<HeadingPair>& headings)
      : before_(before), after_(after), old_twins_(before.size()), new_twins_(after.size()) {
    for (const auto& pair : headings) {
      pairs_[{pair.old_item, pair.new_item}].heading = pair.likeness;
      if (pair.likeness < kTwin) continue;
      ++old_twins_[pair.old_item];
      ++new_twins_[pair.new_item];
    }
    rise();
    descend();
  }

  /// The column of each row: the best pairs of all.
  std::vector<std::size_t> match() const {
    std::vector<Candidate> candidates;
    for (const auto& [place, evidence] : pairs_) {
      if (evidence.similarity < kThreshold) continue;
      // Squared, so that one sure pair is better than two doubtful ones in its stead.
      const double gain = evidence.similarity - kThreshold + kGain;
      const std::int64_t tie = like_places(place.first, before_.size(), place.second, after_.size());
      candidates.push_back({place.first, place.second, {steps_of(gain * gain), tie}});
    }
    return assign(before_.size(), after_.size(), candidates);
  }

  double similarity(std::size_t old_item, std::size_t new_item) const {
    return pairs_.at({old_item, new_item}).similarity;
  }

 private:
  /// Likeness by the heading, or by the children where the heading says less.
  static double lifted(const Evidence& one) { return one.heading + (1 - one.heading) * kByChildren * one.children; }

  void rise() {
    for (std::size_t i = before_.size(); i-- > 0;) {
      // The pairs of each possible partner's children with the children of i.
      std::map<std::size_t, std::vector<std::pair<Place, double>>> families;
      for (const std::size_t child : before_.children[i]) {
        for (auto pair = pairs_.lower_bound({child, 0}); pair != pairs_.end() && pair->first.first == child; ++pair) {
          const std::size_t other = after_.parent[pair->first.second];
          const double like = lifted(pair->second);
          if (other != after_.size() && like >= kChild)
            families[other].emplace_back(pair->first, like / twins(pair->first));
        }
      }
      for (const auto& [other, family] : families) {
        const double share = family_likeness(family, before_.children[i].size() + after_.children[other].size());
        const auto known = pairs_.find({i, other});
        if (known != pairs_.end()) known->second.children = share;
        // Nothing but the children speaks for it: a name in common would have been found.
        if (known == pairs_.end() && share * kByChildren >= kThreshold) pairs_[{i, other}].children = share;
      }
    }
  }

  double twins(const Place& place) const {
    return static_cast<double>(std::max({std::size_t{1}, old_twins_[place.first], new_twins_[place.second]}));
  }

  /// The share of both sides' children that find their like on the other side.
  static double family_likeness(const std::vector<std::pair<Place, double>>& family, std::size_t members) {
    std::map<std::size_t, double> best_old;
    std::map<std::size_t, double> best_new;
    for (const auto& [place, like] : family) {
      best_old[place.first] = std::max(best_old[place.first], like);
      best_new[place.second] = std::max(best_new[place.second], like);
    }
    double sum = 0;
    for (const auto& [child, like] : best_old) sum += like;
    for (const auto& [child, like] : best_new) sum += like;
    return sum / static_cast<double>(members);
  }

  /// The map is in the old order, so parents are done before their children.
  void descend() {
    for (auto& [place, evidence] : pairs_) {
      const double below = children_agree(place, evidence);
      evidence.similarity = lifted(evidence) * (1 - kBelow - kAbove + kBelow * below + kAbove * parents_agree(place));
    }
  }

  double children_agree(const Place& place, const Evidence& evidence) const {
    const bool old_leaf = before_.children[place.first].empty();
    const bool new_leaf = after_.children[place.second].empty();
    if (old_leaf && new_leaf) return 1;
    return old_leaf || new_leaf ? 0.5 : evidence.children;
  }

  double parents_agree(const Place& place) const {
    const std::size_t above_old = before_.parent[place.first];
    const std::size_t above_new = after_.parent[place.second];
    if (above_old == before_.size() || above_new == after_.size())
      return above_old == before_.size() && above_new == after_.size() ? 1 : 0;
    const auto found = pairs_.find({above_old, above_new});
    return found == pairs_.end() ? 0 : found->second.similarity;
  }

  const OutlineTree& before_;
  const OutlineTree& after_;
  std::map<Place, Evidence> pairs_;
  std::vector<std::size_t> old_twins_;  // partners with much the same heading
  std::vector<std::size_t> new_twins_;
};

}  // namespace

OutlineMatch match_outlines(const OutlineTree& before, const OutlineTree& after,
                            const std::vector<HeadingPair>& headings) {
  const Matcher matcher(before, after, headings);
  OutlineMatch result{matcher.match(), std::vector<double>(before.size(), 0)};
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (result.partner[i] != kUnpaired) result.similarity[i] = matcher.similarity(i, result.partner[i]);
  }
  return result;
}

}  // namespace zhibiao::compare
