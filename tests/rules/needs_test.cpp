// The filter in front of the patterns: it may pass too much, never too little.
#include "rules/needs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rules/leads.hpp"
#include "rules/lexicon.hpp"
#include "rules/packed.hpp"
#include "zhibiao/rules.hpp"

using namespace zhibiao;

namespace {

const rules::Lexicon& builtin() { return Rules::builtin().lexicon(); }

std::vector<std::string> lines_of_plans() {
  std::vector<std::string> lines;
  for (const char* folder : {"/seeds", "/tests/gold"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ZHIBIAO_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      for (std::string line; std::getline(in, line);) lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("the words that a pattern cannot do without") {
  using rules::Needs;
  CHECK(rules::find_needs("全覆盖") == Needs{{"全覆盖"}});
  CHECK(rules::find_needs("(?:甲|乙)[丙丁戊己庚辛壬癸子丑寅卯]{2}(?:年底|月底)") ==
        Needs{{"月底", "年底"}, {"甲", "乙"}});
  CHECK(rules::find_needs("(?:年底)?前?") == Needs{});
  CHECK(rules::find_needs("GDP") == Needs{{"gdp"}});
  CHECK(rules::find_needs("(") == Needs{});
  // Capitals of other scripts as well as small letters: only Latin ones are told without regard to case.
  CHECK(rules::find_needs("Ⅲ类") == Needs{{"ⅲ类", "Ⅲ类"}});
  CHECK(rules::find_needs("ΑΒ年底") == Needs{});
}

TEST_CASE("where in a match the words stand that a pattern needs") {
  const auto lead = [](const char* expression, const std::vector<std::string>& words) {
    return rules::lead_of(rules::parse_expression(expression)->root, words);
  };
  CHECK(lead("全覆盖", {"全覆盖"}) == rules::Lead{0, 0});
  CHECK(lead("实现全覆盖", {"覆盖"}) == rules::Lead{9, 9});
  CHECK(lead("GDP增长", {"gdp"}) == rules::Lead{0, 0});
  CHECK(lead("甲?(?:乙|丙丁)[戊己]{2,3}年底", {"年底"}) == rules::Lead{5, 21});
  CHECK(lead("甲(?:乙丙|丁)", {"丙", "丁"}) == rules::Lead{3, 6});
  CHECK(lead("甲.*[年月]", {"年", "月"}) == rules::Lead{3, rules::kEndless});
  CHECK(lead("(?:甲乙)+年", {"乙"}) == rules::Lead{3, 3});
  CHECK(lead("(?:甲乙)*年", {"乙"}) == rules::Lead{0, rules::kEndless});
  CHECK(lead("年[底末]", {"年底", "年末"}) == rules::Lead{0, 7});  // put together of two parts
}

TEST_CASE("what the build found is what would be found now") {
  CHECK(!rules::packed_needs().empty());
  for (const auto* set : {&builtin().prose(), &builtin().quantities()}) {
    for (const auto& pattern : set->patterns()) {
      CAPTURE(pattern.rule().id);
      for (const auto& expression : pattern.demands()) {
        CHECK(rules::needs_of(expression) == rules::find_needs(expression));
      }
    }
  }
}

TEST_CASE("a pattern that matches a line of a plan is a candidate there") {
  const auto lines = lines_of_plans();
  REQUIRE(lines.size() > 500);
  rules::Candidates candidates;
  rules::Match match;
  std::size_t matches = 0;
  for (const auto& line : lines) {
    builtin().prose().candidates(line, candidates);
    const auto& patterns = builtin().prose().patterns();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (!patterns[i].find(line, 0, match)) continue;
      ++matches;
      const auto told = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const auto& one) { return one.pattern == static_cast<int>(i); });
      CHECK_MESSAGE(told != candidates.end(), patterns[i].rule().id, ": ", line);
      if (told == candidates.end()) continue;
      const std::size_t begin = match.span.begin;
      CHECK(told->first <= begin);
      // And the last of the matches.
      for (std::size_t from = begin; from <= line.size() && patterns[i].find(line, from, match);
           from = match.span.begin + 1) {
        CHECK_MESSAGE(match.span.begin <= told->last, patterns[i].rule().id, ": ", line);
      }
    }
  }
  CHECK(matches > 1000);
}

TEST_CASE("a pattern that needs a character of another plane is found by it") {
  const rules::RuleFile own = rules::parse_rule_file(
      "own.toml", "[[name]]\nid = 'name.own'\nabout = 'one'\nmatch = '𠮷[0-9]'\nyes = []\nno = []\n");
  const rules::Lexicon lexicon({own});
  rules::Candidates candidates;
  lexicon.prose().candidates("新建𠮷3家", candidates);
  REQUIRE(candidates.size() == 1);
  CHECK(candidates[0].pattern == 0);
}
