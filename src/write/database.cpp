// Write, sqlite. Tested by tests/write/database_test.cpp.
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {

std::unique_ptr<Writer> database_writer(const std::string& path) { throw Error(path, "sqlite is not written yet"); }

}  // namespace zhibiao
