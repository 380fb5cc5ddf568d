// Command line, `diff`: which rows are printed, and in which order.
#pragma once

#include <string>
#include <vector>

#include "write/diff/rows.hpp"
#include "zhibiao/compare.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/plan_match.hpp"
#include "zhibiao/rules.hpp"

namespace zhibiao::cli {

/// What rows are sorted by, within their pair of plans; near misses always stand behind.
enum class DiffOrder {
  section,     ///< as in the new plan, what it dropped behind
  status,      ///< raised, lowered, same, changed, added, dropped
  percent,     ///< the largest change first, up or down
  similarity,  ///< the most doubtful pair first
  indicator    ///< by name
};

struct DiffRequest {
  bool achieved = false;  ///< old targets against new results
  CompareOptions compare;
  std::vector<std::string> only;  ///< statuses and the like of the rows wanted; empty: all
  bool quiet = false;             ///< leave out what is no news: what stays the same, results that answer no target
  DiffOrder order = DiffOrder::section;
  bool explain = false;  ///< fill in what --explain shows
};

/// The words that DiffRequest::only takes.
const std::vector<std::string>& diff_choices();

/// Compares each pair of plans. The plans hold the facts to compare and must outlive the result.
write::Diff make_diff(const std::vector<Plan>& old_side, const std::vector<Plan>& new_side,
                      const std::vector<PlanMatch>& matches, const DiffRequest& request, const Rules& rules);

}  // namespace zhibiao::cli
