// Announced numbers of points against the points that follow.
#include <doctest/doctest.h>

#include <string>

#include "check/faults.hpp"

using zhibiao_tests::ids;
using zhibiao_tests::told;

namespace {

std::string list(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += std::to_string(i) + ".加强第" + std::to_string(i) + "类工作，落实责任。\n";
  return text;
}

}  // namespace

TEST_CASE("fewer or more points than announced are told where they are announced") {
  CHECK(told("一、任务\n今年重点抓好以下五个方面的工作：\n" + list(4) + "二、保障\n加强领导。\n") ==
        "announced.count@2: 以下五个方面的工作 are announced, 4 follow\n");
  CHECK(ids("一、任务\n做好下列3项任务。\n" + list(5) + "二、保障\n加强领导。\n") == "announced.count");
  CHECK(ids("一、任务\n加强领导，提出三点要求：一是加强组织；二是加大投入。\n二、保障\n加强。\n") == "announced.count");
}

TEST_CASE("as many as announced, or no number, is no fault") {
  CHECK(ids("一、任务\n今年重点抓好以下四个方面的工作：\n" + list(4) + "二、保障\n加强领导。\n").empty());
  CHECK(ids("一、任务\n今年重点抓好以下工作：\n" + list(4) + "二、保障\n加强领导。\n").empty());
  // Ten large projects exist elsewhere; what follows are measures.
  CHECK(ids("一、任务\n继续推进十大工程。\n" + list(4) + "二、保障\n加强领导。\n").empty());
}

TEST_CASE("members that the outline does not know are looked for before anything is said") {
  CHECK(ids("一、任务\n抓好以下四个方面的工作：\n" + list(3) + "经济发展。4.加强第四类工作，落实责任。\n").empty());
}
