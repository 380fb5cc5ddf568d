// Made-up plans: what was written into them is found again, and damage to the text changes nothing of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>

#include "properties/plan.hpp"
#include "properties/records.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/fields.hpp"

namespace {

using namespace properties;
using zhibiao::Fact;

constexpr std::size_t kSentences = 130;
constexpr unsigned kPlans = 6;
constexpr unsigned kFirstSeed = 20260;

std::vector<Fact> facts_of(const std::string& text) {
  zhibiao::Analyzer analyzer;
  return analyzer.analyze(zhibiao::Source("made", text)).facts;
}

struct Score {
  std::size_t wanted = 0;
  std::size_t found = 0;
};

/// What is wrong with a record; empty: nothing.
std::string differences(const Wanted& wanted, const Fact& fact) {
  std::string all;
  for (const auto& [name, text] : wanted.fields) {
    const auto* field = zhibiao::find_field(name);
    REQUIRE(field != nullptr);
    if (field->text(fact) != text) all += fmt::format(" {} is '{}', not '{}';", name, field->text(fact), text);
  }
  return all;
}

/// Found records by form; `wrong` gets a line for each that is missing, different or too much.
std::map<std::string, Score> compare(const Plan& plan, const std::vector<Fact>& facts,
                                     std::vector<std::string>& wrong) {
  std::map<std::string, Score> scores;
  std::map<std::size_t, const Fact*> by_place;
  for (const Fact& fact : facts) by_place[fact.span.begin] = &fact;
  for (const auto& wanted : plan.wanted) {
    Score& score = scores[wanted.form];
    ++score.wanted;
    const auto found = by_place.find(wanted.begin);
    const std::string different = found == by_place.end() ? " no record there" : differences(wanted, *found->second);
    if (found != by_place.end()) by_place.erase(found);
    if (different.empty()) {
      ++score.found;
    } else {
      const std::size_t start = plan.text.rfind('\n', wanted.begin) + 1;
      wrong.push_back(fmt::format("{}: {}:{}", wanted.form,
                                  plan.text.substr(start, plan.text.find('\n', start) - start), different));
    }
  }
  for (const auto& [place, fact] : by_place) wrong.push_back("too much: " + shown(*fact));
  return scores;
}

}  // namespace

TEST_CASE("every fact written into a plan is found, and nothing else") {
  std::map<std::string, Score> all;
  std::vector<std::string> wrong;
  for (unsigned seed = kFirstSeed; seed < kFirstSeed + kPlans; ++seed) {
    const Plan plan = make_plan(seed, kSentences);
    for (const auto& [form, score] : compare(plan, facts_of(plan.text), wrong)) {
      all[form].wanted += score.wanted;
      all[form].found += score.found;
    }
  }
  REQUIRE(all.size() == forms().size());
  for (const auto& line : wrong) CHECK_MESSAGE(line.empty(), line);
  for (const auto& entry : all) {
    const auto& score = entry.second;
    CHECK(score.wanted >= 50);
    CHECK_MESSAGE(score.found == score.wanted, entry.first, ": ", score.found, " of ", score.wanted);
  }
}

TEST_CASE("records of made-up plans stand where they say") {
  for (unsigned seed = kFirstSeed; seed < kFirstSeed + kPlans; ++seed) {
    const zhibiao::Source source("made", make_plan(seed, kSentences).text);
    zhibiao::Analyzer analyzer;
    const auto facts = analyzer.analyze(source).facts;
    CHECK(facts.size() > kSentences / 2);
    for (const auto& line : misplaced(source, facts)) CHECK_MESSAGE(line.empty(), line);
  }
}

TEST_CASE("damage to the text changes no fact") {
  for (const auto& damage : damages()) {
    std::size_t total = 0;
    std::size_t same = 0;
    for (unsigned seed = kFirstSeed; seed < kFirstSeed + kPlans; ++seed) {
      const Plan plan = make_plan(seed, kSentences);
      Random random(seed);
      const zhibiao::Source source("damaged", damage.apply(plan.text, random));
      REQUIRE(source.text() != plan.text);
      const auto before = facts_of(plan.text);
      zhibiao::Analyzer analyzer;
      const auto after = analyzer.analyze(source).facts;
      for (const auto& line : misplaced(source, after)) CHECK_MESSAGE(line.empty(), damage.name, ": ", line);
      total += before.size();
      CHECK_MESSAGE(before.size() == after.size(), damage.name, ", seed ", seed, ": ", after.size(), " records, not ",
                    before.size());
      for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        Fact one = before[i];
        Fact other = after[i];
        // Only up to a line's end does a mention stand in its record.
        if (damage.breaks_lines && folded(one.mention).starts_with(folded(other.mention))) other.mention = one.mention;
        const std::string was = folded(shown(one, false));
        const std::string is = folded(shown(other, false));
        same += was == is;
        if (std::getenv("ZHIBIAO_PROPERTIES") != nullptr && was != is)
          fmt::print("{}\n  was {}\n  is  {}\n", damage.name, was, is);
      }
    }
    CHECK_MESSAGE(same == total, damage.name, ": ", same, " of ", total, " records are the same");
  }
}

TEST_CASE("numerals of the made-up plans are written as people write them") {
  CHECK(in_hanzi(2) == "两");
  CHECK(in_hanzi(12) == "十二");
  CHECK(in_hanzi(20) == "二十");
  CHECK(in_hanzi(105) == "一百零五");
  CHECK(in_hanzi(2300) == "两千三百");
  CHECK(in_hanzi(36000) == "三万六千");
  CHECK(in_hanzi(120500) == "十二万零五百");
}
