// What a command takes, as plain values: declared once in each command's file, read by the help, the completions and
// the man pages.
#pragma once

#include <deque>
#include <list>
#include <string>
#include <vector>

namespace zhibiao::cli {

/// What may stand for a value; shells complete it so.
enum class Takes { text, one_of, list_of, file, folder };

struct OptionSpec {
  std::vector<std::string> names = {};    ///< `-o`, `--output`; none: an argument
  std::string metavar = {};               ///< what the help calls the value; empty: a flag
  std::string about = {};                 ///< English; `{}` stands for the choices
  Takes takes = Takes::text;              ///< of a value
  std::vector<std::string> choices = {};  ///< of one_of and list_of (parted by commas); of file its endings
  bool value_optional = false;            ///< `--name` or `--name=VALUE`
  bool repeatable = false;                ///< may be given several times

  bool is_argument() const { return names.empty(); }
  bool is_flag() const { return metavar.empty(); }
  /// The name to call it by: `--output`, or what the help calls an argument.
  const std::string& name() const { return is_argument() ? metavar : names.back(); }
};

struct ExampleSpec {
  std::string line;   ///< as typed
  std::string about;  ///< what it does; may be empty
};

struct CommandSpec {
  std::vector<std::string> path = {};  ///< `rules`, `list`; none: the program itself
  std::string about = {};
  std::vector<std::string> notes = {};  ///< paragraphs below the options
  std::vector<ExampleSpec> examples = {};
  std::deque<OptionSpec> options = {};  ///< in the order declared; `--help` is the last
  std::deque<OptionSpec> arguments = {};
  std::list<CommandSpec> commands = {};

  /// `zhibiao rules list`
  std::string full_name() const;
  /// `rules list`; of the program itself `zhibiao`
  std::string key() const;
};

}  // namespace zhibiao::cli
