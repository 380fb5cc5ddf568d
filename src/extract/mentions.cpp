// Extract stage: all mentions of a sentence, by priority: names, then dates, populations and denominators, then
// the quantities in what is left. Tested by tests/extract/ and by the rules' own examples.
#include "extract/mentions.hpp"

#include <algorithm>

namespace zhibiao::extract {
namespace {

bool overlaps(const std::vector<Span>& taken, Span span) {
  return std::any_of(taken.begin(), taken.end(),
                     [&](Span one) { return one.begin < span.end && span.begin < one.end; });
}

/// Calls `take(match, rule)` for every match of the set's patterns that does not overlap what is taken; file order
/// is priority. A group `span` narrows the match to itself.
template <typename Take>
void collect(std::string_view text, const rules::PatternSet& set, std::vector<Span>& taken, const Take& take) {
  std::vector<int> candidates;
  set.candidates(text, candidates);
  rules::Match match;
  for (const int index : candidates) {
    const auto& pattern = set.patterns()[static_cast<std::size_t>(index)];
    for (std::size_t from = 0; from <= text.size() && pattern.find(text, from, match);) {
      const Span narrow = match.group("span");
      if (!narrow.empty()) match.span = narrow;
      if (match.span.empty()) break;
      from = match.span.end;
      if (overlaps(taken, match.span)) continue;
      taken.push_back(match.span);
      take(match, pattern.rule());
    }
  }
}

template <typename List>
void sort_by_place(List& list) {
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
}

}  // namespace

Mentions find_mentions(std::string_view sentence, const rules::Lexicon& lexicon, const YearContext& years) {
  Mentions mentions;
  std::vector<Span> taken;
  collect(sentence, lexicon.names(), taken, [&](const rules::Match& match, const rules::Rule& rule) {
    mentions.names.push_back({match.span, &rule});
  });
  collect(sentence, lexicon.dates(), taken, [&](const rules::Match& match, const rules::Rule& rule) {
    mentions.dates.push_back(resolve_date(sentence, match, rule, years));
  });
  collect(sentence, lexicon.populations(), taken, [&](const rules::Match& match, const rules::Rule& rule) {
    mentions.populations.push_back({match.span, &rule});
  });
  collect(sentence, lexicon.pers(), taken, [&](const rules::Match& match, const rules::Rule& rule) {
    const Span group = match.group("per");
    const std::string fixed = rule.get("per");
    mentions.pers.push_back(
        {match.span, !fixed.empty() ? fixed : std::string(sentence.substr(group.begin, group.size())), &rule});
  });
  std::sort(taken.begin(), taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
  sort_by_place(mentions.names);
  std::vector<Span> names;
  for (const auto& name : mentions.names) names.push_back(name.span);
  mentions.quantities = find_quantities(sentence, taken, names, lexicon);
  sort_by_place(mentions.dates);
  sort_by_place(mentions.populations);
  sort_by_place(mentions.pers);
  return mentions;
}

}  // namespace zhibiao::extract
