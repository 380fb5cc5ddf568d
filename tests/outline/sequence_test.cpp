// What is an item is decided by the sequence: runs, restarts, jumps, repeats, and what only looks like one.
#include "helpers.hpp"

namespace outline = zhibiao::outline;
using zhibiao::test::Outlined;
using zhibiao::test::paths;
using zhibiao::test::tree;

TEST_CASE("numbering runs on over sections") {
  CHECK(paths("要点\n一、甲方面\n（一）甲\n1.做好一项。\n2.做好二项。\n（二）乙\n3.做好三项。\n二、乙方面\n（一）丙\n4."
              "做好四项。\n5.做好五项。\n") == "一 一/一 一/一/1 一/一/2 一/二 一/二/3 二 二/一 二/一/4 二/一/5");
  CHECK(paths("意见\n一、甲方面\n（一）甲\n（二）乙\n二、乙方面\n（三）丙\n（四）丁\n") ==
        "一 一/一 一/二 二 二/三 二/四");
}

TEST_CASE("numbering restarts") {
  CHECK(paths("要点\n一、甲方面\n1.做好一项。\n2.做好二项。\n二、乙方面\n1.做好三项。\n2.做好四项。\n") ==
        "一 一/1 一/2 二 二/1 二/2");
}

TEST_CASE("numbering jumps and repeats") {
  CHECK(paths("要点\n一、甲\n二、乙\n三、丙\n四、丁\n六、己\n七、庚\n") == "一 二 三 四 六 七");
  CHECK(paths("要点\n一、甲\n（一）子项工作\n（二）丑项工作\n（三）寅项工作\n（三）卯项工作\n（四）辰项工作\n") ==
        "一 一/一 一/二 一/三 一/三 一/四");
  CHECK(paths("要点\n一、甲\n1.做好甲。\n2.做好乙。\n4.做好丁。\n5.做好戊。\n") == "一 一/1 一/2 一/4 一/5");
}

TEST_CASE("a document that begins in the middle") {
  CHECK(paths("35.推进改革工作。\n36.扩大对外开放。\n二、民生保障\n37.扩大就业。\n") == "35 36 二 二/37");
}

TEST_CASE("years, decimals and amounts at a line's start are no items") {
  CHECK(paths("要点\n一、主要目标\n\n2020年，全市生产总值增长5%。\n\n5.2‰的死亡率继续下降。\n\n3."
              "5亿元资金全部到位。\n\n12月底前完成任务。\n\n二、重点任务\n") == "一 二");
  CHECK(paths("要点\n一、任务\n首先，加强领导。\n其次，加强投入。\n再次，加强督查。\n二、保障\n") == "一 二");
}

TEST_CASE("a number that fits nowhere is no item") {
  CHECK(paths("要点\n一、任务\n1.做好甲。\n2.做好乙。\n35.附记一条。\n3.做好丙。\n二、保障\n") ==
        "一 一/1 一/2 一/3 二");
}

TEST_CASE("a hanzi marker cut from a word does not stop the numbering") {
  CHECK(paths("规划\n一、基础\n二、目标\n三、社会保障\n坚持兜底线、织密网，健全全面覆盖、统筹城乡、公平统\n\n一、可持续"
              "的保障体系，加大保障力度。\n四、保障措施\n") == "一 二 三 四");
}

TEST_CASE("lists of numerals are no markers") {
  CHECK(paths("要点\n一、产业发展\n\n一、二、三产业融合发展，一二三产业增加值增长5%。\n\n二、乡村建设\n") == "一 二");
}

TEST_CASE("a number in brackets that names a class is no marker") {
  CHECK(paths("要点\n一、水利\n1.编制规划。\n2.加固水库23座，其中小（1）型4座、小（2）型19座。\n3."
              "清淤河道。\n二、农业\n") == "一 一/1 一/2 一/3 二");
}

TEST_CASE("a list nested in one of its own style gets a level of its own") {
  CHECK(paths("计划\n一、总体要求\n（一）发展目标\n一、经济规模\n增加值10000亿元\n二、基础设施\n基站5万个\n三、公共服务"
              "\n事项100%上网\n二、主要任务\n"
              "（一）做强产业\n三、保障措施\n") == "一 一/一 一/一/一 一/一/二 一/一/三 二 二/一 三");
}

TEST_CASE("brackets nested the other way round, as the document has them") {
  CHECK(paths("要点\n1.甲方面\n（一）子项工作\n（二）丑项工作\n2.乙方面\n（一）寅项工作\n（二）卯项工作\n3."
              "丙方面\n（一）辰项工作\n") == "1 1/一 1/二 2 2/一 2/二 3 3/一");
}

TEST_CASE("a table of contents gives no items") {
  CHECK(
      tree("某市规划\n目 录\n第一章 发展基础\n第二章 主要目标\n第三章 重点任务\n第四章 "
           "保障措施\n某市规划\n为推进发展，制定本规划。\n第一章 发展基础\n"
           "基础良好。\n第二章 主要目标\n建成5个中心。\n第三章 重点任务\n任务明确。\n第四章 保障措施\n加强领导。\n") ==
      "一 发展基础\n二 主要目标\n三 重点任务\n四 保障措施\n");
  CHECK(paths("某市规划\n目录\n一、发展基础..........1\n二、主要目标..........3\n三、重点任务.........."
              "8\n\n某市规划\n\n一、发展基础\n基础良好。\n二、主要目标\n"
              "建成5个中心。\n三、重点任务\n任务明确。\n") == "一 二 三");
}

