// Write, report: the charts of the page. Input: documents with their facts; output: HTML with inline SVG.
// Tested by tests/write/report_charts_test.cpp.
#include "write/report/charts.hpp"

#include <algorithm>
#include <filesystem>

#include "write/report/chart_kinds.hpp"

namespace zhibiao::write::report {

bool is_drawn(const Fact& fact) { return fact.role != Role::mention; }

std::string document_caption(const ReportDocument& document) {
  const DocumentData& data = document.analysis.document;
  if (data.title.empty()) return document.source.name();
  const bool told = data.issuer.empty() || data.title.find(data.issuer) != std::string::npos;
  return told ? data.title : data.title + " · " + data.issuer;
}

std::string document_label(const ReportDocument& document) {
  const DocumentData& data = document.analysis.document;
  if (!data.issuer.empty() && data.plan_year) return data.issuer + " " + std::to_string(*data.plan_year);
  if (!data.title.empty()) return data.title;
  return std::filesystem::path(document.source.name()).filename().string();
}

std::string fact_name(const Fact& fact) {
  const std::string& name = fact.indicator.empty() ? fact.mention : fact.indicator;
  return fact.scope.empty() ? name : name + " (" + fact.scope + ")";
}

ChartGroup chart_group(Element parent, const std::string& title, const std::string& answer) {
  Element group = parent.add("div").set("class", "chart-group");
  Element head = group.add("div").set("class", "chart-head");
  head.add("h3").say(title);
  if (!answer.empty()) head.add("p").set("class", "chart-answer").say(answer);
  return {head, group.add("div").set("class", "chart-grid")};
}

std::string charts_html(Documents documents, Language language) {
  const bool any = std::any_of(documents.begin(), documents.end(), [](const ReportDocument& document) {
    return std::any_of(document.analysis.facts.begin(), document.analysis.facts.end(), is_drawn);
  });
  if (!any) return {};
  pugi::xml_document page;
  Element charts = Element(page).add("div").set("class", documents.size() == 1 ? "charts charts-one" : "charts");
  draw_sections(charts, documents, language);
  draw_deadlines(charts, documents, language);
  draw_rates(charts, documents, language);
  return html_of(page);
}

}  // namespace zhibiao::write::report
