// Command line, `report`, several plans together. Input: documents and older plans; output: sections of the page.
// Tested by tests/cli/report_sections_test.cpp and tests/browser.
#include "cli/report_sections.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "cli/diff_parts.hpp"
#include "write/report/changes.hpp"
#include "write/report/trends.hpp"
#include "zhibiao/plan_match.hpp"
#include "zhibiao/trend.hpp"

namespace zhibiao::cli {
namespace {

using write::report::PageWord;
using write::report::Section;

/// The documents with the facts of some roles, and the number by which the page knows each fact.
struct Plans {
  std::vector<Plan> plans;
  std::map<const Fact*, std::size_t> numbers;
};

Plans plans_of(std::span<const ReportDocument> documents) {
  Plans made;
  std::vector<std::vector<std::size_t>> numbers;
  std::size_t number = 0;
  for (const ReportDocument& document : documents) {
    const Analysis& analysis = document.analysis;
    Plan plan{document.source.name(), analysis.document, analysis.items, {}};
    std::vector<std::size_t>& of_plan = numbers.emplace_back();
    for (const Fact& fact : analysis.facts) {
      ++number;
      if (fact.role != Role::target) continue;
      plan.facts.push_back(fact);
      of_plan.push_back(number);
    }
    made.plans.push_back(std::move(plan));
  }
  for (std::size_t i = 0; i < made.plans.size(); ++i) {
    for (std::size_t j = 0; j < numbers[i].size(); ++j) made.numbers[&made.plans[i].facts[j]] = numbers[i][j];
  }
  return made;
}

/// All plans, a file on both sides once.
std::vector<Plan> all_plans(const std::vector<Plan>& before, const std::vector<Plan>& after) {
  std::vector<Plan> plans = after;
  for (const Plan& plan : before) {
    const bool there = std::any_of(after.begin(), after.end(), [&](const Plan& p) { return p.file == plan.file; });
    if (!there) plans.push_back(plan);
  }
  return plans;
}

bool have_years(const std::vector<Plan>& plans) {
  std::set<int> years;
  return std::all_of(plans.begin(), plans.end(), [&](const Plan& plan) {
    return plan.document.plan_year && years.insert(*plan.document.plan_year).second;
  });
}

Section changes(const std::vector<Plan>& before, const Plans& after, const Rules& rules, Language language) {
  const auto matches = match_plans(before, after.plans);
  const write::Diff diff = make_diff(before, after.plans, matches, {}, rules);
  // m12 is the mark of fact 12 in the text.
  const auto place = [&](const Fact& fact) {
    const auto found = after.numbers.find(&fact);
    return found == after.numbers.end() ? std::string() : "m" + std::to_string(found->second);
  };
  return {"changes", word(PageWord::changes, language), write::report::changes_html(diff, language, place)};
}

Section trends(const std::vector<Plan>& plans, const Rules& rules, Language language) {
  const Trend trend = follow_facts(plans, {}, rules);
  const auto table = write::make_trend_table(plans, trend, write::TrendBy::year, false);
  const PageWord title = have_years(plans) ? PageWord::trends : PageWord::side_by_side;
  return {"trends", word(title, language), write::report::trends_html(table, language)};
}

}  // namespace

std::vector<Section> report_sections(std::span<const ReportDocument> documents, const std::vector<Plan>& old_plans,
                                     const Rules& rules, Language language) {
  std::vector<Section> sections;
  const Plans made = plans_of(documents);
  std::vector<Plan> before = old_plans;
  for (Plan& plan : before) std::erase_if(plan.facts, [](const Fact& fact) { return fact.role != Role::target; });
  if (!before.empty() && !made.plans.empty()) sections.push_back(changes(before, made, rules, language));
  const std::vector<Plan> all = all_plans(before, made.plans);
  // Two plans that are compared already say no more as drawings.
  if (all.size() >= (before.empty() ? 2U : 3U)) sections.push_back(trends(all, rules, language));
  return sections;
}

}  // namespace zhibiao::cli
