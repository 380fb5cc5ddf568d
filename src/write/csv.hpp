// Write, rows of cells parted by a comma or a tab.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

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
};

/// The text in GB18030, which holds all of Unicode. Throws Error if ICU has no such converter.
std::string to_gb18030(std::string_view text);

}  // namespace zhibiao::write
