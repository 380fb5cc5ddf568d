// The texts of help, completions and man pages in the reader's language. English stands where a command is declared,
// Chinese in texts.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_spec.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// The Chinese text of an id of texts.def; empty if it has none.
std::string_view chinese_text(std::string_view id);

/// The heading of a column that a command prints itself; its English is its id.
std::string heading(std::string_view english, Language language);

/// All ids of texts.def, for tests: none twice, none that nothing asks for.
std::vector<std::string_view> chinese_ids();

/// Ids under which a text is looked for, the first that has one counting.
std::vector<std::string> ids_of(const CommandSpec& command);
std::vector<std::string> ids_of(const CommandSpec& command, const OptionSpec& option);

/// One command's texts. A text without Chinese stays English.
class Texts {
 public:
  Texts(const CommandSpec& command, Language language) : command_(&command), language_(language) {}

  Language language() const { return language_; }
  /// A word or sentence of the pages' own, which is its own id.
  std::string word(std::string_view english) const;
  std::string about() const;
  std::string about(const CommandSpec& sub) const;
  /// `{}` filled in.
  std::string about(const OptionSpec& option) const;
  std::string about(const ExampleSpec& example) const;
  std::vector<std::string> notes() const;
  /// `FILE`, `[=WHEN]`; of arguments `FILE...`
  std::string metavar(const OptionSpec& option) const;
  /// `-o, --output FILE`
  std::string label(const OptionSpec& option) const;

 private:
  std::string in_language(const std::vector<std::string>& ids, std::string_view english) const;

  const CommandSpec* command_;
  Language language_;
};

}  // namespace zhibiao::cli
