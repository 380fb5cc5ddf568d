// DOCX: automatic list numbers come out as the markers a reader sees.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/docx_files.hpp"
#include "read/list_numbers.hpp"

using zhibiao::read_stage::list_number;
using zhibiao_tests::p;
using zhibiao_tests::r;
using zhibiao_tests::text_of_docx;

namespace {

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return R"(<w:lvl w:ilvl=")" + std::to_string(number) + R"("><w:start w:val="1"/><w:numFmt w:val=")" + format +
         R"("/>)" + more + R"(<w:lvlText w:val=")" + text + R"("/></w:lvl>)";
}

std::string definition(int id, const std::string& levels) {
  return R"(<w:abstractNum w:abstractNumId=")" + std::to_string(id) + R"(">)" + levels + "</w:abstractNum>";
}

std::string list(int id, int defined, const std::string& more = "") {
  return R"(<w:num w:numId=")" + std::to_string(id) + R"("><w:abstractNumId w:val=")" + std::to_string(defined) +
         R"("/>)" + more + "</w:num>";
}

/// A paragraph of a list.
std::string item(int list_id, int at, const std::string& text) {
  return R"(<w:p><w:pPr><w:numPr><w:ilvl w:val=")" + std::to_string(at) + R"("/><w:numId w:val=")" +
         std::to_string(list_id) + R"("/></w:numPr></w:pPr>)" + (text.empty() ? "" : r(text)) + "</w:p>";
}

std::string styled(const std::string& style, const std::string& text) {
  return R"(<w:p><w:pPr><w:pStyle w:val=")" + style + R"("/></w:pPr>)" + r(text) + "</w:p>";
}

const std::string kPlan =
    definition(0, level(0, "chineseCountingThousand", "%1、") +
                      level(1, "chineseCountingThousand", "（%2）", R"(<w:suff w:val="nothing"/>)") +
                      level(2, "decimal", "%3.", R"(<w:suff w:val="nothing"/>)"));

}  // namespace

TEST_CASE("the levels of a plan are counted, lower ones from the start below each higher one") {
  const std::string body = item(1, 0, "目标") + item(1, 1, "强基层") + item(1, 2, "2022年底前建成3家") +
                           item(1, 2, "培训") + item(1, 1, "促改革") + item(1, 2, "试点") + p("没有编号") +
                           item(1, 0, "措施") + item(1, 1, "组织");
  CHECK(text_of_docx(body, {{"numbering", kPlan + list(1, 0)}}) ==
        "一、目标\n（一）强基层\n1. 2022年底前建成3家\n2.培训\n（二）促改革\n1.试点\n没有编号\n二、措施\n（一）组织\n");
}

TEST_CASE("lists of one definition count on together until one says where to start") {
  const std::string restart = R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>)";
  const std::string numbering = kPlan + list(1, 0) + list(2, 0) + list(3, 0, restart);
  CHECK(text_of_docx(item(1, 0, "甲") + item(2, 0, "乙") + item(3, 0, "丙") + item(3, 0, "丁"),
                     {{"numbering", numbering}}) == "一、甲\n二、乙\n五、丙\n六、丁\n");
}

TEST_CASE("a list may change a level of its definition") {
  const std::string change = R"(<w:lvlOverride w:ilvl="0">)" + level(0, "decimal", "第%1条") + "</w:lvlOverride>";
  CHECK(text_of_docx(item(1, 0, "总则"), {{"numbering", kPlan + list(1, 0, change)}}) == "第1条 总则\n");
}

TEST_CASE("numbers of several levels, all in digits where the level says so") {
  const std::string levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                             level(2, "decimal", "%1.%2.%3");
  CHECK(text_of_docx(item(1, 0, "总则") + item(1, 1, "目的") + item(1, 2, "范围"),
                     {{"numbering", definition(0, levels) + list(1, 0)}}) == "第一章 总则\n1.1 目的\n一.1.1 范围\n");
}

TEST_CASE("a level can go on over higher ones") {
  const std::string levels =
      level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2条", R"(<w:lvlRestart w:val="0"/>)");
  CHECK(text_of_docx(item(1, 0, "甲") + item(1, 1, "乙") + item(1, 0, "丙") + item(1, 1, "丁"),
                     {{"numbering", definition(0, levels) + list(1, 0)}}) ==
        "第一章 甲\n第一条 乙\n第二章 丙\n第二条 丁\n");
}

