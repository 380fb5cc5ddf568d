// Command line, `diff`, its rows. Input: pairs of plans; output: what became of each fact, chosen and sorted.
// Tested by tests/compare/diff_options_test.cpp.
#include "cli/diff_parts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "compare/dictionary.hpp"
#include "zhibiao/achieved.hpp"

namespace zhibiao::cli {
namespace {

using write::Diff;
using write::DiffPart;
using write::DiffRow;

const std::vector<Fact> kNone;

const Plan* plan_at(const std::vector<Plan>& side, const std::optional<std::size_t>& index) {
  return index ? &side[*index] : nullptr;
}

/// All names that may be used for the row.
bool is_called(const DiffRow& row, const std::string& name) {
  if (row.near) return name == "near";
  return name_of(row.change.status) == name || name_of(row.change.strictness) == name ||
         (name == "moved" && row.pair() && row.change.moved) || (row.achieved && name_of(*row.achieved) == name);
}

bool is_wanted(const DiffRow& row, const DiffRequest& request) {
  if (!request.only.empty()) {
    return std::any_of(request.only.begin(), request.only.end(),
                       [&](const std::string& name) { return is_called(row, name); });
  }
  const ChangeStatus no_news = request.achieved ? ChangeStatus::added : ChangeStatus::same;
  return !request.quiet || row.near || row.change.status != no_news;
}

void count(const DiffRow& row, write::DiffCounts& counts) {
  if (row.near) {
    ++counts.near;
    return;
  }
  ++counts.statuses[row.change.status];
  if (row.pair() && row.achieved) ++counts.achievements[*row.achieved];
}

bool has_section(const Fact& fact) { return !fact.item.empty() || !fact.heading.empty(); }

std::vector<DiffRow> rows_of(const DiffPart& part, const DiffRequest& request, const Rules& rules) {
  const auto& old_facts = part.old_plan == nullptr ? kNone : part.old_plan->facts;
  const auto& new_facts = part.new_plan == nullptr ? kNone : part.new_plan->facts;
  const auto year = part.old_plan == nullptr ? std::nullopt : part.old_plan->document.plan_year;
  const Comparison found = request.achieved
                               ? compare_facts(old_facts, as_targets(new_facts, year), request.compare, rules)
                               : compare_facts(old_facts, new_facts, request.compare, rules);
  std::vector<DiffRow> rows;
  const auto add = [&](const Change& change, bool near) {
    DiffRow row{.change = change, .near = near};
    if (change.old_fact) row.old_fact = &old_facts[*change.old_fact];
    if (change.new_fact) row.new_fact = &new_facts[*change.new_fact];
    // A review never stands where the plan stood; a table without items says nothing of sections.
    if (request.achieved || (row.pair() && !(has_section(*row.old_fact) && has_section(*row.new_fact)))) {
      row.change.moved = false;
    }
    if (request.achieved && row.old_fact != nullptr && !near) {
      row.achieved = row.pair() ? achievement_of(change, *row.old_fact, *row.new_fact) : Achievement::unknown;
    }
    rows.push_back(std::move(row));
  };
  for (const Change& change : found.changes) add(change, false);
  for (const Change& change : found.near_misses) add(change, true);
  return rows;
}

/// Rows without such a number stand behind.
double sort_number(const DiffRow& row, DiffOrder order) {
  if (order == DiffOrder::similarity) return row.pair() ? row.change.similarity : 2;
  return row.change.percent ? -std::abs(row.change.percent->approx()) : 1;
}

void sort_rows(std::vector<DiffRow>& rows, DiffOrder order) {
  const auto before = [&](const DiffRow& a, const DiffRow& b) {
    if (a.near || b.near) return a.near < b.near;
    switch (order) {
      case DiffOrder::section: return false;
      case DiffOrder::status: return a.change.status < b.change.status;
      case DiffOrder::indicator: return a.any().indicator < b.any().indicator;
      default: return sort_number(a, order) < sort_number(b, order);
    }
  };
  std::stable_sort(rows.begin(), rows.end(), before);
}

}  // namespace

const std::vector<std::string>& diff_choices() {
  static const std::vector<std::string> kChoices = {"raised",  "lowered", "same",   "changed", "added",
                                                    "dropped", "tighter", "looser", "moved",   "near",
                                                    "met",     "missed",  "unknown"};
  return kChoices;
}

Diff make_diff(const std::vector<Plan>& old_side, const std::vector<Plan>& new_side,
               const std::vector<PlanMatch>& matches, const DiffRequest& request, const Rules& rules) {
  Diff diff;
  diff.achieved = request.achieved;
  diff.chosen = !request.only.empty();
  diff.sectioned = request.order == DiffOrder::section;
  diff.threshold = request.compare.threshold;
  std::optional<compare::Dictionary> dictionary;
  if (request.explain) dictionary.emplace(rules.lexicon());
  for (const PlanMatch& match : matches) {
    DiffPart part{plan_at(old_side, match.old_plan), plan_at(new_side, match.new_plan), {}};
    part.rows = rows_of(part, request, rules);
    for (const DiffRow& row : part.rows) count(row, diff.counts);
    std::erase_if(part.rows, [&](const DiffRow& row) { return !is_wanted(row, request); });
    sort_rows(part.rows, request.order);
    for (DiffRow& row : part.rows) {
      if (!dictionary || !row.pair()) continue;
      row.read_as = {dictionary->canonical(row.old_fact->indicator), dictionary->canonical(row.new_fact->indicator)};
    }
    diff.parts.push_back(std::move(part));
  }
  return diff;
}

}  // namespace zhibiao::cli
