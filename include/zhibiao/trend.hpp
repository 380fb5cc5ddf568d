// Indicators followed over many plans: one office's years, or one year's offices.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "zhibiao/decimal.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao {

/// A fact of one plan.
struct TrendCell {
  std::size_t plan = 0;              ///< index in the plans given
  std::size_t fact = 0;              ///< index in that plan's facts
  std::optional<Decimal> value;      ///< in the row's unit; empty where the fact has none
  std::optional<Decimal> value_max;  ///< likewise
  double similarity = 1;             ///< to the row's other members, on average
};

/// One indicator over the plans that set it.
struct TrendRow {
  std::string indicator;  ///< the name that its members share best, as one of them writes it
  std::string scope;      ///< likewise; empty if they differ
  std::string unit;       ///< the one unit all values are told in
  std::string per;
  std::string change;            ///< `increase`, `decrease` or empty (a level)
  std::vector<TrendCell> cells;  ///< by plan, at most one target and one result of each; targets first
  double similarity = 1;         ///< of the two least alike members
};

struct TrendOptions {
  double threshold = 0.5;  ///< two facts below this similarity are never in one row
  /// The same for plans of different issuers: an office repeats its indicators though the words vary, others do not.
  double across = 0.65;
  std::size_t plans = 2;  ///< rows over fewer plans are left out
};

struct Trend {
  /// By the order of the newest plan that has them, then the one before it, …; those without any target last.
  std::vector<TrendRow> rows;
};

/// Groups the targets and results of all plans into rows: consistently (two facts of one plan and one role are never in
/// one row, every two members are alike and measure the same), not pair by pair. What a plan says twice counts once. The
/// result does not depend on the order of the plans or the facts.
Trend follow_facts(std::span<const Plan> plans, const TrendOptions& options = {},
                   const Rules& rules = Rules::builtin());

}  // namespace zhibiao
