// Write, comparisons: one row of what `diff` prints, and the words for what became of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "write/counts.hpp"
#include "write/labels.hpp"
#include "zhibiao/achieved.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/plan.hpp"

namespace zhibiao::write {

/// A pair of facts, a fact alone, or a pair that is none (`near`).
struct DiffRow {
  Change change;
  const Fact* old_fact = nullptr;                    ///< nullptr: added
  const Fact* new_fact = nullptr;                    ///< nullptr: dropped
  bool near = false;                                 ///< below the threshold: both facts have rows of their own as well
  std::optional<Achievement> achieved = {};          ///< of targets, where results are compared with them
  std::pair<std::string, std::string> read_as = {};  ///< both names after the rules for synonyms; for --explain

  const Fact& any() const { return new_fact != nullptr ? *new_fact : *old_fact; }
  bool pair() const { return old_fact != nullptr && new_fact != nullptr; }
};

/// Two plans and the rows to print, in their order.
struct DiffPart {
  const Plan* old_plan = nullptr;  ///< nullptr: none goes before the new one
  const Plan* new_plan = nullptr;  ///< nullptr: none follows the old one
  std::vector<DiffRow> rows;
};

/// How many rows of a kind there are, whether they are printed or not.
struct DiffCounts {
  Counts<ChangeStatus> statuses;     ///< without near misses
  Counts<Achievement> achievements;  ///< of pairs
  std::size_t near = 0;
};

/// All that is to be printed.
struct Diff {
  std::vector<DiffPart> parts;
  DiffCounts counts;
  bool achieved = false;   ///< targets against results
  bool chosen = false;     ///< only some rows were asked for
  bool sectioned = true;   ///< rows stand in the order of the new plan's sections
  double threshold = 0.5;  ///< pairs below it are none
  std::vector<std::pair<std::string, std::string>> options = {};  ///< names and values, for a workbook's summary
};

/// Words around the data (diff.def).
enum class Word {
#define WORD(name, english, chinese) name,
#include "write/diff/diff.def"
};
std::string_view word(Word one, Language language);
/// The word of an enumeration's value; `first` is that of its first value.
template <typename Enum>
std::string_view word(Word first, Enum value, Language language) {
  return word(static_cast<Word>(static_cast<int>(first) + static_cast<int>(value)), language);
}

/// The columns of the change itself for programs, and their cells in machine spelling.
std::vector<Bilingual> change_columns(const Diff& diff);
std::vector<std::string> change_cells(const DiffRow& row, const Diff& diff);

/// The fields that rows for programs have of each side.
const std::vector<const Field*>& side_fields();
/// The cells of one side. `plan` is the side's: its name stands in the row where the fact does not.
std::vector<std::string> side_cells(const Fact* fact, const Plan* plan);

/// The counts in a sentence for people.
std::string counts_line(const Diff& diff, Language language);

}  // namespace zhibiao::write