TEST_CASE("styles number their paragraphs, those built on them too, and a paragraph may opt out") {
  const std::string levels = level(0, "chineseCounting", "%1、", R"(<w:pStyle w:val="1"/>)") +
                             level(1, "chineseCounting", "（%2）", R"(<w:pStyle w:val="2"/>)");
  const std::string styles =
      R"(<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="2"/></w:style>)";
  const std::string none =
      R"(<w:p><w:pPr><w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>)" + r("附件") + "</w:p>";
  CHECK(text_of_docx(styled("1", "甲") + styled("2", "乙") + styled("3", "丙") + none + styled("1", "丁"),
                     {{"numbering", definition(0, levels) + list(1, 0)}, {"styles", styles}}) ==
        "一、甲\n（一）乙\n（二）丙\n附件\n二、丁\n");
}

TEST_CASE("a definition may point to a list style") {
  const std::string link = R"(<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="plan"/></w:abstractNum>)";
  const std::string styles =
      R"(<w:style w:type="numbering" w:styleId="plan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)";
  CHECK(text_of_docx(item(2, 0, "甲"), {{"numbering", kPlan + link + list(1, 0) + list(2, 1)}, {"styles", styles}}) ==
        "一、甲\n");
}

TEST_CASE("deleted and hidden paragraphs are not counted, empty ones are") {
  const std::string hidden =
      R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>)";
  CHECK(text_of_docx(item(1, 0, "甲") + hidden + item(1, 0, "乙") + item(1, 0, "") + item(1, 0, "丁"),
                     {{"numbering", kPlan + list(1, 0)}}) == "一、甲\n二、乙\n四、丁\n");
}

TEST_CASE("rows counted by a list of empty paragraphs keep their numbers") {
  const auto row = [](const std::string& name) {
    return "<w:tr><w:tc>" + item(1, 0, "") + "</w:tc><w:tc>" + p(name) + "</w:tc></w:tr>";
  };
  CHECK(text_of_docx("<w:tbl>" + row("床位") + row("医师") + "</w:tbl>",
                     {{"numbering", definition(0, level(0, "decimal", "%1")) + list(1, 0)}}) == "1\t床位\n2\t医师\n\n");
}

TEST_CASE("bullets are bullets, lists without numbers print their text") {
  const std::string numbering =
      definition(0, level(0, "bullet", "\xEF\x81\xAC") + level(1, "none", "目标：")) + list(1, 0);
  CHECK(text_of_docx(item(1, 0, "甲") + item(1, 1, "乙"), {{"numbering", numbering}}) == "• 甲\n目标： 乙\n");
}

TEST_CASE("numbers in all the forms plans use") {
  CHECK(list_number(1, "chineseCounting") == "一");
  CHECK(list_number(10, "chineseCounting") == "十");
  CHECK(list_number(21, "chineseCountingThousand") == "二十一");
  CHECK(list_number(105, "chineseCountingThousand") == "一百零五");
  CHECK(list_number(110, "chineseCountingThousand") == "一百一十");
  CHECK(list_number(1000, "chineseCountingThousand") == "一千");
  CHECK(list_number(12, "japaneseCounting") == "十二");
  CHECK(list_number(10, "ideographDigital") == "一〇");
  CHECK(list_number(12, "chineseLegalSimplified") == "壹拾贰");
  CHECK(list_number(3, "ideographTraditional") == "丙");
  CHECK(list_number(11, "ideographTraditional") == "11");
  CHECK(list_number(20, "decimalEnclosedCircle") == "⑳");
  CHECK(list_number(51, "decimalEnclosedCircle") == "51");
  CHECK(list_number(12, "decimalFullWidth") == "１２");
  CHECK(list_number(2, "decimalEnclosedParen") == "⑵");
  CHECK(list_number(7, "decimalZero") == "07");
  CHECK(list_number(28, "lowerLetter") == "bb");
  CHECK(list_number(3, "upperLetter") == "C");
  CHECK(list_number(14, "lowerRoman") == "xiv");
  CHECK(list_number(9, "upperRoman") == "IX");
  CHECK(list_number(5, "hindiVowels") == "5");
  CHECK(list_number(0, "chineseCounting") == "0");
  CHECK(list_number(4, "none").empty());
}
