// Records: one cell becomes one field of a fact.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "zhibiao/records.hpp"

namespace zhibiao::records {

struct Cell {
  std::string text;         ///< as the table shows it
  std::string number = {};  ///< of a number in a workbook: exact, in plain digits
};

using Row = std::vector<Cell>;

/// What may have been done to cells.
struct CellStyle {
  bool spreadsheet = true;     ///< the table may have been in one: undo --excel and what spreadsheets do
  bool decimal_comma = false;  ///< numbers may be written `12,5`
};

/// Puts what the cell says into the row's fact and says so in `said`; what cannot be understood goes to `troubles`.
void set_field(RecordRow& row, const Field& field, const Cell& cell, const CellStyle& style);

/// The header stands within so many rows that are not empty.
inline constexpr std::size_t kHeaderWithin = 10;

/// Which field each column holds (nullptr: none of ours), if the row is a header of records: it names two fields, one of
/// them the mention, the indicator or the value. Else empty.
std::vector<const Field*> header_of(const Row& row);

/// The field of that name, case, blanks and `_` not counted; nullptr if there is none.
const Field* field_named(std::string_view name);

/// The columns a table of records needs, for messages.
std::string needed_columns();

}  // namespace zhibiao::records
