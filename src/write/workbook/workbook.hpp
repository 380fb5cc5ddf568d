// The workbook writer with limits of one's own, for tests.
#pragma once

#include <memory>
#include <string>

#include "write/workbook/file.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write {

/// workbook_writer() with other limits than Excel's.
std::unique_ptr<Writer> make_workbook(const std::string& path, const WriteOptions& options,
                                      const WorkbookLimits& limits);

}  // namespace zhibiao::write
