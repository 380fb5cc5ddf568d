// Read, PDF files: tables with ruled lines. Input: a page's words and the lines drawn on it; output: tables, whose words
// leave the page. Tested by tests/read/pdf_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

#include "read/pdf/rules.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr double kNear = 3.5;              // points: lines so near are one, or touch
constexpr std::size_t kMostCells = 50000;  // of a grid
constexpr std::size_t kLeastFull = 3;      // cells with text that make a table

/// Sets that grow together.
class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t one = root(a);
    const std::size_t other = root(b);
    parent_[std::max(one, other)] = std::min(one, other);
  }

 private:
  std::vector<std::size_t> parent_;
};

/// One line of a grid: where it stands and from where to where it goes.
struct Rule {
  double at;
  double from;
  double to;
};

/// Pieces of one line become one: dashes, a piece for each cell, the two of a double line.
std::vector<Rule> merged(std::vector<Rule> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> out;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].at - pieces[end - 1].at <= 1.5 &&
           pieces[end].at - pieces[begin].at < kNear)
      ++end;
    const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = pieces.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Rule& a, const Rule& b) { return a.from < b.from; });
    Rule line = *first;
    for (auto piece = first + 1; piece != last; ++piece) {
      if (piece->from <= line.to + kNear) {
        line.to = std::max(line.to, piece->to);
      } else {
        out.push_back(line);
        line = *piece;
      }
    }
    out.push_back(line);
    begin = end;
  }
  return out;
}

/// The places of lines, near ones taken together.
std::vector<double> places(std::vector<double> at) {
  std::sort(at.begin(), at.end());
  std::vector<double> out;
  for (const double value : at) {
    if (out.empty() || value - out.back() > kNear) out.push_back(value);
  }
  return out;
}

/// Lines across and down that touch each other.
struct Grid {
  std::vector<Rule> across;
  std::vector<Rule> down;
};

std::vector<Grid> find_grids(const std::vector<Rule>& across, const std::vector<Rule>& down) {
  Unions sets(across.size() + down.size());
  for (std::size_t h = 0; h < across.size(); ++h) {
    for (std::size_t v = 0; v < down.size(); ++v) {
      const bool meet = down[v].at > across[h].from - kNear && down[v].at < across[h].to + kNear &&
                        across[h].at > down[v].from - kNear && across[h].at < down[v].to + kNear;
      if (meet) sets.join(h, across.size() + v);
    }
  }
  std::map<std::size_t, Grid> grids;
  for (std::size_t h = 0; h < across.size(); ++h) grids[sets.root(h)].across.push_back(across[h]);
  for (std::size_t v = 0; v < down.size(); ++v) grids[sets.root(across.size() + v)].down.push_back(down[v]);
  std::vector<Grid> out;
  for (auto& [root, grid] : grids) {
    if (grid.across.size() >= 2 && !grid.down.empty()) out.push_back(std::move(grid));
  }
  return out;
}

class Table {
 public:
  explicit Table(const Grid& grid) : grid_(grid) {
    std::vector<double> xs;
    std::vector<double> ys;
    for (const Rule& rule : grid.down) xs.push_back(rule.at);
    for (const Rule& rule : grid.across) ys.push_back(rule.at);
    // A table may be open at its sides: its lines across say how far it goes.
    const auto [first, last] = std::minmax_element(xs.begin(), xs.end());
    const double first_line = *first;
    const double last_line = *last;
    double left = first_line;
    double right = last_line;
    for (const Rule& rule : grid.across) {
      left = std::min(left, rule.from);
      right = std::max(right, rule.to);
    }
    if (first_line - left > 2 * kNear) xs.push_back(left);
    if (right - last_line > 2 * kNear) xs.push_back(right);
    xs_ = places(std::move(xs));
    ys_ = places(std::move(ys));
  }

