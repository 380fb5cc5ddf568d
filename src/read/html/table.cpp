// Read, web pages: tables. Input: the element; output: its rows, whether it is data, and the grid of its texts.
// Tested by tests/read/html_table_test.cpp.
#include "read/html/table.hpp"

#include <algorithm>
#include <utility>

#include "read/html/text.hpp"

namespace zhibiao::read_stage::html {
namespace {

constexpr std::uint32_t kManyParagraphs = 4;  // in one cell that has nearly all of a table's text

void collect_rows(const Node& node, Rows& rows) {
  bool open = false;  // a row without a `tr`
  for (Node* child = node.first; child != nullptr; child = child->next) {
    if (!child->shown() || child->kind == Kind::text || child->is("table") || child->is("caption")) continue;
    if (child->is("td") || child->is("th")) {
      if (!node.is("tr") && !open) rows.emplace_back();
      open = true;
      rows.back().push_back(child);
      continue;
    }
    open = false;
    if (child->is("tr")) rows.emplace_back();
    collect_rows(*child, rows);
  }
}

/// Cells of rows above that reach down, by column: how many rows more.
class Reach {
 public:
  bool covered(std::size_t column) const { return column < rows_.size() && rows_[column] > 0; }
  void take(std::size_t column) { --rows_[column]; }
  void set(std::size_t column, std::size_t rows) {
    if (rows == 0) return;
    if (column >= rows_.size()) rows_.resize(column + 1);
    rows_[column] = rows;
  }
  std::size_t columns() const { return rows_.size(); }
  void clear() { rows_.clear(); }

 private:
  std::vector<std::size_t> rows_;
};

std::string cell_text(const Node& cell) {
  std::string out;
  for (const std::string& line : lines_of(cell)) out.append(out.empty() ? "" : "\n").append(line);
  return out;
}

/// Builds the grid row by row. Empty cells that spans make are counted: a table of nothing but spans ends up without.
class Grid {
 public:
  explicit Grid(std::size_t cells) : empty_left_(kEmptyPerCell * cells + kEmptyAtLeast) {}

  void add_row(const std::vector<Node*>& cells, std::size_t rows_below) {
    line_.clear();
    for (const Node* cell : cells) {
      fill_covered();
      add_cell(*cell, rows_below);
    }
    // The rest of the row: cells that reach down at its end, or beyond a row that is too short.
    fill_covered();
    for (std::size_t column = line_.size(); column < reach_.columns(); ++column) {
      if (reach_.covered(column) && spend()) reach_.take(column);
    }
    rows.push_back(std::move(line_));
  }

  std::vector<std::vector<std::string>> rows;

 private:
  static constexpr std::size_t kEmptyPerCell = 16;
  static constexpr std::size_t kEmptyAtLeast = 1000;

  bool spend() {
    if (empty_left_ == 0) {
      reach_.clear();
      return false;
    }
    --empty_left_;
    return true;
  }

  void fill_covered() {
    while (reach_.covered(line_.size()) && spend()) {
      reach_.take(line_.size());
      line_.emplace_back();
    }
  }

  void add_cell(const Node& cell, std::size_t rows_below) {
    const Attributes& attributes = cell.attribute();
    const auto reach = static_cast<std::size_t>(attributes.rows);
    const std::size_t below = std::min(attributes.rows == 0 ? rows_below : reach - 1, rows_below);
    for (int column = 0; column < attributes.columns && (column == 0 || spend()); ++column) {
      reach_.set(line_.size(), below);
      line_.push_back(column == 0 ? cell_text(cell) : std::string());
    }
  }

  Reach reach_;
  std::vector<std::string> line_;
  std::size_t empty_left_;
};

}  // namespace

Rows rows_of(const Node& table) {
  Rows rows;
  collect_rows(table, rows);
  std::erase_if(rows, [](const auto& row) { return row.empty(); });
  return rows;
}

bool is_data_table(const Node& table, const Rows& rows) {
  std::size_t columns = 0;
  std::uint32_t heaviest = 0;
  std::uint32_t paragraphs = 0;
  for (const auto& row : rows) {
    columns = std::max(columns, row.size());
    for (const Node* cell : row) {
      if (cell->chars <= heaviest) continue;
      heaviest = cell->chars;
      paragraphs = cell->paragraphs;
    }
  }
  if (rows.size() < 2 || columns < 2 || table.tables > 0) return false;
  return std::uint64_t{heaviest} * 10 < std::uint64_t{table.chars} * 8 || paragraphs < kManyParagraphs;
}

std::vector<std::vector<std::string>> grid_of(const Rows& rows) {
  std::size_t cells = 0;
  for (const auto& row : rows) cells += row.size();
  Grid grid(cells);
  for (std::size_t row = 0; row < rows.size(); ++row) grid.add_row(rows[row], rows.size() - row - 1);
  return std::move(grid.rows);
}

}  // namespace zhibiao::read_stage::html
