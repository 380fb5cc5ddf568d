// The labelled data of pages: what is read into the document's data is no text of it.
#include <doctest/doctest.h>

#include <string>

#include "read/html_page.hpp"

using html_page::Lines;
using html_page::lines;
using html_page::read;

namespace {

const std::string kText = "<div id=zoom><p>一、年底前，全县新建改扩建学校30所，新增学位2.4万个。</p></div>";
const Lines kLines = {"一、年底前，全县新建改扩建学校30所，新增学位2.4万个。"};

zhibiao::DocumentData labelled(const std::string& page) { return read(page).facts.labelled; }

}  // namespace

TEST_CASE("a table of labels and values") {
  const std::string page =
      "<table class=bd1><tr><td><b>索&ensp;引&ensp;号：</b></td><td> 000014349/2019-00012 "
      "</td><td><b>主题分类:</b></td>"
      "<td>综合政务</td></tr><tr><td>发文机关：</td><td>国务院办公厅</td><td>成文日期：</td><td>2019年01月24日</td></"
      "tr>"
      "<tr><td>标　　题：</td><td colspan=3>国务院办公厅关于某事的意见</td></tr>"
      "<tr><td>发文字号：</td><td>国办发[2019]4号</td><td>发布日期：</td><td>2019-01-30 10:30</td></tr>"
      "<tr><td>主&nbsp;题&nbsp;词：</td><td colspan=3></td></tr></table>" +
      kText;
  const auto data = labelled(page);
  CHECK(data.index_number == "000014349/2019-00012");
  CHECK(data.issuer == "国务院办公厅");
  CHECK(data.issued == "2019-01-24");
  CHECK(data.title == "国务院办公厅关于某事的意见");
  CHECK(data.doc_number == "国办发〔2019〕4号");
  CHECK(data.published == "2019-01-30");
  CHECK(lines(page) == Lines{"国务院办公厅关于某事的意见", kLines[0]});
}

TEST_CASE("an empty value is none, and the next label is no value") {
  const auto data = labelled(
      "<table><tr><td>文号</td><td></td><td>索引号</td><td>A-1</td></tr><tr><td>发文字号</td><td>发布日期</td><td>2020/"
      "1/2</td>"
      "</tr><tr><td>发布机构</td><td>无</td></tr></table>" +
      kText);
  CHECK(data.doc_number == "");
  CHECK(data.index_number == "A-1");
  CHECK(data.published == "2020-01-02");
  CHECK(data.issuer == "");
}

TEST_CASE("labels above their values") {
  const auto data = labelled(
      "<table><tr><th>索引号</th><th>发布机构</th><th>生成日期</th></tr><tr><td>B-2</td><td>某县教育局</"
      "td><td>2020-03-04</td>"
      "</tr></table>" +
      kText);
  CHECK(data.index_number == "B-2");
  CHECK(data.issuer == "某县教育局");
  CHECK(data.issued == "2020-03-04");
}

TEST_CASE("definition lists, items, and labels in elements of their own") {
  const std::string page =
      "<dl><dt>索引号</dt><dd>C-3</dd><dt>文　　号：</dt><dd>某教（2022）3号</dd></dl><ul><li><span>发布机构</"
      "span><span>某区教育局"
      "</span><li><B>成文日期：</B>二〇二二年三月一日</ul><div><div>发布日期：</div><div>2022-03-05</div></div>" +
      kText;
  const auto data = labelled(page);
  CHECK(data.index_number == "C-3");
  CHECK(data.doc_number == "某教〔2022〕3号");
  CHECK(data.issuer == "某区教育局");
  CHECK(data.issued == "2022-03-01");
  CHECK(data.published == "2022-03-05");
  CHECK(lines(page) == kLines);
}

TEST_CASE("several labels on one line, with or without a date before them") {
  CHECK(labelled("<p>发布时间：2018/1/24 &nbsp; 来源：政府办 &nbsp; 浏览次数：33</p>" + kText).published ==
        "2018-01-24");
  CHECK(labelled("<div><span>2018-01-24 16:57</span> 来源： 县教育局 【字体：<a>大</a> 中 小】</div>" + kText)
            .published == "2018-01-24");
  CHECK(lines("<body><p>发布时间：2018/1/24 来源：政府办</p><p>一、年底前，全县新建学校30所，新增学位2.4万个。</p>") ==
        Lines{"一、年底前，全县新建学校30所，新增学位2.4万个。"});
}

TEST_CASE("where a copy was taken from is not who issued it") {
  CHECK(labelled("<p>时间：2018-01-24 来源：县政府办公室</p><meta name=ContentSource content=新华社>" + kText).issuer ==
        "");
}

TEST_CASE("meta elements, behind what the page prints") {
  const std::string metas =
      "<meta name=ArticleTitle content='某县2021年教育工作要点'><meta name=PubDate content='2021-03-12 09:30'>";
  CHECK(labelled(metas + kText).title == "某县2021年教育工作要点");
  CHECK(labelled(metas + kText).published == "2021-03-12");
  CHECK(labelled(metas + "<p>发布日期：2021年3月15日 浏览：3</p>" + kText).published == "2021-03-15");
  CHECK(labelled("<meta name=firstpublishedtime content='2026-09-28-21:50:00'>" + kText).published == "2026-09-28");
  CHECK(labelled("<em id=publish_time>2023-02-20 18:01</em>" + kText).published == "2023-02-20");
}

TEST_CASE("a document's own tables and sentences are no labelled data") {
  const std::string list =
      "<table><tr><td>序号</td><td>文件名称</td><td>文号</td><td>发布日期</td></tr><tr><td>1</td><td>某办法</"
      "td><td>某发〔2019〕1号"
      "</td><td>2019-01-02</td></tr><tr><td>2</td><td>某规定</td><td>某发〔2019〕2号</td><td>2019-02-02</td></tr></"
      "table>";
  const std::string page =
      "<div id=zoom><p>一、年底前，全县新建改扩建学校30所，新增学位2.4万个。</p>" + list + "</div>";
  CHECK(lines(page).size() == 4);
  CHECK(labelled(page).doc_number == "");
  CHECK(labelled("<p>一、索引号管理：每年更新目录100条。</p>").index_number == "");
  CHECK(lines("<p>时间安排：3月底前完成</p><p>来源：财政资金5亿元</p>").size() == 2);
}
