// The lists of words in rule files: a word that stands twice is changed in one place and stays in the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/lexicon.hpp"
#include "zhibiao/rules.hpp"

using zhibiao::Rules;

TEST_CASE("no word stands twice in a list, and no unit in two") {
  std::map<std::string, std::string> units;
  for (const auto& rule : Rules::builtin().lexicon().rules()) {
    std::set<std::string> words;
    for (const std::string& word : rule.words) {
      CHECK_MESSAGE(words.insert(word).second, rule.place(), ": ", word, " stands twice in ", rule.id);
      if (rule.type != "units") continue;
      const auto [known, first] = units.emplace(word, rule.id);
      CHECK_MESSAGE(first, rule.place(), ": ", word, " stands in ", known->second, " too");
    }
  }
  CHECK(units.size() > 500);
}

TEST_CASE("lists that are looked up by people are sorted, as their files say") {
  int lists = 0;
  for (const auto& rule : Rules::builtin().lexicon().rules()) {
    const std::string file = rule.place().substr(0, rule.place().find(':'));
    if (file != "verbs.toml" && file != "words.toml" && file != "units.toml") continue;
    const auto early = std::ranges::is_sorted_until(rule.words);
    if (early != rule.words.end())
      FAIL_CHECK(rule.place(), ": ", *early, " stands behind a word of a later code point");
    ++lists;
  }
  CHECK(lists > 50);
}
