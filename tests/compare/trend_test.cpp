// Indicators followed over plans: what shares a row, what does not, and what a row says.
#include "zhibiao/trend.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/plans.hpp"
#include "zhibiao/read.hpp"

using zhibiao::Fact;
using zhibiao::follow_facts;
using zhibiao::Plan;
using zhibiao::Role;
using zhibiao::Trend;
using zhibiao::TrendCell;
using zhibiao::TrendOptions;
using zhibiao::TrendRow;

namespace {

Plan plan(const std::string& issuer, int year, const std::string& text, bool results = false) {
  static zhibiao::Analyzer analyzer;
  zhibiao::Given given;
  given.plan_year = year;
  const std::string file = issuer + std::to_string(year);
  auto analysis = analyzer.analyze(zhibiao::Source(file, text), given);
  analysis.document.issuer = issuer;
  analysis.document.plan_year = year;
  std::erase_if(analysis.facts, [&](const Fact& fact) { return fact.role != Role::target && !results; });
  return {file, analysis.document, analysis.items, analysis.facts};
}

const TrendRow* find_row(const Trend& trend, const std::string& indicator) {
  const auto row = std::find_if(trend.rows.begin(), trend.rows.end(),
                                [&](const TrendRow& one) { return one.indicator == indicator; });
  return row == trend.rows.end() ? nullptr : &*row;
}

/// Plan and value of each cell: `0:5 2:6.5`.
std::string values(const TrendRow& row) {
  std::string all;
  for (const TrendCell& cell : row.cells) {
    all += (all.empty() ? "" : " ") + std::to_string(cell.plan) + ":" + (cell.value ? cell.value->str() : "-");
  }
  return all;
}

/// The rows as sets of places, whatever their order.
std::set<std::set<std::string>> memberships(const std::vector<Plan>& plans, const Trend& trend) {
  std::set<std::set<std::string>> all;
  for (const TrendRow& row : trend.rows) {
    std::set<std::string> members;
    for (const TrendCell& cell : row.cells) {
      const Fact& fact = plans[cell.plan].facts[cell.fact];
      members.insert(fact.file + ":" + std::to_string(fact.span.begin) + "-" + std::to_string(fact.span.end));
    }
    all.insert(members);
  }
  return all;
}

std::vector<Plan> three_years() {
  return {plan("甲市卫生健康局", 2019, "婴儿死亡率控制在6‰以内。新增托位800个。\n家庭医生签约率达到60%以上。\n"),
          plan("甲市卫生健康局", 2020, "婴儿死亡率控制在5‰以内。\n家庭医生签约率达到65%以上。\n"),
          plan("甲市卫生健康局", 2021, "家庭医生签约率达到70%以上。\n婴儿死亡率控制在4.5‰以内。\n新增托位1200个。\n")};
}

}  // namespace

TEST_CASE("an indicator over three years is one row; a year without it stays empty") {
  const auto plans = three_years();
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 3);
  CHECK(values(*find_row(trend, "婴儿死亡率")) == "0:6 1:5 2:4.5");
  CHECK(values(*find_row(trend, "家庭医生签约率")) == "0:60 1:65 2:70");
  CHECK(values(*find_row(trend, "托位")) == "0:800 2:1200");
  CHECK(find_row(trend, "婴儿死亡率")->unit == "‰");
}

TEST_CASE("rows stand as the newest plan has them") {
  const auto plans = three_years();
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 3);
  CHECK(trend.rows[0].indicator == "家庭医生签约率");
  CHECK(trend.rows[1].indicator == "婴儿死亡率");
  CHECK(trend.rows[2].indicator == "托位");
}

TEST_CASE("rows over fewer plans than asked for are left out") {
  const auto plans = three_years();
  TrendOptions options;
  options.plans = 3;
  CHECK(follow_facts(plans, options).rows.size() == 2);
}

