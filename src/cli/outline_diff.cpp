// Command line, `diff --outline`. Input: pairs of plans; output: what became of their items, and the exit status.
// Tested by tests/compare/outline_diff_command_test.cpp.
#include "cli/outline_diff.hpp"

#include <algorithm>

#include "cli/app.hpp"
#include "cli/output.hpp"
#include "zhibiao/compare_outlines.hpp"

namespace zhibiao::cli {
namespace {

void warn_if_empty(const Plan& plan, const Context& context) {
  if (plan.items.empty()) {
    context.warning(plan.file, "no numbered items found; tables of records have none, so name the document itself");
  }
}

bool differs(const OutlineChange& change) { return change.status != OutlineStatus::same || change.moved; }

}  // namespace

int run_outline_diff(const std::vector<Plan>& old_side, const std::vector<Plan>& new_side,
                     const std::vector<PlanMatch>& matches, const OutlineDiffOptions& options, const Context& context) {
  for (const auto* side : {&old_side, &new_side}) {
    for (const Plan& plan : *side) warn_if_empty(plan, context);
  }
  Output output(context.out, options.output);
  const auto writer = write::outline_diff_writer(output.stream(), options.write, options.looks);
  bool any = false;
  for (const PlanMatch& match : matches) {
    static const Plan kNone;
    const Plan& before = match.old_plan ? old_side[*match.old_plan] : kNone;
    const Plan& after = match.new_plan ? new_side[*match.new_plan] : kNone;
    const auto changes = compare_outlines(before.items, after.items);
    any = any || std::any_of(changes.begin(), changes.end(), differs);
    writer->write(before, after, changes);
  }
  writer->finish();
  output.commit();
  return any && options.exit_code ? kFails : kDone;
}

}  // namespace zhibiao::cli
