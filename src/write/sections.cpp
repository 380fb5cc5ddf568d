// Write, sections. Input: a document's items and a fact; output: the top-level item it stands in.
// Tested by tests/write/summary_test.cpp.
#include "write/sections.hpp"

namespace zhibiao::write {

std::string_view top_of(std::string_view path) { return path.substr(0, path.find('/')); }

const Item* section_of(const Analysis& analysis, const Fact& fact) {
  // Numbering may repeat: the last section of that name that starts before the fact is meant.
  const Item* home = nullptr;
  for (const Item& item : analysis.items) {
    if (item.level == 1 && item.span.begin <= fact.span.begin && top_of(item.path) == top_of(fact.item)) home = &item;
  }
  return home;
}

}  // namespace zhibiao::write
