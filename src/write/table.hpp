// A table for people: aligned by the width of its characters, fitted to a terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao::write {

struct TableColumn {
  std::string title;
  bool right = false;      ///< numbers stand right
  std::size_t floor = 0;   ///< may be cut down to this width, and further if all else fails; 0: never cut
  int drop = 0;            ///< left out if the table does not fit otherwise, the highest number first; 0: never
  bool hide_empty = true;  ///< left out if no row has anything in it
};

/// How text looks on a terminal that takes colours.
enum class Look { bold, dim, underlined, red, green, yellow, magenta, cyan };

/// A stretch of a cell that looks so. Bytes count in the cell as printable() makes it.
struct Styled {
  std::size_t column = 0;
  Look look = Look::bold;
  Span bytes = {0, static_cast<std::size_t>(-1)};  ///< all of it
};

/// The text between the escape sequences of the look.
std::string painted(const std::string& text, Look look);

class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  /// A line above the rows that follow.
  void section(const std::string& title);
  /// One cell for each column; made safe for a terminal here. `looks` are for print() with `colour`.
  void row(std::vector<std::string> cells, std::vector<Styled> looks = {});

  /// A line below the row before, set in; cut where it does not fit, or continued with `wrap`.
  void note(const std::string& text);

  /// Prints all at once: widths depend on every row. `width` 0: no limit; `wrap`: see WriteOptions.
  void print(std::ostream& out, std::size_t width, bool wrap, bool colour = false) const;

 private:
  struct Line {
    std::string section;                  ///< a heading if there are no cells
    std::vector<std::string> cells = {};  ///< of a row
    bool note = false;                    ///< `section` is a note to the row before
    std::vector<Styled> looks = {};       ///< of a row
  };
  /// Width of each column, 0 for one that is left out.
  std::vector<std::size_t> fitted(std::size_t width) const;
  /// Cuts columns down to `floor / divisor` until the table fits.
  void shrink(std::vector<std::size_t>& widths, std::size_t width, std::size_t divisor) const;
  void print_row(std::ostream& out, const std::vector<std::string>& cells, const std::vector<Styled>& looks,
                 const std::vector<std::size_t>& widths, bool wrap) const;

  std::vector<TableColumn> columns_;
  std::vector<Line> lines_;
};

}  // namespace zhibiao::write
