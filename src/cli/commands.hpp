// One file for each command; each adds itself to the command line. The options live as long as the returned handle.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/context.hpp"

namespace zhibiao::cli {

/// Keeps a command's options alive until its action has run.
using OptionsHandle = std::shared_ptr<void>;

/// Those that the arguments may ask for, in the order of the help: all if their first word names none. A command that is
/// about documents is declared alone, and the version needs none: declaring all takes longer than the shortest runs.
std::vector<OptionsHandle> add_commands(CommandLine& line, const Context& context,
                                        const std::vector<std::string>& args = {});

OptionsHandle add_targets(CommandLine& line, const Context& context);
OptionsHandle add_outline(CommandLine& line, const Context& context);
OptionsHandle add_summary(CommandLine& line, const Context& context);
OptionsHandle add_diff(CommandLine& line, const Context& context);
OptionsHandle add_trend(CommandLine& line, const Context& context);
OptionsHandle add_report(CommandLine& line, const Context& context);
OptionsHandle add_check(CommandLine& line, const Context& context);
OptionsHandle add_explain(CommandLine& line, const Context& context);
OptionsHandle add_verify(CommandLine& line, const Context& context);
OptionsHandle add_rules(CommandLine& line, const Context& context);
OptionsHandle add_help(CommandLine& line, const Context& context);
OptionsHandle add_completions(CommandLine& line, const Context& context);

}  // namespace zhibiao::cli
