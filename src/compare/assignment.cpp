// Compare, the assignment problem, solved exactly by shortest augmenting paths with potentials on a sparse graph.
// In: possible pairs with their worth. Out: the best set of pairs. Tested by tests/compare/assignment_test.cpp.
#include "compare/assignment.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace zhibiao::compare {
namespace {

struct Edge {
  std::size_t column;
  Worth cost;  // what is gained costs less than nothing
};

/// Column `columns + row` stands for "row stays alone" at cost 0; so every row always finds a column.
class Solver {
 public:
  Solver(std::size_t rows, std::size_t columns, const std::vector<Candidate>& candidates)
      : edges_(rows),
        price_(rows + columns),
        owner_(rows + columns, kUnpaired),
        column_of_(rows, kUnpaired),
        distance_(rows + columns),
        from_(rows + columns, kUnpaired),
        state_(rows + columns, State::unseen) {
    for (const Candidate& one : candidates) edges_[one.row].push_back({one.column, Worth{} - one.worth});
    for (std::size_t row = 0; row < rows; ++row) {
      std::sort(edges_[row].begin(), edges_[row].end(),
                [](const Edge& a, const Edge& b) { return a.column < b.column; });
      edges_[row].push_back({columns + row, {}});
    }
  }

  std::vector<std::size_t> run() {
    for (std::size_t row = 0; row < edges_.size(); ++row) augment(row);
    return column_of_;
  }

 private:
  enum class State : unsigned char { unseen, seen, settled };
  using Entry = std::pair<Worth, std::size_t>;

  /// Dijkstra's search over reduced costs from a free row to the nearest free column; then the path is turned over and
  /// prices are set so that reduced costs stay above zero and those of pairs are zero.
  void augment(std::size_t start) {
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    touched_.clear();
    settled_.clear();
    std::size_t row = start;
    Worth base{};  // distance of the row under search, less its own price
    std::size_t goal = kUnpaired;
    while (true) {
      for (const Edge& edge : edges_[row]) relax(edge, row, base, open);
      while (state_[open.top().second] == State::settled) open.pop();
      const auto [distance, column] = open.top();
      open.pop();
      if (owner_[column] == kUnpaired) {
        goal = column;
        break;
      }
      state_[column] = State::settled;
      settled_.push_back(column);
      row = owner_[column];
      base = distance - (cost(row, column) - price_[column]);
    }
    finish(start, goal);
  }

  template <typename Queue>
  void relax(const Edge& edge, std::size_t row, const Worth& base, Queue& open) {
    const std::size_t column = edge.column;
    if (state_[column] == State::settled) return;
    const Worth distance = base + edge.cost - price_[column];
    if (state_[column] == State::seen && distance >= distance_[column]) return;
    if (state_[column] == State::unseen) touched_.push_back(column);
    state_[column] = State::seen;
    distance_[column] = distance;
    from_[column] = row;
    open.emplace(distance, column);
  }

  void finish(std::size_t start, std::size_t goal) {
    for (const std::size_t column : settled_) {
      price_[column] = price_[column] + distance_[column] - distance_[goal];
    }
    for (std::size_t column = goal; column != kUnpaired;) {
      const std::size_t row = from_[column];
      const std::size_t before = column_of_[row];
      owner_[column] = row;
      column_of_[row] = column;
      column = row == start ? kUnpaired : before;
    }
    for (const std::size_t column : touched_) state_[column] = State::unseen;
  }

  Worth cost(std::size_t row, std::size_t column) const {
    const auto& edges = edges_[row];
    // The last edge is the row's own; the others are sorted.
    if (edges.back().column == column) return edges.back().cost;
    return std::lower_bound(edges.begin(), edges.end() - 1, column,
                            [](const Edge& edge, std::size_t wanted) { return edge.column < wanted; })
        ->cost;
  }

  std::vector<std::vector<Edge>> edges_;
  std::vector<Worth> price_;
  std::vector<std::size_t> owner_;      // row of each column
  std::vector<std::size_t> column_of_;  // column of each row
  std::vector<Worth> distance_;
  std::vector<std::size_t> from_;  // row from which the column was reached
  std::vector<State> state_;
  std::vector<std::size_t> touched_;
  std::vector<std::size_t> settled_;
};

}  // namespace

std::vector<std::size_t> assign(std::size_t rows, std::size_t columns, const std::vector<Candidate>& candidates) {
  std::vector<std::size_t> result = Solver(rows, columns, candidates).run();
  for (std::size_t& column : result) {
    if (column != kUnpaired && column >= columns) column = kUnpaired;
  }
  return result;
}

}  // namespace zhibiao::compare
