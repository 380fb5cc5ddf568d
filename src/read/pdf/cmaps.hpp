// Read, PDF files: are the character maps of Chinese fonts there? Without Debian's poppler-data the text of such fonts
// vanishes, and pdftotext reports success. Tested by tests/read/pdf_test.cpp.
#pragma once

#include "read/child.hpp"

namespace zhibiao::read_stage {

/// Reads a PDF of two characters in a GBK font that is not embedded.
bool reads_chinese_maps(const ChildLimits& limits);

/// The same, asked once: the answer is kept.
bool has_chinese_maps(const ChildLimits& limits);

}  // namespace zhibiao::read_stage
