// The scripts by which shells complete zhibiao's command line, made from what the commands declare.
#pragma once

#include <string>

#include "cli/command_spec.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// Scripts that complete commands, options, the values one may choose from, files and folders. They know what `program`
/// declares and need no other package. Texts beside the candidates are in `language` (bash shows none).
std::string bash_completion(const CommandSpec& program);
std::string zsh_completion(const CommandSpec& program, Language language);
std::string fish_completion(const CommandSpec& program, Language language);

}  // namespace zhibiao::cli
