// What around a text is not the text: page numbers, running heads, a printed table of contents, the
// metadata table and the link list of a web page. The word lists for it stand in furniture.def.
#pragma once

#include <vector>

#include "text/lines.hpp"
#include "text/view.hpp"

namespace zhibiao::text {

/// The kind of each line, in their order. Linear in the number of lines. Page numbers glued to a line's start are cut
/// off the line.
std::vector<ParagraphKind> classify_lines(Lines& lines);

}  // namespace zhibiao::text
