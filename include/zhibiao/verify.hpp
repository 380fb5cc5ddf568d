// Does every row of a table still stand in its source?
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/model.hpp"
#include "zhibiao/records.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao {

enum class RowStatus {
  ok,         ///< stands where the row says, and says what the row says
  moved,      ///< stands in the source unchanged, but elsewhere
  changed,    ///< stands in the source, which says something else than the row
  gone,       ///< does not stand in the source
  no_source,  ///< none of the files is the row's source
  unreadable  ///< a cell, or the row, cannot be understood
};

/// `ok`, `moved`, `changed`, `gone`, `no source`, `unreadable`
std::string_view name_of(RowStatus status);

/// One thing that the table says and the source does not.
struct RowDifference {
  const Field* field = nullptr;  ///< nullptr: the record as a whole
  std::string table;
  std::string source;
  std::string note;  ///< what may have happened to the cell, or why nothing was compared; may be empty
};

/// What came of one row.
struct RowCheck {
  std::size_t row = 1;
  std::string sheet;
  RowStatus status = RowStatus::no_source;
  std::string file;                        ///< the source, or what the row names if there is none
  std::size_t line = 0;                    ///< where it stands today; else the row's; 0: the row has none
  std::string indicator;                   ///< the row's
  std::string mention;                     ///< the row's
  std::vector<RowDifference> differences;  ///< none for ok; for moved the place
};

/// Checks the rows of one table: offer() each source by its name, check() those that are wanted, then ask for results().
///
/// A row's source is the one with its file name, else one of the same name in another folder (a `.txt` behind it allowed,
/// as `--save-text` writes), else, where one source is offered and the table names no more than one file, that one. In it
/// the row's record is the one at its `start` and `end`, else one with the same mention in the same sentence, of the
/// same indicator or on the same line. All fields are compared but `file`, `rule` and `place`; blanks do not count.
class Verifier {
 public:
  /// `table` must outlive the verifier. `compared`: only these fields beside the place; empty: all. Throws Error if rows
  /// have neither a mention nor a start and an end.
  explicit Verifier(const RecordTable& table, std::vector<const Field*> compared = {});

  /// Call once for each source. False if no row can have it by its name: then it needs no check().
  bool offer(const std::string& name);
  /// `analysis` is what an Analyzer makes of the source.
  void check(const Source& source, const Analysis& analysis);

  /// One for each row, in the table's order.
  std::vector<RowCheck> results() const;
  /// The targets that stand in the rows' sources and in no row; 0 where no row is one.
  std::size_t targets_left_out() const;

 private:
  /// How well a source's name fits the file that a row names, the best last.
  enum class Closeness {
    none,        ///< no source yet
    only,        ///< the only source there is
    saved_text,  ///< what `--save-text` made of it
    same_name,   ///< in another folder
    same_path,
    settled  ///< the row cannot be looked for in any source
  };
  static Closeness closeness(std::string_view file, std::string_view source);

  struct Verdict {
    Closeness closeness = Closeness::none;
    RowCheck check;
    std::optional<std::size_t> source = std::nullopt;  ///< in targets_of_
    std::optional<std::size_t> target = std::nullopt;  ///< the source's target that the row is
  };
  bool lost(const Verdict& verdict) const;
  bool one_file() const { return rows_of_.size() <= 1; }

  const RecordTable& table_;
  std::vector<const Field*> compared_;
  std::vector<Verdict> verdicts_;
  std::map<std::string, std::vector<std::size_t>> rows_of_;  ///< by the file they name
  std::vector<std::size_t> unnamed_;                         ///< rows that name none
  std::vector<std::size_t> targets_of_;                      ///< each source checked: how many targets it has
  std::size_t offered_ = 0;
};

}  // namespace zhibiao
