// Read, PDF files. Tested by tests/read/pdf_test.cpp.
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {

Document read_pdf(const std::string& name, std::string_view, const ReadOptions&) {
  throw Error(name, "a PDF document, which is not read yet; extract its text first: pdftotext FILE");
}

}  // namespace zhibiao::read_stage
