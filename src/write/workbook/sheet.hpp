// One sheet of a workbook, filled row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "write/workbook/file.hpp"
#include "write/workbook/layout.hpp"

namespace zhibiao::write {

/// Writes a header and rows; where a sheet is full, it goes on in another one. Cells are typed by their column and
/// content: a number or date where a spreadsheet keeps all of it, else text, and never a formula.
class Sheet {
 public:
  /// `frozen` columns on the left stay in view; if not given, as frozen_columns() says.
  Sheet(WorkbookFile& file, std::string_view name, std::vector<SheetColumn> columns,
        std::optional<std::size_t> frozen = std::nullopt);

  /// One cell for each column; an empty one is left out. `links` is where the cells of columns like `file` lead to, in
  /// their order; an empty one leads nowhere.
  void row(const std::vector<std::string>& cells, const std::vector<std::string>& links = {});
  /// Sets what depends on the rows: widths, filter, colours. Call once.
  void finish();

 private:
  void begin(const std::string& name);
  void cell(std::size_t column, const std::string& text, const std::string& link);
  bool typed(std::size_t column, const std::string& text);
  void text(std::size_t column, const std::string& text, const std::string& link);
  void measure(std::size_t column, std::size_t width);
  void colour(std::size_t column);

  WorkbookFile& file_;
  std::string name_;
  std::vector<SheetColumn> columns_;
  std::size_t frozen_;
  std::vector<std::size_t> widths_;  ///< in columns of a terminal
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0;  ///< the next to write
  std::size_t links_ = 0;
  std::size_t number_ = 1;  ///< of the sheets that this one needed
};

}  // namespace zhibiao::write
