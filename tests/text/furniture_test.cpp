// What around the text is not the text.
#include <doctest/doctest.h>

#include <string>

#include "helpers.hpp"

using helpers::ParagraphKind;
using helpers::paragraphs;
using helpers::repaired;
using Texts = std::vector<std::string>;

namespace {

/// A page of running text, about four hundred characters, `n` of which make a document.
std::string page(int n) {
  std::string text;
  for (int i = 0; i < 10; ++i) {
    text += "第" + std::to_string(n * 10 + i) + "批项目按照既定计划有序推进，相关单位要加强统筹协调，确保按时保质完成";
    for (int k = 0; k < i * 7 % 10; ++k) text += "既定建设";
    text += "任务。\n";
  }
  return text;
}

}  // namespace

TEST_CASE("page numbers by their look") {
  for (const char* number : {"- 12 -", "— 3 —", "－3－", "-7-", "第3页", "第 3 页 共 10 页"}) {
    const std::string text = "加强组织领导，明确责任分工，\n\n" + std::string(number) + "\n\n抓好任务落实。\n";
    CHECK_MESSAGE(repaired(text) == "加强组织领导,明确责任分工,抓好任务落实。", number);
  }
  CHECK(paragraphs("任务完成。\n— 3 —\n", ParagraphKind::furniture) == Texts{"—3—"});
}

TEST_CASE("lone numbers are page numbers when they rise from page to page") {
  std::string text;
  for (int i = 0; i < 5; ++i) text += page(i) + std::to_string(i + 1) + "\n";
  CHECK(paragraphs(text, ParagraphKind::furniture) == Texts{"1", "2", "3", "4", "5"});
}

TEST_CASE("lone numbers of tables are cells") {
  std::string text = "序号\n项目\n";
  for (int i = 1; i < 8; ++i)
    text += std::to_string(i) + "\n完成改造任务，建立长效机制，提升服务水平，确保群众满意。\n";
  CHECK(paragraphs(text, ParagraphKind::furniture).empty());
}

TEST_CASE("a form feed makes a lone number a page number") {
  CHECK(repaired("加强组织领导，明确责任分工，\n4\n\f抓好任务落实。\n") == "加强组织领导,明确责任分工,抓好任务落实。");
}

TEST_CASE("running heads come again on every page") {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "某市教育发展规划\n" + page(i) + "- " + std::to_string(i + 1) + " -\n";
  const auto furniture = paragraphs(text, ParagraphKind::furniture);
  // The first one can be the title.
  CHECK(std::count(furniture.begin(), furniture.end(), "某市教育发展规划") == 3);
  // A cell that comes again is none.
  std::string table;
  for (int i = 0; i < 8; ++i) table += page(i) + "市教育局牵头\n";
  CHECK(paragraphs(table, ParagraphKind::furniture).empty());
}

TEST_CASE("a printed table of contents") {
  CHECK(paragraphs("目 录\n一、发展基础..........1\n（一）主要成就…………2\n二、总体要求 ········ 15\n正文从这里开始。\n",
                   ParagraphKind::contents) ==
        Texts{"目录", "一、发展基础..........1", "(一)主要成就…………2", "二、总体要求········15"});
  CHECK(paragraphs("目录\n一、发展基础\n二、总体要求\n一、发展基础\n五年来成绩显著。\n二、总体要求\n坚持新理念。\n") ==
        Texts{"一、发展基础", "五年来成绩显著。", "二、总体要求", "坚持新理念。"});
}

TEST_CASE("metadata on top of a web copy") {
  const std::string bare =
      "11330100002489538A/2021-04412\n市教育局\n主动公开\n工作计划\n文化、教育/"
      "基础教育\n2021-03-05\n2021-03-02\n面向社会\n"
      "关于印发年度工作计划的通知\n各学校：\n现印发给你们。\n";
  CHECK(paragraphs(bare) == Texts{"关于印发年度工作计划的通知", "各学校:", "现印发给你们。"});
  CHECK(paragraphs(bare, ParagraphKind::header).size() == 8);
  const std::string labelled =
      "索 引 "
      "号：000014349/"
      "2021-"
      "00021\n发文机关：某市政府\n成文日期：2021年3月2日\n标题\n某市年度计划\n来源：某市日报\n一、总体要求\n做好工作。"
      "\n";
  const auto header = paragraphs(labelled, ParagraphKind::header);
  CHECK(header.size() == 4);
  CHECK(paragraphs(labelled).back() == "做好工作。");
  CHECK(paragraphs("北大法宝【法宝引证码】 CLI.1\n原文链接：https://example.com/a.html\n某市年度计划\n",
                   ParagraphKind::header)
            .size() == 2);
}

TEST_CASE("a date or an office in the text is no metadata") {
  CHECK(paragraphs("某市年度计划\n（2021年3月2日）\n一、总体要求\n做好工作。\n", ParagraphKind::header).empty());
  CHECK(paragraphs("某市教育局\n\n某教〔2021〕3号\n\n关于印发计划的通知\n", ParagraphKind::header).empty());
}

TEST_CASE("links and print footers below the text") {
  const std::string text = page(1) + "某市教育局办公室 2021年3月5日印发\n热点文章推荐\n相关文章推荐\n某地召开会议\n";
  CHECK(paragraphs(text, ParagraphKind::links) == Texts{"热点文章推荐", "相关文章推荐", "某地召开会议"});
  CHECK(paragraphs(text, ParagraphKind::furniture) == Texts{"某市教育局办公室2021年3月5日印发"});
  CHECK(paragraphs(page(1) + "上一篇：关于放假的通知\n下一篇：关于开学的通知\n", ParagraphKind::links).size() == 2);
}

TEST_CASE("page numbers glued to the lines of a wrapped text") {
  std::string text;
  int number = 0;
  for (int i = 0; i < 300; ++i) {
    if (i % 20 == 19) text += std::to_string(++number);
    text += "全面推进乡村产业振兴和城乡融合发展工作不断取得新成效\n";
  }
  const auto body = repaired(text);
  for (const char digit : std::string("0123456789")) CHECK(body.find(digit) == std::string::npos);
}
