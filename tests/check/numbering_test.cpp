// Numbers that jump, repeat, go back or begin late; and numbers that only seem to.
#include <doctest/doctest.h>

#include <string>

#include "check/faults.hpp"

using zhibiao_tests::faults_of;
using zhibiao_tests::ids;
using zhibiao_tests::told;

TEST_CASE("a number that is left out is told at the one behind it") {
  CHECK(told("2021年工作要点\n一、加强领导\n加强组织。\n二、加大投入\n加大。\n四、严格考核\n考核。\n") ==
        "numbering.jump@6: the numbering jumps from 二、 to 四、: an item is missing, or scanning has damaged its "
        "number\n");
  CHECK(ids("一、任务\n1.加强领导。\n2.加大投入。\n4.严格考核。\n二、保障\n加强。\n") == "numbering.jump");
}

TEST_CASE("numbering without faults is left alone") {
  CHECK(ids("一、任务\n（一）加强领导\n1.组织。\n2.投入。\n（二）严格考核\n1.考核。\n2.督查。\n二、保障\n加强。\n")
            .empty());
  // Numbers that run on through the sections.
  CHECK(ids("一、任务\n1.加强领导。\n2.加大投入。\n二、保障\n3.严格考核。\n4.强化宣传。\n").empty());
}

TEST_CASE("a number that stands in the text is not missing, whatever follows it") {
  CHECK(ids("一、产业\n1.大数据。加快建设。\n2.软件。加快培育。\n3.5G产业。加快布局。\n4.人工智能。加快发展。\n")
            .empty());
  CHECK(ids("一、产业\n1、大数据。加快建设。\n2、软件。加快培育。\n3、24 小时服务。加快布局。\n4、智能。加快发展。\n")
            .empty());
  // Another style of the same number at a line's start.
  CHECK(ids("一、产业\n1.大数据。加快建设。\n2．软件。加快培育。\n3.智能。加快发展。\n").empty());
}

TEST_CASE("a number that stands twice, and one that goes back") {
  CHECK(told("一、领导\n加强组织。\n二、投入\n加大。\n二、考核\n考核。\n三、宣传\n宣传。\n") ==
        "numbering.repeat@5: 二、 stands twice in one list, first in line 3: one of them is misnumbered\n");
  CHECK(ids("一、任务\n（一）加强领导。全面加强组织领导工作。\n（一）加大投入。全面加大财政投入力度。\n（二）严格考核。"
            "实行月通报。\n") == "numbering.repeat");
  CHECK(ids("一、领导\n加强组织。\n二、投入\n加大。\n四、考核\n考核。\n三、宣传\n宣传。\n").find("numbering.back") !=
        std::string::npos);
}

TEST_CASE("a table's own numbers between two sections are no going back") {
  CHECK(
      ids("一、总体要求\n主要指标\n一、规模\n增加值。\n二、结构\n占比。\n三、创新\n投入。\n二、主要任务\n加强领导。\n")
          .empty());
}

TEST_CASE("lists below headings without numbers begin anew") {
  CHECK(ids("一、任务\n卫生健康部门\n1.加强领导，落实各项责任。\n教育部门\n1.加大投入，改善办学条件。\n2."
            "严格考核，强化督查。\n")
            .empty());
}

TEST_CASE("a list that begins late") {
  CHECK(ids("一、任务\n加强领导。\n（二）加大投入\n加大。\n（三）严格考核\n考核。\n二、保障\n加强。\n") ==
        "numbering.start");
}

TEST_CASE("a fault has its place, its item and its words") {
  const auto faults = faults_of("2021年工作要点\n一、任务\n（一）加强领导\n加强。\n （三）严格考核\n考核。\n");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].line == 5);
  CHECK(faults[0].column == 2);
  CHECK(faults[0].item == "一/三");
  CHECK(faults[0].text == "（三）严格考核");
  CHECK(faults[0].severity == zhibiao::Severity::warning);
  CHECK(faults[0].span.size() == std::string("（三）").size());
}
