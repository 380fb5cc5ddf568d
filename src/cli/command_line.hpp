// Commands and their options: a thin layer over CLI11, which no other file includes. Parsing stores what was typed
// and checks its form; it opens nothing and prints nothing but help and version.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/command_spec.hpp"
#include "zhibiao/write.hpp"

namespace CLI {
class App;
}

namespace zhibiao::cli {

/// Wrong usage; its message is one line without `zhibiao: `.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class CommandLine;

/// An option just declared: what its value may be. One named FILE… or FOLDER takes these without being told.
class Option {
 public:
  explicit Option(OptionSpec& spec) : spec_(&spec) {}
  /// One of these; `{}` in the option's text becomes their list.
  Option& choices(std::vector<std::string> names);
  /// Some of these, parted by commas.
  Option& list_of(std::vector<std::string> names);
  Option& file();
  /// A file with one of these endings; `{}` in the option's text becomes their list.
  Option& file_ending_in(std::vector<std::string> endings);

 private:
  OptionSpec* spec_;
};

/// A command while it is declared. Targets of options must outlive the parse. Every text has its Chinese in
/// src/cli/help/texts.def.
class Command {
 public:
  Command(CommandLine& line, CLI::App& app, CommandSpec& spec) : line_(&line), app_(&app), spec_(&spec) {}

  Command command(const std::string& name, const std::string& about);
  /// `names` as in `-o,--output`; `metavar` is what the help calls the value. Given twice, the last one counts.
  Option option(const std::string& names, std::string& target, const std::string& metavar, const std::string& about);
  Option option(const std::string& names, std::optional<std::size_t>& target, const std::string& metavar,
                const std::string& about);
  /// May be given several times.
  Option option(const std::string& names, std::vector<std::string>& target, const std::string& metavar,
                const std::string& about);
  void flag(const std::string& names, bool& target, const std::string& about);
  /// A flag that may be given a value, `--name=VALUE`; without one `target` becomes `otherwise`.
  void flag(const std::string& name, std::string& target, const std::string& otherwise, const std::string& metavar,
            const std::string& about);
  /// The arguments that belong to no option.
  Option arguments(const std::string& metavar, std::vector<std::string>& target, const std::string& about);
  /// A paragraph below the options in the help.
  void note(const std::string& text);
  /// What one may type, and what that does.
  void example(const std::string& line, const std::string& about = "");
  /// Runs if this command is the one named.
  void action(std::function<int()> run);

 private:
  OptionSpec& add(const std::string& names, const std::string& metavar, const std::string& about);

  CommandLine* line_;
  CLI::App* app_;
  CommandSpec* spec_;
};

class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& about, const std::string& version);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Command root();
  /// All commands declared so far that have no commands below them.
  std::vector<Command> commands();
  /// Runs before the action of the command that is named, when its options are known.
  void before_action(std::function<void()> run);
  /// What was typed for an option of that command; empty if nothing was, or it has none of this name.
  std::string typed(const std::string& option) const;

  /// Parses and runs the named command's action. Help (in `language` if no --lang is given) and version go to `out`.
  /// Throws UsageError.
  int run(const std::vector<std::string>& args, std::ostream& out, Language language = Language::en);

  /// All that was declared.
  const CommandSpec& spec() const;
  /// A command's part of it (`{}`: all; `{"rules", "list"}`). Throws UsageError if there is none.
  const CommandSpec& spec(const std::vector<std::string>& path) const;

 private:
  friend class Command;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zhibiao::cli
