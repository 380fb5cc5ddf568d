// The command `diff`: what a new plan raised, lowered, added and dropped against an old one.
// Tested by tests/compare/diff_*_test.cpp and tests/golden/diff-*.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/diff_options.hpp"
#include "cli/diff_parts.hpp"
#include "cli/options.hpp"
#include "cli/outline_diff.hpp"
#include "cli/output.hpp"
#include "cli/plans.hpp"
#include "write/diff/writer.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// Both sides; one of them is empty where nothing was to be read: against nothing at all, everything would seem new.
struct Sides {
  std::vector<Plan> before;
  std::vector<Plan> after;
  bool failed = false;  ///< something could not be read
  bool any_empty() const { return before.empty() || after.empty(); }
};

void tell_unmatched(const Context& context, const Sides& sides, const std::vector<PlanMatch>& matches) {
  for (const PlanMatch& match : matches) {
    if (match.old_plan && match.new_plan) continue;
    const Plan& plan = match.new_plan ? sides.after[*match.new_plan] : sides.before[*match.old_plan];
    context.warning(plan.file, fmt::format("no plan of the {} side has its issuer and title; all in it counts as {}",
                                           match.new_plan ? "old" : "new", match.new_plan ? "added" : "dropped"));
  }
}

void tell_same_file(const Context& context, const std::vector<std::string>& files) {
  std::error_code ignored;
  if (files[0] == files[1] || std::filesystem::equivalent(files[0], files[1], ignored)) {
    context.warning(files[1], "OLD and NEW are the same");
  }
}

std::vector<std::string> write_out(Output& output, const write::Diff& diff, const WriteOptions& write,
                                   const write::DiffLooks& looks) {
  if (!is_binary(write.format)) return write::write_diff(output.stream(), diff, write, looks);
  try {
    return write::write_diff_workbook(output.path(), diff, write);
  } catch (const Error& error) {
    throw output.as_asked(error);
  }
}

int answer(const DiffOptions& options, const write::Diff& diff) {
  if (!options.exit_code) return kDone;
  const write::DiffCounts& counts = diff.counts;
  const bool fails = options.achieved ? counts.achievements[Achievement::missed] > 0
                                      : counts.statuses.sum() > counts.statuses[ChangeStatus::same];
  return fails ? kFails : kDone;
}

Sides read_sides(const DiffOptions& options, const Context& context, const ReadOptions& reading, const Rules& rules) {
  Analyzer analyzer(rules);
  PlansRead before = read_plans(context, {options.files[0]}, reading, analyzer);
  PlansRead after = read_plans(context, {options.files[1]}, reading, analyzer);
  Sides sides{std::move(before.plans), std::move(after.plans), before.failed || after.failed};
  if (!sides.any_empty()) tell_same_file(context, options.files);
  return sides;
}

int run_outlines(const DiffOptions& options, const Context& context) {
  options.check_outline();
  OutlineDiffOptions outline;
  outline.write = options.output.resolve(context, write::outline_diff_formats(), Format::tree, Format::csv);
  outline.output = options.output.output;
  outline.looks = {.all = options.all, .colour = outline.write.colour};
  outline.exit_code = options.exit_code;
  const ReadOptions reading = options.reading.resolve();
  const ChosenRules rules(options.rules);
  const Sides sides = read_sides(options, context, reading, rules.get());
  if (sides.any_empty()) return kTrouble;
  const auto matches = match_plans(sides.before, sides.after);
  tell_unmatched(context, sides, matches);
  const int status = run_outline_diff(sides.before, sides.after, matches, outline, context);
  return sides.failed ? kTrouble : status;
}

int run_diff(const DiffOptions& options, const Context& context) {
  if (options.files.size() != 2) throw UsageError("diff compares two sides: name OLD and NEW, a file or folder each");
  if (options.files[0] == "-" && options.files[1] == "-") throw UsageError("only one of OLD and NEW can be '-'");
  if (options.outline) return run_outlines(options, context);
  const WriteOptions write = options.output.resolve(context, write::diff_formats(), Format::table, Format::csv);
  const DiffRequest request = options.request(write.format);
  const auto [old_role, new_role] = options.roles();
  const write::DiffLooks looks{.explain = options.explain, .colour = write.colour};
  const ReadOptions reading = options.reading.resolve();
  const ChosenRules rules(options.rules);
  Sides sides = read_sides(options, context, reading, rules.get());
  if (sides.any_empty()) return kTrouble;
  keep_roles(context, sides.before, {old_role});
  keep_roles(context, sides.after, {new_role});
  const auto matches = match_plans(sides.before, sides.after);
  tell_unmatched(context, sides, matches);
  write::Diff diff = make_diff(sides.before, sides.after, matches, request, rules.get());
  diff.options = options.told(request);
  Output output(context.out, options.output.output, is_binary(write.format));
  const auto warnings = write_out(output, diff, write, looks);
  output.commit();
  for (const std::string& warning : warnings) context.warning("", warning);
  return sides.failed ? kTrouble : answer(options, diff);
}

}  // namespace

OptionsHandle add_diff(CommandLine& line, const Context& context) {
  auto options = std::make_shared<DiffOptions>();
  Command command =
      line.root().command("diff", "what a new plan raised, lowered, added and dropped against an old one");
  options->declare(command);
  options->output.declare(command, write::diff_formats());
  options->reading.declare(command);
  command.note(
      "Status: raised, lowered (by the numbers, after units), same, changed (not to be put in order: definition, "
      "scope, "
      "unit, bound or deadline differ), added, dropped. Tighter and looser say whether more is asked for.");
  command.note("Exit status: 0 done, 2 could not do all of it; with --exit-code 1 if anything differs.");
  command.example("zhibiao diff 2021.txt 2022.txt", "side by side, by section of the new plan");
  command.example("zhibiao diff 2021.txt 2022.txt --only raised,dropped --explain",
                  "only these, each with both sentences");
  command.example("zhibiao diff plans-2021/ plans-2022/ -o diff.xlsx", "plan by plan, as a workbook");
  command.example("zhibiao diff 2021.txt 2022.txt --achieved", "last year's targets, this year's results");
  command.example("zhibiao diff 2021.txt 2022.txt --outline", "sections and items instead of targets");
  command.action([options, context] { return run_diff(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
