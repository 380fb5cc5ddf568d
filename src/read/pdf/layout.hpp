// Read, PDF files: from lines on pages to text. Made by furniture.cpp (what is no text), aligned.cpp
// (tables without lines), columns.cpp (reading order), paragraphs.cpp (lines that belong together). Tested by
// tests/read/pdf_test.cpp.
#pragma once

#include <vector>

#include "read/formats.hpp"
#include "read/pdf/page.hpp"

namespace zhibiao::read_stage {

/// Takes page numbers, running heads and what a browser prints around a page out of the pages' lines.
void drop_pdf_furniture(std::vector<PdfPage>& pages);

/// Tables whose lines are not drawn: the lines of the page that stand in three columns or more.
void take_aligned_tables(PdfPage& page);

/// A part of a page that is read from top to bottom.
struct PdfColumn {
  double left = 0;  ///< where its text begins and ends; 0: to be found
  double right = 0;
  std::vector<PdfLine> lines;
};

/// The page's columns in reading order: one, or what stands above two, the two, and what stands below.
std::vector<PdfColumn> find_pdf_columns(const PdfPage& page);

/// Lines become paragraphs, tables go between them, notes behind the paragraph they interrupt.
Document write_pdf_text(std::vector<PdfPage> pages);

}  // namespace zhibiao::read_stage
