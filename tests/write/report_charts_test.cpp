// The charts of the report page, as a reader and a screen reader meet them.
#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "write/report/charts.hpp"
#include "zhibiao/analyze.hpp"

using namespace zhibiao;

namespace {

ReportDocument document(const std::string& text, const std::string& name = "plan.txt") {
  Source source(name, text);
  Analysis analysis = Analyzer().analyze(source);
  return {std::move(source), std::move(analysis)};
}

const std::string kPlan =
    "2022年全市卫生健康工作要点\n"
    "一、强基层\n"
    "（一）托育。年底前，新增普惠托位1200个，家庭医生签约率达到75%以上，婴儿死亡率控制在3‰以下。\n"
    "二、抓党建\n"
    "（一）学习。深入学习。\n"
    "三、促健康\n"
    "（一）筛查。6月底前，完成免费筛查8万名，覆盖率达到90%-95%。\n";

/// The HTML as a tree: the charts are XML as well.
pugi::xml_document parsed(const std::string& html) {
  pugi::xml_document page;
  REQUIRE_MESSAGE(page.load_string(html.c_str()), html);
  return page;
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const auto& found : node.select_nodes(".//text()")) text += std::string(found.node().value()) + "\n";
  return text;
}

pugi::xml_document charts(const std::vector<ReportDocument>& documents, Language language = Language::zh) {
  return parsed(write::report::charts_html(documents, language));
}

/// The rows of a figure's table, cells joined by `|`.
std::vector<std::string> rows(const pugi::xml_document& page, const std::string& figure) {
  std::vector<std::string> rows;
  for (const auto& row : page.select_nodes(("//figure[@id='" + figure + "']//tbody/tr").c_str())) {
    std::string cells;
    for (const pugi::xml_node& cell : row.node().children())
      cells += (cells.empty() ? "" : "|") + std::string(cell.text().get());
    rows.push_back(cells);
  }
  return rows;
}

}  // namespace

TEST_CASE("charts: without facts there are none") {
  CHECK(write::report::charts_html({}, Language::zh).empty());
  const std::vector<ReportDocument> empty = {document("关于工作的通知\n认真学习。\n")};
  CHECK(write::report::charts_html(empty, Language::zh).empty());
}

TEST_CASE("charts: the table behind each drawing holds what is drawn") {
  const auto page = charts({document(kPlan)});
  CHECK(rows(page, "chart-sections-1") ==
        std::vector<std::string>{"一、强基层|2|1|3", "二、抓党建|0|0|0", "三、促健康|1|1|2"});
  const auto dates = rows(page, "chart-deadlines");
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].starts_with("2022-06-30|2|0|"));
  CHECK(dates[1].starts_with("2022-12-31|3|0|"));
  const auto rates = rows(page, "chart-rates-1");
  REQUIRE(rates.size() == 3);
  CHECK(rates[0].find("≥ 75%") != std::string::npos);
  CHECK(rates[1].find("≤ 3‰") != std::string::npos);
  CHECK(rates[2].find("90-95%") != std::string::npos);
}

TEST_CASE("charts: every drawing has a name and a description of its own") {
  const auto page = charts({document(kPlan, "a.txt"), document(kPlan, "b.txt")});
  std::set<std::string> ids;
  for (const auto& found : page.select_nodes("//*[@id]")) {
    CHECK_MESSAGE(ids.insert(found.node().attribute("id").value()).second, found.node().attribute("id").value());
  }
  const auto drawings = page.select_nodes("//figure/svg");
  CHECK(drawings.size() == 5);  // of each document sections and rates, and one of deadlines
  for (const auto& found : drawings) {
    const pugi::xml_node svg = found.node();
    CHECK(std::string(svg.attribute("role").value()) == "img");
    const std::string title = svg.child("title").attribute("id").value();
    const std::string about = svg.child("desc").attribute("id").value();
    CHECK(svg.attribute("aria-labelledby").value() == title + " " + about);
    CHECK_FALSE(std::string(svg.child("title").text().get()).empty());
    CHECK_FALSE(std::string(svg.child("desc").text().get()).empty());
    CHECK(svg.parent().select_node("details/summary"));
  }
}

TEST_CASE("charts: targets and results differ in shape, bounds point where they leave values open") {
  const std::string plan = kPlan + "2021年，全市儿童接种率达到98%，新建医院3家。\n";
  const auto page = charts({document(plan)});
  const auto rates = page.select_node("//figure[@id='chart-rates-1']/svg").node();
  CHECK(rates.select_nodes(".//circle").size() == 2);                       // targets: 75, 3
  CHECK(rates.select_nodes(".//rect").size() == 1);                         // 90 to 95
  CHECK(rates.select_nodes(".//path[@class='chart-result']").size() == 1);  // the result: a diamond
  const auto reaches = rates.select_nodes(".//line[@class='chart-reach']");
  REQUIRE(reaches.size() == 2);
  const auto x = [&](std::size_t i, const char* name) { return reaches[i].node().attribute(name).as_double(); };
  CHECK(x(0, "x2") > x(0, "x1"));  // at least 75: up to the end
  CHECK(x(1, "x2") < x(1, "x1"));  // at most 3: down to 0
}

