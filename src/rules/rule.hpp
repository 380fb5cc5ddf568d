// One rule as its file says it, before compilation.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibiao/error.hpp"

namespace zhibiao::rules {

/// A text and the fields a record of it must have (`yes`), or no fields (`no`).
struct Example {
  std::string text;
  std::vector<std::pair<std::string, std::string>> fields;

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.text, self.fields);
  }
};

struct Rule {
  std::string type;   ///< the TOML array it stands in: `units`, `words`, `name`, `date`, …
  std::string id;     ///< unique over all files: `frame.reached`
  std::string about;  ///< one line for people
  std::string file;
  std::size_t line = 0;
  std::string source;                                    ///< the rule's own lines of the file
  std::map<std::string, std::string, std::less<>> keys;  ///< all other string, number and boolean keys, as text
  std::vector<std::string> words;
  std::vector<Example> yes;
  std::vector<Example> no;

  /// The rule with its source and examples: compiled-in rules are made without, which only people and tests ask for.
  Rule documented() const;

  Where at() const { return {file, line}; }
  std::string place() const { return at().str(); }
  /// The key's text without a copy; empty where it is not given.
  std::string_view view(std::string_view key) const {
    const auto found = keys.find(key);
    return found == keys.end() ? std::string_view() : found->second;
  }
  /// The key's text, or `otherwise` where it is not given.
  std::string get(const std::string& key, const std::string& otherwise = "") const {
    const auto found = keys.find(key);
    return found == keys.end() ? otherwise : found->second;
  }

  /// Whether the key is `true`.
  bool flag(std::string_view key) const { return view(key) == "true"; }

  /// All but source and examples.
  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.type, self.id, self.about, self.file, self.line, self.keys, self.words);
  }
};

/// The parts of a key that holds a list, `rate,ratio`; none of an empty one.
std::vector<std::string_view> parts_of(std::string_view list, char mark);

/// The content of one rule file, checked for form: known types and keys, ids, words, examples.
struct RuleFile {
  std::vector<Rule> rules;
  std::map<std::string, std::string> fragments;  ///< named pieces of patterns
  std::map<std::string, std::string> fragment_places;

  template <typename Archive, typename Self>
  static void parts(Archive& archive, Self& self) {
    archive(self.rules, self.fragments, self.fragment_places);
  }
};

/// Parses TOML. Throws Error with `name:line:column` for what is not TOML, not known or missing.
RuleFile parse_rule_file(const std::string& name, std::string_view text);

}  // namespace zhibiao::rules
