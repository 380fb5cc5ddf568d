// Compare, the assignment problem: the best pairing of two sides of which few pairs are possible.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhibiao::compare {

/// What a pair is worth. The second number decides only where the sums of the first are equal. Exact, so that the result
/// depends neither on order nor on rounding.
struct Worth {
  std::int64_t gain = 0;
  std::int64_t tie = 0;
  Worth operator+(const Worth& other) const { return {gain + other.gain, tie + other.tie}; }
  Worth operator-(const Worth& other) const { return {gain - other.gain, tie - other.tie}; }
  auto operator<=>(const Worth&) const = default;
};

/// A pair that may be made; no pair is given twice.
struct Candidate {
  std::size_t row = 0;
  std::size_t column = 0;
  Worth worth;
};

constexpr std::size_t kUnpaired = static_cast<std::size_t>(-1);

/// The column of each row, or kUnpaired: each row and column at most once, the sum of worths the highest possible. Rows
/// and columns may stay alone at no cost, so a pair that is worth less than nothing is never made.
/// Shortest augmenting paths (Jonker and Volgenant, 1987) over the given pairs alone: rows × candidates × log at worst.
std::vector<std::size_t> assign(std::size_t rows, std::size_t columns, const std::vector<Candidate>& candidates);

}  // namespace zhibiao::compare
