// Write, the counts behind a summary. Input: an analysis; output: numbers and the facts worth naming.
// Tested by tests/write/summary_test.cpp.
#include "write/summary.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "write/sections.hpp"

namespace zhibiao::write {
namespace {

constexpr std::size_t kDeadlines = 5;
constexpr std::size_t kLargestPerKind = 3;
constexpr std::size_t kRates = 6;

/// A key that sorts by the last day: a month ends after its days, a year after its months; empty for no date.
std::string due_key(std::string_view deadline) {
  return deadline_year(deadline) > 0 ? std::string(deadline_end(deadline)) + "-99-99" : std::string();
}

std::vector<SectionCount> count_sections(const Analysis& analysis) {
  std::vector<SectionCount> sections(1);
  for (const Item& item : analysis.items) {
    if (item.level == 1) sections.push_back({&item, 0});
  }
  for (const Fact& fact : analysis.facts) {
    if (fact.role != Role::target) continue;
    const Item* section = section_of(analysis, fact);
    const auto home = std::find_if(sections.begin(), sections.end(), [&](const auto& s) { return s.item == section; });
    ++home->targets;
  }
  if (sections.front().targets == 0) sections.erase(sections.begin());
  return sections;
}

std::vector<const Fact*> first_due(const std::vector<Fact>& facts) {
  std::vector<const Fact*> due;
  for (const Fact& fact : facts) {
    if (fact.role == Role::target && !due_key(fact.deadline).empty()) due.push_back(&fact);
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const Fact* a, const Fact* b) { return due_key(a->deadline) < due_key(b->deadline); });
  due.resize(std::min(due.size(), kDeadlines));
  return due;
}

/// One of each section, then more of the first ones.
std::vector<const Fact*> choose_rates(const std::vector<Fact>& facts) {
  std::vector<const Fact*> chosen;
  std::vector<const Fact*> others;
  std::set<std::string_view> sections;
  for (const Fact& fact : facts) {
    if (fact.role != Role::target || fact.kind != Kind::rate || !fact.value || fact.indicator.empty()) continue;
    (sections.insert(std::string_view(fact.item).substr(0, fact.item.find('/'))).second ? chosen : others)
        .push_back(&fact);
  }
  chosen.insert(chosen.end(), others.begin(), others.end());
  chosen.resize(std::min(chosen.size(), kRates));
  std::sort(chosen.begin(), chosen.end());  // pointers into one vector: the order of the text
  return chosen;
}

void add_largest(const std::vector<Fact>& facts, Kind kind, std::vector<const Fact*>& largest) {
  std::vector<const Fact*> found;
  for (const Fact& fact : facts) {
    if (fact.role == Role::target && fact.kind == kind && fact.value) found.push_back(&fact);
  }
  const auto size = [](const Fact* fact) { return fact->value_max.value_or(*fact->value); };
  std::stable_sort(found.begin(), found.end(), [&](const Fact* a, const Fact* b) { return size(a) > size(b); });
  found.resize(std::min(found.size(), kLargestPerKind));
  largest.insert(largest.end(), found.begin(), found.end());
}

}  // namespace

Summary summarise(const Analysis& analysis) {
  Summary summary;
  for (const Item& item : analysis.items) {
    if (item.level == 0) continue;
    if (summary.levels.size() < item.level) summary.levels.resize(item.level);
    ++summary.levels[item.level - 1];
  }
  for (const Fact& fact : analysis.facts) {
    ++summary.roles[fact.role];
    if (fact.role == Role::target) ++summary.kinds[fact.kind];
    if (fact.role == Role::result) ++summary.result_kinds[fact.kind];
  }
  summary.sections = count_sections(analysis);
  summary.deadlines = first_due(analysis.facts);
  summary.rates = choose_rates(analysis.facts);
  for (const Kind kind : {Kind::money, Kind::count, Kind::measure}) add_largest(analysis.facts, kind, summary.largest);
  return summary;
}

}  // namespace zhibiao::write
