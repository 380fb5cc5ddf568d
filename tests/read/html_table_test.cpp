// Tables of web pages: data stays a table, layout becomes paragraphs.
#include <doctest/doctest.h>

#include "read/html_page.hpp"

using html_page::Lines;
using html_page::lines;
using html_page::read;

TEST_CASE("cells are parted by tabs, unclosed rows and cells too") {
  CHECK(
      read("<p>前</p><table border=1><tr><th>指标<th>2020年<tr><td>预期寿命<br>（岁）<td>77.3</table><p>后</p>").text ==
      "前\n\n指标\t2020年\n预期寿命 （岁）\t77.3\n\n后\n");
}

TEST_CASE("spans leave empty cells behind and below") {
  CHECK(lines("<table><tr><th rowspan=2>指标</th><th colspan=2>目标值</th><th rowspan=2>单位</th></tr>"
              "<tr><th>2020年</th><th>2025年</th></tr>"
              "<tr><td>床位</td><td>6.1</td><td>6.5</td><td>张</td></tr></table>") ==
        Lines{"指标\t目标值\t\t单位", "\t2020年\t2025年\t", "床位\t6.1\t6.5\t张"});
}

TEST_CASE("a span to the table's end and a span beyond it") {
  CHECK(lines("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>") == Lines{"甲\t1", "\t2", "\t3"});
  CHECK(lines("<table><tr><td rowspan=9>甲<td>1<tr><td>2</table><p>后</p>") == Lines{"甲\t1", "\t2", "后"});
}

TEST_CASE("captions and parts of tables") {
  CHECK(lines("<table><caption>表1 主要指标</caption><thead><tr><th>a<th>b</thead><tbody><tr><td>1<td>2</tbody>"
              "<tfoot><tr><td>3<td>4</tfoot></table>") == Lines{"表1 主要指标", "a\tb", "1\t2", "3\t4"});
}

TEST_CASE("a cell with several paragraphs stays one cell") {
  CHECK(
      lines(
          "<table><tr><td>序号<td>任务<td>单位<tr><td>1<td><p>完成100个。</p><p>新增5个。</p><ul><li>甲</ul><td>教育局"
          "</table>") == Lines{"序号\t任务\t单位", "1\t完成100个。 新增5个。 • 甲\t教育局"});
}

TEST_CASE("one column, one row, or a table in a cell is layout") {
  CHECK(lines("<table><tr><td>专栏1<tr><td>重点工程</table>") == Lines{"专栏1", "重点工程"});
  CHECK(lines("<table><tr><td>市政府<td>2020年1月1日</table>") == Lines{"市政府", "2020年1月1日"});
  CHECK(lines("<table><tr><td>左</td><td>右</td></tr><tr><td>下</td><td><table><tr><td>a<td>b<tr><td>c<td>d</table>"
              "</td></tr></table>") == Lines{"左", "右", "下", "a\tb", "c\td"});
}

TEST_CASE("one cell with nearly all of the text is layout") {
  CHECK(lines("<table><tr><td>栏目<td>日期<tr><td><p>一、完成新建改建学校一百所的任务</"
              "p><p>二、完成新建改建医院一百所的任务</p>"
              "<p>三、完成新建改建道路一百条的任务</p><p>四、完成</p><td>右</table>") ==
        Lines{"栏目", "日期", "一、完成新建改建学校一百所的任务", "二、完成新建改建医院一百所的任务",
              "三、完成新建改建道路一百条的任务", "四、完成", "右"});
}
