// Write, the report page. Input: documents with their facts; output: one HTML page.
// Tested by tests/write/report_page_test.cpp.
#include "write/report/page.hpp"

#include <ostream>

#include "write/report/charts.hpp"
#include "write/report/resources.hpp"
#include "write/report/template.hpp"

namespace zhibiao {
namespace write::report {

void write_page(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options,
                std::span<const Section> sections) {
  List parts;
  for (const Section& section : sections) {
    if (section.html.empty()) continue;
    parts.add(Filling().text("id", section.id).text("heading", section.title).text("html", section.html).take());
  }
  Filling page;
  page.text("lang", options.language == Language::zh ? "zh-CN" : "en").text("title", options.title);
  page.text("style", style().text).text("style_digest", style().digest);
  page.text("script", script().text).text("script_digest", script().digest);
  page.text("charts", charts_html(documents, options.language)).part("sections", parts.take());
  out << fill("page", page.data());
}

}  // namespace write::report

void write_report(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options) {
  write::report::write_page(out, documents, options, {});
}

}  // namespace zhibiao
