// Which part of a page is the document, and where its title stands.
#include <doctest/doctest.h>

#include <string>

#include "read/html_page.hpp"

using html_page::Lines;
using html_page::lines;
using html_page::read;
using html_page::repeated;

namespace {

const std::string kText =
    "<p>一、年底前，全县新建改扩建学校30所，新增学位2.4万个。</"
    "p><p>二、学前教育普惠率达到95%以上，巩固率达到99%以上。</p>";
const Lines kLines = {"一、年底前，全县新建改扩建学校30所，新增学位2.4万个。",
                      "二、学前教育普惠率达到95%以上，巩固率达到99%以上。"};

const std::string kAround =
    "<div class=header><ul class=nav><li><a href=/>首页</a><li><a href=/a>政务公开</a><li><a "
    "href=/b>互动交流</a></ul></div>";
const std::string kBelow =
    "<div class=xgwz><h3>相关文章</h3><ul><li><a href=1>某县召开教育工作会议部署全年重点工作任务安排</a><li><a "
    "href=2>通知</a>"
    "<li><a href=3>某县教育局开展全县教师业务培训活动取得良好成效</a></ul></div><div "
    "class=footer><p>版权所有：某县人民政府</p>"
    "<p>某ICP备05000000号</p></div>";

std::string page(const std::string& body, const std::string& head = {}) {
  return "<html><head>" + head + "</head><body>" + kAround + body + kBelow + "</body></html>";
}

}  // namespace

TEST_CASE("parts that sites are known to name are the document") {
  for (const char* open :
       {"<div id=zoom>", "<div class='TRS_Editor'>", "<td id=UCAP-CONTENT>", "<div class=pages_content>",
        "<div id='articleContent'>", "<div class='left article-content'>",
        "<div id=js_content "
        "style='visibility: hidden; opacity: 0;'>",
        "<div class=v_news_content>", "<article>", "<main>"}) {
    CAPTURE(open);
    CHECK(lines(page("<p>扫一扫在手机打开当前页</p><table><tr>" + std::string(open) + kText + "</table>")) == kLines);
  }
}

TEST_CASE("without a known name the part with the sentences is the document") {
  CHECK(lines(page("<div class=x1><div class=x2><span>您当前的位置：首页 &gt; 公开</span></div><div class=x3>" + kText +
                   "</div><div>【打印本页】 【关闭窗口】</div></div>")) == kLines);
}

TEST_CASE("a named part with little of the text is not taken for all of it") {
  CHECK(lines(page("<div id=zoom>点击放大图片</div><div>" + repeated(kText, 3) + "</div>")).size() == 6);
}

TEST_CASE("sections and annexes beside each other stay together") {
  CHECK(lines(page("<div class=WordSection1>" + kText + "</div><div class=WordSection2><p>附件</p></div>")) ==
        Lines{kLines[0], kLines[1], "附件"});
  CHECK(lines(page("<div class=TRS_Editor>" + kText + "</div><div class=TRS_Editor><p>附表</p></div>")) ==
        Lines{kLines[0], kLines[1], "附表"});
  CHECK(lines(page("<div>" + kText + "</div><div>附件：到2025年，每千人口执业医师数达到3.2人，床位达到6.5张。</div>"))
            .size() == 3);
}

TEST_CASE("links in sentences and links to annexes stay") {
  CHECK(lines(page("<div id=zoom>" + kText +
                   "<p>依据<a href=a>《教育法》</a>制定。</p><p>附件：<a href=b>1.任务表.doc</a></p></div>")) ==
        Lines{kLines[0], kLines[1], "依据《教育法》制定。", "附件：1.任务表.doc"});
}

TEST_CASE("share buttons and link lists inside the document go") {
  CHECK(lines(page("<div id=zoom>" + kText +
                   "<div class=bdsharebuttonbox><a href=#>微信</a></div><ul><li><a href=1>关于一件事情的通知</a><li><a "
                   "href=2>关于另一件事情的通知</a><li><a href=3>解读</a></ul><p>打印 | 关闭</p></div>")) == kLines);
}

TEST_CASE("a page of links alone is still read") {
  CHECK(lines("<body><div><a href=1>一、新建学校30所</a><br><a href=2>二、普惠率达到95%</a><br><a "
              "href=3>三、完成</a></div>") == Lines{"一、新建学校30所", "二、普惠率达到95%", "三、完成"});
}

TEST_CASE("a layout of nested tables is looked through") {
  CHECK(
      lines(
          "<table><tr><td><a href=1>首页</a><td><a href=2>公开</a><td><a href=3>服务</a></table>"
          "<table><tr><td><table><tr><td><a href=4>机构</a><tr><td><a href=5>法规</a><tr><td><a href=6>数据</a></table>"
          "<td><table><tr><td><font size=5>某县工作报告</font><tr><td><font>各位代表：<br>　　" +
          std::string("全县生产总值完成120亿元，增长8%，财政收入增长10%，完成年初预期目标。<br>二、2018年工作</font>") +
          "<tr><td>上一篇：<a href=7>通知</a></table></table>") ==
      Lines{"某县工作报告", "各位代表：", "全县生产总值完成120亿元，增长8%，财政收入增长10%，完成年初预期目标。",
            "二、2018年工作"});
}

TEST_CASE("a title outside of the document comes first") {
  const std::string head = "<title>某县2021年教育工作要点_政策文件_某县人民政府</title>";
  const std::string body = "<div id=zoom>" + kText + "</div>";
  const Lines with_title = {"某县2021年教育工作要点", kLines[0], kLines[1]};
  CHECK(lines(page("<h1>某县2021年<br>教育工作要点</h1>" + body)) == with_title);
  CHECK(lines(page("<h2>某县2021年教育工作要点</h2><h2>发布</h2>" + body, head)) == with_title);
  CHECK(lines(page(body, head)) == with_title);
  CHECK(lines(page(body, "<meta name=ArticleTitle content='某县2021年教育工作要点'>")) == with_title);
}

TEST_CASE("a title that the document has itself is not repeated, a site's name is none") {
  CHECK(lines(page("<h1>某县2021年教育工作要点</h1><div id=zoom><p>某县2021年</p><p>教育工作要点</p>" + kText +
                   "</div>")) == Lines{"某县2021年", "教育工作要点", kLines[0], kLines[1]});
  CHECK(lines(page("<h1>某县人民政府门户网站</h1><div id=zoom>" + kText + "</div>", "<title>某县人民政府</title>")) ==
        kLines);
}

TEST_CASE("a title of which the text has a part is no line of its own") {
  const auto report = read("<title>某县2018年政府工作报告 - 某县政府网</title><p>政府工作报告</p>" + kText);
  CHECK(report.text.starts_with("政府工作报告\n一、"));
  CHECK(report.facts.labelled.title == "某县2018年政府工作报告");
  const auto notice = read("<title>关于印发2021年教育工作要点的通知</title><p>2021年教育工作要点</p>" + kText);
  CHECK(notice.text.starts_with("2021年教育工作要点\n一、"));
  CHECK(notice.facts.labelled.title == "");
}

TEST_CASE("much text outside of the document is a warning") {
  const std::string half = "<div><p>" + repeated("本地居民反映的问题已经得到有关部门的回应。", 30) + "</p></div>";
  const auto with = read(page("<div id=zoom>" + repeated(kText, 5) + "</div>" + half));
  REQUIRE(with.facts.warnings.size() == 1);
  CHECK(with.facts.warnings[0].find("outside of what was taken for the document") != std::string::npos);
  CHECK(read(page("<div id=zoom>" + repeated(kText, 5) + "</div>")).facts.warnings.empty());
}
