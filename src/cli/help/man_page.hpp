// The help of a command as a manual page: what `zhibiao help --man COMMAND` prints, and what is installed.
#pragma once

#include <string>

#include "cli/command_spec.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// The page in the man(7) language, for groff and mandoc. `program` is what was declared for the program itself: its page
/// lists all commands. A command's own commands are sections of its page. The date is the release's.
std::string man_page(const CommandSpec& program, const CommandSpec& command, Language language);

/// `zhibiao`, `zhibiao-targets`: the page's name, which in `man` stands for the blanks of the command.
std::string man_name(const CommandSpec& command);

}  // namespace zhibiao::cli
