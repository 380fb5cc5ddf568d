// Web pages as text: paragraphs, lists, entities, what is left out inside of a document, limits.
#include <doctest/doctest.h>

#include <string>

#include "read/archives.hpp"
#include "read/html/tree.hpp"
#include "read/html_page.hpp"
#include "zhibiao/error.hpp"

using html_page::Lines;
using html_page::lines;
using html_page::read;
using html_page::repeated;

TEST_CASE("blocks and line breaks end paragraphs, unclosed ones too") {
  CHECK(lines("<p>一、总体要求<p>到2025年，达到<b>95</b>%以上。<div>落款<br>2020年1月2日</div>尾<hr>末") ==
        Lines{"一、总体要求", "到2025年，达到95%以上。", "落款", "2020年1月2日", "尾", "末"});
}

TEST_CASE("blanks are run together as a reader sees them") {
  CHECK(lines("<p>　　全市  卫生\n   健康 work is\nhard&nbsp;2020\n年&nbsp;&nbsp;</p><p>&nbsp;</p>") ==
        Lines{"全市 卫生健康 work is hard\u00A02020年"});
  CHECK(lines("<p>零\u200B宽\uFEFF字&shy;符</p>") == Lines{"零宽字符"});
}

TEST_CASE("preformatted text keeps its lines") {
  CHECK(lines("<pre>第一行\n第二行</pre><div style='white-space: pre-wrap'>第三行\n第四行</div>") ==
        Lines{"第一行", "第二行", "第三行", "第四行"});
}

TEST_CASE("entities and stray signs are text") {
  CHECK(lines("<p>&ldquo;A&amp;B&rdquo;&#12289;&#x4E8C;，比例<5%，&lt;60岁，a&b</p>") ==
        Lines{"“A&B”、二，比例<5%，<60岁，a&b"});
  CHECK(lines("<p>&amp;quot;健康&amp;quot;</p>") ==
        Lines{"&quot;健康&quot;"});  // what was escaped twice, text repair resolves
  CHECK(lines("<p>2020&#151;2022年</p>") == Lines{"2020—2022年"});
}

TEST_CASE("quotations bear the marks that browsers print") {
  CHECK(lines("<p>提出<q>健康<b>县</b></q>目标</p>") == Lines{"提出“健康县”目标"});
}

TEST_CASE("superscripts stay powers, subscripts are letters of a name") {
  CHECK(lines("<p>1.2万m<sup>2</sup>、3m<sup> 3 </sup>、10<sup>-4</sup>、完成<sup>[1]</sup>，PM<sub>2.5</sub></p>") ==
        Lines{"1.2万m²、3m³、10⁻⁴、完成[1]，PM2.5"});
}

TEST_CASE("lists carry the markers that browsers print") {
  CHECK(lines("<ol><li>甲<li>乙<ol type=a><li>丙</ol><li value=7>丁<li>戊</ol>") ==
        Lines{"1. 甲", "2. 乙", "a. 丙", "7. 丁", "8. 戊"});
  CHECK(lines("<ol start=3 type=I><li>甲<li>乙</ol>") == Lines{"III. 甲", "IV. 乙"});
  CHECK(lines("<ol style='list-style-type: cjk-ideographic' start=10><li>甲<li>乙</ol>") ==
        Lines{"十、甲", "十一、乙"});
  CHECK(lines("<ul><li>甲<li><p>乙</p><p>丙</p></ul>") == Lines{"• 甲", "• 乙", "丙"});
  CHECK(lines("<ul style='list-style:none'><li>甲</ul>") == Lines{"甲"});
}

TEST_CASE("an item that brings its own marker gets no second one") {
  CHECK(lines("<ol><li>（一）甲<li>1.乙<li>①丙<li>2.5%丁<li>二、戊</ol>") ==
        Lines{"（一）甲", "1.乙", "①丙", "4. 2.5%丁", "二、戊"});
}

TEST_CASE("Word's numbers of lists are text, its symbols bullets") {
  const std::string marker = "<![if !supportLists]><span style='font-family:";
  CHECK(lines("<p style='mso-list:l0 level1 lfo1'>" + marker +
              "宋体'><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; "
              "</span></span></span><![endif]>甲<o:p></o:p></p><p>" +
              marker +
              "Wingdings'><span style='mso-list: Ignore'>l<span>&nbsp; </span></span></span><![endif]>乙</p>"
              "<p><!--[if !supportLists]-->1.<!--[endif]-->丙<!--[if gte mso 9]><xml>丁</xml><![endif]--></p>") ==
        Lines{"一、 甲", "• 乙", "1.丙"});
}

