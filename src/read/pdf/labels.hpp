// Read, PDF files: the labelled data that portals print above a document (索引号, 发文机关 …), as lines or as a table.
// Tested by tests/read/pdf_test.cpp.
#pragma once

#include "read/pdf/page.hpp"
#include "zhibiao/document.hpp"

namespace zhibiao::read_stage {

/// Reads the data above the text of a first page and takes its lines or its table off the page.
DocumentData take_pdf_labels(PdfPage& first);

}  // namespace zhibiao::read_stage
