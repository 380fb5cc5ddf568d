// Write, drawings: lines of text. Input: text and a width in columns; output: lines.
// Tested by tests/write/plot_svg_test.cpp.
#include "write/plot/wrap.hpp"

#include "text/chars.hpp"
#include "text/line_break.hpp"
#include "text/width.hpp"

namespace zhibiao::write::plot {
namespace {

constexpr double kNarrow = 0.56;  ///< of the font's size: what digits take in the fonts that are asked for

std::string_view trimmed(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t columns = text::char_width(text::next_char(text, at));
    width += columns == 2 ? size : static_cast<double>(columns) * kNarrow * size;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t lines) {
  std::vector<std::string> result;
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    if (result.size() + 1 == lines) {
      result.push_back(text::truncate_to_width(rest, columns));
      break;
    }
    const std::size_t end = text::first_line(rest, columns);
    result.emplace_back(trimmed(rest.substr(0, end)));
    rest = trimmed(rest.substr(end));
  }
  return result;
}

}  // namespace zhibiao::write::plot
