// Read, PDF files: where the text of a page begins and ends, and what its paragraphs look like. Made by margins.cpp,
// read by paragraphs.cpp; tested by tests/read/pdf_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/pdf/layout.hpp"

namespace zhibiao::read_stage {

/// A line with its surroundings.
struct PlacedLine {
  std::string text;
  Box box;
  double em = 0;
  double left = 0;  ///< of the column
  double right = 0;
  std::size_t page = 0;
  std::size_t column = 0;  ///< counted through the document
  bool note = false;       ///< a footnote's
  double indent() const { return box.x0 - left; }
  double room() const { return right - box.x1; }
  bool centred() const;
};

/// What the document's lines have in common.
struct TextLook {
  double em = 0;         ///< of the running text
  double leading = 0;    ///< from line to line
  bool indents = false;  ///< paragraphs begin with two blank characters
};

/// Fills in `left` and `right` of lines in columns of the page's whole width (those of narrow ones are known).
void find_margins(std::vector<PlacedLine>& lines);

TextLook look_of(const std::vector<PlacedLine>& lines);

/// Marks the lines at the pages' ends that are footnotes.
void mark_notes(std::vector<PlacedLine>& lines, const TextLook& look);

/// Whether `after` begins a paragraph; `first`: `before` begins one.
bool begins_paragraph(const PlacedLine& before, const PlacedLine& after, bool first, const TextLook& look);

}  // namespace zhibiao::read_stage
