// Write, the report page's left side: a document's outline. Input: a document with its numbers; output: nested lists.
// Tested by tests/write/report_text_test.cpp.
#include <fmt/format.h>

#include "write/report/document.hpp"
#include "write/report/template.hpp"

namespace zhibiao::write::report {
namespace {

/// What filters take for the items from this one to the last below it: document, first, behind the last.
std::string range_of(const DocumentIndex& index, std::size_t item) {
  return fmt::format("{}:{}:{}", index.number, item, index.items[item].end);
}

}  // namespace

std::string outline_html(const DocumentIndex& index, bool open) {
  const auto& items = index.document->analysis.items;
  const DocumentData& data = index.document->analysis.document;
  List entries;
  std::vector<std::size_t> ends;  // of the items whose lists are open
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t number = i + 1;
    const bool parent = index.items[number].end > number + 1;
    if (parent) ends.push_back(index.items[number].end);
    List closings;
    for (; !ends.empty() && ends.back() == number + 1; ends.pop_back()) closings.add(Data(true));
    Filling entry;
    entry.text("id", item_id(index, number)).text("marker", items[i].marker).text("heading", items[i].heading);
    entry.text("range", range_of(index, number)).flag("parent", parent).part("closings", closings.take());
    entry.text_if("targets", index.items[number].targets == 0 ? "" : std::to_string(index.items[number].targets));
    entries.add(entry.take());
  }
  Filling filling;
  filling.text("document", item_id(index, 0)).text("title", long_name(*index.document)).flag("open", open);
  filling.text_if("issuer", data.issuer).text("file", index.document->source.name());
  filling.text_if("year", data.plan_year ? std::to_string(*data.plan_year) : std::string());
  filling.text("all", range_of(index, 0)).number("total", index.targets).part("entries", entries.take());
  return Template("outline").fill(filling.data());
}

}  // namespace zhibiao::write::report
