// What a rule's keys must make sense of together, beyond their form.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "rules/rule.hpp"

namespace zhibiao::rules {

/// Throws Error naming the rule's place where a date's template uses a name that is neither known nor a group of its pattern,
/// a quantity's `value` is neither a known way nor a number, or a frame names a kind that there is not.
void check_rule(const Rule& rule);

/// Ids that other rules may name.
struct Ids {
  std::set<std::string, std::less<>> words;       ///< of [[words]] groups
  std::set<std::string, std::less<>> quantities;  ///< of [[quantity]] rules
};

/// Throws Error naming the rule's place where a frame asks for a group of words or a rule that there is not.
void check_references(const Rule& rule, const Ids& ids);

}  // namespace zhibiao::rules
