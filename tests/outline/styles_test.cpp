// Every style of marker, the levels they make and what an item carries.
#include "helpers.hpp"

using zhibiao::test::Outlined;
using zhibiao::test::paths;
using zhibiao::test::tree;

TEST_CASE("the four levels of GB/T 9704") {
  CHECK(tree("2021年工作要点\n一、总体要求\n（一）指导思想\n1．深化改革\n（1）健全制度\n（2）落实责任\n2．扩大开放\n（"
             "二）基本原则\n"
             "二、重点任务\n") ==
        "一 总体要求\n一/一 指导思想\n一/一/1 深化改革\n一/一/1/1 健全制度\n一/一/1/2 落实责任\n一/一/2 扩大开放\n"
        "一/二 基本原则\n二 重点任务\n");
}

TEST_CASE("parts, chapters, sections and articles") {
  CHECK(paths("某市规划\n第一篇 现状\n第一章 基础\n第一节 成就\n第二节 问题\n第二章 形势\n第一节 机遇\n第二篇 "
              "目标\n第一章 指标\n") == "一 一/一 一/一/一 一/一/二 一/二 一/二/一 二 二/一");
  CHECK(paths("某市管理办法\n第一章 总则\n第一条 为了加强管理，制定本办法。\n第二条 "
              "本办法适用于本市。\n（一）城镇；\n（二）乡村。\n"
              "第二章 职责\n第三条 市政府负责。\n") == "一 一/一 一/二 一/二/一 一/二/二 二 二/三");
  CHECK(paths("某市报告\n第一部分 回顾\n一、成绩\n二、问题\n第二部分 安排\n一、目标\n") == "一 一/一 一/二 二 二/一");
}

TEST_CASE("brackets of either width, other points, list dashes") {
  CHECK(paths("工作要点\n一. 总体要求\n(一)目标\n（二）原则\n㈢保障\n二、任务\n- (一)甲项工作\n - 1. 乙项工作\n- "
              "2.丙项工作\n") == "一 一/一 一/二 一/三 二 二/一 二/一/1 二/一/2");
  CHECK(paths("工作要点\n1、加强领导\n2、加强投入\n3、加强督查\n") == "1 2 3");
  CHECK(paths("工作要点\n一、任务\n①建设中心\n②配齐设备\n二、保障\n1)资金到位\n2)人员到位\n") ==
        "一 一/1 一/2 二 二/1 二/2");
  CHECK(paths("工作要点\n一、任务\n★1.建设中心\n2.配齐设备\n▲3.培训人员\n") == "一 一/1 一/2 一/3");
}

TEST_CASE("decimal heading numbers") {
  CHECK(paths("某市规划\n一、现状\n1.1 主要成就\n1.1.1 经济增长。全市生产总值达到500亿元。\n1.1.2 "
              "民生改善。新增就业3万人。\n1.2 面临形势\n"
              "二、目标\n2.1 总体目标\n2.2 具体指标\n") ==
        "一 一/1.1 一/1.1/1.1.1 一/1.1/1.1.2 一/1.2 二 二/2.1 二/2.2");
}

TEST_CASE("a marker is printed as in the source") {
  const Outlined document("工作要点\n一、总体要求\n- （一） 指导思想\n -  10.全面落实责任制。\n- 11. 开展培训。\n");
  REQUIRE(document.nodes.size() == 4);
  CHECK(document.nodes[0].item.marker == "一、");
  CHECK(document.nodes[1].item.marker == "（一）");
  CHECK(document.nodes[2].item.marker == "10.");
  CHECK(document.nodes[1].item.level == 2);
  CHECK(document.nodes[1].item.line == 3);
  CHECK(document.nodes[2].item.path == "一/一/10");
  CHECK(document.nodes[2].parent == 1);
  CHECK(document.nodes[0].parent == -1);
}

TEST_CASE("spans run from the marker to the next item's marker, at any level") {
  const Outlined document(
      "工作要点\n一、总体要求\n坚持稳中求进。\n（一）目标。新增就业3万人。\n二、任务\n建成5个中心。\n");
  REQUIRE(document.nodes.size() == 3);
  CHECK(document.source.slice(document.nodes[0].item.span) == "一、总体要求\n坚持稳中求进。");
  CHECK(document.source.slice(document.nodes[1].item.span) == "（一）目标。新增就业3万人。");
  CHECK(document.source.slice(document.nodes[2].item.span) == "二、任务\n建成5个中心。");
  for (std::size_t index = 0; index + 1 < document.nodes.size(); ++index) {
    CHECK(document.nodes[index].view.end == document.nodes[index + 1].view.begin);
    CHECK(document.view.slice(document.nodes[index].heading) == document.nodes[index].item.heading);
  }
}

TEST_CASE("headings: own lines, run-in titles, running text") {
  const Outlined document(
      "工作要点\n一、总体要求\n（一）党建引领，作风建设有新亮点。开展主题教育，共完成报告81份。\n（二）综合施策，改革有"
      "新突破。组建27个联合体，"
      "全市实现联动。\n（三）统筹推进，目标任务有新进展。建成3个中心。\n二、重点任务\n1."
      "坚持把发展作为第一要务，把改革作为第一动力，把开放作为必由之路，"
      "把民生作为根本目的，持续推动经济实现质的有效提升和量的合理增长。\n2.完成240人的体检工作。\n");
  REQUIRE(document.nodes.size() == 7);
  CHECK(document.nodes[0].item.heading == "总体要求");
  CHECK(document.nodes[0].item.titled);
  CHECK(document.nodes[1].item.heading == "党建引领，作风建设有新亮点");
  CHECK(document.nodes[1].item.titled);
  CHECK(document.nodes[5].item.heading ==
        "坚持把发展作为第一要务，把改革作为第一动力，把开放作为必由之路，把民生作为根本目的");
  CHECK_FALSE(document.nodes[5].item.titled);
  CHECK(document.nodes[6].item.heading == "完成240人的体检工作");
  CHECK_FALSE(document.nodes[6].item.titled);
}

TEST_CASE("a short sentence with its text or items below is a title") {
  const Outlined document(
      "实施意见\n一、总体要求\n（一）指导思想。\n深入贯彻会议精神，扎实推进改革。\n（二）基本原则。\n坚持统筹协调，形成"
      "工作合力。\n"
      "（三）工作目标。一是到2022年建成5个中心。二是到2025年建成10个中心。\n");
  REQUIRE(document.nodes.size() == 6);
  CHECK(document.nodes[1].item.heading == "指导思想");
  CHECK(document.nodes[1].item.titled);
  CHECK(document.nodes[3].item.titled);
  CHECK_FALSE(document.nodes[4].item.titled);
}

TEST_CASE("a marker alone has its title on the next line") {
  CHECK(tree("某市规划\n第一章\n总则\n为推进发展，制定本规划。\n第二章\n目标\n") == "一 总则\n二 目标\n");
}
