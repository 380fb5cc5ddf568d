// Command line, completion for zsh. Input: what is declared; output: a script. Tested by tests/cli/completions_test.cpp.
#include <fmt/format.h>

#include "cli/help/completions.hpp"
#include "cli/help/texts.hpp"

namespace zhibiao::cli {
namespace {

/// `text` with a backslash before each of `signs`.
std::string escaped(std::string_view text, std::string_view signs) {
  std::string result;
  for (const char c : text) {
    if (signs.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// In single quotes, in which zsh knows no escapes.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// `_zhibiao_rules_list`
std::string function_of(const CommandSpec& command) { return fmt::format("_zhibiao_{}", fmt::join(command.path, "_")); }

/// `:FILE:_files`, what stands for a value in a specification of _arguments.
std::string value(const OptionSpec& option, const Texts& texts) {
  const std::string choices = fmt::format("{}", fmt::join(option.choices, " "));
  std::string action = " ";
  switch (option.takes) {
    case Takes::one_of: action = "(" + choices + ")"; break;
    case Takes::list_of: action = "_sequence -s , compadd - " + choices; break;
    case Takes::file: action = "_files"; break;
    case Takes::folder: action = "_files -/"; break;
    case Takes::text: break;
  }
  return fmt::format(":{}:{}", escaped(texts.metavar(option), ":\\"), action);
}

/// A specification for each name of the option; one that is given shuts out the others.
std::string specifications(const OptionSpec& option, const Texts& texts) {
  std::string lines;
  const bool valued = !option.is_flag() && !option.value_optional;
  for (const std::string& name : option.names) {
    const bool is_long = name.starts_with("--");
    std::string spec = option.repeatable ? "*" : fmt::format("({})", fmt::join(option.names, " "));
    spec += name + (!valued ? "" : is_long ? "=" : "+");
    spec += fmt::format("[{}]", escaped(texts.about(option), "[]:\\"));
    if (valued) spec += value(option, texts);
    lines += "    " + quoted(spec) + " \\\n";
  }
  return lines;
}

/// The commands below `command`, with their texts, and a way into each.
std::string choice_of_commands(const CommandSpec& command, const Texts& texts) {
  std::string text =
      "    '1: :->command' '*:: :->rest' && return 0\n  case $state in\n    command)\n      commands=(\n";
  for (const CommandSpec& sub : command.commands) {
    text += "        " + quoted(sub.path.back() + ":" + escaped(texts.about(sub), ":\\")) + "\n";
  }
  text += "      )\n      _describe -t commands command commands\n      ;;\n    rest)\n      case $words[1] in\n";
  for (const CommandSpec& sub : command.commands) {
    text += fmt::format("        {}) {} ;;\n", sub.path.back(), function_of(sub));
  }
  return text + "      esac\n      ;;\n  esac\n";
}

void add(std::string& script, const CommandSpec& command, Language language) {
  for (const CommandSpec& sub : command.commands) add(script, sub, language);
  const Texts texts(command, language);
  script += fmt::format("{}() {{\n  local curcontext=$curcontext state line\n  local -a commands\n",
                        command.path.empty() ? std::string("_zhibiao") : function_of(command));
  script += "  typeset -A opt_args\n  _arguments -s -S -C \\\n";
  for (const OptionSpec& option : command.options) script += specifications(option, texts);
  if (!command.commands.empty()) {
    script += choice_of_commands(command, texts);
  } else {
    std::size_t position = 0;
    for (const OptionSpec& argument : command.arguments) {
      const std::string place = argument.repeatable ? "*" : fmt::format("{}", ++position);
      script += "    " + quoted(place + value(argument, texts)) + " \\\n";
    }
    script += "    && return 0\n";
  }
  script += "}\n\n";
}

}  // namespace

std::string zsh_completion(const CommandSpec& program, Language language) {
  std::string script = "#compdef zhibiao\n# zsh completion for zhibiao, printed by 'zhibiao completions zsh'\n\n";
  add(script, program, language);
  // Read by compinit from $fpath the file is the function's body; read by `source` it names the function.
  return script +
         "if [ \"$funcstack[1]\" = _zhibiao ]; then\n  _zhibiao \"$@\"\nelse\n  compdef _zhibiao zhibiao\nfi\n";
}

}  // namespace zhibiao::cli
