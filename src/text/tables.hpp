// Table rows among the lines of a text.
#pragma once

#include <vector>

#include "text/lines.hpp"

namespace zhibiao::text {

/// `| a | b |`, its first border printed or not, becomes cells parted by tabs. False: the line only rules the table off and prints nothing.
bool split_pipe_cells(std::vector<Glyph>& glyphs, Line& line);

/// Marks rows whose columns are parted by blanks: lines that look like it where a line close by does too. The
/// borders become tabs.
void mark_columns(Lines& lines);

}  // namespace zhibiao::text
