// Write, comparisons for people: the cells of a row, and why its facts are a pair.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/words.hpp"
#include "write/diff/rows.hpp"
#include "write/table.hpp"

namespace zhibiao::write {

/// What stands where in a row for people.
enum DiffSlot : std::size_t { kStatus, kSection, kName, kOld, kNew, kDelta, kPercent, kStrictness, kNote, kLine };

/// The columns for people, in their order.
std::vector<TableColumn> diff_columns(const Diff& diff, Language language);

/// Turns rows into cells in one language.
class DiffCells {
 public:
  /// `sections`: each row names the section it is from. `colour`: looks() will be used, so that changed words of a name
  /// need no brackets.
  DiffCells(const Diff& diff, Language language, bool sections, bool colour)
      : diff_(diff), language_(language), sections_(sections), colour_(colour) {}

  std::vector<std::string> row(const DiffRow& row);
  /// Of the row() before.
  const std::vector<Styled>& looks() const { return looks_; }

  /// Why the facts are a pair or are none, and where they stand: a line each.
  std::vector<std::string> reasons(const DiffRow& row);

 private:
  void look(std::size_t column, Look look) { looks_.push_back({column, look}); }
  std::string status(const DiffRow& row);
  std::string name(const DiffRow& row);
  std::string delta(const DiffRow& row) const;
  std::string note(const DiffRow& row) const;
  std::string differences(const DiffRow& row) const;
  std::string likeness(const DiffRow& row) const;
  std::string names_apart(const DiffRow& row);
  std::string sentence(Word side, const Fact& fact) const;

  const Diff& diff_;
  Language language_;
  bool sections_;
  bool colour_;
  text::Segmenter segmenter_;
  std::vector<Styled> looks_;
};

}  // namespace zhibiao::write
