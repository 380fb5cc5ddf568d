// Whole plans against each other: nothing lost, nothing paired twice, the same whichever way one looks at it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "compare/plans.hpp"
#include "zhibiao/read.hpp"

using compare_tests::targets;
using zhibiao::Change;
using zhibiao::ChangeStatus;
using zhibiao::compare_facts;
using zhibiao::Comparison;
using zhibiao::Fact;
using zhibiao::Strictness;

namespace {

const std::string kHealth = "一、妇幼健康\n婴儿死亡率控制在5‰以内。孕产妇死亡率控制在14/10万以内。新增托位1200个。\n";
const std::string kSchools = "二、教育\n新建公办幼儿园12所，新增学位3600个。义务教育巩固率达到96%。\n";
const std::string kFields = "三、农业\n新建高标准农田20万亩。粮食产量达到50万吨以上。农村卫生厕所普及率达到85%。\n";
const std::string kRoads = "四、交通\n新改建农村公路300公里，改造危桥20座。\n";

std::string title(int year) { return std::to_string(year) + "年工作要点\n"; }

std::vector<Fact> gold_targets(const std::string& name) {
  const auto source = zhibiao::read(std::string(ZHIBIAO_SOURCE_DIR) + "/tests/gold/diff/" + name);
  auto facts = zhibiao::Analyzer().analyze(source).facts;
  std::erase_if(facts, [](const Fact& fact) { return fact.role != zhibiao::Role::target; });
  return facts;
}

/// What each old fact became, by the places of both.
std::set<std::string> pairs(const std::vector<Fact>& before, const std::vector<Fact>& after, bool turned = false) {
  const auto place = [](const Fact& fact) {
    return std::to_string(fact.span.begin) + "-" + std::to_string(fact.span.end);
  };
  std::set<std::string> all;
  for (const Change& change : compare_facts(before, after).changes) {
    const std::string old_place = change.old_fact ? place(before[*change.old_fact]) : "none";
    const std::string new_place = change.new_fact ? place(after[*change.new_fact]) : "none";
    ChangeStatus status = change.status;
    Strictness strictness = change.strictness;
    if (turned) {
      static const std::map<ChangeStatus, ChangeStatus> kTurned = {{ChangeStatus::raised, ChangeStatus::lowered},
                                                                   {ChangeStatus::lowered, ChangeStatus::raised},
                                                                   {ChangeStatus::added, ChangeStatus::dropped},
                                                                   {ChangeStatus::dropped, ChangeStatus::added}};
      if (kTurned.contains(status)) status = kTurned.at(status);
      if (strictness == Strictness::tighter || strictness == Strictness::looser)
        strictness = strictness == Strictness::tighter ? Strictness::looser : Strictness::tighter;
    }
    all.insert((turned ? new_place + " " + old_place : old_place + " " + new_place) + " " +
               std::string(name_of(status)) + " " + std::string(name_of(strictness)));
  }
  return all;
}

std::size_t count(const Comparison& comparison, ChangeStatus status) {
  return static_cast<std::size_t>(std::count_if(comparison.changes.begin(), comparison.changes.end(),
                                                [&](const Change& change) { return change.status == status; }));
}

}  // namespace

TEST_CASE("a plan against itself is all the same, each fact with itself") {
  for (const std::string name : {"henan2020.txt", "henan2021.txt", "nat2021.txt", "nat2022.txt"}) {
    const auto facts = gold_targets(name);
    REQUIRE(facts.size() > 10);
    const auto comparison = compare_facts(facts, facts);
    CHECK(comparison.changes.size() == facts.size());
    for (const Change& change : comparison.changes) {
      CHECK(change.status == ChangeStatus::same);
      CHECK(change.old_fact == change.new_fact);
      CHECK_FALSE(change.moved);
      CHECK(change.similarity == doctest::Approx(1.0));
    }
  }
}

