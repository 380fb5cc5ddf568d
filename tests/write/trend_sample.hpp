// A trend made by hand for the writers' tests.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "write/sample.hpp"
#include "write/trend_writer.hpp"

namespace zhibiao_tests {

/// A table with the facts it points to.
class MadeTrend {
 public:
  explicit MadeTrend(bool results = true) { table.results = results; }

  void plan(int year, const std::string& issuer, const std::string& label) {
    table.columns.push_back({label, year, issuer, "plans/" + label + ".txt"});
  }

  zhibiao::write::TrendTableRow& row(const std::string& indicator, const std::string& unit) {
    table.rows.emplace_back();
    table.rows.back().indicator = indicator;
    table.rows.back().unit = unit;
    table.rows.back().entries.resize(table.columns.size());
    return table.rows.back();
  }

  /// A value of the newest row; `text` is its cell.
  zhibiao::write::TrendValue& value(std::size_t column, const std::string& comparator, const std::string& number,
                                    const std::string& text, bool result = false) {
    auto& row = table.rows.back();
    auto& made = facts.emplace_back(fact("原" + row.indicator, comparator, number, row.unit));
    made.file = table.columns[column].file;
    made.issuer = table.columns[column].issuer;
    made.year = table.columns[column].year;
    made.role = result ? zhibiao::Role::result : zhibiao::Role::target;
    made.line = facts.size() + 10;
    made.sentence = "第" + std::to_string(facts.size()) + "句。";
    auto& entry = row.entries[column];
    auto& value = result ? entry.result : entry.target;
    value = {&made, made.value, {}, number, text, 0.9};
    return value;
  }

  std::deque<zhibiao::Fact> facts;
  zhibiao::write::TrendTable table;
};

/// Four plans of one issuer and four rows: jobs (with results and a gap), growth with a range, a milestone, a name that
/// would be a formula.
inline MadeTrend made_trend(bool results = true) {
  MadeTrend made(results);
  for (const int year : {2018, 2019, 2020, 2022}) made.plan(year, "国务院", std::to_string(year));
  made.row("城镇新增就业", "人");
  made.value(0, ">=", "11000000", "≥ 1100万");
  made.value(1, ">=", "11000000", "≥ 1100万");
  made.value(2, ">=", "9000000", "≥ 900万");
  if (results) made.value(3, "=", "12690000", "1269万", true);
  auto& growth = made.row("国内生产总值", "%");
  growth.change = "increase";
  made.value(0, "~", "6.5", "~ 6.5");
  auto& range = made.value(1, "range", "6", "6-6.5");
  range.value_max = zhibiao::Decimal::parse("6.5");
  made.facts.back().value_max = range.value_max;
  made.value(3, "~", "5.5", "~ 5.5");
  made.row("大楼开工", "").kind = zhibiao::Kind::deadline;
  auto& opening = made.value(0, "", "0", "2018-06");
  opening.value.reset();
  made.facts.back().value.reset();
  made.facts.back().deadline = "2018-06";
  auto& evil = made.row("=HYPERLINK(1)\x1B[31m", "%");
  evil.scope = "<script>|全市";
  evil.per = "年";
  made.value(2, "<=", "95", "≤ 95");
  return made;
}

}  // namespace zhibiao_tests
