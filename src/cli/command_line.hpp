// Commands and their options: a thin layer over CLI11, which no other file includes. Parsing stores what was typed
// and checks its form; it opens nothing and prints nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

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

/// A command while it is declared. Targets of options must outlive the parse.
class Command {
 public:
  Command(CommandLine& line, CLI::App& app) : line_(&line), app_(&app) {}

  Command command(const std::string& name, const std::string& about);
  /// `names` as in `-o,--output`; `metavar` is what the help calls the value. Given twice, the last one counts.
  void option(const std::string& names, std::string& target, const std::string& metavar, const std::string& about);
  void option(const std::string& names, std::optional<std::size_t>& target, const std::string& metavar,
              const std::string& about);
  /// May be given several times.
  void option(const std::string& names, std::vector<std::string>& target, const std::string& metavar,
              const std::string& about);
  void flag(const std::string& names, bool& target, const std::string& about);
  /// A flag that may be given a value, `--name=VALUE`; without one `target` becomes `otherwise`.
  void flag(const std::string& name, std::string& target, const std::string& otherwise, const std::string& metavar,
            const std::string& about);
  /// The arguments that belong to no option.
  void arguments(const std::string& metavar, std::vector<std::string>& target, const std::string& about);
  /// Text below the options in the help: examples.
  void footer(const std::string& text);
  /// Runs if this command is the one named.
  void action(std::function<int()> run);

 private:
  CommandLine* line_;
  CLI::App* app_;
};

class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& about, const std::string& version);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Command root();

  /// Parses and runs the named command's action. Help and version go to `out`. Throws UsageError.
  int run(const std::vector<std::string>& args, std::ostream& out);

  /// The help text of a command (`{}`: of the program; `{"rules", "list"}`). Throws UsageError if there is none.
  std::string help(const std::vector<std::string>& path);

 private:
  friend class Command;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zhibiao::cli
