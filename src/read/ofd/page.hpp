// Read: what stands where on an OFD page (GB/T 33190-2016). Lengths are millimetres from the page's top left corner.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "read/pdf/page.hpp"
#include "read/pdf/rules.hpp"
#include "read/zip.hpp"

namespace zhibiao::read_stage {

struct OfdGlyph {
  char32_t character = 0;
  double x = 0;      ///< left end of its foot
  double y = 0;      ///< its baseline
  double size = 0;   ///< of its font
  double width = 0;  ///< as its kind of character has it
};

/// A page's own content. Background layers and templates (letterheads, watermarks, page furniture) are left out.
struct OfdPage {
  std::vector<OfdGlyph> glyphs;  ///< in the order of the file, which is not that of reading
  PdfRules rules;                ///< straight lines
};

/// `root` is that of a Content.xml.
OfdPage read_ofd_page(const Zip& zip, pugi::xml_node root);

/// Adds the straight lines of one PathObject.
void add_ofd_rules(pugi::xml_node path, PdfRules& rules);

/// The page as the layout stages of fixed pages take it: words and lines in points, tables where a grid is drawn.
/// `physical` is the page's size.
PdfPage lay_out(OfdPage page, std::size_t number, const Box& physical);

/// How an object's coordinates become the page's: x' = a x + c y + e, y' = b x + d y + f, moved by its boundary.
struct OfdFrame {
  explicit OfdFrame(pugi::xml_node object);
  double x(double at_x, double at_y) const { return left + a * at_x + c * at_y + e; }
  double y(double at_x, double at_y) const { return top + b * at_x + d * at_y + f; }

  double left = 0, top = 0;
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// `0 0 210 297`: left, top, width, height.
Box ofd_box(std::string_view text);

/// The next part of a list parted by blanks, taken off its front; empty at the end.
std::string_view next_token(std::string_view& list);
/// A finite number of sane size, else `otherwise`.
double number_or(std::string_view token, double otherwise);

}  // namespace zhibiao::read_stage
