// Many plans on two sides: which follows which.
#include "zhibiao/plan_match.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace zhibiao;

namespace {

Plan plan(const std::string& file, const std::string& issuer, const std::string& title, std::optional<int> year) {
  Plan made;
  made.file = file;
  made.document.issuer = issuer;
  made.document.title = title;
  made.document.plan_year = year;
  return made;
}

using Matches = std::vector<PlanMatch>;

}  // namespace

TEST_CASE("plans are paired by issuer and title, whatever their order") {
  const std::vector<Plan> before = {plan("a", "甲市卫生健康局", "2021年卫生健康工作要点", 2021),
                                    plan("b", "乙市卫生健康局", "2021年卫生健康工作要点", 2021),
                                    plan("c", "甲市卫生健康局", "2021年法治建设计划", 2021)};
  const std::vector<Plan> after = {plan("d", "乙市卫生健康局", "2022年卫生健康工作要点", 2022),
                                   plan("e", "甲市卫生健康局", "2022年法治建设计划", 2022),
                                   plan("f", "甲市卫生健康局", "２０２２年全市卫生健康工作要点", 2022)};
  CHECK(match_plans(before, after) == Matches{{1, 0}, {2, 1}, {0, 2}});
}

TEST_CASE("of several years the nearest one before is taken") {
  const std::vector<Plan> before = {plan("a", "甲局", "2019年工作要点", 2019),
                                    plan("b", "甲局", "2021年工作要点", 2021),
                                    plan("c", "甲局", "2023年工作要点", 2023)};
  const std::vector<Plan> after = {plan("d", "甲局", "2022年工作要点", 2022)};
  CHECK(match_plans(before, after) == Matches{{1, 0}, {0, std::nullopt}, {2, std::nullopt}});
}

TEST_CASE("a file on both sides is compared with itself; back in time goes only what goes nowhere else") {
  const std::vector<Plan> all = {plan("a", "甲局", "2021年工作要点", 2021), plan("b", "甲局", "2022年工作要点", 2022)};
  CHECK(match_plans(all, all) == Matches{{0, 0}, {1, 1}});
  const std::vector<Plan> older = {plan("c", "甲局", "2020年工作要点", 2020),
                                   plan("d", "甲局", "2019年工作要点", 2019)};
  CHECK(match_plans(all, older) == Matches{{0, 0}, {1, 1}});
  const std::vector<Plan> mixed = {plan("c", "甲局", "2020年工作要点", 2020),
                                   plan("e", "甲局", "2023年工作要点", 2023)};
  CHECK(match_plans(all, mixed) == Matches{{std::nullopt, 0}, {1, 1}, {0, std::nullopt}});
}

TEST_CASE("plans of other issuers or about other things have no partner") {
  const std::vector<Plan> before = {plan("a", "甲局", "2021年工作要点", 2021),
                                    plan("b", "乙局", "2021年教育工作总结", 2021)};
  const std::vector<Plan> after = {plan("c", "丙局", "2022年工作要点", 2022),
                                   plan("d", "乙局", "2022年园林绿化方案", 2022)};
  CHECK(match_plans(before, after) ==
        Matches{{std::nullopt, 0}, {std::nullopt, 1}, {0, std::nullopt}, {1, std::nullopt}});
}

TEST_CASE("one plan on each side is a pair; without issuer and title the names of the files count") {
  CHECK(match_plans(std::vector<Plan>{plan("a", "甲局", "2021年教育计划", 2021)},
                    std::vector<Plan>{plan("b", "乙局", "2022年卫生要点", 2022)}) == Matches{{0, 0}});
  const std::vector<Plan> before = {plan("x/甲县2021.csv", "", "", 2021), plan("x/乙县2021.csv", "", "", 2021)};
  const std::vector<Plan> after = {plan("y/乙县2022.csv", "", "", 2022), plan("y/甲县2022.csv", "", "", 2022)};
  CHECK(match_plans(before, after) == Matches{{1, 0}, {0, 1}});
}
