// Small documents with facts at known places, for the tests of the report page.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao_tests {

/// A fact whose mention is found in the text, behind `from`.
inline zhibiao::Fact fact_in(const std::string& text, const std::string& mention, const std::string& indicator,
                             std::size_t from = 0) {
  zhibiao::Fact fact;
  fact.file = "plan.txt";
  fact.indicator = indicator;
  fact.mention = mention;
  fact.sentence = indicator + mention + "。";
  fact.comparator = "=";
  fact.value = zhibiao::Decimal::parse("3");
  fact.unit = "个";
  const std::size_t begin = text.find(mention, from);
  fact.span = {begin, begin + mention.size()};
  fact.rule = "quantity.table";
  return fact;
}

inline zhibiao::Item item_in(const std::string& text, const std::string& marker, const std::string& heading,
                             std::size_t level, const std::string& path) {
  zhibiao::Item item;
  item.marker = marker;
  item.heading = heading;
  item.level = level;
  item.path = path;
  item.titled = true;
  item.span = {text.find(marker), text.size()};
  return item;
}

inline zhibiao::ReportDocument report_document(const std::string& text, std::vector<zhibiao::Fact> facts,
                                               std::vector<zhibiao::Item> items = {}) {
  zhibiao::ReportDocument document;
  document.source = zhibiao::Source("plan.txt", text);
  document.analysis.document.title = "某市工作要点";
  document.analysis.facts = std::move(facts);
  document.analysis.items = std::move(items);
  return document;
}

}  // namespace zhibiao_tests
