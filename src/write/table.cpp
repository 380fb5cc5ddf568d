// Write, tables for people. Input: rows of text; output: aligned lines no wider than the terminal.
// Tested by tests/write/table_test.cpp.
#include "write/table.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include "text/chars.hpp"
#include "text/line_break.hpp"
#include "text/width.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::string_view kEllipsis = "…";

std::size_t total(const std::vector<std::size_t>& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width == 0 ? 0 : width + kGap;
  return sum == 0 ? 0 : sum - kGap;
}

/// A part of a cell that stands on one line; where something was cut off, an ellipsis follows.
struct Piece {
  Span bytes;
  bool cut = false;
};

/// Cuts a cell into pieces of at most `width` columns, where a line may end.
std::vector<Piece> pieces(std::string_view cell, std::size_t width) {
  std::vector<Piece> result;
  std::size_t start = 0;
  do {
    const std::size_t end = start + text::first_line(cell.substr(start), width);
    const std::size_t shown = cell.substr(0, end).find_last_not_of(' ') + 1;
    result.push_back({{start, std::max(start, shown)}});
    start = std::min(cell.find_first_not_of(' ', end), cell.size());
  } while (start < cell.size());
  return result;
}

/// The cell as one piece.
Piece first_piece(const std::string& cell, std::size_t width) {
  const std::string shown = text::truncate_to_width(cell, width);
  if (shown == cell) return {{0, cell.size()}};
  return {{0, shown.size() - std::min(shown.size(), kEllipsis.size())}, !shown.empty()};
}

std::string_view code_of(Look look) {
  static constexpr std::array<std::string_view, 8> kCodes = {"1", "2", "4", "31", "32", "33", "35", "36"};
  return kCodes[static_cast<std::size_t>(look)];
}

/// The bytes of the cell, each stretch of one look between its escape sequences.
std::string painted(const std::string& cell, Span bytes, const std::vector<Styled>& looks, std::size_t column) {
  std::vector<std::size_t> cuts = {bytes.begin, bytes.end};
  for (const Styled& one : looks) {
    for (const std::size_t at : {one.bytes.begin, one.bytes.end}) {
      if (one.column == column && bytes.contains(at)) cuts.push_back(at);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  std::string text;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    if (cuts[i] == cuts[i + 1]) continue;
    std::string codes;
    for (const Styled& one : looks) {
      if (one.column != column || !one.bytes.contains(cuts[i])) continue;
      codes += (codes.empty() ? "" : ";") + std::string(code_of(one.look));
    }
    const std::string part = cell.substr(cuts[i], cuts[i + 1] - cuts[i]);
    text += codes.empty() ? part : "\x1B[" + codes + "m" + part + "\x1B[0m";
  }
  return text;
}

void print_note(std::ostream& out, const std::string& text, std::size_t width, bool wrap) {
  const std::string indent(2 * kGap, ' ');
  const std::size_t room = width > indent.size() ? width - indent.size() : 1;
  if (width == 0) {
    out << indent << text << '\n';
  } else if (wrap) {
    for (const Piece& piece : pieces(text, room)) {
      out << indent << text.substr(piece.bytes.begin, piece.bytes.size()) << '\n';
    }
  } else {
    out << indent << text::truncate_to_width(text, room) << '\n';
  }
}

}  // namespace

std::string painted(const std::string& text, Look look) { return painted(text, {0, text.size()}, {{.look = look}}, 0); }

void Table::section(const std::string& title) { lines_.push_back({printable(title), {}}); }

void Table::note(const std::string& text) { lines_.push_back({printable(text), {}, true}); }

void Table::row(std::vector<std::string> cells, std::vector<Styled> looks) {
  for (std::string& cell : cells) cell = printable(cell);
  lines_.push_back({{}, std::move(cells), false, std::move(looks)});
}

std::vector<std::size_t> Table::fitted(std::size_t width) const {
  std::vector<std::size_t> natural(columns_.size(), 0);
  for (const Line& line : lines_) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      natural[i] = std::max(natural[i], text::display_width(line.cells[i]));
    }
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (natural[i] > 0 || !columns_[i].hide_empty) {
      natural[i] = std::max(natural[i], text::display_width(columns_[i].title));
    }
  }
  if (width == 0) return natural;
  while (true) {
    std::vector<std::size_t> widths = natural;
    shrink(widths, width, 1);
    if (total(widths) <= width) return widths;
    std::size_t drop = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool may_go = columns_[i].drop > 0 && natural[i] > 0;
      if (may_go && (drop == columns_.size() || columns_[i].drop > columns_[drop].drop)) drop = i;
    }
    if (drop == columns_.size()) {
      shrink(widths, width, 3);  // nothing left to leave out: hardly legible is better than broken lines
      return widths;
    }
    natural[drop] = 0;
  }
}

void Table::shrink(std::vector<std::size_t>& widths, std::size_t width, std::size_t divisor) const {
  // Take from the widest column that may be cut, one by one, so that all give alike.
  while (total(widths) > width) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool may_shrink = columns_[i].floor > 0 && widths[i] > columns_[i].floor / divisor;
      if (may_shrink && (widest == columns_.size() || widths[i] > widths[widest])) widest = i;
    }
    if (widest == columns_.size()) return;
    --widths[widest];
  }
}

void Table::print_row(std::ostream& out, const std::vector<std::string>& cells, const std::vector<Styled>& looks,
                      const std::vector<std::size_t>& widths, bool wrap) const {
  std::vector<std::vector<Piece>> parts(cells.size());
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] == 0) continue;
    parts[i] = wrap ? pieces(cells[i], widths[i]) : std::vector<Piece>{first_piece(cells[i], widths[i])};
    height = std::max(height, parts[i].size());
  }
  for (std::size_t n = 0; n < height; ++n) {
    std::string text;
    std::size_t pending = 0;  // blanks owed before the next text, so that no line ends in blanks
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (widths[i] == 0) continue;
      const Piece piece = n < parts[i].size() ? parts[i][n] : Piece();
      const bool empty = piece.bytes.empty() && !piece.cut;
      const std::string_view plain = std::string_view(cells[i]).substr(piece.bytes.begin, piece.bytes.size());
      const std::size_t used = std::min(text::display_width(plain) + (piece.cut ? 1 : 0), widths[i]);
      const std::size_t before = columns_[i].right ? widths[i] - used : 0;
      if (!empty) {
        text.append(pending + before, ' ').append(painted(cells[i], piece.bytes, looks, i));
        if (piece.cut) text += kEllipsis;
        pending = 0;
      }
      pending += (empty ? widths[i] : widths[i] - used - before) + kGap;
    }
    out << text << '\n';
  }
}

void Table::print(std::ostream& out, std::size_t width, bool wrap, bool colour) const {
  const std::vector<std::size_t> widths = fitted(width);
  static const std::vector<Styled> kPlain;
  std::vector<std::string> titles;
  std::vector<Styled> bold;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    titles.push_back(columns_[i].title);
    bold.push_back({i, Look::bold});
  }
  const bool rows = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return !line.cells.empty(); });
  if (rows) print_row(out, titles, colour ? bold : kPlain, widths, false);
  for (const Line& line : lines_) {
    if (!line.cells.empty()) {
      print_row(out, line.cells, colour ? line.looks : kPlain, widths, wrap);
    } else if (line.note) {
      print_note(out, line.section, width, wrap);
    } else {
      const std::string title = width == 0 ? line.section : text::truncate_to_width(line.section, width);
      out << '\n' << (colour ? painted(title, {0, title.size()}, {{0, Look::bold}}, 0) : title) << '\n';
    }
  }
}

}  // namespace zhibiao::write