TEST_CASE("what no reader sees is no text") {
  CHECK(lines("<script>甲</script><style>乙</style><noscript>丙</noscript><!-- 丁 --><template>戊</template>"
              "<select><option>己</select><button>庚</button><textarea>辛</textarea><p style='color:red; display : "
              "none'>壬</p><div hidden>癸</div><span style='mso-hide:all'>子</span><p><del>丑</del><ins>寅</ins>"
              "<ruby>卯<rt>mao</rt></ruby></p><iframe>辰</iframe><xml>巳</xml>") == Lines{"寅卯"});
}

TEST_CASE("characters and references are counted as a reader counts paragraphs") {
  const auto page = read("<p>甲</p><p></p><p>乙</p><table><tr><td>丙<td>丁<tr><td>戊<td>己</table>");
  CHECK(page.text == "甲\n乙\n\n丙\t丁\n戊\t己\n\n");
  const auto& marks = page.facts.landmarks;
  REQUIRE(marks.size() == 6);
  CHECK(marks[1].place == zhibiao::Place{.paragraph = 2});
  CHECK(marks[5].place == zhibiao::Place{.table = 1, .row = 2, .cell = 2});
  CHECK(page.facts.format == "html");
}

TEST_CASE("a byte order mark is no text; a page without text has none") {
  CHECK(read("\xEF\xBB\xBF<p>甲</p>").text == "甲\n");
  CHECK(read("<html><head><title>要点</title></head><body><img src=a.png></body></html>").text.empty());
  CHECK(read(" ").text.empty());
}

TEST_CASE("pages name their encoding") {
  using zhibiao::read_stage::html::declared_encoding;
  CHECK(declared_encoding("<html><META http-equiv=Content-Type content=\"text/html; charset=GB2312\">") == "gb2312");
  CHECK(declared_encoding("<meta charset='gbk'/>") == "gbk");
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"gb18030\"?><html>") == "gb18030");
  CHECK(declared_encoding("<p>charset=big5</p>") == "");
}

TEST_CASE("a GBK page that says gb2312 is read") {
  const auto page = read(
      "<meta charset=gb2312><p>\xC4\xEA\xB5\xD7\xC7\xB0\xA3\xAC\xE9"
      "F</p>");
  CHECK(page.text == "年底前，镕\n");
  CHECK(page.facts.encoding == "GB18030");
}

TEST_CASE("elements nested too deep are read as text, with a warning") {
  const std::string deep = repeated("<div>", 20000) + "<p>深处</p><script>无</script><p>还有</p>" +
                           repeated("</div>", 20000) + "<p>后面</p>";
  const auto page = read(deep);
  CHECK(page.text == "深处\n还有\n后面\n");
  REQUIRE(page.facts.warnings.size() == 1);
  CHECK(page.facts.warnings[0].find("more than 256 deep") != std::string::npos);
}

TEST_CASE("a page without an end of nesting is refused") {
  const auto message =
      zhibiao_tests::message_of<zhibiao::Error>([] { read("<p>开头</p>" + repeated("<b>", 400000) + "末尾"); });
  CHECK(message.find("nested deeper than 32768 levels") != std::string::npos);
}

// A cost that grows faster than the page would not end within the test program's time-out.
TEST_CASE("pages that are all spans, comments and tables are read to their end") {
  const std::string rows = repeated("<tr><td colspan=1000 rowspan=65534>甲", 20000);
  CHECK(read("<table>" + rows + "</table>").text.size() > 20000);
  CHECK(read("<p>" + repeated("<!--", 100000) + repeated("<", 100000) + repeated("&", 100000)).text.size() < 500000);
  CHECK(read(repeated("<b>", 3000) + repeated("</i>", 50000) + "甲").text == "甲\n");
  CHECK(read(repeated("<table><tr><td>甲<td>", 120)).text.size() > 120);
}

TEST_CASE("entities of a document type are not resolved") {
  const auto page = read(
      "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><html><body><p>甲&a;&b;</p>");
  CHECK(page.text.find("root:") == std::string::npos);
  CHECK(page.text.find("甲&a;&b;") != std::string::npos);
}
