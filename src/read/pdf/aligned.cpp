// Read, PDF files: tables without ruled lines, known by columns of words that stand below each other. Input: a page's
// lines; output: tables, whose lines leave the page. Tested by tests/read/pdf_test.cpp.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/pdf/layout.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr double kCellGap = 0.9;          // em: words further apart are cells of their own
constexpr double kGutter = 0.5;           // em: between columns
constexpr double kRowGap = 3.2;           // em: rows further apart are of two tables
constexpr std::size_t kLeastColumns = 3;  // fewer are a list, a signature, two words of a title
constexpr std::size_t kLeastRows = 3;
constexpr double kAligned = 0.6;         // em
constexpr std::size_t kMostLines = 400;  // of one table

/// Where a column's words stand.
struct Extent {
  double from;
  double to;
};

std::vector<Extent> cells_of(const PdfLine& line) {
  std::vector<Extent> cells;
  for (const PdfWord& word : line.words) {
    if (cells.empty() || word.box.x0 - cells.back().to > kCellGap * line.em) {
      cells.push_back({word.box.x0, word.box.x1});
    } else {
      cells.back().to = std::max(cells.back().to, word.box.x1);
    }
  }
  return cells;
}

/// The columns with more cells in them; those that run into each other become one.
std::vector<Extent> merged(std::vector<Extent> columns, const std::vector<Extent>& cells, double gutter) {
  columns.insert(columns.end(), cells.begin(), cells.end());
  std::sort(columns.begin(), columns.end(), [](const Extent& a, const Extent& b) { return a.from < b.from; });
  std::vector<Extent> out;
  for (const Extent& cell : columns) {
    if (out.empty() || cell.from - out.back().to > gutter) {
      out.push_back(cell);
    } else {
      out.back().to = std::max(out.back().to, cell.to);
    }
  }
  return out;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t rows = 0;  ///< lines with several cells
  std::size_t cells = 0;
  std::vector<Extent> columns;
  bool is_table() const {
    return rows >= kLeastRows && columns.size() >= kLeastColumns && cells * 10 >= rows * columns.size() * 6;
  }
};

/// Lines from `begin` on whose cells stand in common columns.
Run run_from(const std::vector<PdfLine>& lines, std::size_t begin) {
  Run run;
  run.begin = run.end = begin;
  for (std::size_t i = begin; i < std::min(lines.size(), begin + kMostLines); ++i) {
    const PdfLine& line = lines[i];
    const auto cells = cells_of(line);
    if (i == begin && cells.size() < kLeastColumns) break;
    if (i > begin && line.box.middle() - lines[i - 1].box.middle() > kRowGap * line.em) break;
    auto columns = merged(run.columns, cells, kGutter * line.em);
    if (i > begin && columns.size() < std::max(kLeastColumns, run.columns.size())) break;
    if (cells.size() == 1 && columns.size() > run.columns.size()) break;
    run.columns = std::move(columns);
    run.end = i + 1;
    if (cells.size() > 1) {
      ++run.rows;
      run.cells += cells.size();
    }
  }
  // Wrapped cells at the end belong to it, a line of its own does not.
  while (run.end > begin + 1 && cells_of(lines[run.end - 1]).size() == 1 &&
         lines[run.end - 1].box.x0 < run.columns.front().to) {
    --run.end;
  }
  return run;
}

std::size_t column_of(const std::vector<Extent>& columns, double x) {
  std::size_t column = 0;
  while (column + 1 < columns.size() && x >= columns[column + 1].from) ++column;
  return column;
}

/// Most cells of each column begin, end or have their middle at one place: words of wrapped text do not.
bool is_aligned(const std::vector<PdfLine>& lines, const Run& run) {
  std::vector<std::array<std::vector<double>, 3>> places(run.columns.size());
  double em = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto cells = cells_of(lines[i]);
    em = std::max(em, lines[i].em);
    if (cells.size() < 2) continue;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const std::size_t column = column_of(run.columns, cells[k].from);
      double to = cells[k].to;  // two cells in one column are one
      const double from = cells[k].from;
      while (k + 1 < cells.size() && column_of(run.columns, cells[k + 1].from) == column) to = cells[++k].to;
      places[column][0].push_back(from);
      places[column][1].push_back(to);
      places[column][2].push_back((from + to) / 2);
    }
  }
  const auto agree = [&](const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [&](double value) {
      const auto near = std::count_if(values.begin(), values.end(),
                                      [&](double other) { return std::abs(other - value) < kAligned * em; });
      return near * 4 >= static_cast<std::ptrdiff_t>(values.size()) * 3;
    });
  };
  return std::all_of(places.begin(), places.end(), [&](const auto& column) {
    if (column[0].empty() || agree(column[0]) || agree(column[2])) return true;
    return &column != &places.front() && agree(column[1]);  // numbers; a table does not begin with them
  });
}

/// A line with one cell goes on with the row it stands nearer to.
PdfTable table_of(const std::vector<PdfLine>& lines, const Run& run) {
  PdfTable table;
  table.box = lines[run.begin].box;
  std::vector<std::size_t> anchors;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    table.box.add(lines[i].box);
    if (cells_of(lines[i]).size() > 1) anchors.push_back(i);
  }
  std::vector<std::vector<std::vector<PdfWord>>> rows(anchors.size(),
                                                      std::vector<std::vector<PdfWord>>(run.columns.size()));
  for (std::size_t i = run.begin; i < run.end; ++i) {
    std::size_t row = 0;
    for (std::size_t k = 1; k < anchors.size(); ++k) {
      const double here = std::abs(lines[anchors[k]].box.middle() - lines[i].box.middle());
      const double best = std::abs(lines[anchors[row]].box.middle() - lines[i].box.middle());
      if (here < best) row = k;
    }
    for (const PdfWord& word : lines[i].words) rows[row][column_of(run.columns, word.box.centre())].push_back(word);
  }
  for (const Extent& column : run.columns) table.edges.push_back(column.from);
  for (auto& row : rows) {
    table.rows.emplace_back();
    for (auto& words : row) table.rows.back().push_back(text_of(make_pdf_lines(std::move(words))));
  }
  return table;
}

}  // namespace

void take_aligned_tables(PdfPage& page) {
  std::vector<PdfLine> rest;
  for (std::size_t i = 0; i < page.lines.size();) {
    const Run run = run_from(page.lines, i);
    if (run.is_table() && is_aligned(page.lines, run)) {
      page.tables.push_back(table_of(page.lines, run));
      i = run.end;
    } else {
      rest.push_back(page.lines[i++]);
    }
  }
  page.lines = std::move(rest);
  std::stable_sort(page.tables.begin(), page.tables.end(),
                   [](const PdfTable& a, const PdfTable& b) { return a.box.y0 < b.box.y0; });
}

}  // namespace zhibiao::read_stage
