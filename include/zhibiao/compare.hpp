// Two plans' facts set side by side: which answers which, and what became of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/decimal.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao {

enum class ChangeStatus {
  raised,   ///< the same measure, a larger number
  lowered,  ///< the same measure, a smaller number
  same,     ///< nothing that matters differs
  changed,  ///< not to be put in order: `differs` says why
  added,    ///< in the new plan alone
  dropped   ///< in the old plan alone
};

/// Whether the new target asks for more than the old one: a mortality rate that must fall further is tighter.
enum class Strictness { equal, tighter, looser, unknown };

/// What of two facts of one indicator differs (Change::differs).
enum class Difference { definition, scope, unit, per, growth, comparator, deadline };

std::string_view name_of(ChangeStatus status);
/// `tighter`, `looser`; empty for the others.
std::string_view name_of(Strictness strictness);
/// `definition`, `scope`, …; `growth` is a level against a growth.
std::string_view name_of(Difference difference);

/// One pair of facts, or a fact without partner.
struct Change {
  ChangeStatus status = ChangeStatus::same;
  std::optional<std::size_t> old_fact;  ///< index in the old plan's facts; empty: added
  std::optional<std::size_t> new_fact;  ///< index in the new plan's facts; empty: dropped
  double similarity = 0;                ///< 0 to 1; 0 without partner
  std::optional<Decimal> delta;         ///< new minus old, in the new fact's unit, where the two can be put in order
  std::optional<Decimal> percent;       ///< the delta in per cent of the old value, to two places
  Strictness strictness = Strictness::equal;
  std::vector<Difference> differs;  ///< by the order of the enumeration
  bool moved = false;               ///< in another section than before
};

struct CompareOptions {
  double threshold = 0.5;    ///< pairs below this similarity are none
  double near_misses = 1.0;  ///< also list pairs from this similarity up whose facts found no partner; 1: none
};

struct Comparison {
  /// By the new facts' order in their text; what was dropped stands behind, by the old order.
  std::vector<Change> changes;
  /// Pairs that might be meant though they are below the threshold, the most similar first.
  std::vector<Change> near_misses;
};

/// Pairs the facts of two plans so that the sum of similarities is the best possible, and says what became of each. The
/// result does not depend on the order of the facts; their places in the text decide between equals. Years are taken
/// from the facts: a deadline that moves by as many years as the plans are apart is the same.
Comparison compare_facts(const std::vector<Fact>& old_facts, const std::vector<Fact>& new_facts,
                         const CompareOptions& options = {}, const Rules& rules = Rules::builtin());

}  // namespace zhibiao
