// Values that cannot be, and those that can although they look odd.
#include <doctest/doctest.h>

#include <string>

#include "check/faults.hpp"

using zhibiao_tests::ids;
using zhibiao_tests::told;

TEST_CASE("shares above their whole") {
  CHECK(told("一、任务\n电子健康档案建档率达到190%以上。\n") ==
        "value.range@2: 190%以上 of 电子健康档案建档率: it cannot be > 100 %\n");
  CHECK(ids("一、任务\n电子健康档案建档率达到100%。\n").empty());
}

TEST_CASE("what may be above a hundred per cent") {
  for (const char* fine : {"重大项目投资完成率达到129.6%。", "病床使用率达到103%。", "游客接待量增长120%。",
                           "高中阶段毛入学率达到105%。"}) {
    CHECK(ids(std::string("一、任务\n") + fine + "\n").empty());
  }
}

TEST_CASE("a mortality in per cent is a slip for per mille") {
  CHECK(told("一、任务\n婴儿死亡率控制在7.0%以内。\n") ==
        "value.permille@2: 7.0%以内 of 婴儿死亡率: this rate is counted in ‰, so that % is probably a slip\n");
  CHECK(ids("一、任务\n婴儿死亡率控制在7.0‰以内。\n").empty());
  CHECK(ids("一、任务\n道路交通万车死亡率下降30%。\n").empty());
}

TEST_CASE("densities and ages out of this world") {
  CHECK(ids("一、任务\n每千人口执业（助理）医师数达到290人。\n") == "value.range");
  CHECK(ids("一、任务\n每千人口执业（助理）医师数达到2.9人。\n").empty());
  CHECK(ids("一、任务\n人均预期寿命提高到788岁。\n") == "value.range");
  CHECK(ids("一、任务\n人均预期寿命提高到78.8岁。\n").empty());
}
