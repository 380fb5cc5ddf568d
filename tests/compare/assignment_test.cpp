// The solver against all pairings tried out, and its promises: optimal, indifferent to order, quick.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "compare/assignment.hpp"

using zhibiao::compare::assign;
using zhibiao::compare::Candidate;
using zhibiao::compare::kUnpaired;
using zhibiao::compare::Worth;

namespace {

/// The best sum by trying every pairing.
Worth best_sum(std::size_t row, std::size_t rows, std::vector<bool>& taken, const std::vector<Candidate>& candidates) {
  if (row == rows) return {};
  Worth best = best_sum(row + 1, rows, taken, candidates);
  for (const Candidate& one : candidates) {
    if (one.row != row || taken[one.column]) continue;
    taken[one.column] = true;
    best = std::max(best, one.worth + best_sum(row + 1, rows, taken, candidates));
    taken[one.column] = false;
  }
  return best;
}

Worth sum_of(const std::vector<std::size_t>& columns, const std::vector<Candidate>& candidates) {
  Worth sum;
  for (const Candidate& one : candidates) {
    if (columns[one.row] == one.column) sum = sum + one.worth;
  }
  return sum;
}

std::vector<Candidate> random_candidates(std::mt19937& random, std::size_t rows, std::size_t columns, int percent,
                                         int most) {
  std::vector<Candidate> all;
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (static_cast<int>(random() % 100) >= percent) continue;
      const auto tie = static_cast<std::int64_t>(random() % 5);
      all.push_back({i, j, {static_cast<std::int64_t>(random() % static_cast<unsigned>(most)) - most / 5, tie}});
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the pairing is the best of all") {
  std::mt19937 random(7);
  for (int round = 0; round < 600; ++round) {
    const std::size_t rows = random() % 6;
    const std::size_t columns = 1 + random() % 6;
    const auto candidates = random_candidates(random, rows, columns, 70, round % 2 == 0 ? 10 : 1000);
    const auto found = assign(rows, columns, candidates);
    REQUIRE(found.size() == rows);
    std::vector<std::size_t> used;
    for (const std::size_t column : found) {
      if (column != kUnpaired) used.push_back(column);
    }
    std::sort(used.begin(), used.end());
    CHECK(std::adjacent_find(used.begin(), used.end()) == used.end());
    std::vector<bool> taken(columns);
    CHECK((sum_of(found, candidates) == best_sum(0, rows, taken, candidates)));
  }
}

TEST_CASE("greedy is not enough: the second best pair of one row lets another row have its only one") {
  const std::vector<Candidate> candidates = {{0, 0, {10, 0}}, {0, 1, {9, 0}}, {1, 0, {8, 0}}};
  CHECK(assign(2, 2, candidates) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a pair worth less than nothing is not made; between equal sums the second number decides") {
  CHECK(assign(1, 1, {{0, 0, {-1, 0}}}) == std::vector<std::size_t>{kUnpaired});
  CHECK(assign(2, 2, {{0, 0, {5, -4}}, {0, 1, {5, 0}}, {1, 0, {5, 0}}, {1, 1, {5, -4}}}) ==
        std::vector<std::size_t>{1, 0});
  CHECK(assign(0, 3, {}).empty());
}

TEST_CASE("the order of the candidates does not matter") {
  std::mt19937 random(11);
  auto candidates = random_candidates(random, 40, 30, 30, 100000);
  const auto first = assign(40, 30, candidates);
  std::shuffle(candidates.begin(), candidates.end(), random);
  CHECK(assign(40, 30, candidates) == first);
}

TEST_CASE("of two thousand rows with fifty candidates each nearly all are paired") {
  std::mt19937 random(3);
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < 2000; ++i) {
    for (std::size_t j = 0; j < 50; ++j) {
      candidates.push_back({i, (i * 7 + j * 13) % 2000, {static_cast<std::int64_t>(random() % 500000), 0}});
    }
  }
  const auto found = assign(2000, 2000, candidates);
  CHECK(std::count(found.begin(), found.end(), kUnpaired) < 200);
}
