// Command line, `diff`, its options. Input: options as typed; output: what is asked for, or one line on what is wrong.
// Tested by tests/compare/diff_options_test.cpp.
#include "cli/diff_options.hpp"

#include <fmt/format.h>

#include "cli/options.hpp"

namespace zhibiao::cli {
namespace {

constexpr double kNearMisses = 0.7;  ///< of the threshold, where --near-misses names no similarity

std::vector<std::string> role_choices() { return {"target", "result"}; }

std::vector<std::string> order_choices() { return {"section", "status", "percent", "similarity", "indicator"}; }

}  // namespace

DiffRequest DiffOptions::request(Format format) const {
  DiffRequest made;
  if (achieved && !role.empty()) {
    throw UsageError("--achieved compares targets with results: leave --role out");
  }
  made.achieved = achieved;
  made.compare.threshold = chosen_similarity("--threshold", threshold, CompareOptions().threshold);
  if (!near_misses.empty()) {
    const double from = made.compare.threshold * kNearMisses;
    const std::string named = near_misses == "default" ? std::string() : near_misses;
    made.compare.near_misses = chosen_similarity("--near-misses", named, from);
    if (made.compare.near_misses >= made.compare.threshold) {
      throw UsageError(
          fmt::format("--near-misses={} is not below the threshold {}", near_misses, made.compare.threshold));
    }
  }
  if (!only.empty()) {
    for (const std::string& name : split_list(only)) {
      made.only.push_back(diff_choices()[chosen("status", name, diff_choices())]);
    }
  }
  made.order = static_cast<DiffOrder>(chosen("order", order, order_choices()));
  made.quiet = !all && (format == Format::table || format == Format::md);
  made.explain = explain;
  if (explain && format != Format::table) {
    throw UsageError(fmt::format("--explain is for --format table, not for {}", name_of(format)));
  }
  return made;
}

std::pair<Role, Role> DiffOptions::roles() const {
  const bool results = !role.empty() && chosen("role", role, role_choices()) == 1;
  return {results ? Role::result : Role::target, results || achieved ? Role::result : Role::target};
}

void DiffOptions::check_outline() const {
  const std::pair<const char*, bool> given[] = {
      {"--role", !role.empty()},          {"--achieved", achieved}, {"--only", !only.empty()},
      {"--sort", order != "section"},     {"--explain", explain},   {"--near-misses", !near_misses.empty()},
      {"--threshold", !threshold.empty()}};
  for (const auto& [name, is_given] : given) {
    if (is_given) throw UsageError(fmt::format("--outline compares items, not targets: leave {} out", name));
  }
}

std::vector<std::pair<std::string, std::string>> DiffOptions::told(const DiffRequest& request) const {
  std::vector<std::pair<std::string, std::string>> list = {
      {"--threshold", fmt::format("{}", request.compare.threshold)}};
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) list.emplace_back(name, value);
  };
  if (!near_misses.empty()) add("--near-misses", fmt::format("{}", request.compare.near_misses));
  add("--role", role);
  if (achieved) add("--achieved", "yes");
  add("--only", only);
  add("--sort", order);
  for (const std::string& file : rules) add("--rules", file);
  return list;
}

void DiffOptions::declare(Command& command) {
  command
      .arguments("OLD NEW", files,
                 "two plans, two folders of plans (paired by issuer, title and year) or tables that 'zhibiao targets' "
                 "wrote; - for standard input")
      .file();
  command.option("--role", role, "ROLE", "compare target (the default) or result (reported as reached)")
      .choices(role_choices());
  command.flag("--achieved", achieved, "compare OLD's targets with the results that NEW reports: met or missed");
  command.flag("--outline", outline,
               "compare sections and items instead: added, dropped, renamed, moved (also --format tree)");
  command.option("--only", only, "A,B,C", "only rows that are {}").list_of(diff_choices());
  command.option("--sort", order, "ORDER", "by section (the default), status, percent, similarity or indicator")
      .choices(order_choices());
  command.flag("--all", all, "in forms for people, show also what is the same");
  command.flag("--explain", explain, "in the table, below each row why it is a pair, what differs, and both sentences");
  command.flag("--near-misses", near_misses, "default", "S",
               "list behind the others pairs that are no pairs, of a similarity from S up to the threshold");
  command.option("--threshold", threshold, "S", "pairs below this similarity are none (0.5)");
  command.flag("--exit-code", exit_code, "status 1 if anything differs (with --achieved: if a target is missed)");
  declare_rule_files(command, rules);
}

}  // namespace zhibiao::cli
