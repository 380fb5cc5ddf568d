// The middle and the left of the report page: the text as it was read, with marks, and its outline with counts.
#include <doctest/doctest.h>

#include <string>

#include "write/report/document.hpp"
#include "write/report/stretches.hpp"
#include "write/report_sample.hpp"

using namespace zhibiao_tests;
using zhibiao::Language;
using zhibiao::ReportDocument;
namespace report = zhibiao::write::report;

namespace {

std::string text_of(const ReportDocument& document, Language language = Language::zh) {
  const auto index = report::make_index({&document, 1});
  return report::text_html(index[0], language);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The HTML without its tags.
std::string bare(const std::string& html) {
  std::string text;
  bool tag = false;
  for (const char c : html) {
    if (c == '<') tag = true;
    if (!tag && c != '\n') text += c;
    if (c == '>') tag = false;
  }
  return text;
}

}  // namespace

TEST_CASE("lines stand as they were read, blank ones as a gap, with their numbers") {
  const auto html = text_of(report_document("第一行 有空格\n\n\n第四行\r\n", {}));
  CHECK(has(html, R"(data-n="1">第一行 有空格</p>)"));
  CHECK(has(html, R"(<p class="line gap" data-n="4">第四行</p>)"));
  CHECK_FALSE(has(html, R"(data-n="2")"));
}

TEST_CASE("a fact is a mark that links to its row and can be linked to") {
  const std::string text = "建成3个中心。";
  const auto html = text_of(report_document(text, {fact_in(text, "3个", "中心")}));
  CHECK(has(html, R"(建成<mark class="k-count r-target" id="m1" data-f="1" data-kind="count" data-role="target")"));
  CHECK(has(html, R"(<a href="#f1" title="目标 · 数量: 中心 3个">3个</a></mark>中心。)"));
}

TEST_CASE("a result says what it is by a letter, a target does not") {
  const std::string text = "已建成3个，将建成3个。";
  auto done = fact_in(text, "3个", "中心");
  done.role = zhibiao::Role::result;
  const auto html = text_of(report_document(text, {done, fact_in(text, "3个", "中心", text.find("将"))}));
  CHECK(has(html, R"(r-result" id="m1" data-f="1" data-kind="count" data-role="result" data-letter="果")"));
  CHECK(has(html, R"(id="m2" data-f="2" data-kind="count" data-role="target"><a)"));
}

TEST_CASE("facts on the same words, nested and crossing, are all marked and have their links") {
  const std::string text = "甲乙丙丁戊己";
  const auto html = text_of(
      report_document(text, {fact_in(text, "甲乙丙", "一"), fact_in(text, "丙丁", "二"), fact_in(text, "丙丁", "三")}));
  CHECK(bare(html) == text);
  for (const char* id : {"id=\"m1\"", "id=\"m2\"", "id=\"m3\""}) CHECK(has(html, id));
  CHECK(has(html, R"(data-f="2 3 1")"));
}

TEST_CASE("a mark goes over a line's end") {
  const std::string text = "服务人口不少于\n3万人以上";
  const auto html = text_of(report_document(text, {fact_in(text, "不少于\n3万人", "人口")}));
  CHECK(has(html, "不少于</a></mark></p>"));
  CHECK(has(html, ">3万人</a></mark>以上"));
  CHECK(html.find("id=\"m1\"") == html.rfind("id=\"m1\""));
}

TEST_CASE("text that looks like markup is shown, not obeyed") {
  const std::string text = "<script>alert(1)</script> & \"3个\" {{title}}\x01";
  const auto html = text_of(report_document(text, {fact_in(text, "3个", "<b onclick='x'>")}));
  CHECK(has(html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;"));
  CHECK(has(html, "{{title}}\u2401"));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "<b onclick"));
}

TEST_CASE("an item starts a paragraph, in mid-line too, its heading set off from the text") {
  const std::string text = "总要求。一、床位 建成3个。(一)中心。建成3个。";
  const auto document =
      report_document(text, {}, {item_in(text, "一、", "床位", 1, "一"), item_in(text, "(一)", "中心", 2, "一/一")});
  const auto html = text_of(document);
  CHECK(has(html, R"(data-n="1">总要求。</p>)"));
  CHECK(has(html, R"(<p class="line l1" id="d1-i1"><b>一、床位</b> 建成3个。</p>)"));
  CHECK(has(html, R"(<p class="line l2" id="d1-i2"><b>(一)中心</b>。建成3个。</p>)"));
}

TEST_CASE("a heading is found behind blanks and in its own widths, else it is left as it is") {
  const std::string text = "（一）强 基\n层。";
  zhibiao::Item item = item_in(text, "（一）", "强基层", 1, "一");
  item.marker = "(一)";
  const zhibiao::Source source("a", text);
  CHECK(source.slice(report::heading_span(source, item)) == "（一）强 基\n层");
  item.heading = "别的";
  CHECK(report::heading_span(source, item).empty());
}

TEST_CASE("pages of the file are told where they begin") {
  zhibiao::FileFacts facts;
  facts.landmarks = {{0, {.page = 1}}, {7, {.page = 2}}};
  ReportDocument document = report_document("", {});
  document.source = zhibiao::Source("plan.pdf", "第一\n第二\n", facts);
  const auto html = text_of(document);
  CHECK(has(html, R"(<p class="page">第1页</p>)"));
  CHECK(html.find("第2页") > html.find("第一"));
}

TEST_CASE("the outline nests items and counts the targets in and below each") {
  const std::string text = "一、甲\n(一)乙\n3个\n(二)丙\n二、丁\n4个，5个";
  auto reported = fact_in(text, "5个", "已有");
  reported.role = zhibiao::Role::result;
  const auto document =
      report_document(text, {fact_in(text, "3个", "子"), fact_in(text, "4个", "丑"), reported},
                      {item_in(text, "一、", "甲", 1, "一"), item_in(text, "(一)", "乙", 2, "一/一"),
                       item_in(text, "(二)", "丙", 2, "一/二"), item_in(text, "二、", "丁", 1, "二")});
  const auto index = report::make_index({&document, 1});
  CHECK(index[0].targets == 2);
  CHECK(index[0].items[1].targets == 1);
  CHECK(index[0].items[2].targets == 1);
  CHECK(index[0].items[3].targets == 0);
  CHECK(index[0].items[4].targets == 1);
  const auto html = report::outline_html(index[0], true);
  CHECK(has(html, R"(<a href="#d1-i1" data-range="1:1:4"><i>一、</i> 甲</a><span class="n">1</span></summary><ul>)"));
  CHECK(has(html, R"(<i>(二)</i> 丙</a></li></ul></details></li>)"));
}
