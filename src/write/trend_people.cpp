// Write, trends for people. Input: a prepared table; output: aligned lines with sparklines, or Markdown.
// Tested by tests/write/trend_people_test.cpp.
#include "write/trend_people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "text/width.hpp"
#include "write/rows.hpp"
#include "write/table.hpp"
#include "write/trend_rows.hpp"
#include "write/trend_sparkline.hpp"

namespace zhibiao::write {
namespace {

using Part = TrendValue TrendEntry::*;

constexpr std::size_t kGap = 2;          ///< between columns
constexpr std::size_t kNameFloor = 18;   ///< the least an indicator's name is cut to
constexpr std::size_t kLabelFloor = 10;  ///< likewise a plan's
constexpr std::size_t kLeastPlans = 2;   ///< never fewer columns: hardly legible is better than no comparison

bool has(const TrendTableRow& row, Part part) {
  return std::any_of(row.entries.begin(), row.entries.end(), [&](const auto& entry) { return bool(entry.*part); });
}

/// Only years are a course: the order of issuers says nothing.
std::string course(const TrendTable& table, const TrendTableRow& row, Part part) {
  if (table.by != TrendBy::year) return {};
  std::vector<std::optional<double>> values;
  for (const TrendEntry& entry : row.entries) {
    const TrendValue& one = entry.*part;
    std::optional<double> value;
    if (one.value) value = one.value_max ? (one.value->approx() + one.value_max->approx()) / 2 : one.value->approx();
    values.push_back(value);
  }
  return sparkline(values);
}

/// A printed line of the table: an indicator's targets or its results.
struct Line {
  const TrendTableRow* row;
  Part part;
  bool first;  ///< of its indicator
};

std::vector<Line> lines_of(const TrendTable& table) {
  std::vector<Line> lines;
  for (const TrendTableRow& row : table.rows) {
    const bool targets = has(row, &TrendEntry::target);
    if (targets) lines.push_back({&row, &TrendEntry::target, true});
    if (has(row, &TrendEntry::result)) lines.push_back({&row, &TrendEntry::result, !targets});
  }
  return lines;
}

/// Results say that they are; below their targets that is all they say.
std::string name_of_line(const Line& line, Language language) {
  const std::string result(word(TrendWord::result, language));
  if (line.part == &TrendEntry::target) return trend_name(*line.row);
  return line.first ? fmt::format("{} · {}", trend_name(*line.row), result) : "  " + result;
}

std::vector<std::string> cells_of(const TrendTable& table, const Line& line, const std::vector<std::size_t>& plans,
                                  Language language) {
  std::vector<std::string> cells = {name_of_line(line, language), line.first ? unit_text(*line.row) : std::string(),
                                    course(table, *line.row, line.part)};
  for (const std::size_t plan : plans) cells.push_back((line.row->entries[plan].*line.part).text);
  return cells;
}

/// How narrow a plan's column may become: its values are never cut, its name to some characters.
std::size_t least_width(const TrendTable& table, const std::vector<Line>& lines, std::size_t plan) {
  std::size_t least = std::min(text::display_width(table.columns[plan].label), kLabelFloor);
  for (const Line& line : lines) {
    least = std::max(least, text::display_width((line.row->entries[plan].*line.part).text));
  }
  return least;
}

/// The plans for which there is room, in their order.
std::vector<std::size_t> fitting(const TrendTable& table, const std::vector<Line>& lines, const WriteOptions& options) {
  std::vector<std::size_t> plans;
  for (std::size_t i = 0; i < table.columns.size(); ++i) plans.push_back(i);
  if (options.width == 0) return plans;
  std::size_t units = text::display_width(word(TrendWord::unit, options.language));
  std::size_t courses = 0;
  for (const Line& line : lines) {
    units = std::max(units, text::display_width(unit_text(*line.row)));
    courses = std::max(courses, text::display_width(course(table, *line.row, line.part)));
  }
  std::size_t used = kNameFloor + kGap + units + (courses > 0 ? kGap + courses : 0);
  for (const std::size_t plan : plans) used += kGap + least_width(table, lines, plan);
  while (used > options.width && plans.size() > kLeastPlans) {
    const auto victim = table.by == TrendBy::year ? plans.begin() : std::prev(plans.end());
    used -= kGap + least_width(table, lines, *victim);
    plans.erase(victim);
  }
  return plans;
}

std::vector<TableColumn> columns_of(const TrendTable& table, const std::vector<Line>& lines,
                                    const std::vector<std::size_t>& plans, Language language) {
  const auto named = [&](TrendWord one) { return std::string(word(one, language)); };
  std::vector<TableColumn> columns = {{.title = named(TrendWord::indicator), .floor = kNameFloor, .hide_empty = false},
                                      {.title = named(TrendWord::unit)},
                                      {.title = named(TrendWord::course), .drop = 1}};
  for (const std::size_t plan : plans) {
    columns.push_back({.title = printable(table.columns[plan].label),
                       .right = true,
                       .floor = least_width(table, lines, plan),
                       .hide_empty = false});
  }
  return columns;
}

/// Below an indicator: each of its members with its place, likeness and sentence.
void explain_row(Table& text, const TrendTable& table, const TrendTableRow& row) {
  for (std::size_t plan = 0; plan < row.entries.size(); ++plan) {
    for (const Part part : {&TrendEntry::target, &TrendEntry::result}) {
      const TrendValue& value = row.entries[plan].*part;
      if (!value) continue;
      const std::size_t folder = value.fact->file.find_last_of('/');
      const std::string file = value.fact->file.substr(folder == std::string::npos ? 0 : folder + 1);
      text.note(fmt::format("{} {} {:.2f} {}:{} {}", table.columns[plan].label, value.text, value.similarity, file,
                            value.fact->line, value.fact->sentence));
    }
  }
}

std::string hidden_line(const TrendTable& table, const std::vector<std::size_t>& plans, Language language) {
  std::string names;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (std::find(plans.begin(), plans.end(), i) != plans.end()) continue;
    if (!names.empty()) names += word(TrendWord::comma, language);
    names += printable(table.columns[i].label);
  }
  return fmt::format(fmt::runtime(word(TrendWord::hidden, language)), table.columns.size() - plans.size(),
                     table.columns.size(), names);
}

}  // namespace

