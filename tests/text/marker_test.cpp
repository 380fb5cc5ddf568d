// Markers of items: what they look like and what only looks like them.
#include <doctest/doctest.h>

#include <string>

#include "text/marker.hpp"

using zhibiao::text::MarkerStyle;
using zhibiao::text::match_marker;

namespace {

/// `style label ordinal marker`, or `-`.
std::string seen(std::string_view line) {
  static constexpr const char* kNames[] = {"part",   "chapter", "section",     "article", "hanzi",  "hanzi_paren",
                                           "dotted", "digit",   "digit_paren", "circled", "letter", "enumerated"};
  const auto marker = match_marker(line);
  if (!marker) return "-";
  return std::string(kNames[static_cast<int>(marker->style)]) + " " + marker->label + " " +
         std::to_string(marker->ordinal) + " " + std::string(line.substr(marker->offset, marker->length));
}

}  // namespace

TEST_CASE("the four levels of official documents") {
  CHECK(seen("三、加强监管") == "hanzi 三 3 三、");
  CHECK(seen("十二、保障措施") == "hanzi 十二 12 十二、");
  CHECK(seen("二十一、附则") == "hanzi 二十一 21 二十一、");
  CHECK(seen("(四)完善机制") == "hanzi_paren 四 4 (四)");
  CHECK(seen("（十）完善机制") == "hanzi_paren 十 10 （十）");
  CHECK(seen("7.推进试点") == "digit 7 7 7.");
  CHECK(seen("(3)推进试点") == "digit_paren 3 3 (3)");
}

TEST_CASE("common deviations") {
  CHECK(seen("一.总体要求") == "hanzi 一 1 一.");
  CHECK(seen("(二)、主要任务") == "hanzi_paren 二 2 (二)、");
  CHECK(seen("二)主要任务") == "hanzi_paren 二 2 二)");
  CHECK(seen("( 五 )主要任务") == "hanzi_paren 五 5 ( 五 )");
  CHECK(seen("5、培育企业") == "digit 5 5 5、");
  CHECK(seen("6﹒粮食总产量稳定") == "digit 6 6 6﹒");
  CHECK(seen("5．培育企业") == "digit 5 5 5．");
  CHECK(seen("3。培育企业") == "digit 3 3 3。");
  CHECK(seen("3。 培育企业") == "digit 3 3 3。");
  CHECK(seen("12. 2020年底前完成") == "digit 12 12 12.");
  CHECK(seen("12.2020年底前完成") == "digit 12 12 12.");
  CHECK(seen("6.2024—2026年累计改造") == "digit 6 6 6.");
  CHECK(seen("6.2024-2026年累计改造") == "digit 6 6 6.");
  CHECK(seen("4)培育企业") == "digit_paren 4 4 4)");
  CHECK(seen("⑴培育企业") == "digit_paren 1 1 ⑴");
  CHECK(seen("③培育企业") == "circled 3 3 ③");
  CHECK(seen("㉑培育企业") == "circled 21 21 ㉑");
  CHECK(seen("㈢培育企业") == "hanzi_paren 三 3 ㈢");
  CHECK(seen("⒉培育企业") == "digit 2 2 ⒉");
  CHECK(seen("B.培育企业") == "letter B 2 B.");
}

TEST_CASE("divisions of longer documents") {
  CHECK(seen("第三章总则") == "chapter 三 3 第三章");
  CHECK(seen("第一章规划背景") == "chapter 一 1 第一章");
  CHECK(seen("第二节项目布局") == "section 二 2 第二节");
  CHECK(seen("第三章规定的任务") == "-");
  CHECK(seen("第 十一 节 交通") == "section 十一 11 第 十一 节");
  CHECK(seen("第二十条各级政府应当") == "article 二十 20 第二十条");
  CHECK(seen("第一部分回顾") == "part 一 1 第一部分");
  CHECK(seen("第2章目标") == "chapter 2 2 第2章");
  CHECK(seen("第一篇") == "part 一 1 第一篇");
  CHECK(seen("第三条的规定") == "-");
  CHECK(seen("第一季度完成") == "-");
}

