// Read, old office files. Tested by tests/read/office_test.cpp.
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {

Document read_office(const std::string& name, std::string_view, const ReadOptions&, const std::string& what) {
  throw Error(name, what + ", which is not read; save it as UTF-8 text first");
}

}  // namespace zhibiao::read_stage
