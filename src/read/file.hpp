// Read: the bytes of a file, whole or not at all.
#pragma once

#include <cstddef>
#include <string>

namespace zhibiao::read_stage {

/// All bytes of the file (`-`: standard input), no more than `limit`. Throws Error for what is not there, cannot be opened or
/// read, is a folder, is larger, or changes while it is read. `wanted` is what messages call the file.
std::string read_file(const std::string& path, std::size_t limit, const std::string& wanted = "file");

}  // namespace zhibiao::read_stage
