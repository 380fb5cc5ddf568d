// Command line, `diff --outline`: the outlines of plans side by side.
#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "write/outline_diff.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/plan_match.hpp"

namespace zhibiao::cli {

struct OutlineDiffOptions {
  WriteOptions write;  ///< resolved over write::outline_diff_formats()
  std::string output;  ///< file; empty: the context's output
  write::OutlineLooks looks;
  bool exit_code = false;
};

/// Compares the items of each pair and writes what became of them; a plan without partner is all added or all dropped. Returns the exit status: with `exit_code` kFails where
/// anything is added, dropped, renamed or moved.
int run_outline_diff(const std::vector<Plan>& old_side, const std::vector<Plan>& new_side,
                     const std::vector<PlanMatch>& matches, const OutlineDiffOptions& options, const Context& context);

}  // namespace zhibiao::cli
