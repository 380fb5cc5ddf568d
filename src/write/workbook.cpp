// Write, xlsx. Tested by tests/write/workbook_test.cpp.
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {

std::unique_ptr<Writer> workbook_writer(const std::string& path, const WriteOptions&) {
  throw Error(path, "xlsx is not written yet");
}

}  // namespace zhibiao
