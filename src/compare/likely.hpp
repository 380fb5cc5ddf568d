// Compare, candidates: pairs of facts that are worth a closer look, found by the words they share.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/profile.hpp"

namespace zhibiao::compare {

/// Two facts, by their places in the lists given.
struct Likely {
  std::size_t row = 0;
  std::size_t column = 0;
  double similarity = 0;
};

/// Facts by the words of their names.
class WordIndex {
 public:
  WordIndex(std::vector<const Profile*> facts, const Vocabulary& vocabulary);

  /// Indices of the facts, from `from` on, whose names share enough words with that one's; ascending.
  const std::vector<std::size_t>& alike(const Profile& one, std::size_t from = 0);

 private:
  struct Use {
    std::size_t fact;
    double weight;
  };
  std::vector<const Profile*> facts_;
  std::vector<std::vector<Use>> uses_;  // by word, ascending
  std::vector<std::size_t> nameless_;
  std::vector<double> shared_;  // of each fact, in one search
  std::vector<std::size_t> found_;
};

/// All pairs of at least that similarity.
std::vector<Likely> likely_pairs(const Vocabulary& vocabulary, const std::vector<Profile>& rows,
                                 const std::vector<Profile>& columns, double floor);

}  // namespace zhibiao::compare
