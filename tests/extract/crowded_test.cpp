// Sentences with more values than any of a plan: read in parts, and nothing in them is lost.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"

namespace {

std::vector<zhibiao::Fact> facts_of(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  zhibiao::Analyzer analyzer;
  zhibiao::Given given;
  given.plan_year = 2021;
  return analyzer.analyze(zhibiao::Source("test", text + "。"), given).facts;
}

}  // namespace

TEST_CASE("a sentence crowded with values keeps every one of them, quoted with its neighbours only") {
  for (const std::string piece : {"新建学校3所，", "新建学校3所、", "新建学校3所"}) {
    const auto facts = facts_of(piece, 150);
    REQUIRE(facts.size() == 150);
    for (const auto& fact : facts) {
      CHECK(fact.mention == "3所");
      CHECK(fact.sentence.size() < 50 * piece.size());
    }
    CHECK(facts.back().indicator == "学校");
  }
}

TEST_CASE("a sentence as rich as plans have them stays whole") {
  const auto facts = facts_of("新建学校3所，", 30);
  REQUIRE(facts.size() == 30);
  for (const auto& fact : facts) CHECK(fact.sentence.size() > 30 * std::string("新建学校3所").size());
}
