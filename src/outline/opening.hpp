// The lines of a document that carry its own data: before the first item, and around a signature.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "outline/outline.hpp"

namespace zhibiao::outline {

/// One line as the reader of document data sees it.
struct Line {
  Span view;            ///< view bytes
  std::string text;     ///< the view's text without blanks
  bool header = false;  ///< a field of a web page's table or a database's provenance line
  bool print = false;   ///< page furniture: print footers and the like
};

/// The lines of one document, in order.
struct Lines {
  std::vector<Line> opening;  ///< before the first item; long ones that hold a whole letter are parted
  std::vector<Line> rest;     ///< short lines behind, for signatures and print notes at the end
};

Lines read_lines(const text::View& view, const std::vector<Node>& outline);

/// Is the text the name of a body (贵阳市卫生健康局, 市委办公室), and nothing else?
bool is_body(std::string_view text);

/// The text as printed, blanks removed.
std::string printed(const text::View& view, Span span);

/// The text without blanks, quotation marks and dashes unified, for comparing two printings of one title.
std::string comparable(std::string_view text);

}  // namespace zhibiao::outline