TEST_CASE("charts: text of a document stays text, and nothing needs an inline style") {
  const std::string html = write::report::charts_html(
      std::vector<ReportDocument>{document("2022年<script>alert(1)</script>工作要点\n一、<b onclick=\"x\">强</b>基层\n"
                                           "（一）新建\"><img src=x>医院3家，签约率达到75%。\n")},
      Language::en);
  const auto page = parsed(html);
  for (const char* bad : {"//script", "//img", "//b[@onclick]", "//*[@style]", "//style"})
    CHECK(page.select_nodes(bad).empty());
  CHECK(text_of(page).find("<b onclick=\"x\">") != std::string::npos);
  // HTML knows no short form of empty elements: what follows would become their content.
  CHECK(html.find("/>") == std::string::npos);
}

TEST_CASE("charts: no drawing is as long as all documents, no table is shorter") {
  std::vector<ReportDocument> documents;
  for (int i = 0; i < 40; ++i) documents.push_back(document(kPlan, "plan" + std::to_string(i) + ".txt"));
  const auto page = charts(documents, Language::en);
  CHECK(rows(page, "chart-sections-1").size() == 40);
  CHECK(rows(page, "chart-rates-1").size() == 40);
  const std::string text = text_of(page);
  CHECK(text.find("16 more documents: see the table.") != std::string::npos);
  CHECK(page.select_nodes("//figure").size() == 3);
  for (const auto& svg : page.select_nodes("//figure/svg")) CHECK(svg.node().attribute("height").as_double() < 1300);
}

TEST_CASE("charts: the line above says what most readers ask") {
  const auto page = charts({document(kPlan)});
  std::vector<std::string> answers;
  for (const auto& found : page.select_nodes("//p[@class='chart-answer']"))
    answers.emplace_back(found.node().text().get());
  CHECK(answers == std::vector<std::string>{"目标5项；目标最多的部分：一、强基层（3项）。",
                                            "5项目标和结果写明期限（共5项）；最集中的期限：2022-12-31（3项）。",
                                            "比率3项：不低于 1、不高于 1、区间 1。"});
}

TEST_CASE("charts: deadlines stand in the order of time, years far apart too") {
  const auto page = charts(
      {document("某市规划纲要\n一、目标\n到2025年，建成医院3家。到2035年，建成医院9家。到2050年，建成医院20家。\n")});
  const auto bars = page.select_nodes("//figure[@id='chart-deadlines']/svg/rect");
  REQUIRE(bars.size() == 3);
  const auto x = [&](std::size_t i) { return bars[i].node().attribute("x").as_double(); };
  // 10 years and 15 years apart.
  CHECK((x(2) - x(1)) / (x(1) - x(0)) == doctest::Approx(1.5).epsilon(0.01));
}

TEST_CASE("charts: what is one is told as one") {
  const auto page = charts({document("2022年工作要点\n一、强基层\n年底前，签约率达到75%。\n")}, Language::en);
  std::vector<std::string> answers;
  for (const auto& found : page.select_nodes("//p[@class='chart-answer']")) {
    answers.emplace_back(found.node().text().get());
  }
  CHECK(answers == std::vector<std::string>{"1 target; the section with the most targets is 一、强基层 (1).",
                                            "1 of 1 targets and results names a date: 2022-12-31.",
                                            "1 rate: 1 exactly."});
}

TEST_CASE("charts: the section with the most targets is named, with its document where there are several") {
  const auto answer = [](const std::vector<ReportDocument>& documents) {
    const auto page = charts(documents, Language::en);
    return std::string(page.select_node("//p[@class='chart-answer']").node().text().get());
  };
  CHECK(answer({document(kPlan)}) == "5 targets; the section with the most targets is 一、强基层 (3).");
  const std::string other = "2021年教育工作要点\n一、建学校\n新建学校3所，新增学位500个，培训教师20名，建成食堂4个。\n";
  CHECK(answer({document(kPlan), document(other)}) ==
        "9 targets; the section with the most targets is 一、建学校 of 2021年教育工作要点 (4).");
  // What stands above all sections is in none of them.
  CHECK(answer({document("2022年工作要点\n新增床位5张。\n")}) == "1 target, 0 results.");
  const std::vector<ReportDocument> many(7, document(other));
  CHECK(answer(many) == "28 targets; the document with the most targets is 2021年教育工作要点 (4).");
}
