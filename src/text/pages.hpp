// What pages print around the text: page numbers and running heads.
#pragma once

#include <vector>

#include "text/lines.hpp"
#include "text/view.hpp"

namespace zhibiao::text {

/// Marks page numbers and running heads among the body lines as furniture, and cuts page numbers off that a copy
/// has glued to the start of a line. Linear in the number of lines.
void mark_pages(Lines& lines, std::vector<ParagraphKind>& kinds);

}  // namespace zhibiao::text
