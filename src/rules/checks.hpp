// What a rule's keys must make sense of together, beyond their form.
#pragma once

#include "rules/rule.hpp"

namespace zhibiao::rules {

/// Throws Error naming the rule's place where a date's template uses a name that is neither known nor a group of its pattern,
/// or a quantity's `value` is neither a known way nor a number.
void check_rule(const Rule& rule);

}  // namespace zhibiao::rules
