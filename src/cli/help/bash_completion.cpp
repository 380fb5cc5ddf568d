// Command line, completion for bash. Input: what is declared; output: a script. Tested by tests/cli/completions_test.cpp.
#include <fmt/format.h>

#include "cli/help/completions.hpp"

namespace zhibiao::cli {
namespace {

// What stands around the tables. Bash cuts `--name=value` at the sign; a comma it leaves to us. File names are left to
// bash itself (compopt), which knows how to quote them.
constexpr std::string_view kHead = R"(# bash completion for zhibiao, printed by 'zhibiao completions bash'

_zhibiao_one() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

_zhibiao_list() {
  local before='' last=$cur
  [[ $cur == *,* ]] && before=${cur%,*}, last=${cur##*,}
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "$last")
  compopt -o nospace 2> /dev/null
}

_zhibiao_files() { compopt -o "$1" 2> /dev/null; }

_zhibiao() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' option='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
)";

constexpr std::string_view kOptions = R"() command="${command:+$command }${COMP_WORDS[i]}" ;;
      *) break ;;
    esac
  done
  if [[ $cur == '=' ]]; then
    option=$prev cur=''
  elif [[ $prev == '=' ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $prev == -* ]]; then
    option=$prev
  fi
  case "$command $option" in
)";

constexpr std::string_view kNames = R"(  esac
  if [[ $cur == -* ]]; then
    case "$command" in
)";

constexpr std::string_view kArguments = R"(    esac
    return
  fi
  case "$command" in
)";

constexpr std::string_view kEnd = R"(  esac
}

complete -F _zhibiao zhibiao
)";

/// What completes a value.
std::string action(const OptionSpec& option) {
  const std::string choices = fmt::format("'{}'", fmt::join(option.choices, " "));
  switch (option.takes) {
    case Takes::one_of: return "_zhibiao_one " + choices;
    case Takes::list_of: return "_zhibiao_list " + choices;
    case Takes::file: return "_zhibiao_files default";
    case Takes::folder: return "_zhibiao_files dirnames";
    case Takes::text: break;
  }
  return ":";
}

struct Tables {
  std::string commands;   ///< patterns of the words that name commands
  std::string options;    ///< what completes each option's value
  std::string names;      ///< the options of each command
  std::string arguments;  ///< what completes its arguments, or its commands
};

void add(Tables& tables, const CommandSpec& command) {
  const std::string key = fmt::format("{}", fmt::join(command.path, " "));
  std::vector<std::string> subs;
  for (const CommandSpec& sub : command.commands) subs.push_back(sub.path.back());
  for (const std::string& sub : subs) {
    tables.commands += fmt::format("{}'{} {}'", tables.commands.empty() ? "      " : " | ", key, sub);
  }
  std::vector<std::string> names;
  for (const OptionSpec& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
    if (option.is_flag() || option.value_optional) continue;
    std::string pattern;
    for (const std::string& name : option.names) {
      pattern += fmt::format("{}'{} {}'", pattern.empty() ? "" : " | ", key, name);
    }
    tables.options += fmt::format("    {}) {}; return ;;\n", pattern, action(option));
  }
  tables.names += fmt::format("      '{}') _zhibiao_one '{}' ;;\n", key, fmt::join(names, " "));
  if (!subs.empty()) {
    tables.arguments += fmt::format("    '{}') _zhibiao_one '{}' ;;\n", key, fmt::join(subs, " "));
  } else if (!command.arguments.empty()) {
    tables.arguments += fmt::format("    '{}') {} ;;\n", key, action(command.arguments.back()));
  }
  for (const CommandSpec& sub : command.commands) add(tables, sub);
}

}  // namespace

std::string bash_completion(const CommandSpec& program) {
  Tables tables;
  add(tables, program);
  return fmt::format("{}{}{}{}{}{}{}{}{}", kHead, tables.commands, kOptions, tables.options, kNames, tables.names,
                     kArguments, tables.arguments, kEnd);
}

}  // namespace zhibiao::cli
