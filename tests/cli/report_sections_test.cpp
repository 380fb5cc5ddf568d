// Sections of the report page about several plans.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/report_sections.hpp"
#include "zhibiao/analyze.hpp"

using namespace zhibiao;

namespace {

ReportDocument document(const std::string& name, int year, const std::string& goals) {
  Source source(name, std::to_string(year) + "年全市卫生健康工作要点\n一、强基层\n" + goals);
  Analysis analysis = Analyzer().analyze(source);
  return {std::move(source), std::move(analysis)};
}

Plan plan(const ReportDocument& document) {
  return {document.source.name(), document.analysis.document, document.analysis.items, document.analysis.facts};
}

using Names = std::vector<std::string>;

/// The sections that have something to say, by their names.
Names sections(const std::vector<ReportDocument>& documents, const std::vector<Plan>& before,
               std::string* html = nullptr) {
  Names names;
  for (const auto& section : cli::report_sections(documents, before, Rules::builtin(), Language::en)) {
    if (section.html.empty()) continue;
    names.push_back(section.title);
    if (html != nullptr && section.id == "changes") *html = section.html;
  }
  return names;
}

ReportDocument plan_2020() { return document("a.txt", 2020, "新建公办托育机构3家。签约率达到70%。\n"); }
ReportDocument plan_2021() {
  return document("b.txt", 2021, "上年末签约率为71%。新建公办托育机构5家。签约率达到75%。\n");
}
ReportDocument plan_2022() { return document("c.txt", 2022, "新建公办托育机构8家。\n"); }

}  // namespace

TEST_CASE("report sections: one plan alone has neither changes nor trends") {
  CHECK(sections({plan_2020()}, {}).empty());
}

TEST_CASE("report sections: years side by side are trends, an older plan gives changes") {
  CHECK(sections({plan_2020(), plan_2021()}, {}) == Names{"Trends"});
  // Two plans: the comparison says it all.
  CHECK(sections({plan_2021()}, {plan(plan_2020())}) == Names{"Changes"});
  CHECK(sections({plan_2021(), plan_2022()}, {plan(plan_2020())}) == Names{"Changes", "Trends"});
}

TEST_CASE("report sections: plans of one year are set side by side, and no trend") {
  const ReportDocument other = document("d.txt", 2020, "新建公办托育机构9家。\n");
  CHECK(sections({plan_2020(), other}, {}) == Names{"The same indicators in several plans"});
}

TEST_CASE("report sections: links count all facts of the page, results too") {
  std::string html;
  sections({plan_2020(), plan_2021()}, {plan(plan_2020())}, &html);
  // a.txt has the facts 1 and 2, b.txt a result (3) and the targets 4 and 5.
  const ReportDocument second = plan_2021();
  REQUIRE(second.analysis.facts.size() == 3);
  REQUIRE(second.analysis.facts[0].role == Role::result);
  CHECK(html.find("href=\"#m4\"") != std::string::npos);
  CHECK(html.find("href=\"#m5\"") != std::string::npos);
  CHECK(html.find("href=\"#m3\"") == std::string::npos);
}
