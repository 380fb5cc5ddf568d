// Rules are data: TOML files, compiled in or given by the user.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

/// What `rules list` prints of one rule.
struct RuleInfo {
  std::string id;
  std::string type;    ///< `unit`, `comparator`, `date`, `name`, `quantity`, `frame`, …
  std::string place;   ///< `units.toml:12`
  std::string about;   ///< one line for people
  std::string source;  ///< the rule as written in its file
};

namespace rules {
class Lexicon;  // src/rules/lexicon.hpp
}

/// The rules in force: the compiled-in files, then the user's in the order given. Immutable once
/// built and safe to share between threads.
class Rules {
 public:
  /// The compiled-in rules. Built once per process at first use.
  static const Rules& builtin();

  /// The compiled-in rules with these TOML files added; a rule whose id is known replaces it.
  /// Throws Error (`file:line:column: what is wrong, what was expected`).
  static Rules with_files(const std::vector<std::string>& paths);

  std::vector<RuleInfo> list() const;

  const rules::Lexicon& lexicon() const { return *lexicon_; }

 private:
  std::shared_ptr<const rules::Lexicon> lexicon_;
};

}  // namespace zhibiao