TEST_CASE("every fact stands in one change") {
  const auto before = gold_targets("nat2021.txt");
  const auto after = gold_targets("nat2022.txt");
  std::vector<std::size_t> old_seen;
  std::vector<std::size_t> new_seen;
  for (const Change& change : compare_facts(before, after).changes) {
    if (change.old_fact) old_seen.push_back(*change.old_fact);
    if (change.new_fact) new_seen.push_back(*change.new_fact);
  }
  for (auto* seen : {&old_seen, &new_seen}) {
    std::sort(seen->begin(), seen->end());
    CHECK(std::adjacent_find(seen->begin(), seen->end()) == seen->end());
  }
  CHECK(old_seen.size() == before.size());
  CHECK(new_seen.size() == after.size());
}

TEST_CASE("one way round mirrors the other") {
  for (const auto& [a, b] : {std::pair{"nat2021.txt", "nat2022.txt"}, std::pair{"henan2020.txt", "henan2021.txt"}}) {
    CHECK(pairs(gold_targets(a), gold_targets(b)) == pairs(gold_targets(b), gold_targets(a), true));
  }
}

TEST_CASE("the order of the facts does not matter") {
  auto before = gold_targets("nat2021.txt");
  auto after = gold_targets("nat2022.txt");
  const auto first = pairs(before, after);
  std::mt19937 random(5);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(before.begin(), before.end(), random);
    std::shuffle(after.begin(), after.end(), random);
    CHECK(pairs(before, after) == first);
  }
}

TEST_CASE("sections that change places: all the same, and what left its place is moved") {
  const auto before = targets(title(2021) + kHealth + kSchools + kFields + kRoads);
  // The traffic section comes first; the three others keep their order.
  const auto after = targets(title(2021) + "一、交通" + kRoads.substr(std::string("四、交通").size()) + "二、妇幼健康" +
                             kHealth.substr(std::string("一、妇幼健康").size()) + "三、教育" +
                             kSchools.substr(std::string("二、教育").size()) + "四、农业" +
                             kFields.substr(std::string("三、农业").size()));
  REQUIRE(before.size() == 11);
  const auto comparison = compare_facts(before, after);
  CHECK(count(comparison, ChangeStatus::same) == 11);
  for (const Change& change : comparison.changes) {
    REQUIRE(change.old_fact);
    CHECK(change.moved == (before[*change.old_fact].heading == "交通"));
  }
}

TEST_CASE("a section put in before the others moves nothing") {
  const auto before = targets(title(2021) + kHealth + kRoads);
  const auto after = targets(title(2021) + "一、文化\n新建图书馆3座。\n" + kHealth + kRoads);
  const auto comparison = compare_facts(before, after);
  CHECK(count(comparison, ChangeStatus::same) == before.size());
  CHECK(count(comparison, ChangeStatus::added) == 1);
  for (const Change& change : comparison.changes) CHECK_FALSE(change.moved);
}

TEST_CASE("a section under another name: its facts have not moved, one that came from elsewhere has") {
  const auto before = targets(title(2021) + kHealth + kSchools + kRoads);
  const auto after = targets(title(2022) +
                             "一、守护一老一小\n婴儿死亡率控制在5‰以内。孕产妇死亡率控制在14/10万以内。新增托位1200个。"
                             "改造危桥20座。\n" +
                             kSchools + "三、交通\n新改建农村公路300公里。\n");
  const auto comparison = compare_facts(before, after);
  CHECK(comparison.changes.size() == before.size());
  for (const Change& change : comparison.changes) {
    REQUIRE((change.old_fact && change.new_fact));
    CHECK(change.moved == (before[*change.old_fact].indicator == "危桥"));
  }
}

