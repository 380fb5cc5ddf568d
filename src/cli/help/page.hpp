// The help of a command as text: what `--help` prints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_spec.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// What the command is for, how it is called, its commands, arguments, options, notes and examples; 80 columns wide.
std::string help_page(const CommandSpec& command, Language language);

/// `zhibiao targets [OPTION...] FILE...`
std::string usage_line(const CommandSpec& command, Language language);

/// A line of help may end between these two characters: as text::may_break says, but of Latin text at blanks alone.
bool may_break(char32_t before, char32_t after);

/// The text in lines of at most `columns`: broken at blanks and beside wide characters, but not before a mark that
/// closes nor behind one that opens. What cannot be broken sticks out.
std::vector<std::string> folded(std::string_view text, std::size_t columns);

}  // namespace zhibiao::cli
