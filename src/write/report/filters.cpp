// Write, the report page's filters. Input: numbered documents; output: a form with what there is to choose from.
// Tested by tests/write/report_data_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "write/counts.hpp"
#include "write/labels.hpp"
#include "write/report/facts.hpp"
#include "write/report/template.hpp"
#include "write/report/words.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kUnits = 30;  ///< units to choose from, the most frequent

struct Choices {
  Counts<Kind> kinds;
  Counts<Role> roles;
  std::map<std::string, std::size_t> units;
};

Choices count(std::span<const DocumentIndex> documents) {
  Choices counts;
  for (const DocumentIndex& index : documents) {
    for (const Fact& fact : index.document->analysis.facts) {
      ++counts.kinds[fact.kind];
      ++counts.roles[fact.role];
      if (!fact.unit.empty()) ++counts.units[fact.unit];
    }
  }
  return counts;
}

/// One box for each value that occurs.
template <typename Value>
Data boxes(const Counts<Value>& counts, Language language) {
  List list;
  for (const Value value : values_of<Value>()) {
    if (counts[value] == 0) continue;
    list.add(Filling()
                 .text("value", name_of(value))
                 .text("label", label(value, language))
                 .number("count", counts[value])
                 .take());
  }
  return list.take();
}

Data units(const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  sorted.resize(std::min(sorted.size(), kUnits));
  List list;
  for (const auto& [unit, number] : sorted) list.add(Filling().text("unit", unit).number("count", number).take());
  return list.take();
}

Data sections(std::span<const DocumentIndex> documents) {
  List list;
  for (const DocumentIndex& index : documents) {
    const auto& items = index.document->analysis.items;
    List tops;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].level != 1 || index.items[i + 1].targets == 0) continue;
      tops.add(Filling()
                   .text("range", fmt::format("{}:{}:{}", index.number, i + 1, index.items[i + 1].end))
                   .text("heading", items[i].marker + " " + items[i].heading)
                   .take());
    }
    list.add(Filling()
                 .text("name", long_name(*index.document))
                 .text("all", fmt::format("{}:0:{}", index.number, items.size() + 1))
                 .part("tops", tops.take())
                 .take());
  }
  return list.take();
}

}  // namespace

std::string filters_html(std::span<const DocumentIndex> documents, Language language) {
  const Choices counts = count(documents);
  Filling form;
  form.part("kinds", boxes(counts.kinds, language)).part("roles", boxes(counts.roles, language));
  form.part("units", units(counts.units)).part("documents", sections(documents));
  form.part("word", words_data(language));
  return Template("filters").fill(form.data());
}

}  // namespace zhibiao::write::report
