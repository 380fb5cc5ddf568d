// Large single tasks, each run in a process of its own so that its memory can be told and it can be ended.
#pragma once

#include <cstddef>
#include <string>

namespace zhibiao::bench {

/// Does the task, if it is short more than once, and returns its CPU seconds without what prepares it. Tasks: `lines` and `line` (one document of
/// `size` bytes read, analysed and written, on many lines or one), `diff` (size × size facts), `trend` (size plans of 60
/// facts), `xlsx` (size rows into a workbook in the folder `work`). Throws std::runtime_error for another name.
double run_task(const std::string& name, std::size_t size, const std::string& work);

}  // namespace zhibiao::bench
