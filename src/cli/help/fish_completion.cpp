// Command line, completion for fish. Input: what is declared; output: a script. Tested by tests/cli/completions_test.cpp.
#include <fmt/format.h>

#include "cli/help/completions.hpp"
#include "cli/help/texts.hpp"

namespace zhibiao::cli {
namespace {

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\\' || c == '\'') result += '\\';
    result += c;
  }
  return result + "'";
}

/// The words before the cursor that name a command, and a question about them.
constexpr std::string_view kHead = R"(# fish completion for zhibiao, printed by 'zhibiao completions fish'

function __zhibiao_at
    set -l path
    for word in (commandline -opc)[2..]
        contains -- "$path $word" {}
        or break
        set -a path $word
    end
    test "$path" = "$argv"
end

complete -c zhibiao -f
)";

void name_commands(std::string& list, const CommandSpec& command) {
  for (const CommandSpec& sub : command.commands) {
    list += fmt::format("{}'{} {}'", list.empty() ? "" : " ", fmt::join(command.path, " "), sub.path.back());
    name_commands(list, sub);
  }
}

/// What completes a value.
std::string value(const OptionSpec& option) {
  const std::string choices = fmt::format("{}", fmt::join(option.choices, " "));
  switch (option.takes) {
    case Takes::one_of: return " -x -a " + quoted(choices);
    case Takes::list_of: return " -x -a " + quoted("(__fish_append , " + choices + ")");
    case Takes::file: return " -r -F";
    case Takes::folder: return " -x -a '(__fish_complete_directories)'";
    case Takes::text: break;
  }
  return " -x";
}

void add(std::string& script, const CommandSpec& command, Language language) {
  const Texts texts(command, language);
  const std::string start =
      fmt::format("complete -c zhibiao -n {}", quoted(fmt::format("__zhibiao_at {}", fmt::join(command.path, " "))));
  for (const CommandSpec& sub : command.commands) {
    script += fmt::format("{} -a {} -d {}\n", start, sub.path.back(), quoted(texts.about(sub)));
  }
  for (const OptionSpec& argument : command.arguments) {
    if (argument.takes != Takes::text) script += start + value(argument) + "\n";
  }
  for (const OptionSpec& option : command.options) {
    script += start;
    for (const std::string& name : option.names) {
      script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (!option.is_flag() && !option.value_optional) script += value(option);
    script += " -d " + quoted(texts.about(option)) + "\n";
  }
  for (const CommandSpec& sub : command.commands) add(script, sub, language);
}

}  // namespace

std::string fish_completion(const CommandSpec& program, Language language) {
  std::string commands;
  name_commands(commands, program);
  std::string script(kHead);
  script.replace(script.find("{}"), 2, commands);
  add(script, program, language);
  return script;
}

}  // namespace zhibiao::cli