TEST_CASE("edits are found: numbers changed, items dropped, added, said in other words") {
  const auto before = targets(title(2021) + kHealth + kSchools + kFields, 2021);
  const auto after = targets(title(2022) +
                                 "一、妇幼健康\n婴儿死亡率控制在4.5‰以内。新增婴幼儿托位1500个。\n"
                                 "二、教育\n新建公办幼儿园12所，新增学位3600个。九年义务教育巩固率达到96.5%。\n"
                                 "三、农业\n新建高标准农田18万亩。粮食总产量达到50万吨以上。发展设施蔬菜3万亩。\n",
                             2022);
  const auto comparison = compare_facts(before, after);
  std::map<std::string, ChangeStatus> found;
  for (const Change& change : comparison.changes) {
    found[change.old_fact ? before[*change.old_fact].indicator : "+" + after[*change.new_fact].indicator] =
        change.status;
  }
  const std::map<std::string, ChangeStatus> wanted = {{"婴儿死亡率", ChangeStatus::lowered},
                                                      {"孕产妇死亡率", ChangeStatus::dropped},
                                                      {"托位", ChangeStatus::raised},
                                                      {"公办幼儿园", ChangeStatus::same},
                                                      {"学位", ChangeStatus::same},
                                                      {"义务教育巩固率", ChangeStatus::raised},
                                                      {"高标准农田", ChangeStatus::lowered},
                                                      {"粮食产量", ChangeStatus::same},
                                                      {"农村卫生厕所普及率", ChangeStatus::dropped},
                                                      {"+设施蔬菜", ChangeStatus::added}};
  CHECK(found == wanted);
}

TEST_CASE("of two like targets each finds its own") {
  const auto before = targets("城镇居民人均可支配收入增长7%。农村居民人均可支配收入增长8%。");
  const auto after = targets("农村居民人均可支配收入增长9%。城镇居民人均可支配收入增长6%。");
  REQUIRE(before.size() == 2);
  for (const Change& change : compare_facts(before, after).changes) {
    REQUIRE((change.old_fact && change.new_fact));
    CHECK(before[*change.old_fact].indicator.substr(0, 6) == after[*change.new_fact].indicator.substr(0, 6));
  }
}

TEST_CASE("near misses are pairs below the threshold, on request") {
  const auto before = targets("培育软件骨干企业10家。");
  const auto after = targets("培育软件服务外包示范企业12家。");
  zhibiao::CompareOptions options;
  options.threshold = 0.95;
  CHECK(compare_facts(before, after, options).near_misses.empty());
  options.near_misses = 0.2;
  const auto comparison = compare_facts(before, after, options);
  REQUIRE(comparison.near_misses.size() == 1);
  CHECK(comparison.near_misses.front().similarity < 0.95);
  CHECK(count(comparison, ChangeStatus::dropped) == 1);
  CHECK(compare_facts({}, {}).changes.empty());
  CHECK(compare_facts(before, {}).changes.size() == 1);
}

TEST_CASE("two thousand targets against two thousand") {
  // Names put together from parts, as plans do; every second value differs.
  const std::vector<std::string> things = {"公路",   "学校", "医院", "农田", "水库", "图书馆", "停车场",
                                           "充电桩", "公园", "桥梁", "码头", "车站", "厂房",   "机房",
                                           "基站",   "路灯", "泵站", "管网", "绿道", "粮仓"};
  const std::vector<std::string> kinds = {"山区", "沿江", "边境", "库区", "林区",
                                          "矿区", "景区", "港区", "校区", "社区"};
  const std::vector<std::string> ways = {"节能", "智慧", "绿色", "安全", "共享",
                                         "立体", "应急", "流动", "高山", "地下"};
  std::vector<Fact> before;
  for (std::size_t i = 0; i < 2000; ++i) {
    Fact fact;
    fact.indicator = kinds[i / 20 % 10] + ways[i / 200] + things[i % 20];
    fact.sentence = "新建" + fact.indicator + "若干。";
    fact.value = zhibiao::Decimal(static_cast<std::int64_t>(i));
    fact.unit = "个";
    fact.comparator = "=";
    fact.line = i + 1;
    before.push_back(fact);
  }
  auto after = before;
  for (std::size_t i = 0; i < after.size(); i += 2) after[i].value = zhibiao::Decimal(5000);
  const auto comparison = compare_facts(before, after);  // tests/bench measures what it costs
  CHECK(count(comparison, ChangeStatus::raised) == 1000);
  CHECK(count(comparison, ChangeStatus::same) == 1000);
}
