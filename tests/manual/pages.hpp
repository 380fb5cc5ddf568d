// Pages whose examples are real runs: in a block that begins with ```console the lines after `$ ` are commands (`> `
// goes on with one), the lines below them what they print. A block such as ```toml my.toml is a file for them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace manual {

/// Runs a page's commands, in a folder of their own that holds the project's seeds and tests.
class Session {
 public:
  /// `chinese`: zhibiao speaks Chinese there.
  Session(std::string folder, bool chinese);

  /// The page with what its commands print now. A command that needs a program that is not installed is left as it is
  /// and named in `skipped`; one that cannot run at all is named in `broken`.
  std::string rerun(const std::string& page);

  const std::vector<std::string>& skipped() const { return skipped_; }
  const std::vector<std::string>& broken() const { return broken_; }

 private:
  void block(const std::vector<std::string>& lines, std::string& page);
  std::string prelude() const;
  std::string output_of(const std::string& command);
  bool lacks_a_program(const std::string& command);

  std::string folder_;
  std::map<std::string, bool> there_;  ///< which programs are installed
  std::vector<std::string> skipped_;
  std::vector<std::string> broken_;
};

}  // namespace manual
