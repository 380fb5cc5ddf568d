// Plans written in a test, and the facts in them.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/compare.hpp"

namespace compare_tests {

/// The targets of a plan for that year.
inline std::vector<zhibiao::Fact> targets(const std::string& text, int year = 2021) {
  static zhibiao::Analyzer analyzer;
  zhibiao::Given given;
  given.plan_year = year;
  auto facts = analyzer.analyze(zhibiao::Source("plan", text), given).facts;
  std::erase_if(facts, [](const zhibiao::Fact& fact) { return fact.role != zhibiao::Role::target; });
  return facts;
}

/// What became of the first target of one text in another; both are for years that follow.
inline zhibiao::Change one_change(const std::string& before, const std::string& after) {
  auto old_facts = targets(before, 2021);
  auto new_facts = targets(after, 2022);
  if (old_facts.empty() || new_facts.empty()) return zhibiao::Change();
  old_facts.resize(1);
  new_facts.resize(1);
  return zhibiao::compare_facts(old_facts, new_facts).changes.front();
}

inline bool paired(const std::string& before, const std::string& after) {
  const zhibiao::Change change = one_change(before, after);
  return change.old_fact.has_value() && change.new_fact.has_value();
}

}  // namespace compare_tests