TEST_CASE("a redefinition begins a row of its own: growth is not level, one unemployment is not the other") {
  const std::vector<Plan> plans = {
      plan("甲市", 2019, "地区生产总值增长7%左右。城镇登记失业率控制在4.5%以内。每千人口医师数达到2.5人。\n"),
      plan("甲市", 2020, "地区生产总值增长6%以上。城镇登记失业率控制在4.5%以内。每千人口医师数达到2.7人。\n"),
      plan("甲市", 2021, "地区生产总值达到1200亿元。城镇调查失业率控制在5.5%以内。医师数达到4000人。\n"),
      plan("甲市", 2022, "地区生产总值达到1300亿元。城镇调查失业率控制在5.5%左右。医师数达到4200人。\n")};
  const Trend trend = follow_facts(plans);
  for (const TrendRow& row : trend.rows) {
    INFO(row.indicator);
    const std::string all = values(row);
    const bool before = all.find("0:") != std::string::npos;
    const bool after = all.find("2:") != std::string::npos;
    CHECK(before != after);
  }
  CHECK(trend.rows.size() == 6);
  CHECK(find_row(trend, "城镇登记失业率") != nullptr);
  CHECK(find_row(trend, "城镇调查失业率") != nullptr);
}

TEST_CASE("two offices with the same words for different things share no row") {
  const std::vector<Plan> plans = {plan("甲市卫生健康局", 2021, "高血压患者规范管理率达到60%以上。新增床位200张。\n"),
                                   plan("乙县教育局", 2021, "糖尿病患者规范管理率达到60%以上。新增学位200个。\n")};
  CHECK(follow_facts(plans).rows.empty());
}

TEST_CASE("what two offices both set is one row, and names of two offices have to agree more than those of one") {
  const std::vector<Plan> plans = {plan("甲市", 2021, "婴儿死亡率控制在4‰以内。\n"),
                                   plan("乙市", 2021, "全市婴儿死亡率控制在3.5‰以下。\n")};
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 1);
  CHECK(values(trend.rows[0]) == "0:4 1:3.5");
  const std::string first = "大型商业银行普惠型小微企业贷款增长30%以上。\n";
  const std::string second = "国有大型商业银行小微企业贷款要增长40%以上。\n";
  const std::vector<Plan> one_office = {plan("甲市", 2020, first), plan("甲市", 2021, second)};
  const std::vector<Plan> two_offices = {plan("甲市", 2021, first), plan("乙市", 2021, second)};
  const double alike = follow_facts(one_office, {.threshold = 0.1}).rows.at(0).similarity;
  const TrendOptions between = {.threshold = alike - 0.01, .across = alike + 0.01};
  CHECK(follow_facts(one_office, between).rows.size() == 1);
  CHECK(follow_facts(two_offices, between).rows.empty());
}

TEST_CASE("the order of plans and of their facts does not matter") {
  auto plans = three_years();
  plans.push_back(plan("乙市卫生健康局", 2021, "婴儿死亡率控制在4‰以内。\n新增托位900个。\n新增婴幼儿托位300个。\n"));
  const auto expected = memberships(plans, follow_facts(plans));
  REQUIRE(expected.size() >= 3);
  std::vector<std::size_t> order = {0, 1, 2, 3};
  while (std::next_permutation(order.begin(), order.end())) {
    std::vector<Plan> turned;
    for (const std::size_t i : order) {
      turned.push_back(plans[i]);
      std::reverse(turned.back().facts.begin(), turned.back().facts.end());
    }
    CHECK(memberships(turned, follow_facts(turned)) == expected);
  }
}

TEST_CASE("a plan has one target in a row, though it says two that are alike") {
  const std::vector<Plan> plans = {plan("甲市", 2020, "新建幼儿园3所。\n新建幼儿园教学楼5所。\n"),
                                   plan("甲市", 2021, "新建幼儿园4所。\n新建幼儿园教学楼6所。\n")};
  const Trend trend = follow_facts(plans);
  for (const TrendRow& row : trend.rows) {
    std::set<std::size_t> seen;
    for (const TrendCell& cell : row.cells) CHECK(seen.insert(cell.plan).second);
  }
  REQUIRE(find_row(trend, "幼儿园") != nullptr);
  CHECK(values(*find_row(trend, "幼儿园")) == "0:3 1:4");
}

TEST_CASE("what plans say twice makes one row") {
  const std::vector<Plan> plans = {
      plan("甲市", 2020, "一、目标\n城镇新增就业5万人以上。\n二、就业\n城镇新增就业5万人以上。\n"),
      plan("甲市", 2021, "一、目标\n城镇新增就业6万人以上。\n二、就业\n城镇新增就业6万人以上。\n")};
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 1);
  CHECK(values(trend.rows[0]) == "0:50000 1:60000");
  CHECK(plans[0].facts[trend.rows[0].cells[0].fact].line == 2);
}

