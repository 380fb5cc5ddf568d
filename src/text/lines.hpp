// The first step of repair: the lines of a source as characters with their places, and what each line
// looks like. Made by lines.cpp, read by furniture.cpp, joining.cpp and repair.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/marker.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::text {

/// One character of a line: widths folded, entities resolved, invisible characters left out, every blank
/// a ' ', a cell border a '\t'.
struct Glyph {
  char32_t ch = 0;
  std::uint32_t length = 0;  ///< source bytes
  std::size_t source = 0;    ///< source offset
};

/// A line that prints something, without the blanks around it.
struct Line {
  std::size_t number = 1;  ///< source line, from 1
  std::size_t begin = 0;   ///< glyphs
  std::size_t end = 0;
  std::size_t body = 0;         ///< first glyph behind a list dash or bullet
  std::size_t line_end = 0;     ///< source offset of its line break
  std::size_t indent = 0;       ///< columns of blanks before it
  std::size_t width = 0;        ///< columns it takes
  std::size_t size = 0;         ///< characters without blanks
  std::size_t blank_lines = 0;  ///< empty lines before it
  bool page_break = false;      ///< a form feed stands before it
  bool row = false;             ///< a table row with cell borders
  bool bullet = false;          ///< opens with a list dash or bullet
  bool comma = false;           ///< has a comma inside
  bool stop = false;            ///< has a sentence's end or a semicolon inside or at its end
  bool sentence = false;        ///< has a sentence's end inside or at its end
  bool ends_stop = false;       ///< ends with a sentence's end and what closes after it
  char32_t first = 0;           ///< first and last character that prints (behind the bullet)
  char32_t last = 0;
  std::optional<Marker> marker;
};

struct Lines {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;
  std::size_t wrap = 0;  ///< columns at which the document was hard-wrapped, 0: it was not

  /// The line reaches the wrap width, give or take what punctuation rules carry over; the first line of a paragraph
  /// can have lost its indent.
  bool full(const Line& line, bool opens_paragraph) const {
    const std::size_t slack = opens_paragraph ? 7 : 3;
    return wrap != 0 && line.indent + line.width + slack >= wrap;
  }
  /// The line falls short of the wrap width by no more than a long word carried over.
  bool nearly_full(const Line& line) const { return wrap != 0 && (line.indent + line.width) * 5 >= wrap * 4; }

  std::span<const Glyph> of(const Line& line) const {
    return std::span(glyphs).subspan(line.begin, line.end - line.begin);
  }
  /// The line's text without blanks, at most `limit` characters from its body's start.
  std::string plain(const Line& line, std::size_t limit = 80) const;
};

/// Linear in the text's length.
Lines split_lines(const Source& source);

/// Looks at a line again after its ends have been moved.
void describe_line(const Lines& lines, Line& line);

}  // namespace zhibiao::text
