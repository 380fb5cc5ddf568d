// Tables in plain text: one row a line and one cell a line, indicator tables and task tables, and prose that only looks like one.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "zhibiao/analyze.hpp"

namespace {

using zhibiao::Fact;
using zhibiao::Kind;

std::vector<Fact> facts_of(const std::string& text, int year = 2021) {
  zhibiao::Analyzer analyzer;
  zhibiao::Given given;
  given.plan_year = year;
  auto facts = analyzer.analyze(zhibiao::Source("table", text), given).facts;
  std::erase_if(facts, [](const Fact& fact) { return fact.role == zhibiao::Role::mention; });
  return facts;
}

/// `mention|indicator|comparator|value|unit|deadline`, one for each fact.
std::vector<std::string> brief(const std::vector<Fact>& facts) {
  std::vector<std::string> lines;
  for (const auto& fact : facts) {
    std::string value = fact.value ? fact.value->str() : "";
    if (fact.value_max) value += ".." + fact.value_max->str();
    lines.push_back(fact.mention + "|" + fact.indicator + "|" + fact.comparator + "|" + value + "|" + fact.unit + "|" +
                    fact.deadline);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a target cell takes unit and year from its heads, base values are no records") {
  CHECK(brief(facts_of(
            "指标\t单位\t2020年\t2025年\t属性\n粮食产量\t万吨\t180\t≥190\t约束性\n绿道\t公里\t—\t300左右\t预期性\n")) ==
        Lines{"≥190|粮食产量|>=|1900000|吨|2025-12-31", "300左右|绿道|~|300|公里|2025-12-31"});
}

TEST_CASE("one cell a line: group heads and row numbers are no part of the indicator") {
  CHECK(brief(facts_of("类型\n指标\n2020年\n2023年目标\n一、产业规模\n软件收入(亿元)\n51\n70\n上云企业数(家)\n1\n2-"
                       "4\n二、治理\n网办率(%)\n90\n100\n　　二、主要任务\n")) ==
        Lines{"70|软件收入|=|7000000000|元|2023-12-31", "2-4|上云企业数|range|2..4|家|2023-12-31",
              "100|网办率|=|100|%|2023-12-31"});
  CHECK(brief(facts_of("序号\n类别\n主要指标\n2020年现状\n2025年目标\n指标\n属性\n1\n综合\n治理\n防洪达标率(%)"
                       "\n——\n95\n约束性\n2\n管网监测率(%)\n——\n重点城市≥30\n"
                       "一般城市≥15\n预期性\n")) == Lines{"95|防洪达标率|=|95|%|2025-12-31",
                                                          "≥30|管网监测率|>=|30|%|2025-12-31",
                                                          "≥15|管网监测率|>=|15|%|2025-12-31"});
}

TEST_CASE("cells broken over the lines above and below their row are put together") {
  CHECK(brief(facts_of(
            "一、目标\n指标\t单位\t属性\t2025年\n1\t城镇化率\t%\t预期性\t65\n万元/\n2\t劳动生产率\t预期性\t36左右\n人\n"
            "研发经费支出相当于\n3\t%\t预期性\t4.5\n生产总值比例\n4\t森林覆盖率\t%\t约束性\t>20\n")) ==
        Lines{"65|城镇化率|=|65|%|2025-12-31", "36左右|劳动生产率|~|360000|元|2025-12-31",
              "4.5|研发经费支出相当于生产总值比例|=|4.5|%|2025-12-31", ">20|森林覆盖率|>|20|%|2025-12-31"});
}

TEST_CASE("yearly, summed and growing values") {
  const auto facts = facts_of(
      "指标\t单位\t2025年\t年均增长〔累计〕\n生产总值\t亿元\t1200\t6.5左右\n造林面积\t万亩\t-\t〔30〕\n单位能耗降低\t%"
      "\t-\t〔13.5〕\n");
  REQUIRE(facts.size() == 4);
  CHECK(facts[0].kind == Kind::money);
  CHECK(facts[1].per == "年");
  CHECK(facts[1].change == "increase");
  CHECK(facts[1].unit == "%");
  CHECK(facts[2].value->str() == "300000");
  CHECK(facts[2].mention == "30");
  CHECK(facts[3].change == "decrease");
  CHECK(facts[3].indicator == "单位能耗");
}

TEST_CASE("columns that name what they count, for places and projects") {
  const auto facts = facts_of("单位：万元\n项目\t年度投资\n文化中心\t8600\n体育公园\t3200\n");
  REQUIRE(facts.size() == 2);
  CHECK(facts[1].value->str() == "32000000");
  CHECK(facts[1].unit == "元");
  CHECK(facts[1].indicator == "年度投资");
  CHECK(facts[1].scope == "体育公园");
}

TEST_CASE("a due date in its cell dates the row's values and makes a milestone where the row opens with none") {
  const std::string rows =
      "工作任务\n内容\n完成时间\n责任单位\n一、规划\n1."
      "应用试点\n梳理特色应用案例，实施3个以上示范应用\n11月底前\n市大数据局，等12个部门\n"
      "2.平台\n按照统一标准，建成指挥平台\n8月20日前\n市应急局\n3.值守\n落实值班制度\n长期坚持\n市应急局\n4."
      "站点\n新增站点40个\n全年\n市交通局\n";
  CHECK(brief(facts_of(rows)) == Lines{"3个以上|示范应用|>=|3|个|2021-11-30", "11月底前|梳理特色应用案例||||2021-11-30",
                                       "8月20日前|建成指挥平台||||2021-08-20", "40个|站点|=|40|个|2021-12-31"});
  CHECK(brief(facts_of("序号\t工作任务\t责任单位\t完成时限\n1\t出台停车条例\t市交通局\t6月底前\n2\t改造危桥15座\t市交通"
                       "局等5个部门\t2021年12月\n")) ==
        Lines{"6月底前|出台停车条例||||2021-06-30", "15座|危桥|=|15|座|2021-12"});
}

TEST_CASE("content with dates of its own keeps them and gets no milestone from its row") {
  for (const auto& fact :
       facts_of("工作任务\n完成时间\n6月底前，完成7个试点改造；9月底前，完成20个站点改造\n12月底前\n")) {
    CHECK(fact.deadline != "2021-12-31");
  }
}

TEST_CASE("places of table records: line, bytes and item") {
  const std::string text =
      "一、总体要求\n（一）发展目标\n指标\t2025年\n森林覆盖率（%）\t46\n二、主要任务\n加强造林。\n";
  const auto facts = facts_of(text);
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].item == "一/一");
  CHECK(facts[0].line == 4);
  CHECK(text.substr(facts[0].span.begin, facts[0].span.size()) == "46");
  CHECK(facts[0].rule.find("table.head.indicator") != std::string::npos);
}

