// Extract stage, tables: the heads of a table from the lines that hold them, and what depends on the columns together. Tested by
// tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include <algorithm>
#include <set>

#include "extract/table_grid.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::size_t kMaxHeadLines = 16;  // heads given as one cell a line
constexpr int kBaseGap = 3;                // years from a base value to its target, at least

bool seen(const std::vector<Column>& columns, const std::string& holds) {
  return find_column(columns, holds) != nullptr;
}

/// Heads that run into each other, greedily the longest first: 2025年年均[累计].
bool split_heads(std::string_view text, const HeadLookup& lookup, std::vector<Column>& heads) {
  if (text.empty()) return true;
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) ends.push_back(at += char_length(text[at]));
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    auto head = lookup.head(text.substr(0, *end));
    if (!head) continue;
    heads.push_back(std::move(*head));
    if (split_heads(text.substr(*end), lookup, heads)) return true;
    heads.pop_back();
  }
  return false;
}

/// The heads of a row with tabs; unknown cells stay as unknown columns. Fewer than two known: no head row.
/// `below`: other heads stand above.
std::vector<Column> row_heads(const Line& line, bool below, const HeadLookup& lookup) {
  std::vector<Column> heads;
  std::size_t known = 0;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const Span shown = line.cells[i].shown;
    auto head = lookup.head(line.cells[i].text);
    if (!head && i + 1 < line.cells.size()) {  // 指 标
      head = lookup.head(std::string(line.cells[i].text) + std::string(line.cells[i + 1].text));
      if (head) ++i;
    }
    if (head) ++known;
    if (!head) {
      Column unknown;
      unknown.name = text::without_blanks(line.cells[i].text);
      head = unknown;
    }
    head->shown = {shown.begin, line.cells[i].shown.end};
    heads.push_back(std::move(*head));
  }
  // Years alone open no table: 1980 and 2050 are values too.
  const bool named = below || std::any_of(heads.begin(), heads.end(), [](const Column& column) {
                       return !column.holds.empty() && column.holds != "year";
                     });
  return known >= 2 && named ? heads : std::vector<Column>();
}

/// The heads of line `i` without tabs; `i` moves on where a head is broken over two lines.
std::vector<Column> line_heads(const std::vector<Line>& lines, std::size_t& i, const std::vector<Column>& before,
                               const HeadLookup& lookup) {
  const std::string_view text = lines[i].cells.front().text;
  auto head = lookup.head(text);
  if (i + 1 < lines.size() && !lines[i + 1].row) {
    const std::string_view following = lines[i + 1].cells.front().text;
    const auto second = lookup.head(following);
    const bool apart = head && second && head->holds != second->holds &&
                       (!seen(before, head->holds) ||
                        (is_mute(*second) && (head->holds == "year" || holds_value(*head))));  // 2025年, 属性
    const bool long_for_a_head = text.size() + following.size() > kMaxHead;
    auto joined = apart || long_for_a_head ? std::nullopt : lookup.head(std::string(text) + std::string(following));
    if (joined) {
      ++i;
      return {*joined};
    }
  }
  if (head) return {*head};
  std::vector<Column> heads;
  if (before.empty() || text.size() > kMaxHead || !split_heads(text, lookup, heads)) heads.clear();
  return heads;
}

/// Year heads become base or target; a target of a year that has passed is a base.
void resolve_years(std::vector<Column>& columns, int plan) {
  int first = 0;
  int last = 0;
  for (const auto& column : columns) {
    if (column.holds != "year" || column.year == 0) continue;
    first = first == 0 ? column.year : std::min(first, column.year);
    last = std::max(last, column.year);
  }
  for (auto& column : columns) {
    if (column.holds == "target" && plan > 0 && column.year > 0 && column.year < plan) column.holds = "base";
    if (column.holds != "year") continue;
    bool base = false;
    if (plan == 0)
      base = column.year == first && first < last;
    else if (column.year == plan)
      base = last - column.year >= kBaseGap;
    else
      base = column.year < plan;
    column.holds = base ? "base" : "target";
  }
}

/// 一级指标, 二级指标, 三级指标: the most exact is what is measured, the others are groups.
void resolve_levels(std::vector<Column>& columns) {
  bool found = seen(columns, "indicator");
  for (const char* level : {"indicator.3", "indicator.2"}) {
    for (auto& column : columns) {
      if (column.holds == level) column.holds = found ? "group" : "indicator";
    }
    found = found || seen(columns, "indicator");
  }
  // 时间 is a due date where no column speaks of a meeting.
  for (auto& column : columns) {
    if (column.holds == "when" && !seen(columns, "event")) column.holds = "due";
  }
}

/// A head that spans others (“十四五”目标 over 2025年 and 年均) holds no values itself.
void drop_spanning(std::vector<Column>& columns) {
  const auto holds_values = [](const Column& column) {
    return column.holds == "target" || column.holds == "year" || column.holds == "annual";
  };
  std::set<std::size_t> spanning;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].holds != "target" || !columns[i].deadline.empty()) continue;
    for (const auto& later : columns) {
      if (later.line > columns[i].line && holds_values(later)) spanning.insert(i);
    }
  }
  std::vector<Column> kept;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (spanning.contains(i) || (columns[i].holds == "order" && seen(kept, "order"))) continue;
    kept.push_back(columns[i]);
  }
  columns = std::move(kept);
}

}  // namespace

std::optional<Column> HeadLookup::head(std::string_view text) const {
  if (text.size() > kMaxHead) return std::nullopt;
  if (known_.size() > kMostKnown) known_.clear();
  const auto [entry, added] = known_.try_emplace(std::string(text));
  if (added) entry->second = words_.head(text, years_);
  return entry->second;
}

void settle_heads(std::vector<Column>& columns, int plan) {
  resolve_levels(columns);
  resolve_years(columns, plan);
}

const Column* find_column(const std::vector<Column>& columns, std::string_view holds) {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.holds == holds; });
  return found == columns.end() ? nullptr : &*found;
}

const Column* column_of(const Line& line, std::size_t i, const std::vector<Column>& columns) {
  if (!columns.front().place) return line.cells.size() == columns.size() ? &columns[i] : nullptr;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.place == line.cells[i].place; });
  if (line.grid) return found == columns.end() ? nullptr : &*found;
  return line.cells.size() == columns.size() ? &columns[i] : nullptr;
}

std::vector<Column> read_heads(const std::vector<Line>& lines, std::size_t first, const HeadLookup& lookup,
                               std::size_t& next) {
  std::vector<Column> columns = read_grid_heads(lines, first, lookup, next);
  if (!columns.empty()) {
    settle_heads(columns, lookup.years().plan);
    return columns;
  }
  std::size_t i = first;
  for (; i < lines.size() && i - first < kMaxHeadLines; ++i) {
    const std::size_t line = i;
    auto heads = lines[i].row ? row_heads(lines[i], i > first, lookup) : line_heads(lines, i, columns, lookup);
    if (heads.empty()) break;
    for (auto& head : heads) {
      head.line = line;
      columns.push_back(std::move(head));
    }
  }
  next = i;
  const bool rows =
      std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return lines[column.line].row; });
  if (rows) drop_spanning(columns);
  settle_heads(columns, lookup.years().plan);
  return columns;
}

}  // namespace zhibiao::extract
