// Blanks, widths, entities, list dashes and table cells within lines.
#include <doctest/doctest.h>

#include <string>

#include "helpers.hpp"
#include "text/entities.hpp"

using helpers::paragraphs;
using helpers::repaired;
using Texts = std::vector<std::string>;

TEST_CASE("blanks between characters and numbers go") {
  CHECK(repaired("到 2025 年，建成 30 个站点。") == "到2025年,建成30个站点。");
  CHECK(repaired("总投资 9.35 亿 元。") == "总投资9.35亿元。");
  CHECK(repaired("加　强　领　导。") == "加强领导。");
  CHECK(repaired("落\u00A0实\u200B责任。") == "落实责任。");
  CHECK(repaired("推进 PPP 项目建设。") == "推进PPP项目建设。");
}

TEST_CASE("blanks between numbers or Latin words stay, once") {
  CHECK(repaired("新增 1 270 个床位。") == "新增1 270个床位。");
  CHECK(repaired("建设 smart   city 平台。") == "建设smart city平台。");
  CHECK(repaired("表中 12  34 两数。") == "表中12 34两数。");
}

TEST_CASE("the blank behind an item's dot keeps two numbers apart") {
  CHECK(repaired("28. 3 次巡诊全部完成。") == "28. 3次巡诊全部完成。");
  CHECK(repaired("- 40. 2020 年完成改造。") == "40. 2020年完成改造。");
  CHECK(repaired("总额 18. 5 亿元。") == "总额18.5亿元。");
  CHECK(repaired("完成巡诊。28. 3 次抽查；9. 2 次巡查。") == "完成巡诊。28. 3次抽查;9. 2次巡查。");
  CHECK(repaired("完成巡诊、28. 3 次抽查。") == "完成巡诊、28.3次抽查。");
}

TEST_CASE("full-width forms of ASCII are folded, other characters stay") {
  CHECK(repaired("（一）增长５．５％；ＧＤＰ～①㈠㎡‰、《》“”。") == "(一)增长5.5%;GDP~①㈠㎡‰、《》“”。");
}

TEST_CASE("HTML entities are resolved") {
  CHECK(repaired("打造&ldquo;一网&rdquo;，&quot;双&quot;达标，占比&gt;60%，A&amp;B，2020&mdash;2022&nbsp;年。") ==
        "打造“一网”,\"双\"达标,占比>60%,A&B,2020—2022年。");
  CHECK(repaired("甲&#39;乙&#x201C;丙&#8221;丁。") == "甲'乙“丙”丁。");
  CHECK(repaired("甲&amp;quot;乙。") == "甲\"乙。");
  CHECK(repaired("&#x56DB;川&#30465;&#12289;&#x1F600;。") == "四川省、😀。");
  CHECK(repaired("R&D投入，AT&T;甲&bogus;乙&#0;。") == "R&D投入,AT&T;甲&bogus;乙&#0;。");
}

TEST_CASE("entities one by one") {
  using zhibiao::text::match_entity;
  CHECK(match_entity("&quot;x")->length == 6);
  CHECK(match_entity("&amp;lt;")->ch == U'<');
  CHECK_FALSE(match_entity("&quot"));
  CHECK_FALSE(match_entity("&#x110000;"));
  CHECK_FALSE(match_entity("&#xD800;"));
  CHECK_FALSE(match_entity("&;"));
}

TEST_CASE("list dashes and bullets go, minus signs stay") {
  CHECK(repaired("- 7. 加强排查整治。") == "7.加强排查整治。");
  CHECK(repaired(" - 新建两所学校。") == "新建两所学校。");
  CHECK(repaired("· 新建两所学校。") == "新建两所学校。");
  CHECK(repaired("●新建两所学校。") == "新建两所学校。");
  CHECK(repaired("* (二)强化保障。") == "(二)强化保障。");
  CHECK(repaired("-2%以内的误差不计。") == "-2%以内的误差不计。");
  CHECK(repaired("——新建两所学校。") == "——新建两所学校。");
}

TEST_CASE("table cells are parted by one tab") {
  CHECK(repaired("指标\t2020年\t2025年\n床位\t 5.1 \t6.2\n") == "指标\t2020年\t2025年¶床位\t5.1\t6.2");
  CHECK(repaired("| 指标 | 目标 |\n|---|:---:|\n| 床位 | 6.2 张 |\n") == "指标\t目标¶床位\t6.2张");
  CHECK(repaired("序号 | 指标 | 目标 |\n1 | 床位 | 6.2 张 |\n") == "序号\t指标\t目标¶1\t床位\t6.2张");
  CHECK(repaired("首页 | 新闻\n一行字 |\n") == "首页|新闻¶一行字|");
  CHECK(repaired("城市      面积      人口\n东城      120       35万\n") == "城市\t面积\t人口¶东城\t120\t35万");
  CHECK(repaired("3 森林覆盖率 % 约束性 21 -\n4 林木蓄积量 万方 约束性 350 -\n") ==
        "3\t森林覆盖率\t%\t约束性\t21\t-¶4\t林木蓄积量\t万方\t约束性\t350\t-");
  CHECK(repaired("7　培育企业市经信局\n8　引进人才市人社局\n") == "7\t培育企业市经信局¶8\t引进人才市人社局");
  CHECK(repaired("7　培育企业市经信局\n") == "7培育企业市经信局");
  CHECK(repaired("\t加强领导。\t\n") == "加强领导。");
  CHECK(repaired("二、\t强化保障措施") == "二、强化保障措施");
}

TEST_CASE("narrow gaps part cells where a line has several of them") {
  CHECK(repaired("序号  指标  单位\n1  绿道长度  公里\n2  公园数量  个\n") ==
        "序号\t指标\t单位¶1\t绿道长度\t公里¶2\t公园数量\t个");
  CHECK(repaired("加强  领导。\n落实  责任。\n") == "加强领导。¶落实责任。");
}

TEST_CASE("invisible characters leave no trace") {
  CHECK(repaired("\xEF\xBB\xBF各位代表：\n\n现在开会。") == "各位代表:¶现在开会。");
  CHECK(repaired("甲\u00AD乙\u200E丙\u2060丁。") == "甲乙丙丁。");
}

TEST_CASE("nothing in, nothing out") {
  CHECK(paragraphs("").empty());
  CHECK(paragraphs(" \n\u3000\n\t\n").empty());
}

TEST_CASE("a long text without any line break stays one paragraph") {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "（一）完成改造 12 个小区，覆盖率达到 95%以上。";
  CHECK(paragraphs(text).size() == 1);
}
