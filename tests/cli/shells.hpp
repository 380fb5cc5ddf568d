// Shells driven as a person drives them.
#pragma once

#include <string>
#include <vector>

#include "shell.hpp"

namespace zhibiao_tests {

/// Whether the machine gives programs terminals (a container without /dev/pts does not); a message where it does not.
bool terminals();

/// Starts `program` on a terminal, types each of `keys` once the answer to the one before has come, and returns all
/// that the terminal showed. The answer has come when `prompt` is shown again.
std::string typed(const std::vector<std::string>& program, const std::string& prompt,
                  const std::vector<std::string>& keys);

}  // namespace zhibiao_tests
