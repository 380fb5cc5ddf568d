// Read, PDF files: the ruled lines of a page, from which its tables are known. pdftotext does not tell of them;
// pdftocairo draws the page as SVG. Tested by tests/read/pdf_test.cpp.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "read/child.hpp"
#include "read/pdf/page.hpp"

namespace zhibiao::read_stage {

/// Lines drawn on a page, each a thin box.
struct PdfRules {
  std::vector<Box> across;
  std::vector<Box> down;
};

/// The straight lines in an SVG of pdftocairo, one entry a page.
std::vector<PdfRules> parse_pdf_rules(std::string_view svg);

/// The lines of the pages `first` to `last` by their number; nothing where pdftocairo cannot tell.
std::map<std::size_t, PdfRules> read_pdf_rules(std::string_view bytes, std::size_t first, std::size_t last,
                                               const ChildLimits& limits);

/// Parts the words of a page into tables, where lines draw a grid, and the rest.
void take_ruled_tables(PdfPage& page, const PdfRules& rules);

}  // namespace zhibiao::read_stage
