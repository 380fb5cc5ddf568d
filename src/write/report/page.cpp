// Write, the report page. Input: documents with their facts; output: one HTML page.
// Tested by tests/write/report_page_test.cpp.
#include "write/report/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "write/counts.hpp"
#include "write/labels.hpp"
#include "write/report/charts.hpp"
#include "write/report/document.hpp"
#include "write/report/facts.hpp"
#include "write/report/resources.hpp"
#include "write/report/template.hpp"
#include "write/report/words.hpp"

namespace zhibiao {
namespace write::report {
namespace {

constexpr std::size_t kUnfolded = 3;  ///< documents whose outlines are shown at once

struct Totals {
  Counts<Role> roles;
  Counts<Kind> kinds;
};

Totals count(std::span<const ReportDocument> documents) {
  Totals totals;
  for (const ReportDocument& document : documents) {
    for (const Fact& fact : document.analysis.facts) {
      ++totals.roles[fact.role];
      ++totals.kinds[fact.kind];
    }
  }
  return totals;
}

std::string title_of(std::span<const ReportDocument> documents, const ReportOptions& options) {
  if (!options.title.empty()) return options.title;
  if (documents.size() != 1) {
    return fmt::format(fmt::runtime(word(Word::page_title, options.language)), documents.size());
  }
  return fmt::format(fmt::runtime(word(Word::page_title_one, options.language)), long_name(documents.front()));
}

/// How many there are of what, below the title.
Data counts(const Totals& totals, std::size_t documents, Language language) {
  List list;
  list.add(Data(counted(Word::documents_count, Word::documents_count_one, documents, language)));
  constexpr std::array kMany = {Word::targets_count, Word::results_count, Word::mentions_count};
  constexpr std::array kOne = {Word::targets_count_one, Word::results_count_one, Word::mentions_count_one};
  for (const Role role : values_of<Role>()) {
    const auto i = static_cast<std::size_t>(role);
    if (totals.roles[role] > 0) list.add(Data(counted(kMany[i], kOne[i], totals.roles[role], language)));
  }
  return list.take();
}

Data kinds(const Totals& totals, Language language) {
  List list;
  for (const Kind kind : values_of<Kind>()) {
    if (totals.kinds[kind] == 0) continue;
    list.add(Filling().text("name", name_of(kind)).text("label", label(kind, language)).take());
  }
  return list.take();
}

Data documents_data(std::span<const DocumentIndex> documents, Language language) {
  List list;
  for (const DocumentIndex& index : documents) {
    const DocumentData& data = index.document->analysis.document;
    Filling one;
    one.text("id", item_id(index, 0)).text("title", long_name(*index.document)).text_if("issuer", data.issuer);
    one.text_if("number", data.doc_number).text_if("issued", data.issued);
    one.text("file", index.document->source.name()).text("text", text_html(index, language));
    list.add(one.take());
  }
  return list.take();
}

Data sections_data(std::span<const Section> sections) {
  List list;
  for (const Section& section : sections) {
    if (section.html.empty()) continue;
    list.add(Filling().text("id", section.id).text("heading", section.title).text("html", section.html).take());
  }
  return list.take();
}

std::string outlines(std::span<const DocumentIndex> documents) {
  std::string html;
  for (const DocumentIndex& index : documents) html += outline_html(index, documents.size() <= kUnfolded);
  return html;
}

void fill_frame(Filling& page, const Totals& totals, std::size_t documents, Language language) {
  page.text("lang", language == Language::zh ? "zh-CN" : "en").part("word", words_data(language));
  page.text("style", style().text).text("style_digest", style().digest);
  page.text("script", script().text).text("script_digest", script().digest);
  page.part("counts", counts(totals, documents, language)).part("kinds", kinds(totals, language));
  page.flag("mentions", totals.roles[Role::mention] > 0);
  page.flag("any", totals.roles.sum() > 0);
}

}  // namespace

void write_page(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options,
                std::span<const Section> sections) {
  const Language language = options.language;
  const auto index = make_index(documents);
  Filling page;
  fill_frame(page, count(documents), documents.size(), language);
  page.text("title", title_of(documents, options));
  page.text_if("charts", charts_html(documents, language)).part("sections", sections_data(sections));
  page.text("outlines", outlines(index)).part("documents", documents_data(index, language));
  page.text("filters", filters_html(index, language)).text("rows", rows_html(index, documents.size() > 1, language));
  page.text("data", script_data(index, language));
  page.text("csv", csv_json(index, false)).text("excel", csv_json(index, true));
  out << Template("page").fill(page.data());
}

}  // namespace write::report

void write_report(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options) {
  write::report::write_page(out, documents, options, {});
}

}  // namespace zhibiao
