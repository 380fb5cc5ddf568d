// Read, docx files. Tested by tests/read/docx_test.cpp.
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {

Document read_docx(const std::string& name, std::string_view, const ReadOptions&) {
  throw Error(name, "this format is not read yet");
}

}  // namespace zhibiao::read_stage