TEST_CASE("a plan that says a thing twice, with two bounds, does not part the row") {
  const std::vector<Plan> plans = {
      plan("甲市", 2019, "城镇调查失业率5.5%左右。\n"), plan("甲市", 2020, "城镇调查失业率控制在6%以内。\n"),
      plan("甲市", 2021, "一、五年目标\n城镇调查失业率控制在5.5%以内。\n二、今年目标\n城镇调查失业率5.5%左右。\n"),
      plan("甲市", 2022, "城镇调查失业率控制在5%以内。\n"), plan("甲市", 2023, "城镇调查失业率5%左右。\n")};
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 1);
  CHECK(values(trend.rows[0]) == "0:5.5 1:6 2:5.5 3:5 4:5");
}

TEST_CASE("all values of a row are told in one unit, exactly") {
  const std::vector<Plan> plans = {plan("甲市", 2019, "婴儿死亡率控制在7‰以内。\n新建农村公路120公里。\n"),
                                   plan("甲市", 2020, "婴儿死亡率控制在0.6%以内。\n新建农村公路90000米。\n"),
                                   plan("甲市", 2021, "婴儿死亡率控制在5.5‰以内。\n新建农村公路100公里。\n")};
  const Trend trend = follow_facts(plans);
  REQUIRE(find_row(trend, "婴儿死亡率") != nullptr);
  CHECK(find_row(trend, "婴儿死亡率")->unit == "‰");
  CHECK(values(*find_row(trend, "婴儿死亡率")) == "0:7 1:6 2:5.5");
  REQUIRE(find_row(trend, "农村公路") != nullptr);
  CHECK(find_row(trend, "农村公路")->unit == "公里");
  CHECK(values(*find_row(trend, "农村公路")) == "0:120 1:90 2:100");
}

TEST_CASE("a result stands beside the target of its plan") {
  const std::vector<Plan> plans = {
      plan("甲市", 2020, "一、2020年目标\n家庭医生签约率达到60%以上。\n", true),
      plan("甲市", 2021,
           "一、2020年工作回顾\n2020年，家庭医生签约率达到62%。\n二、2021年目标\n家庭医生签约率达到65%以上。\n", true)};
  const Trend trend = follow_facts(plans);
  REQUIRE(trend.rows.size() == 1);
  const auto& cells = trend.rows[0].cells;
  REQUIRE(cells.size() == 3);
  const auto role = [&](const TrendCell& cell) { return plans[cell.plan].facts[cell.fact].role; };
  CHECK(role(cells[0]) == Role::target);
  CHECK(cells[1].plan == 1);
  CHECK(role(cells[1]) == Role::target);
  CHECK(cells[1].value == zhibiao::Decimal(65));
  CHECK(role(cells[2]) == Role::result);
  CHECK(cells[2].value == zhibiao::Decimal(62));
}

TEST_CASE("a plan against itself, a year on: every row pairs a fact with itself") {
  const auto source = zhibiao::read(std::string(ZHIBIAO_SOURCE_DIR) + "/tests/gold/diff/nat2022.txt");
  static zhibiao::Analyzer analyzer;
  auto analysis = analyzer.analyze(source);
  std::erase_if(analysis.facts, [](const Fact& fact) { return fact.role != Role::target; });
  REQUIRE(analysis.facts.size() > 20);
  const Plan once{"a", analysis.document, {}, analysis.facts};
  const Plan again{"b", analysis.document, {}, analysis.facts};
  const std::vector<Plan> plans = {once, again};
  const Trend trend = follow_facts(plans);
  CHECK(trend.rows.size() * 10 >= analysis.facts.size() * 9);
  for (const TrendRow& row : trend.rows) {
    REQUIRE(row.cells.size() == 2);
    const Fact& a = plans[row.cells[0].plan].facts[row.cells[0].fact];
    const Fact& b = plans[row.cells[1].plan].facts[row.cells[1].fact];
    CHECK_MESSAGE(a.indicator == b.indicator, a.indicator << " " << b.indicator);
    CHECK(a.value == b.value);
    CHECK(row.similarity > 0.99);
  }
}

TEST_CASE("few plans, or plans without facts, have no rows") {
  CHECK(follow_facts({}).rows.empty());
  const std::vector<Plan> one = {plan("甲市", 2020, "婴儿死亡率控制在7‰以内。\n")};
  CHECK(follow_facts(one).rows.empty());
  const std::vector<Plan> none = {plan("甲市", 2020, "加强管理。\n"), plan("甲市", 2021, "加强管理。\n")};
  CHECK(follow_facts(none).rows.empty());
}
