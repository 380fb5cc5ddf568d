// Records: rows of cells, whatever format they came from, become rows of a table.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "records/cells.hpp"

namespace zhibiao::records {

class Builder {
 public:
  /// Rows go into `table`, which must outlive the builder; the one after `most` of them is an Error.
  Builder(RecordTable& table, CellStyle style, std::size_t most) : table_(table), style_(style), most_(most) {}

  /// A sheet begins, with a header of its own.
  void begin(const std::string& sheet);
  /// The next row with its number in the file. Rows above the header are passed over; a header further down (of tables put
  /// one below the other) counts from there on. False once it is clear that no header will come.
  bool row(std::size_t number, const Row& cells);
  /// A row of fields known by name, as objects of JSON are.
  void record(RecordRow row);
  /// A row that cannot be read.
  void broken(std::size_t number, const std::string& text, const std::string& reason);

  /// Whether any header, or record(), was met.
  bool found() const { return found_; }
  const CellStyle& style() const { return style_; }
  /// Tells the table what was met on the way.
  void finish();

 private:
  void add(RecordRow row);

  struct Doubt {
    std::size_t count = 0;
    std::string first;
  };

  RecordTable& table_;
  CellStyle style_;
  std::size_t most_;
  std::string sheet_;
  std::vector<const Field*> columns_;
  std::size_t before_ = 0;  ///< rows above the header
  bool found_ = false;
  std::map<std::string, Doubt> doubts_;  ///< by reason
};

}  // namespace zhibiao::records