  bool possible() const {
    return xs_.size() >= 3 && ys_.size() >= 3 && (xs_.size() - 1) * (ys_.size() - 1) <= kMostCells;
  }
  Box box() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }
  std::size_t columns() const { return xs_.size() - 1; }
  std::size_t rows() const { return ys_.size() - 1; }

  /// Which cell a place is in.
  std::size_t cell(double x, double y) const { return index(ys_, y) * columns() + index(xs_, x); }

  /// Cells without a line between them are one.
  Unions regions() const {
    Unions sets(rows() * columns());
    for (std::size_t r = 0; r < rows(); ++r) {
      for (std::size_t c = 0; c < columns(); ++c) {
        const double x = (xs_[c] + xs_[c + 1]) / 2;
        const double y = (ys_[r] + ys_[r + 1]) / 2;
        const std::size_t here = r * columns() + c;
        if (c + 1 < columns() && !drawn(grid_.down, xs_[c + 1], y)) sets.join(here, here + 1);
        if (r + 1 < rows() && !drawn(grid_.across, ys_[r + 1], x)) sets.join(here, here + columns());
      }
    }
    return sets;
  }

  const std::vector<double>& edges() const { return xs_; }

 private:
  static std::size_t index(const std::vector<double>& edges, double at) {
    const auto next = std::upper_bound(edges.begin(), edges.end(), at);
    const auto place = static_cast<std::size_t>(next - edges.begin());
    return std::clamp<std::size_t>(place, 1, edges.size() - 1) - 1;
  }
  static bool drawn(const std::vector<Rule>& rules, double at, double through) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
      return std::abs(rule.at - at) <= kNear && rule.from <= through && rule.to >= through;
    });
  }

  const Grid& grid_;
  std::vector<double> xs_;
  std::vector<double> ys_;
};

/// Cuts a word where a line goes through it: characters of two cells that stand close together.
std::vector<PdfWord> cut_at(const std::vector<double>& edges, const PdfWord& word) {
  std::vector<PdfWord> pieces;
  const double unit = word.box.width() / std::max(0.5, units_of(word.text));
  double x = word.box.x0;
  std::string_view rest = word.text;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const double width = unit * units_of(take_char(rest));
    const std::string_view ch = before.substr(0, before.size() - rest.size());
    const double middle = x + width / 2;
    const bool cut = !pieces.empty() && std::any_of(edges.begin(), edges.end(), [&](double edge) {
      return edge > middle - width && edge <= middle && edge > word.box.x0 + unit / 3 && edge < word.box.x1 - unit / 3;
    });
    if (pieces.empty() || cut) pieces.push_back({{x, word.box.y0, x, word.box.y1}, {}});
    pieces.back().text.append(ch);
    x += width;
    pieces.back().box.x1 = x;
  }
  return pieces;
}

/// The table with the words in it; false where it is a frame, a chart or a form without text.
bool fill(const Table& table, const std::vector<PdfWord>& words, PdfTable& out) {
  Unions regions = table.regions();
  std::map<std::size_t, std::vector<PdfWord>> cells;
  for (const PdfWord& word : words) {
    for (PdfWord& piece : cut_at(table.edges(), word)) {
      cells[regions.root(table.cell(piece.box.centre(), piece.box.middle()))].push_back(std::move(piece));
    }
  }
  if (cells.size() < kLeastFull) return false;
  out.box = table.box();
  out.edges = table.edges();
  out.rows.assign(table.rows(), std::vector<std::string>(table.columns()));
  std::map<std::size_t, std::size_t> columns;
  for (auto& [root, inside] : cells) {
    ++columns[root % table.columns()];
    out.rows[root / table.columns()][root % table.columns()] = text_of(make_pdf_lines(std::move(inside)));
  }
  return columns.size() >= 2;
}

}  // namespace

void take_ruled_tables(PdfPage& page, const PdfRules& rules) {
  std::vector<Rule> across;
  std::vector<Rule> down;
  for (const Box& box : rules.across) across.push_back({box.middle(), box.x0, box.x1});
  for (const Box& box : rules.down) down.push_back({box.centre(), box.y0, box.y1});
  for (const Grid& grid : find_grids(merged(std::move(across)), merged(std::move(down)))) {
    const Table table(grid);
    if (!table.possible()) continue;
    const Box box = table.box();
    std::vector<PdfWord> inside;
    std::vector<PdfWord> rest;
    for (const PdfWord& word : page.words) {
      const bool in = word.box.centre() > box.x0 && word.box.centre() < box.x1 && word.box.middle() > box.y0 &&
                      word.box.middle() < box.y1;
      (in ? inside : rest).push_back(word);
    }
    PdfTable filled;
    if (!fill(table, inside, filled)) continue;
    page.tables.push_back(std::move(filled));
    page.words = std::move(rest);
  }
  std::sort(page.tables.begin(), page.tables.end(),
            [](const PdfTable& a, const PdfTable& b) { return a.box.y0 < b.box.y0; });
}

}  // namespace zhibiao::read_stage
