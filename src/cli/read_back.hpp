// Files read back by a run that goes on: an error of the disk is never taken for the end of a file.
#pragma once

#include <cstdint>
#include <fstream>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

namespace zhibiao::cli {

/// In bytes; 0 for a file that is not there. Throws Error.
std::uint64_t size_of(const std::string& path);

/// Throws Error.
std::ifstream open_to_read(const std::string& path);

/// Gives the next `length` bytes of a file piece by piece. False where it ends before; throws Error where it cannot be read.
bool read_on(std::istream& in, const std::string& path, std::uint64_t length,
             const std::function<void(std::string_view)>& use);

/// The next line if it was written to its end. Throws Error where the file cannot be read.
bool whole_line(std::istream& in, const std::string& path, std::string& line);

/// Whether the list tells of these rows, all of them and nothing else.
bool tells_of(const std::string& list_path, const std::string& rows_path);

}  // namespace zhibiao::cli
