// Parts and their wholes, in sentences and in tables.
#include <doctest/doctest.h>

#include <string>

#include "check/faults.hpp"

using zhibiao_tests::ids;
using zhibiao_tests::told;

TEST_CASE("a part greater than its whole") {
  CHECK(told("一、任务\n新增托位1200个（其中普惠托位1500个）。\n") ==
        "total.part@2: the part 1500个 is greater than its whole, 1200个\n");
  CHECK(ids("一、任务\n新增托位1500个（其中普惠托位1200个）。\n").empty());
  // Another unit, or what it grew by, is no part.
  CHECK(ids("一、任务\n新增托位1200个，其中投资1500万元。\n").empty());
  CHECK(ids("一、任务\n全市共出生28051人，同比增加8258人，其中政策内出生27300人。\n").empty());
}

TEST_CASE("parts that make more than the whole") {
  CHECK(told("一、任务\n改造老旧小区10个，其中城东7个、城西6个。\n") ==
        "total.sum@2: the parts make 13个, the whole is 10个\n");
  CHECK(ids("一、任务\n改造老旧小区10个，其中城东4个、城西3个。\n").empty());
}

TEST_CASE("parts that are all of the whole have to make it") {
  CHECK(ids("一、任务\n新建停车场10个，分别为城东3个、城西4个、城北2个。\n") == "total.sum");
  CHECK(ids("一、任务\n新建停车场10个，分别为城东3个、城西4个、城北3个。\n").empty());
}

TEST_CASE("a table's column and its total") {
  const std::string rows = "区县\t就业（人）\t托位（个）\n东区\t300\t40\n西区\t400\t50\n南区\t500\t60\n";
  CHECK(told(rows + "合计\t1300\t150\n") == "total.column@5: the rows of column 2 make 1200, their total says 1300\n");
  CHECK(ids(rows + "合计\t1200\t150\n").empty());
}

TEST_CASE("means, own numbers and tables with totals of parts are left alone") {
  CHECK(ids("区县\t参保率\t覆盖率\n东区\t95\t80\n西区\t96\t85\n南区\t97\t90\n合计\t96\t85\n").empty());
  CHECK(ids("区县\t序号\t托位\n东区\t1\t40\n西区\t2\t50\n南区\t3\t60\n合计\t7\t150\n").empty());
  CHECK(ids("区县\t就业\t托位\n东区\t300\t40\n合计\t300\t40\n西区\t400\t50\n南区\t500\t60\n合计\t900\t110\n").empty());
}
