// Write, trends: rows and columns with the text of every cell, before any form is chosen.
// Input: plans and their trend; output: a TrendTable. Tested by tests/compare/trend_table_test.cpp.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "write/trend_writer.hpp"
#include "write/value.hpp"

namespace zhibiao::write {
namespace {

/// What can tell a plan from others, the first thing to say first.
using Names = std::array<std::string, 4>;

std::string last_part(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Names names_of(const Plan& plan, TrendBy by) {
  const DocumentData& document = plan.document;
  const std::string year = document.plan_year ? std::to_string(*document.plan_year) : std::string();
  const std::string file = last_part(plan.file);
  if (by == TrendBy::issuer) return {document.issuer, year, file, plan.file};
  return {year, document.issuer, file, plan.file};
}

/// Says of each plan as little as tells it from the others.
class Labels {
 public:
  explicit Labels(std::vector<Names> names) : names_(std::move(names)), labels_(names_.size()) {
    std::vector<std::size_t> all(names_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    tell_apart(all, 0);
    number();
  }

  std::vector<std::string> take() { return std::move(labels_); }

 private:
  /// Adds the next name to those that are still alike.
  void tell_apart(const std::vector<std::size_t>& alike, std::size_t next) {
    const std::size_t names = names_.front().size();
    std::map<std::string, std::vector<std::size_t>> groups;
    for (const std::size_t i : alike) {
      const bool whole_path = next + 1 == names && labels_[i].ends_with(names_[i][next - 1]);
      if (whole_path) labels_[i].resize(labels_[i].size() - names_[i][next - 1].size());
      const bool parted = !labels_[i].empty() && !labels_[i].ends_with(' ') && !names_[i][next].empty();
      labels_[i] += (parted ? " " : "") + names_[i][next];
      groups[labels_[i]].push_back(i);
    }
    for (const auto& [label, members] : groups) {
      if ((members.size() > 1 || label.empty()) && next + 1 < names) tell_apart(members, next + 1);
    }
  }

  /// One file given twice.
  void number() {
    std::map<std::string, std::size_t> used;
    for (std::string& label : labels_) {
      const std::size_t times = ++used[label];
      if (times > 1) label += " (" + std::to_string(times) + ")";
    }
  }

  std::vector<Names> names_;
  std::vector<std::string> labels_;
};

/// Indices of the plans as their columns stand.
std::vector<std::size_t> column_order(std::span<const Plan> plans, TrendBy by) {
  std::vector<std::size_t> order(plans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (by == TrendBy::issuer) return order;
  const auto key = [&](std::size_t i) {
    const auto& year = plans[i].document.plan_year;
    return std::pair(!year.has_value(), year);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

TrendValue value_of(const TrendCell& cell, const Fact& fact) {
  TrendValue value{&fact, cell.value, cell.value_max, {}, {}, cell.similarity};
  if (!cell.value) {
    value.text = fact.deadline;
    return value;
  }
  Fact bare;
  bare.value = cell.value;
  bare.value_max = cell.value_max;
  value.number = value_text(bare);
  bare.comparator = fact.comparator;
  value.text = value_text(bare);
  return value;
}

TrendTableRow row_of(const TrendRow& row, std::span<const Plan> plans, const std::vector<std::size_t>& column_of,
                     bool results) {
  TrendTableRow made;
  made.indicator = row.indicator;
  made.scope = row.scope;
  made.unit = row.unit;
  made.per = row.per;
  made.change = row.change;
  made.similarity = row.similarity;
  made.entries.resize(plans.size());
  for (const TrendCell& cell : row.cells) {
    const Fact& fact = plans[cell.plan].facts[cell.fact];
    made.kind = fact.kind;
    if (fact.role == Role::result && !results) continue;
    TrendEntry& entry = made.entries[column_of[cell.plan]];
    (fact.role == Role::result ? entry.result : entry.target) = value_of(cell, fact);
  }
  return made;
}

std::size_t filled(const TrendTableRow& row) {
  return static_cast<std::size_t>(std::count_if(row.entries.begin(), row.entries.end(),
                                                [](const TrendEntry& entry) { return entry.target || entry.result; }));
}

}  // namespace

TrendTable make_trend_table(std::span<const Plan> plans, const Trend& trend, TrendBy by, bool results) {
  TrendTable table;
  table.by = by;
  table.results = results;
  if (plans.empty()) return table;
  const auto order = column_order(plans, by);
  std::vector<std::size_t> column_of(plans.size());
  std::vector<Names> names;
  for (std::size_t column = 0; column < order.size(); ++column) {
    column_of[order[column]] = column;
    names.push_back(names_of(plans[order[column]], by));
  }
  auto labels = Labels(std::move(names)).take();
  for (std::size_t column = 0; column < order.size(); ++column) {
    const Plan& plan = plans[order[column]];
    table.columns.push_back({std::move(labels[column]), plan.document.plan_year, plan.document.issuer, plan.file});
  }
  for (const TrendRow& row : trend.rows) table.rows.push_back(row_of(row, plans, column_of, results));
  if (by == TrendBy::issuer) {
    // What most of them set is what one looks for.
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [](const TrendTableRow& a, const TrendTableRow& b) { return filled(a) > filled(b); });
  }
  return table;
}

std::string unit_text(const TrendTableRow& row) {
  std::string text = row.change == "increase" ? "↑" : row.change == "decrease" ? "↓" : "";
  text += row.unit;
  if (!row.per.empty()) text += "/" + row.per;
  return text;
}

}  // namespace zhibiao::write
