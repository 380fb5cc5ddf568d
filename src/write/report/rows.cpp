// Write, the report page's right side: the table of facts. Input: numbered documents; output: rows of HTML.
// Tested by tests/write/report_data_test.cpp.
#include <fmt/format.h>

#include "write/labels.hpp"
#include "write/report/facts.hpp"
#include "write/report/template.hpp"
#include "write/report/words.hpp"
#include "write/value.hpp"

namespace zhibiao::write::report {
namespace {

/// Where the fact stands, in few words: `三/四/31 · line 93`.
std::string place_text(const Fact& fact, Language language) {
  const std::string line = fmt::format(fmt::runtime(word(Word::line_place, language)), fact.line);
  return fact.item.empty() ? line : fact.item + " · " + line;
}

/// What stands below the indicator: verb and scope.
std::string about(const Fact& fact) {
  if (fact.action.empty() || fact.scope.empty()) return fact.action + fact.scope;
  return fact.action + " · " + fact.scope;
}

Data row_data(const DocumentIndex& index, std::size_t i, bool named, Language language) {
  const Fact& fact = index.document->analysis.facts[i];
  Filling row;
  row.number("number", index.first_fact + i).number("document", index.number).number("item", index.fact_items[i]);
  row.text("kind", name_of(fact.kind)).text("kind_name", label(fact.kind, language));
  row.text("role", name_of(fact.role)).text("role_name", label(fact.role, language));
  row.text("indicator", fact.indicator.empty() ? fact.mention : fact.indicator).text_if("about", about(fact));
  row.text("value", value_text(fact)).text_if("plain", fact.value ? fact.value->str() : std::string());
  row.text("unit", fact.unit).text("deadline", fact.deadline).text("place", place_text(fact, language));
  row.text_if("name", named ? short_name(*index.document) : std::string());
  return row.take();
}

}  // namespace

std::string rows_html(std::span<const DocumentIndex> documents, bool named, Language language) {
  Template page("rows");
  std::string html;
  for (const DocumentIndex& index : documents) {
    List rows;
    for (std::size_t i = 0; i < index.document->analysis.facts.size(); ++i) {
      rows.add(row_data(index, i, named, language));
    }
    html += page.fill(Filling().part("rows", rows.take()).text("pick", word(Word::pick, language)).data());
  }
  return html;
}

}  // namespace zhibiao::write::report
