// Check, its rules: those of types plausible, state, announce, part, parts, day, period and total. Input: the lexicon;
// output: tables and patterns. Tested by the rules' examples and tests/check/.
#include "check/check_rules.hpp"

#include <algorithm>
#include <utility>

namespace zhibiao::check {
namespace {

/// `千人 千人口` as a list; several blanks are one.
std::vector<std::string_view> words_of(std::string_view text) {
  auto words = rules::parts_of(text, ' ');
  std::erase(words, std::string_view());
  return words;
}

bool among(const std::vector<std::string_view>& words, std::string_view one) {
  return words.empty() || std::find(words.begin(), words.end(), one) != words.end();
}

template <typename Pair>
void longest_first(std::vector<Pair>& words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Pair& a, const Pair& b) { return a.first.size() > b.first.size(); });
}

}  // namespace

CheckRules::CheckRules(const rules::Lexicon& lexicon) {
  for (const rules::Rule& rule : lexicon.rules()) {
    if (rule.type == "plausible") {
      plausible_.push_back({&rule, words_of(rule.view("unit")), words_of(rule.view("per")),
                            Decimal::parse(rule.get("min")), Decimal::parse(rule.get("max"))});
      for (const auto& word : rule.words) ends_.emplace_back(word, &plausible_.back());
    }
    if (rule.type == "state") {
      states_.push_back({&rule, words_of(rule.view("apart"))});
      for (const auto& word : rule.words) state_ends_.emplace_back(word, &states_.back());
    }
    if (rule.type == "total") {
      for (const auto& word : rule.words) total_rows_.emplace(word, &rule);
    }
    if (rule.type == "part") parts_.push_back({{rule, lexicon.fragments()}, rule.get("sum") == "equal"});
    for (const auto& [type, patterns] :
         {std::pair{"announce", &announcements_}, {"parts", &between_parts_}, {"day", &days_}, {"period", &periods_}}) {
      if (rule.type == type) patterns->emplace_back(rule, lexicon.fragments());
    }
  }
  longest_first(ends_);
  longest_first(state_ends_);
}

const Plausible* CheckRules::plausible_for(const Fact& fact) const {
  for (const auto& [word, plausible] : ends_) {
    if (fact.indicator.ends_with(word) && among(plausible->units, fact.unit) && among(plausible->pers, fact.per)) {
      return plausible;
    }
  }
  return nullptr;
}

const State* CheckRules::state_of(std::string_view indicator) const {
  for (const auto& [word, state] : state_ends_) {
    if (indicator.ends_with(word)) return state;
  }
  return nullptr;
}

const rules::Rule* CheckRules::total_row(std::string_view cell) const {
  const auto found = total_rows_.find(cell);
  return found == total_rows_.end() ? nullptr : found->second;
}

}  // namespace zhibiao::check