TEST_CASE("an annex opens a numbering of its own; the list of annexes is none") {
  const char* body =
      "实施方案\n一、工作目标\n建成5个中心。\n二、主要任务\n配齐设备。\n附件：1．任务清单\n2．人员名单\n3．项目表\n附件"
      "1\n任务清单\n1．经济运行监测\n"
      "2．自然资源管理\n";
  CHECK(paths(body) == "一 二 1 2");
  const Outlined document(body);
  CHECK(document.source.slice(document.nodes[1].item.span).find("任务清单\n1") == std::string_view::npos);
}

TEST_CASE("an annex with its title on the line ends the item before it where a table follows") {
  const Outlined document(
      "实施方案\n一、工作目标\n建成5个中心。\n二、保障措施\n落实资金。\n附件1：重点任务清单\n序号\t任务\t目标\n1\t泵站"
      "\t3座\n");
  CHECK(document.source.slice(document.nodes[1].item.span).find("重点任务清单") == std::string_view::npos);
  const Outlined letter(
      "实施方案\n一、工作目标\n建成5个中心。\n二、保障措施\n落实资金。\n附件1：重点任务清单\n某市水利局\n");
  CHECK(letter.source.slice(letter.nodes[1].item.span).find("落实资金") != std::string_view::npos);
}

TEST_CASE("notes below tables are no items") {
  CHECK(paths("规划\n一、目标\n3．总体目标\n（一）指标\n注：1. 数据为2020年现价。\n2. 降雨量为日均值。\n3. "
              "目标为预期性。\n二、任务\n") == "一 一/一 二");
}

TEST_CASE("the signature ends the letter's last item") {
  const Outlined document(
      "某市卫生健康局关于印发《2021年工作要点》的通知\n各区卫生健康局：\n现将《2021年工作要点》印发给你们，并提出如下要"
      "求。\n一、提高认识\n二、加强落实\n"
      "某市卫生健康局\n2021年3月2日\n2021年工作要点\n今年工作的总体要求是稳中求进。\n一、党的建设\n二、深化改革\n");
  REQUIRE(document.nodes.size() == 4);
  CHECK(document.source.slice(document.nodes[1].item.span) == "二、加强落实");
  CHECK(outline::read_document_data(document.view, document.nodes).title == "2021年工作要点");
}

TEST_CASE("a page number glued to an item by the converter") {
  CHECK(paths("规划\n一、基础\n1.1 主要成就\n1.1.1 经济增长。总量达到500亿元。\n二、目标\n12三、任务\n3.1 "
              "建设中心\n133.1.1 配齐设备。设备全部到位。\n四、保障\n") ==
        "一 一/1.1 一/1.1/1.1.1 二 三 三/3.1 三/3.1/3.1.1 四");
}

TEST_CASE("a bracketed numeral with a title opens an item, however many are lost before it") {
  CHECK(paths("纲要\n一、甲方面\n（三）加强路网建设\n新建公路5公里。\n（四）完善管网设施\n更新管网6公里。\n（九）提升服"
              "务水平"
              "\n增设网点7个。\n") == "一 一/三 一/四 一/九");
  CHECK(paths("纲要\n一、甲方面\n（二）繁荣文化事业。新建场馆2座。\n（八）发展体育事业。新建球场3个。\n二、乙方面\n") ==
        "一 一/二 一/八 二");
  CHECK(paths("纲要\n一、甲方面\n（一）子项工作\n（十二）丑项工作\n（十九）寅项工作\n") == "一 一/一 一/十二 一/十九");
  CHECK(paths("（四）育强园区\n引进企业5家。\n（十）留住人才\n引进人才6名。\n") == "四 十");
  CHECK(paths("纲要\n一、甲方面\n（一）子项工作\n（八）项目建设提速增效\n（十六）种业振兴\n") ==
        "一 一/一 一/八 一/十六");
  CHECK(tree("纲要\n一、甲方面\n（一）子项工作\n（七）统筹城乡发展\n建成小区8个。\n") ==
        "一 甲方面\n一/一 子项工作\n一/七 统筹城乡发展\n");
}

TEST_CASE("a bracketed numeral without a title of its own is no item where it does not go on") {
  const char* opening = "纲要\n一、甲方面\n（一）子项工作\n（二）丑项工作\n";
  const auto with = [&](const char* line) { return paths(std::string(opening) + line); };
  const std::string none = "一 一/一 一/二";
  CHECK(with("（九）项规定的情形除外。\n") == none);
  CHECK(with("（九）、（十）两项由各地自定。\n") == none);
  CHECK(with("（九）\n") == none);
  CHECK(with("（九）落实资金；\n") == none);
  CHECK(with("2020年，全市生产总值增长5%。\n") == none);
  CHECK(with("5.2‰的死亡率继续下降。\n") == none);
}

TEST_CASE("rows of a table and the groups between them are no items") {
  CHECK(
      paths("2021年工作要点\n一、目标\n主要指标如下。\n序号\t指标\t单位\t2025年\n一、经济发展\n1\t增速\t%\t5\n2\t投资\t"
            "亿元\t100\n二、民生\n3\t床位\t张\t200\n1.床位数达到300张。\n二、任务\n新建学校3所。\n") == "一 一/1 二");
  // A tab behind a marker makes no table of an item.
  CHECK(paths("要点\n一、\t甲方面\n1.\t做好一项。\n2.\t做好二项。\n二、\t乙方面\n") == "一 一/1 一/2 二");
}
