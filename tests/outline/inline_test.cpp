// Lists inside the text: 一是…二是…, numbers in mid-line, documents without line breaks.
#include "helpers.hpp"

using zhibiao::test::Outlined;
using zhibiao::test::paths;
using zhibiao::test::tree;

TEST_CASE("一是 and 二是 are a further step below their item") {
  CHECK(tree("要点\n一、重点工作\n（一）推进项目建设。一是推进医养结合项目，年底完成设备采购。二是推进专项债项目。总投"
             "资18.8亿元。\n（二）强化保障。加强领导。\n") ==
        "一 重点工作\n一/一 推进项目建设\n一/一/一 推进医养结合项目，年底完成设备采购\n一/一/二 推进专项债项目\n一/二 "
        "强化保障\n");
}

TEST_CASE("一是 behind a colon, a semicolon, a comma") {
  CHECK(paths("要点\n一、重点工作\n重点抓好：一是加强领导；二是加强投入；三是加强督查。\n") == "一 一/一 一/二 一/三");
  CHECK(paths("要点\n一、重点工作\n我们坚持,一是加强领导,二是加强投入。\n") == "一 一/一 一/二");
}

TEST_CASE("一是 at the paragraphs' starts") {
  CHECK(paths("报告\n一、工作回顾\n一年来做了以下工作。\n一是推进改革。改革深入。\n二是扩大开放。开放扩大。\n农业稳定。"
              "\n三是改善民生。\n二、工作安排\n") == "一 一/一 一/二 一/三 二");
}

TEST_CASE("一是 without 二是 is no list, and 二是 of another item makes none") {
  CHECK(paths("要点\n一、甲\n一是关键在党。\n二、乙\n二是重在落实。\n") == "一 二");
  CHECK(paths("要点\n一、甲\n这一是重点，那二是难点。\n二、乙\n") == "一 二");
}

TEST_CASE("two inline lists under one item repeat its paths") {
  CHECK(paths("讲话\n一、防控工作\n去年工作有成效：一是守住防线。二是守住底线。三是守住红线。\n今年重点抓好：一是外防输"
              "入。二是内防反弹。\n二、其他\n") == "一 一/一 一/二 一/三 一/一 一/二 二");
}

TEST_CASE("numbers inside 一是") {
  CHECK(paths("要点\n一、重点工作\n一是抓建设：（1）建成5个中心；（2）配齐3套设备。二是抓管理。\n二、保障\n") ==
        "一 一/一 一/一/1 一/一/2 一/二 二");
}

TEST_CASE("numbers in mid-line where a sequence goes on") {
  CHECK(paths("报告\n一、民生实事\n办好十件实事：（1）新建学校5所；（2）新增床位300张；（3）改造病房10万平方米。\n二、"
              "保障\n") == "一 一/1 一/2 一/3 二");
  CHECK(paths("报告\n一、任务\n①建成5个中心；②配齐设备。\n") == "一 一/1 一/2");
  CHECK(paths("报告\n一、任务\n1.建成5个中心。2.配齐设备。3.培训300人。\n二、保障\n") == "一 一/1 一/2 一/3 二");
  CHECK(paths("报告\n一、任务\n（一）建成5个中心。（二）配齐设备。\n二、保障\n") == "一 一/一 一/二 二");
}

TEST_CASE("numbers in mid-line that belong to no list") {
  CHECK(paths("报告\n一、任务\n完成率达到95%。1.5万人受益，其中重点人群3.2万人。2020年完成2.4亿元。\n二、保障\n") ==
        "一 二");
  CHECK(paths("报告\n一、任务\n参照《办法》（1）和（2）执行，详见表（1）。\n二、保障\n") == "一 二");
  CHECK(paths("报告\n一、任务\n落实制度（包括：1.考核制度；2.奖惩制度）。\n二、保障\n") == "一 二");
}

TEST_CASE("a document without line breaks") {
  CHECK(tree("某市2021年工作要点为做好全年工作，制定本要点。一、总体要求坚持稳中求进。（一）经济发展。生产总值增长6%"
             "。（二）民生改善。新增就业3万人。"
             "二、重点任务（一）扩大投资。完成投资100亿元。1.建成5个中心。2."
             "开工3个项目。（二）促进消费。举办10场活动。三、保障措施加强领导。") ==
        "一 总体要求坚持稳中求进\n一/一 经济发展\n一/二 民生改善\n二 重点任务\n二/一 扩大投资\n二/一/1 "
        "建成5个中心\n二/一/2 开工3个项目\n"
        "二/二 促进消费\n三 保障措施加强领导\n");
}

TEST_CASE("without line breaks the table of contents says where headings end") {
  CHECK(tree("某市规划目录第一章发展基础第一节主要成就第二节面临形势第二章发展目标第一节总体目标第二节具体指标某市规划"
             "为推进发展，制定本规划。"
             "第一章　发展基础基础更加牢固。第一节　主要成就建成5个中心。第二节　面临形势机遇大于挑战。第二章　发展目标"
             "目标更加明确。"
             "第一节　总体目标总量翻一番。第二节　具体指标指标共10项。") ==
        "一 发展基础\n一/一 主要成就\n一/二 面临形势\n二 发展目标\n二/一 总体目标\n二/二 具体指标\n");
}

TEST_CASE("lines of inline items are those on which their markers stand") {
  const Outlined document("要点\n一、任务\n一是加强领导。\n\n加强领导要有力。二是加强投入。\n");
  REQUIRE(document.nodes.size() == 3);
  CHECK(document.nodes[1].item.line == 3);
  CHECK(document.nodes[2].item.line == 5);
  CHECK(document.nodes[2].item.marker == "二是");
}