void write_trend_table(std::ostream& out, const TrendTable& table, const WriteOptions& options, bool explain) {
  const auto lines = lines_of(table);
  const auto plans = fitting(table, lines, options);
  Table text(columns_of(table, lines, plans, options.language));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text.row(cells_of(table, lines[i], plans, options.language));
    const bool last = i + 1 == lines.size() || lines[i + 1].row != lines[i].row;
    if (explain && last) explain_row(text, table, *lines[i].row);
  }
  text.print(out, options.width, options.wrap);
  out << trend_counts(table.rows.size(), table.columns.size(), options.language) << '\n';
  if (!lines.empty() && plans.size() < table.columns.size()) out << hidden_line(table, plans, options.language) << '\n';
}

void write_trend_markdown(std::ostream& out, const TrendTable& table, const WriteOptions& options) {
  const auto named = [&](TrendWord one) { return std::string(word(one, options.language)); };
  const auto lines = lines_of(table);
  std::vector<std::size_t> plans;
  std::vector<Column> columns = {{named(TrendWord::indicator)}, {named(TrendWord::unit)}, {named(TrendWord::course)}};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    plans.push_back(i);
    columns.push_back({table.columns[i].label, FieldType::decimal});
  }
  const bool courses = table.by == TrendBy::year;
  constexpr std::ptrdiff_t kCourse = 2;
  if (!courses) columns.erase(columns.begin() + kCourse);
  const auto rows = row_writer(out, Format::md, std::move(columns));
  for (const Line& line : lines) {
    // Markdown drops blanks in front: the name is told again instead of set in.
    auto cells = cells_of(table, {line.row, line.part, true}, plans, options.language);
    if (!courses) cells.erase(cells.begin() + kCourse);
    rows->row(cells);
  }
  rows->finish();
}

}  // namespace zhibiao::write
