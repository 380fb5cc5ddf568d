// Small helpers of the tests of the rule stage.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "rules/lexicon.hpp"
#include "rules/rule.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/rules.hpp"

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

/// The rules' own examples and the lines of the seeds, and each with a few characters changed.
inline std::vector<std::string> varied_texts() {
  std::vector<std::string> all;
  for (const auto& rule : zhibiao::Rules::builtin().lexicon().rules()) {
    const auto documented = rule.documented();
    for (const auto* examples : {&documented.yes, &documented.no}) {
      for (const auto& example : *examples) all.push_back(example.text);
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ZHIBIAO_SOURCE_DIR) + "/seeds")) {
    std::ifstream in(entry.path(), std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      if (line.size() < 600) all.push_back(line);
    }
  }
  std::mt19937 random(20220);
  const std::vector<std::string> pieces = {"0", "9", "年", "月", "以上", "、", "的", "每", "万", "#", "@", ""};
  const std::size_t whole = all.size();
  for (std::size_t i = 0; i < whole; ++i) {
    std::string text = all[i];
    for (int n = 0; n < 3 && !text.empty(); ++n) {
      std::size_t at = random() % text.size();
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
      std::size_t end = at + 1;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
      text.replace(at, end - at, pieces[random() % pieces.size()]);
    }
    all.push_back(std::move(text));
  }
  return all;
}

}  // namespace helpers
