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

/// Calls `take(match, rule)` for every match of the masks that does not overlap what is taken; their order is priority. A
/// group `span` narrows the match to itself.
template <typename Take>
void collect(std::string_view text, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
             std::vector<Span>& taken, const Take& take) {
  rules::Match match;
  for (const auto& [index, first, last] : candidates) {
    if (static_cast<std::size_t>(index) >= lexicon.first_cue()) return;
    const auto& pattern = lexicon.prose().patterns()[static_cast<std::size_t>(index)];
    for (std::size_t from = first; from <= text.size() && pattern.find(text, from, match, last);) {
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

bool holds_date(std::string_view text, const rules::Lexicon& lexicon, const rules::Candidates& candidates) {
  rules::Match match;
  return std::any_of(candidates.begin(), candidates.end(), [&](const rules::Candidate& one) {
    const auto& pattern = lexicon.prose().patterns()[static_cast<std::size_t>(one.pattern)];
    return pattern.rule().type == "date" && pattern.find(text, one.first, match, one.last);
  });
}

Mentions find_landmarks(std::string_view sentence, const rules::Lexicon& lexicon, const YearContext& years) {
  rules::Candidates candidates;
  lexicon.prose().candidates(sentence, candidates);
  return find_landmarks(sentence, lexicon, candidates, years);
}

Mentions find_landmarks(std::string_view sentence, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
                        const YearContext& years) {
  Mentions mentions;
  std::vector<Span> taken;
  collect(sentence, lexicon, candidates, taken, [&](const rules::Match& match, const rules::Rule& rule) {
    if (rule.type == "name") {
      mentions.names.push_back({match.span, &rule});
    } else if (rule.type == "date") {
      mentions.dates.push_back(resolve_date(sentence, match, rule, years));
    } else if (rule.type == "population") {
      mentions.populations.push_back({match.span, &rule});
    } else {
      const Span group = match.group("per");
      const std::string_view fixed = rule.view("per");
      const std::string_view per = !fixed.empty() ? fixed : sentence.substr(group.begin, group.size());
      mentions.pers.push_back({match.span, std::string(per), &rule});
    }
  });
  sort_by_place(mentions.names);
  sort_by_place(mentions.dates);
  sort_by_place(mentions.populations);
  sort_by_place(mentions.pers);
  return mentions;
}

Mentions find_mentions(std::string_view sentence, const rules::Lexicon& lexicon, const YearContext& years) {
  rules::Candidates candidates;
  lexicon.prose().candidates(sentence, candidates);
  return find_mentions(sentence, lexicon, candidates, find_figures(sentence, lexicon), years);
}

Mentions find_mentions(std::string_view sentence, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
                       const Figures& figures, const YearContext& years) {
  Mentions mentions = find_landmarks(sentence, lexicon, candidates, years);
  std::vector<Span> names;
  for (const auto& name : mentions.names) names.push_back(name.span);
  std::vector<Span> masked = names;
  for (const auto& date : mentions.dates) masked.push_back(date.span);
  for (const auto& population : mentions.populations) masked.push_back(population.span);
  for (const auto& per : mentions.pers) masked.push_back(per.span);
  std::sort(masked.begin(), masked.end(), [](Span a, Span b) { return a.begin < b.begin; });
  mentions.quantities = find_quantities(sentence, figures, masked, names, lexicon);
  return mentions;
}

}  // namespace zhibiao::extract
