// The first stage: a file becomes a Source.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao {

/// Files larger than this are refused (bytes).
inline constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;

/// Reads one file (`-`: standard input) as UTF-8 text. A byte order mark stays part of the
/// bytes counted but is no text. Throws Error with file, line and byte offset for what cannot
/// be read: no such file, no permission, a folder, no UTF-8, empty, NUL bytes, too large.
Source read(const std::string& path);

/// The same for bytes at hand; `name` is printed in records and messages.
Source read_bytes(const std::string& name, std::string bytes);

/// The files meant by the arguments, in the given order: a file stands for itself, a folder for
/// the plan files below it, sorted by name (hidden files and folders left out). What cannot be
/// listed, and a folder without files, is added to `problems` as one line each.
std::vector<std::string> expand_paths(const std::vector<std::string>& arguments, std::vector<std::string>& problems);

}  // namespace zhibiao
