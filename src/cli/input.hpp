// What commands read: the options that say which files and how, and the loop over them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/context.hpp"
#include "zhibiao/paths.hpp"
#include "zhibiao/read.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::cli {

/// --encoding, --replace, --convert, --limit: how a file is read.
struct ReadingOptions {
  std::string encoding;
  std::vector<std::string> limits;
  bool replace = false;
  bool convert = false;

  void declare(Command& command);
  /// The options as the read stage takes them; throws UsageError for an encoding or a limit nobody knows.
  ReadOptions resolve() const;
};

/// --rules, repeatable: the files go into `files`.
void declare_rule_files(Command& command, std::vector<std::string>& files);

/// FILE…, which files of a folder, --rules, --save-text.
struct InputOptions {
  std::vector<std::string> files;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string files_from;
  bool null_names = false;
  std::vector<std::string> rules;
  std::string save_text;
  ReadingOptions reading;

  void declare(Command& command);
  /// Throws UsageError for options that cannot be meant, before anything is written; `named`: without a FILE there is
  /// nothing to read.
  void check(bool named = true) const;
};

/// The compiled-in rules with those files added; kept by the caller.
class ChosenRules {
 public:
  explicit ChosenRules(const std::vector<std::string>& files);
  const Rules& get() const { return own_ ? *own_ : Rules::builtin(); }

 private:
  std::optional<Rules> own_;
};

/// Reads the file (`-`: the context's input) and says the reader's warnings on stderr. Throws Error.
Source read_source(const Context& context, const std::string& path, const ReadOptions& options);

/// What is said of a document for which there was not enough memory.
Error without_memory(const Where& place);

struct Task;

/// The document of a task, its warnings said on stderr. Throws Error.
Source read_task(const Context& context, Task& task, const ReadOptions& options);

/// Hands over each document in the order given. What cannot be read, or analysed by `use`, is said on stderr and the
/// others are still done; returns the exit status.
int for_each_source(const Context& context, const InputOptions& input, const std::function<void(const Source&)>& use);

}  // namespace zhibiao::cli