TEST_CASE("paragraphs that merely follow each other are no table") {
  const auto same = [](const std::string& text, const Lines& wanted) { CHECK(brief(facts_of(text)) == wanted); };
  same("指标\n森林覆盖率\n46\n", {});
  same("目标\n提高服务水平\n任务\n加强队伍建设\n", {});
  same("完成时间\n9月底前\n责任单位\n市水利局\n", {});
  same("单位\t电话\n市交通局\t65551234\n市住建局\t65554321\n", {});
  same("附件\n1\n工作流程图\n2\n申报表样式\n", {});
  same("工作任务\n完成时间\n", {});
  same("指标\t2025年\n", {});
}

TEST_CASE("what stands behind a table is prose again") {
  CHECK(brief(facts_of("指标\n2025年目标\n绿道(公里)\n300\n到2023年，新建公园12个。\n")) ==
        Lines{"300|绿道|=|300|公里|2025-12-31", "12个|公园|=|12|个|2023-12-31"});
}

TEST_CASE("merged cells: a head over several columns, a group over several rows, a place over its indicators") {
  CHECK(brief(facts_of(
            "类别\t指标\t单位\t2025年\t\n\t\t\t目标值\t年均增长\n生态\t绿道\t公里\t300\t5%\n\t湿地\t公顷\t80\t—\n")) ==
        Lines{"300|绿道|=|300|公里|2025-12-31", "5%|绿道|=|5|%|2025-12-31", "80|湿地|=|80|公顷|2025-12-31"});
  const auto facts =
      facts_of("县区\t指标\t目标值\n甲区\t新建书屋（家）\t3\n\t新建公园（个）\t2\n乙县\t新建书屋（家）\t5\n");
  REQUIRE(facts.size() == 3);
  CHECK(facts[1].scope == "甲区");
  CHECK(facts[2].scope == "乙县");
}

TEST_CASE("empty cells keep the others in their columns") {
  CHECK(brief(facts_of("指标\t单位\t2020年\t2023年\t2025年\n绿道\t公里\t\t\t300\n湿地\t公顷\t\t60\t\n")) ==
        Lines{"300|绿道|=|300|公里|2025-12-31", "60|湿地|=|60|公顷|2023-12-31"});
  CHECK(brief(facts_of(
            "| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 绿道（公里） | | 300 |\n| 湿地（公顷） | 60 | |\n")) ==
        Lines{"300|绿道|=|300|公里|2025-12-31"});
}

TEST_CASE("what was reached is a result, what the starting point was is none") {
  const auto facts = facts_of("指标\t2019年\t2020年实际完成\t2021年目标\n绿道（公里）\t20\t26\t30\n");
  REQUIRE(facts.size() == 2);
  CHECK(facts[0].role == zhibiao::Role::result);
  CHECK(facts[0].deadline == "2020-12-31");
  CHECK(facts[1].role == zhibiao::Role::target);
}

TEST_CASE("cells that are sentences are read as such and named by their row") {
  CHECK(brief(facts_of("指标\t目标\n群众满意度\t达到90%以上\n绿道（公里）\t300\n")) ==
        Lines{"90%以上|群众满意度|>=|90|%|", "300|绿道|=|300|公里|"});
}
