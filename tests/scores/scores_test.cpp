// Holds the floors of floors.hpp over tests/gold and seeds/, and tests the scoring itself.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "scores/evaluate.hpp"
#include "scores/floors.hpp"
#include "scores/gold.hpp"
#include "scores/scoring.hpp"
#include "scores/text.hpp"
#include "zhibiao/read.hpp"

namespace {

const std::filesystem::path kTop = ZHIBIAO_SOURCE_DIR;

std::string lines(const std::vector<std::string>& misses) {
  std::string text;
  for (const auto& one : misses) text += "\n  " + one;
  return text;
}

std::string lines(const std::vector<scores::Disagreement>& misses) {
  std::string text;
  for (const auto& one : misses) text += "\n  " + one.text();
  return text;
}

scores::Record record(std::size_t begin, std::size_t end, double value, std::string unit) {
  scores::Record made;
  made.span = {begin, end};
  made.value = value;
  made.unit = std::move(unit);
  made.role = "target";
  made.indicators = {"覆盖率"};
  return made;
}

}  // namespace

TEST_CASE("seeds against the annotation") {
  scores::FactScore facts;
  scores::OutlineScore outline;
  const auto all = scores::evaluate_all(kTop);
  REQUIRE(all.size() >= 5);
  for (const auto& one : all) {
    MESSAGE(one.doc << "  " << one.facts.summary());
    MESSAGE(one.doc << "  " << one.outline.summary());
    facts += one.facts;
    outline += one.outline;
  }
  MESSAGE("all  " << facts.summary());
  MESSAGE("all  " << outline.summary());
  const bool facts_hold = facts.detect.f1() >= scores::kDetectFloor && facts.value.f1() >= scores::kValueFloor &&
                          facts.full.f1() >= scores::kFullFloor && facts.scope.f1() >= scores::kScopeFloor;
  CHECK_MESSAGE(facts_hold, "below the floor: ", facts.summary(), lines(facts.misses));
  const bool outline_holds = outline.items.f1() >= scores::kItemsFloor && outline.meta() >= scores::kMetaFloor;
  CHECK_MESSAGE(outline_holds, "below the floor: ", outline.summary(), lines(outline.misses));
}

TEST_CASE("published plans of many offices against their annotation") {
  for (const std::string folder : {"tests/gold/published", "tests/gold/diff"}) {
    scores::FactScore facts;
    const auto all = scores::evaluate_facts(kTop / folder / "facts", kTop / folder);
    REQUIRE(all.size() >= 4);
    for (const auto& one : all) facts += one;
    MESSAGE(folder << "  " << facts.summary());
    const bool hold = facts.detect.f1() >= scores::kPublishedDetectFloor &&
                      facts.value.f1() >= scores::kPublishedValueFloor &&
                      facts.full.f1() >= scores::kPublishedFullFloor;
    CHECK_MESSAGE(hold, folder, ": below the floor: ", facts.summary(), lines(facts.misses));
  }
}

TEST_CASE("an annotation scored against itself is perfect") {
  for (const auto& one : scores::annotated(kTop / "tests/gold", kTop / "seeds")) {
    const auto gold = scores::load_facts(one.facts, zhibiao::read(one.source.string()));
    const auto score = scores::score_facts(one.doc, gold, gold);
    CHECK_MESSAGE(score.full.hit == gold.size(), one.doc, lines(score.misses));
    const auto items = scores::load_items(one.items);
    CHECK(scores::score_items(one.doc, items, items).items.hit == items.size());
  }
}

TEST_CASE("facts are paired by agreement, then by overlap") {
  const std::vector<scores::Record> gold = {record(0, 5, 3, "个"), record(10, 15, 4, "个")};
  SUBCASE("the found fact that agrees is taken though another overlaps more") {
    const auto score = scores::score_facts("x", gold, {record(0, 5, 9, "个"), record(4, 12, 3, "个")});
    CHECK(score.detect.hit == 1);
    CHECK(score.value.hit == 1);
    CHECK(score.misses.size() == 2);
  }
  SUBCASE("value and full") {
    auto found = gold;
    found[0].unit = "家";
    found[1].indicators = {"床位"};
    const auto score = scores::score_facts("x", gold, found);
    CHECK(score.detect.hit == 2);
    CHECK(score.value.hit == 1);
    CHECK(score.full.hit == 0);
  }
  SUBCASE("touching is no overlap") { CHECK(scores::score_facts("x", gold, {record(5, 10, 3, "个")}).detect.hit == 0); }
}

TEST_CASE("texts are compared without blanks and widths") {
  CHECK(scores::squash(" 65 岁\u3000以上 ") == "65岁以上");
  CHECK(scores::narrow("（一） A：") == "(一)A:");
  CHECK(scores::first_characters("健康体检", 2) == "健康");
  CHECK(scores::character_f1("覆盖 率", "覆盖率") == doctest::Approx(1.0));
  CHECK(scores::character_f1("覆盖率", "覆盖") == doctest::Approx(0.8));
  CHECK(scores::character_f1("", "") == doctest::Approx(1.0));
  CHECK(scores::character_f1("", "率") == doctest::Approx(0.0));
}
