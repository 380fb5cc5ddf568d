// Days, spans of years and deadlines; one target with two values.
#include <doctest/doctest.h>

#include <string>

#include "check/faults.hpp"

using zhibiao_tests::ids;
using zhibiao_tests::told;

TEST_CASE("days that no calendar has") {
  CHECK(told("一、任务\n2021年2月29日前完成。\n") == "date.impossible@2: no calendar has the date 2021年2月29日\n");
  CHECK(ids("一、任务\n2020年2月29日前完成验收，4月30日前公布。\n").empty());
  CHECK(ids("一、任务\n每年4月31日组织宣传。\n") == "date.impossible");
}

TEST_CASE("years that run backwards") {
  CHECK(told("一、任务\n在2025—2021年间实施改造。\n") ==
        "date.reversed@2: the years 2025—2021年 end before they begin\n");
  CHECK(ids("一、任务\n在2021—2025年间实施改造。\n").empty());
}

TEST_CASE("a target that is due before the plan begins") {
  CHECK(told("一、任务\n确保到2019年底新增托位300个。\n", 2021) ==
        "date.past@2: due 2019-12-31, and the plan is for 2021\n");
  CHECK(ids("一、任务\n确保到2021年底新增托位300个。\n", 2021).empty());
  CHECK(ids("一、回顾\n2019年，新增托位300个。\n", 2021).empty());
}

TEST_CASE("one target with two values") {
  const std::string first = "一、目标\n到2025年，城镇化率达到65%。\n二、任务\n";
  CHECK(told(first + "到2025年，城镇化率达到68%。\n") == "target.conflict@4: 城镇化率 is 68% here and 65% in line 2\n");
  CHECK(ids(first + "到2025年，城镇化率达到65%。\n").empty());
  CHECK(ids(first + "到2030年，城镇化率达到70%。\n").empty());
  // In another place than the whole.
  CHECK(ids(first + "到2025年，云岩区城镇化率达到98%。\n").empty());
}
