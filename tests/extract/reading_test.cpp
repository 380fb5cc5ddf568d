// What a sentence says of each of its values: 分别, lists, and where an item's text ends.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/helpers.hpp"

using helpers::facts;

TEST_CASE("each its own: 分别") {
  CHECK(facts("森林覆盖率、污水处理率分别达到46%和95%。") == "森林覆盖率 = 46 %; 污水处理率 = 95 %");
  CHECK(facts("森林覆盖率、污水处理率和垃圾处理率分别达到46%、95%和98%。") ==
        "森林覆盖率 = 46 %; 污水处理率 = 95 %; 垃圾处理率 = 98 %");
  CHECK(facts("失业率和漏损率分别控制在5%和9%以内。") == "失业率 <= 5 %; 漏损率 <= 9 %");
  CHECK(facts("失业率、漏损率分别不高于5%和9%。") == "失业率 <= 5 %; 漏损率 <= 9 %");
  CHECK(facts("工业增加值、社会消费品零售总额分别增长6%、8%左右。") == "工业增加值 ~ 6 %; 社会消费品零售总额 ~ 8 %");
  CHECK(facts("粮食、油料产量分别达到30万吨和2万吨。") == "粮食产量 = 300000 吨; 油料产量 = 20000 吨");
}

TEST_CASE("分别 without a value for each is a plain adverb") {
  CHECK(facts("各地分别建成3个公园。") == "公园 = 3 个");
  CHECK(facts("分别落实责任，建成公园3个。") == "公园 = 3 个");
}

TEST_CASE("one verb, several things") {
  CHECK(facts("新建学校5所、医院2家，改造公园3个。") == "学校 = 5 所; 医院 = 2 家; 公园 = 3 个");
  CHECK(facts("新建5所学校、2家医院。") == "学校 = 5 所; 医院 = 2 家");
  CHECK(facts("新增托位1270个（其中普惠托位762个）。") == "托位 = 1270 个; 普惠托位 = 762 个");
}

TEST_CASE("a suffix that closes a list holds for all of it, a prefix for its own number") {
  CHECK(facts("漏损率、失业率控制在7.0%和9.5%以内。").find("<= 7 %; ") != std::string::npos);
  CHECK(facts("新建至少10个公园、6个广场。") == "公园 >= 10 个; 广场 = 6 个");
}

TEST_CASE("no value without a unit, no record without a value") {
  CHECK(facts("加强基层治理，完善工作机制。").empty());
  CHECK(facts("").empty());
  CHECK(facts("。").empty());
}

TEST_CASE("an item in mid-sentence ends the one before") {
  const std::string text =
      "示范市2021年工作要点\n一、主要任务\n围绕目标：一是新建停车位300个；二是森林覆盖率达到46%"
      "。\n二、保障措施\n落实经费20万元。\n";
  zhibiao::Analyzer analyzer;
  const auto found = analyzer.analyze(zhibiao::Source("test", text)).facts;
  REQUIRE(found.size() == 3);
  CHECK(found[0].item == "一/一");
  CHECK(found[0].indicator == "停车位");
  CHECK(found[0].sentence.find("森林") == std::string::npos);
  CHECK(found[1].item == "一/二");
  CHECK(found[1].indicator == "森林覆盖率");
  CHECK(found[2].item == "二");
}

TEST_CASE("behind a list in one paragraph, or of a paragraph each, the item around it goes on") {
  zhibiao::Analyzer analyzer;
  const std::string text =
      "二、重点任务\n（一）民生。一是建学校2所。二是建公园3个。\n新增托位400个。\n"
      "（二）产业\n一是引进企业5家。\n二是培育企业6家。\n建设厂房70栋。\n"
      "（三）交通\n一是修路8公里。\n修桥9座。\n二是建站10个。\n另建码头11个。\n";
  const auto found = analyzer.analyze(zhibiao::Source("test", text)).facts;
  const std::vector<std::string> places{"二/一/一", "二/一/二", "二/一",    "二/二/一", "二/二/二",
                                        "二/二",    "二/三/一", "二/三/一", "二/三/二", "二/三/二"};
  REQUIRE(found.size() == places.size());
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].item == places[i]);
}

TEST_CASE("a marker's number is no value, and its text begins behind it") {
  const std::string text =
      "示范市2021年工作要点\n一、主要任务\n1.新建停车位300个。\n2. 2个公园完成改造。\n（三）落实经费20万元。\n";
  zhibiao::Analyzer analyzer;
  std::string all;
  for (const auto& fact : analyzer.analyze(zhibiao::Source("test", text)).facts) all += fact.value->str() + " ";
  CHECK(all == "300 2 200000 ");
}

TEST_CASE("a deadline holds to the end of its sentence") {
  zhibiao::Analyzer analyzer;
  const auto found =
      analyzer.analyze(zhibiao::Source("test", "到2025年底，新建公园3个，改造学校5所。建成广场2个。"), {2021}).facts;
  REQUIRE(found.size() == 3);
  CHECK(found[0].deadline == "2025-12-31");
  CHECK(found[1].deadline == "2025-12-31");
  CHECK(found[2].deadline.empty());
}