TEST_CASE("decimal heading numbers against decimal numbers") {
  CHECK(seen("1.2准确把握形势") == "dotted 1.2 2 1.2");
  CHECK(seen("10.3.4 打造平台") == "dotted 10.3.4 4 10.3.4");
  CHECK(seen("3.1“两个中心”建设") == "dotted 3.1 1 3.1");
  CHECK(seen("4.5人才高地建设") == "dotted 4.5 5 4.5");
  CHECK(seen("4.6以园区为载体") == "dotted 4.6 6 4.6");
  CHECK(seen("2.3公共服务") == "dotted 2.3 3 2.3");
  for (const char* text :
       {"3.5亿元", "2.9人", "5.2%", "5.2‰", "1.5倍", "6.3公里", "2.69万亿元", "12.5平方米", "3.2以上", "1.2"}) {
    CHECK_MESSAGE(seen(text) == "-", text);
  }
}

TEST_CASE("inline items") {
  CHECK(seen("一是加强领导") == "enumerated 一 1 一是");
  CHECK(seen("十二是加强领导") == "enumerated 十二 12 十二是");
  CHECK(seen("首先,加强领导") == "-");
  CHECK(seen("其次,加强领导") == "-");
  CHECK(seen("一要加强领导") == "-");
}

TEST_CASE("a dash or bullet before the marker is no part of it") {
  const auto marker = match_marker("- 11. 构建体系");
  REQUIRE(marker);
  CHECK(marker->offset == 2);
  CHECK(marker->length == 3);
  CHECK(seen("·(一)构建体系") == "hanzi_paren 一 1 (一)");
}

TEST_CASE("a month behind a number and its dot is no decimal") {
  CHECK(seen("5.6月底前完成排查") == "digit 5 5 5.");
  CHECK(seen("12.10月前建成") == "digit 12 12 12.");
  CHECK(seen("5.6月度考核") == "-");
}

TEST_CASE("an age, a time or a count of things behind a number and its dot is no decimal") {
  CHECK(seen("3.6个月内婴儿喂养") == "digit 3 3 3.");
  CHECK(seen("2.0—6岁儿童保健") == "digit 2 2 2.");
  CHECK(seen("4.5岁以下儿童死亡率") == "digit 4 4 4.");
  CHECK(seen("7.15分钟生活圈") == "digit 7 7 7.");
  CHECK(seen("5.60个村完成改厕") == "digit 5 5 5.");
  CHECK(seen("1.5个县") == "digit 1 1 1.");
  CHECK(seen("3.12所学校增设食堂") == "digit 3 3 3.");
  CHECK(seen("1.5个百分点以上") == "-");
  CHECK(seen("1.5个。") == "-");
  CHECK(seen("3.2项目建设") == "dotted 3.2 2 3.2");
  CHECK(seen("3.2个性化服务") == "dotted 3.2 2 3.2");
  CHECK(seen("83.66岁。现代公共文化服务") == "-");
  CHECK(seen("78.5岁以上儿童友好") == "-");
  CHECK(seen("2.5岁以上。") == "-");
  CHECK(seen("8.5分钟左右,") == "-");
}

TEST_CASE("numbers and words that open a line without being markers") {
  for (const char* text :
       {"2020年是", "2020.1", "1270个", "3个", "(2020年)", "(试行)", "二、三级医院", "三、四季度", "5、6月份",
        "一般公共预算", "十四五时期", "第十四个五年", "-2%", "", "百分之三", "0.5万", "1,270人", "12。", "3。5万"}) {
    CHECK_MESSAGE(seen(text) == "-", text);
  }
}

TEST_CASE("a line's first characters show its marker as its bytes do") {
  for (const std::u32string_view line :
       {U"三、加强监管", U"(十)完善机制", U"1.2 准确统计", U"第十二条 附则", U"①完成", U"2020年", U""}) {
    std::string text;
    for (const char32_t ch : line) zhibiao::text::append_char(text, ch);
    const auto expected = match_marker(text);
    const auto marker = match_marker(line);
    REQUIRE(marker.has_value() == expected.has_value());
    if (!marker) continue;
    CHECK(marker->label == expected->label);
    CHECK(marker->offset == expected->offset);
    CHECK(marker->length == expected->length);
  }
}

TEST_CASE("no marker opens with a character that is not listed for them") {
  for (const std::string_view line : {"一、甲", "(一)甲", "1.甲", "1.2甲", "二是甲", "第三章甲", "A.甲", "b.甲", "①甲",
                                      "⑴甲", "㈠甲", "⒈甲", "❶甲", "十、甲", "零一、甲"}) {
    std::size_t at = 0;
    const char32_t first = zhibiao::text::next_char(line, at);
    REQUIRE(match_marker(line));
    CHECK(zhibiao::text::kMarkerOpeners.has(first));
  }
  for (const char32_t ch : std::u32string_view(U"年和的、。-•）")) CHECK_FALSE(zhibiao::text::kMarkerOpeners.has(ch));
}
