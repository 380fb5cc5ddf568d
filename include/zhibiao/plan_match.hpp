// Many plans on two sides: which new plan follows which old one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "zhibiao/plan.hpp"

namespace zhibiao {

/// Two plans to compare, or one that has no counterpart.
struct PlanMatch {
  std::optional<std::size_t> old_plan;  ///< index on the old side; empty: there is none before the new one
  std::optional<std::size_t> new_plan;  ///< index on the new side; empty: none follows the old one
  bool operator==(const PlanMatch&) const = default;
};

/// Pairs plans of one issuer whose titles are alike but for their years, the nearest years first and the older plan on
/// the old side (the other way round only where nothing fits that way). A file on both sides is its own partner. What a
/// plan does not say counts neither for nor against, but something must agree: issuer, title or the name of the file
/// without its numbers. One plan on each side is a pair whatever they say. In the order of the new side, then what
/// nothing follows; the pairs do not depend on the order of the plans.
std::vector<PlanMatch> match_plans(std::span<const Plan> old_side, std::span<const Plan> new_side);

}  // namespace zhibiao
