// Extract stage: which patterns each screen stands for. Tested by tests/rules/screen_test.cpp and tests/extract/.
#include "extract/screens.hpp"

#include "extract/mentions.hpp"

namespace zhibiao::extract {
namespace {

template <typename Wanted>
std::vector<const rules::Pattern*> patterns_of(const rules::PatternSet& set, const Wanted& wanted) {
  std::vector<const rules::Pattern*> patterns;
  for (const rules::Pattern& pattern : set.patterns()) {
    if (wanted(pattern)) patterns.push_back(&pattern);
  }
  return patterns;
}

bool is_date(const rules::Pattern& pattern) { return pattern.rule().type == "date"; }

bool is_opener(const rules::Pattern& pattern) {
  return pattern.rule().type == "cue" && (pattern.where() == kOpener || pattern.where() == kWeakOpener);
}

bool is_of_headings(const rules::Pattern& pattern) {
  return pattern.rule().type == "cue" && (pattern.where() == kHeading || pattern.where() == kWeakHeading);
}

}  // namespace

Screens::Screens(const rules::Lexicon& lexicon)
    : quantities(patterns_of(lexicon.quantities(), [](const auto&) { return true; }), print_of_sign),
      dates(patterns_of(lexicon.prose(), is_date)),
      openers(patterns_of(lexicon.prose(), is_opener)),
      headings(patterns_of(lexicon.prose(), is_of_headings)) {}

}  // namespace zhibiao::extract
