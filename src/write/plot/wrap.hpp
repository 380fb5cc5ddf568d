// Write, drawings: how much room text takes, and text broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::write::plot {

/// About how wide the text is in a font of `size` pixels: a wide character takes all of it, others somewhat over half.
double text_width(std::string_view text, double size);

/// The text in lines of at most `columns` (East Asian width), at most `lines` of them; the last ends in `…` where there
/// was more. Breaks between any two wide characters but never inside a Latin word that fits a line, nor before a mark
/// that closes (`，`, `）`). Blanks at a break are dropped.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t lines);

}  // namespace zhibiao::write::plot
