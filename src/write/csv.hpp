// Write, rows of cells parted by a comma or a tab.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "write/gb18030.hpp"
#include "write/rows.hpp"

namespace zhibiao::write {

/// RFC 4180 for csv; for tsv a backslash stands before what would break a row (`\t` `\n` `\r` `\\`).
class SeparatedRows : public RowWriter {
 public:
  SeparatedRows(std::ostream& out, Format format, const CsvStyle& style, const std::vector<Column>& columns);
  void row(const std::vector<std::string>& cells) override;

 private:
  void line(const std::vector<std::string>& cells);

  std::ostream& out_;
  bool comma_;
  CsvStyle style_;
  std::optional<Gb18030> gb18030_;  ///< where that is asked for
};

}  // namespace zhibiao::write
