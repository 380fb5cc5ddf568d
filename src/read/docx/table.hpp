// Read: a table of a DOCX while it is read.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "read/text_builder.hpp"

namespace zhibiao::read_stage {

/// Rows of cells of paragraphs. A cell over several columns stands in the first one; one that goes on from the row above
/// is empty.
class DocxTable {
 public:
  /// A row begins; `row` is w:tr.
  void add_row(pugi::xml_node row);
  /// The next cell of the row; `cell` is w:tc.
  void add_cell(pugi::xml_node cell, std::vector<std::string> paragraphs);

  /// No more than one column has words: it only frames its paragraphs.
  bool is_frame() const;
  /// All paragraphs, cell by cell.
  std::vector<std::string> paragraphs() const;
  /// A paragraph for each row, cells parted by blanks: a table inside a cell.
  std::vector<std::string> lines() const;
  /// The cells as text.
  std::vector<std::vector<std::string>> cells() const;

 private:
  using Cell = std::vector<std::string>;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace zhibiao::read_stage
