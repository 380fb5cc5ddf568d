// Inputs that are as bad for a program as they can be, of any size, and ordinary ones to hold against them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace zhibiao_linear {

struct Input {
  std::string name;
  std::string ordinary;  ///< the name of the input that it is held against
  /// A file of about so many bytes (of an archive: unpacked).
  std::function<std::string(std::size_t)> bytes;
};

/// The ordinary ones first. `plans` is ordinary prose.
std::vector<Input> make_inputs(const std::string& plans);

}  // namespace zhibiao_linear
