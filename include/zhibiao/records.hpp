// Tables read back: what `zhibiao targets` wrote, and somebody has edited in Excel or WPS since.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/fields.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao {

/// A cell that does not hold what its field holds, or a row that cannot be read.
struct CellTrouble {
  const Field* field = nullptr;  ///< nullptr: the row
  std::string text;              ///< as it stands in the table
  std::string reason;            ///< in half a sentence: `no number`, `an error value of a spreadsheet`
  bool lost = true;              ///< nothing could be taken from it; else the fact has what is left
};

/// One row of the table.
struct RecordRow {
  Fact fact;                          ///< what the row says; defaults where it says nothing
  std::size_t row = 1;                ///< as a person counts in the file, from 1: the line, or the row of the sheet
  std::string sheet;                  ///< of workbooks
  std::vector<const Field*> said;     ///< fields the row says something of, by their order in fields()
  std::vector<CellTrouble> troubles;  ///< cells that could not be understood

  /// The table has this field and its cell was understood. An empty cell says that there is no value; where a fact
  /// always has one (role, kind, line, column, start, end) it says nothing.
  bool has(std::string_view field) const;
  /// What was wrong with the cell of that field; nullptr if nothing was.
  const CellTrouble* trouble(const Field& field) const;
};

/// What a table holds.
struct RecordTable {
  std::string name;      ///< the file's
  std::string format;    ///< `csv`, `tsv`, `jsonl`, `json`, `xlsx`
  std::string encoding;  ///< `UTF-8`, `GB18030`, `UTF-16LE`
  std::vector<RecordRow> rows;
  std::vector<std::string> warnings;  ///< one line each, without the file's name
};

/// Reads a table of records: CSV (parted by `,` `;` or tabs) in any encoding that read() knows, JSON Lines, a JSON array,
/// XLSX (every sheet that has our header). Columns are known by their English or Chinese names, in any order; the header
/// may stand below titles, within the first 10 rows that are not empty; other columns are passed over. The spellings of
/// `--excel` are undone, and what spreadsheets do to numbers and dates, where that can be. A row that cannot be read is
/// a row with troubles. Throws Error for a file that holds no such table. `-` is standard input.
RecordTable read_records(const std::string& path, const ReadOptions& options = {});

/// The same for bytes at hand; `name` is printed in messages.
RecordTable read_records_bytes(const std::string& name, std::string bytes, const ReadOptions& options = {});

}  // namespace zhibiao
