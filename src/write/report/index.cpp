// Write, the report page's numbers. Input: documents; output: what links, counts and filters of the page go by.
// Tested by tests/write/report_text_test.cpp.
#include "write/report/index.hpp"

#include <algorithm>
#include <string_view>

namespace zhibiao::write::report {
namespace {

/// Numbers of items: an item ends where one of its own level or above begins.
std::vector<ItemIndex> index_items(const std::vector<Item>& items) {
  std::vector<ItemIndex> index(items.size() + 1);
  index[0].end = items.size() + 1;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < items.size(); ++i) {
    while (!open.empty() && items[open.back() - 1].level >= items[i].level) {
      index[open.back()].end = i + 1;
      open.pop_back();
    }
    open.push_back(i + 1);
  }
  for (const std::size_t item : open) index[item].end = items.size() + 1;
  return index;
}

/// The last item that starts before the offset, or the one around it where it ends before, too; 0: there is none.
std::size_t item_at(const std::vector<Item>& items, std::size_t offset) {
  const auto next = std::upper_bound(items.begin(), items.end(), offset,
                                     [](std::size_t at, const Item& item) { return at < item.span.begin; });
  std::size_t number = static_cast<std::size_t>(next - items.begin());
  if (number == 0 || offset < items[number - 1].span.end) return number;
  const std::size_t level = items[number - 1].level;
  while (number > 0 && items[number - 1].level >= level) --number;
  return number;
}

/// A target counts in its item and in all that are around it.
void count_targets(const std::vector<Fact>& facts, DocumentIndex& index) {
  std::vector<std::size_t> before(index.items.size() + 1);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].role == Role::target) ++before[index.fact_items[i] + 1];
  }
  for (std::size_t i = 1; i < before.size(); ++i) before[i] += before[i - 1];
  for (std::size_t i = 0; i < index.items.size(); ++i) {
    index.items[i].targets = before[index.items[i].end] - before[i];
  }
  index.targets = index.items[0].targets;
}

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

std::vector<DocumentIndex> make_index(std::span<const ReportDocument> documents) {
  std::vector<DocumentIndex> all;
  std::size_t facts = 0;
  for (const ReportDocument& document : documents) {
    DocumentIndex index;
    index.document = &document;
    index.number = all.size() + 1;
    index.first_fact = facts + 1;
    index.items = index_items(document.analysis.items);
    for (const Fact& fact : document.analysis.facts) {
      index.fact_items.push_back(item_at(document.analysis.items, fact.span.begin));
    }
    count_targets(document.analysis.facts, index);
    facts += document.analysis.facts.size();
    all.push_back(std::move(index));
  }
  return all;
}

std::string item_id(const DocumentIndex& index, std::size_t item) {
  const std::string id = "d" + std::to_string(index.number);
  return item == 0 ? id : id + "-i" + std::to_string(item);
}

std::string short_name(const ReportDocument& document) {
  const DocumentData& data = document.analysis.document;
  if (data.plan_year && !data.issuer.empty()) return std::to_string(*data.plan_year) + " " + data.issuer;
  return long_name(document);
}

std::string long_name(const ReportDocument& document) {
  const std::string& title = document.analysis.document.title;
  return title.empty() ? std::string(base_name(document.source.name())) : title;
}

}  // namespace zhibiao::write::report
