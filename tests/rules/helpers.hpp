// Small helpers of the tests of the rule stage.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rules/lexicon.hpp"
#include "rules/rule.hpp"
#include "zhibiao/error.hpp"

namespace helpers {

/// The message with which a user's rule file `mine.toml` of this text is refused; empty: it is taken.
inline std::string refusal(const std::string& text) {
  try {
    const zhibiao::rules::Lexicon lexicon({}, {zhibiao::rules::parse_rule_file("mine.toml", text)});
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return "";
}

/// The same where `first.toml` is compiled in.
inline std::string refusal_after(const std::string& first, const std::string& text) {
  try {
    const zhibiao::rules::Lexicon lexicon({zhibiao::rules::parse_rule_file("first.toml", first)},
                                          {zhibiao::rules::parse_rule_file("mine.toml", text)});
  } catch (const zhibiao::Error& error) {
    return error.what();
  }
  return "";
}

/// A file that lives as long as this value.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) {
    std::string name = (std::filesystem::temp_directory_path() / "zhibiao-rules-XXXXXX").string();
    const int handle = mkstemp(name.data());
    if (handle >= 0) std::ofstream(name, std::ios::binary) << text;
    path_ = name;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace helpers
