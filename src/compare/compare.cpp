// Compare, the whole of it: facts of two plans -> profiles -> candidates -> assignment -> what became of each.
// In: the facts of two plans. Out: a Comparison. Tested by tests/compare/.
#include "zhibiao/compare.hpp"

#include <algorithm>
#include <array>

#include "compare/assignment.hpp"
#include "compare/change.hpp"
#include "compare/exact.hpp"
#include "compare/likely.hpp"
#include "compare/moved.hpp"
#include "compare/sides.hpp"

namespace zhibiao {
namespace {

using compare::Candidate;
using compare::kUnpaired;
using compare::Likely;
using compare::Profile;
using compare::Vocabulary;

// A pair at the threshold gains a little, an exact one much: one good pair is better than two doubtful ones.
constexpr double kFloor = 0.05;
constexpr std::size_t kOld = 0;  // the vocabulary's sides
constexpr std::size_t kNew = 1;

/// What a pair is worth; between equals the one whose facts stand at like places of their plans.
compare::Worth worth_of(const Likely& pair, double threshold, std::size_t rows, std::size_t columns) {
  return {compare::steps_of(pair.similarity - threshold + kFloor),
          compare::like_places(pair.row, rows, pair.column, columns)};
}

/// Changes over positions in the sides' order; the new order first, then what was dropped.
std::vector<Change> make_changes(const Vocabulary& vocabulary, const std::vector<Likely>& likely,
                                 const std::vector<std::size_t>& columns) {
  std::vector<std::size_t> rows(vocabulary.side(kNew).size(), kUnpaired);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != kUnpaired) rows[columns[i]] = i;
  }
  std::vector<Change> changes;
  for (std::size_t j = 0; j < rows.size(); ++j) {
    Change change;
    change.status = ChangeStatus::added;
    if (rows[j] != kUnpaired) {
      const auto pair = std::find_if(likely.begin(), likely.end(),
                                     [&](const Likely& one) { return one.row == rows[j] && one.column == j; });
      change = compare::judge(vocabulary.side(kOld)[rows[j]], vocabulary.side(kNew)[j], vocabulary);
      change.similarity = pair->similarity;
      change.old_fact = rows[j];
    }
    change.new_fact = j;
    changes.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != kUnpaired) continue;
    Change dropped;
    dropped.status = ChangeStatus::dropped;
    dropped.old_fact = i;
    changes.push_back(std::move(dropped));
  }
  return changes;
}

/// Of the likely pairs, those of facts without partner, each fact in its best one alone.
std::vector<Change> find_near_misses(const Vocabulary& vocabulary, std::vector<Likely> likely,
                                     const std::vector<std::size_t>& columns) {
  std::vector<bool> row_taken(columns.size());
  std::vector<bool> column_taken(vocabulary.side(kNew).size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    row_taken[i] = columns[i] != kUnpaired;
    if (row_taken[i]) column_taken[columns[i]] = true;
  }
  std::stable_sort(likely.begin(), likely.end(),
                   [](const Likely& a, const Likely& b) { return a.similarity > b.similarity; });
  std::vector<Change> misses;
  for (const Likely& pair : likely) {
    if (row_taken[pair.row] || column_taken[pair.column]) continue;
    row_taken[pair.row] = column_taken[pair.column] = true;
    Change miss = compare::judge(vocabulary.side(kOld)[pair.row], vocabulary.side(kNew)[pair.column], vocabulary);
    miss.similarity = pair.similarity;
    miss.old_fact = pair.row;
    miss.new_fact = pair.column;
    misses.push_back(std::move(miss));
  }
  return misses;
}

/// From positions in the sides' order to the caller's indices.
void restore(std::vector<Change>& changes, const std::vector<std::size_t>& old_order,
             const std::vector<std::size_t>& new_order) {
  for (Change& change : changes) {
    if (change.old_fact) change.old_fact = old_order[*change.old_fact];
    if (change.new_fact) change.new_fact = new_order[*change.new_fact];
  }
}

}  // namespace

std::string_view name_of(ChangeStatus status) {
  static constexpr std::array<std::string_view, 6> kNames = {"raised",  "lowered", "same",
                                                             "changed", "added",   "dropped"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view name_of(Strictness strictness) {
  if (strictness == Strictness::tighter) return "tighter";
  return strictness == Strictness::looser ? "looser" : "";
}

std::string_view name_of(Difference difference) {
  static constexpr std::array<std::string_view, 7> kNames = {"definition", "scope",      "unit",    "per",
                                                             "growth",     "comparator", "deadline"};
  return kNames[static_cast<std::size_t>(difference)];
}

Comparison compare_facts(const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts,
                         const CompareOptions& options, const Rules& rules) {
  const auto old_order = compare::in_order(old_facts);
  const auto new_order = compare::in_order(new_facts);
  const compare::Dictionary dictionary(rules.lexicon());
  Vocabulary vocabulary(dictionary);
  const std::array sides = {compare::pointers(old_facts, old_order), compare::pointers(new_facts, new_order)};
  vocabulary.read(sides);

  const auto likely = compare::likely_pairs(vocabulary, vocabulary.side(kOld), vocabulary.side(kNew),
                                            std::min(options.threshold, options.near_misses));
  std::vector<Candidate> candidates;
  for (const Likely& pair : likely) {
    if (pair.similarity < options.threshold) continue;
    candidates.push_back(
        {pair.row, pair.column, worth_of(pair, options.threshold, old_order.size(), new_order.size())});
  }
  const auto columns = compare::assign(old_order.size(), new_order.size(), candidates);

  Comparison result;
  result.changes = make_changes(vocabulary, likely, columns);
  compare::mark_moved(vocabulary.side(kOld), vocabulary.side(kNew), result.changes);
  if (options.near_misses < options.threshold) result.near_misses = find_near_misses(vocabulary, likely, columns);
  restore(result.changes, old_order, new_order);
  restore(result.near_misses, old_order, new_order);
  return result;
}

}  // namespace zhibiao
