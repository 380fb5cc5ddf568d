// Compare, candidates: an index from words to facts, so that not every fact is held against every other one.
// In: profiles. Out: pairs with their similarity. Tested by tests/compare/compare_test.cpp and trend_test.cpp.
#include "compare/likely.hpp"

#include <algorithm>
#include <utility>

#include "compare/similarity.hpp"

namespace zhibiao::compare {
namespace {

constexpr double kShared = 0.25;  // share of the shorter name that two facts must have in common to be looked at

std::vector<const Profile*> pointers(const std::vector<Profile>& side) {
  std::vector<const Profile*> all;
  for (const Profile& one : side) all.push_back(&one);
  return all;
}

}  // namespace

WordIndex::WordIndex(std::vector<const Profile*> facts, const Vocabulary& vocabulary)
    : facts_(std::move(facts)), uses_(vocabulary.size()), shared_(facts_.size()) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    for (const NameWord& word : facts_[i]->name) uses_[word.id].push_back({i, word.weight});
    if (facts_[i]->name.empty()) nameless_.push_back(i);
  }
}

const std::vector<std::size_t>& WordIndex::alike(const Profile& one, std::size_t from) {
  found_.clear();
  const auto touch = [&](std::size_t i, double weight) {
    if (shared_[i] == 0) found_.push_back(i);
    shared_[i] += weight;
  };
  for (const NameWord& word : one.name) {
    const auto& uses = uses_[word.id];
    auto use = std::lower_bound(uses.begin(), uses.end(), from,
                                [](const Use& a, std::size_t wanted) { return a.fact < wanted; });
    for (; use != uses.end(); ++use) touch(use->fact, (use->weight + word.weight) / 2);
  }
  for (const std::size_t i : nameless_) {
    if (one.name.empty() && i >= from) touch(i, 1);
  }
  std::sort(found_.begin(), found_.end());
  // A word without weight touches a fact more than once.
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  std::erase_if(found_, [&](std::size_t i) {
    const double shared = std::exchange(shared_[i], 0);
    return shared < kShared * std::min(one.total, facts_[i]->total);
  });
  return found_;
}

std::vector<Likely> likely_pairs(const Vocabulary& vocabulary, const std::vector<Profile>& rows,
                                 const std::vector<Profile>& columns, double floor) {
  WordIndex index(pointers(columns), vocabulary);
  std::vector<Likely> likely;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::size_t j : index.alike(rows[i])) {
      const double found = similarity(rows[i], columns[j], vocabulary, floor);
      if (found >= floor) likely.push_back({i, j, found});
    }
  }
  return likely;
}

}  // namespace zhibiao::compare
