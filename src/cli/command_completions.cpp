// The command `completions`: scripts by which shells complete the command line. Tested by tests/cli/completions_test.cpp.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/help/completions.hpp"
#include "cli/options.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> shells;
  std::string language;
};

std::vector<std::string> shell_choices() { return {"bash", "zsh", "fish"}; }

int run_completions(const Options& options, const CommandLine& line, const Context& context) {
  if (options.shells.size() != 1) throw UsageError("completions are for one SHELL: bash, zsh or fish");
  const std::size_t shell = chosen("shell", options.shells.front(), shell_choices());
  const Language language = chosen_language("language", options.language, context.language());
  const CommandSpec& program = line.spec();
  context.out << (shell == 0   ? bash_completion(program)
                  : shell == 1 ? zsh_completion(program, language)
                               : fish_completion(program, language));
  return kDone;
}

}  // namespace

OptionsHandle add_completions(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("completions", "print the script that completes commands in bash, zsh or fish");
  command.arguments("SHELL", options->shells, "{}").choices(shell_choices());
  command.option("--lang", options->language, "LANG", "of the texts beside candidates: {} (by default the locale's)")
      .choices(language_choices());
  command.example("zhibiao completions bash > ~/.local/share/bash-completion/completions/zhibiao",
                  "for bash, from the next terminal on");
  command.example("zhibiao completions zsh > ~/.zfunc/_zhibiao", "for zsh, where ~/.zfunc is in $fpath");
  command.example("zhibiao completions fish > ~/.config/fish/completions/zhibiao.fish", "for fish");
  command.action([options, context, &line] { return run_completions(*options, line, context); });
  return options;
}

}  // namespace zhibiao::cli
