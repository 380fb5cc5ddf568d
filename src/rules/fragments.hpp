// The named pieces of patterns, put in where patterns name them.
#pragma once

#include <deque>
#include <map>
#include <string>

#include "rules/rule.hpp"

namespace zhibiao::rules {

/// {name} in a pattern stands for the fragment of that name, else for the words of the rule of that id.
class Fragments {
 public:
  /// `rules` outlive this. `only_builtin`: they are the compiled-in ones and no others, as the build knew them.
  explicit Fragments(const std::deque<Rule>& rules, bool only_builtin) : rules_(rules), only_builtin_(only_builtin) {}

  /// A later fragment of the same name replaces an earlier one.
  void set(const std::string& name, const std::string& text) { texts_[name] = text; }
  bool only_builtin() const { return only_builtin_; }

  /// The rule's pattern without {names}. Throws Error naming the rule's place for a name that is unknown, for names that
  /// refer to each other in a circle and for patterns that grow too large.
  std::string resolve(const std::string& pattern, const Rule& rule) const { return resolve(pattern, rule, 0); }

 private:
  std::string resolve(const std::string& pattern, const Rule& rule, int depth) const;
  std::string words_named(const std::string& name, const Rule& rule) const;

  const std::deque<Rule>& rules_;
  bool only_builtin_;
  std::map<std::string, std::string> texts_;
};

}  // namespace zhibiao::rules
