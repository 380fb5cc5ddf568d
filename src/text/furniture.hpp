// What around a text is not the text: page numbers, running heads, a printed table of contents, the
// metadata table and the link list of a web page. The word lists for it stand in furniture.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "text/lines.hpp"
#include "text/view.hpp"

namespace zhibiao::text {

/// The kind of each line, in their order. Linear in the number of lines. Page numbers glued to a line's start are cut
/// off the line.
std::vector<ParagraphKind> classify_lines(Lines& lines);

/// A line cannot well end with this particle or preposition: the next one goes on.
bool is_open_ending(char32_t last);

/// A paragraph cannot well begin with this particle: the line goes on with the one before.
bool is_open_beginning(char32_t first);

/// The word for a power of ten behind a number: 万, 亿.
bool is_magnitude(char32_t ch);

/// `第3页`, `第3页共10页`, without blanks.
bool is_page_phrase(std::u32string_view text);

}  // namespace zhibiao::text
