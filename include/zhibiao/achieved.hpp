// Last year's targets against this year's reported results.
#pragma once

#include <string_view>

#include "zhibiao/compare.hpp"

namespace zhibiao {

/// Whether what is reported reaches what was promised.
enum class Achievement { met, missed, unknown };

std::string_view name_of(Achievement achievement);

/// The facts as they are to be paired: results read like targets of the plan that set them (role, year, no date of their
/// own), so that only what is measured decides. `year` is the old plan's. For compare_facts() alone; print the facts
/// themselves.
std::vector<Fact> as_targets(std::vector<Fact> results, std::optional<int> year);

/// Whether the `result` that the change pairs with the `target` reaches it. A target without bound (`新增托位1270个`) is a
/// least value, or a most for what should be little. `unknown` where the two cannot be put in order (another definition,
/// scope, unit, denominator, a level against a growth, no value), and where a shortfall may be none: by the bounds
/// (`超过94%` for `≥ 95%`; up to a tenth short of `左右`), because the target is not yet due (its deadline is later than
/// what the result reports of), or because only one of the two says for whom it holds.
Achievement achievement_of(const Change& change, const Fact& target, const Fact& result);

}  // namespace zhibiao
