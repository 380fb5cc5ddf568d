// Compare, trend links: which facts of many plans may share a row.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "compare/cluster.hpp"
#include "compare/profile.hpp"
#include "compare/trend_rows.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/trend.hpp"

namespace zhibiao::compare {

/// What a plan says of one thing, in one place or in several: facts of one role with one value.
struct Saying {
  std::vector<std::size_t> facts;  ///< indices in TrendLinks::facts, ascending
  std::size_t age = 0;             ///< place of its plan among the plans by age, the oldest first
  Role role = Role::target;
  Standing standing;
};

struct TrendLinks {
  std::vector<Followed> facts;     ///< targets and results of all plans, the oldest plan first, by their places
  std::vector<Saying> sayings;     ///< in the order of their first facts
  std::vector<Link> fact_links;    ///< between facts, by a, then by b; a before b
  std::vector<Link> links;         ///< between sayings of one role, in the same order
  std::vector<Link> across_roles;  ///< between sayings of two roles, likewise

  /// How alike two facts are that are linked, 0 to 1; 0 where they are not. Any order.
  double likeness(std::size_t a, std::size_t b) const;
};

/// Likenesses are in steps of 10⁻⁶. The plans and the vocabulary, which is filled here, must outlive the result.
TrendLinks link_facts(std::span<const Plan> plans, const TrendOptions& options, Vocabulary& vocabulary);

}  // namespace zhibiao::compare
