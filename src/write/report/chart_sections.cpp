// Write, report: facts by kind and section. Input: documents; output: a figure for each, or one for many.
// Tested by tests/write/report_charts_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "write/counts.hpp"
#include "write/plot/wrap.hpp"
#include "write/report/chart_kinds.hpp"
#include "write/sections.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kMostColumns = 6;    ///< kinds with a column of their own; more share the last one
constexpr std::size_t kLabelColumns = 20;  ///< of a label's line
constexpr double kFirstCell = 0.41;        ///< where the cells begin, as a share of the width
constexpr double kLastCell = 0.9;
constexpr double kHead = 22;
constexpr double kLine = 14;
constexpr double kSquare = 10.5;  ///< side of the largest square
constexpr std::size_t kLabelLines = 3;

/// A section, or a document among many.
struct Row {
  std::string name;
  std::string full_name = {};  ///< with its document's where there are several; empty: what is in no section
  Counts<Kind> targets{};
  Counts<Kind> results{};
  const Counts<Kind>& of(Role role) const { return role == Role::target ? targets : results; }
  std::size_t sum(Role role) const { return of(role).sum(); }
  std::size_t all() const { return sum(Role::target) + sum(Role::result); }
};

/// One column: a kind, or the rest of them.
struct Column {
  std::string name;
  std::vector<Kind> kinds;
  std::size_t count(const Counts<Kind>& counts) const {
    std::size_t sum = 0;
    for (const Kind kind : kinds) sum += counts[kind];
    return sum;
  }
};

/// What is alike in all figures of the group, so that they can be compared.
struct Layout {
  std::vector<Column> columns;
  std::size_t most = 1;  ///< the largest cell
  bool results = false;
  Language language = Language::en;
  double cell() const { return (kLastCell - kFirstCell) / static_cast<double>(columns.size()); }
  double x(std::size_t column) const { return kFirstCell + static_cast<double>(column) * cell(); }
};

void add(Row& row, const Fact& fact) {
  if (!is_drawn(fact)) return;
  ++(fact.role == Role::target ? row.targets : row.results)[fact.kind];
}

std::vector<Row> section_rows(const ReportDocument& document, Language language) {
  const Analysis& analysis = document.analysis;
  std::vector<Row> rows(1);
  std::vector<const Item*> items(1, nullptr);
  rows.front().name = word(ChartWord::no_section, language);
  for (const Item& item : analysis.items) {
    if (item.level != 1) continue;
    items.push_back(&item);
    rows.push_back({.name = item.marker + item.heading, .full_name = item.marker + item.heading});
  }
  for (const Fact& fact : analysis.facts) {
    const auto home = std::find(items.begin(), items.end(), section_of(analysis, fact));
    add(rows[static_cast<std::size_t>(home - items.begin())], fact);
  }
  if (rows.front().all() == 0) rows.erase(rows.begin());
  return rows;
}

std::vector<Row> document_rows(Documents documents) {
  std::vector<Row> rows;
  for (const ReportDocument& document : documents) {
    Row& row = rows.emplace_back(Row{.name = document_label(document), .full_name = document_label(document)});
    for (const Fact& fact : document.analysis.facts) add(row, fact);
  }
  return rows;
}

std::vector<Column> columns_of(const std::vector<Row>& rows, Language language) {
  std::vector<std::pair<std::size_t, Kind>> kinds;  // how many, which
  for (const Kind kind : values_of<Kind>()) {
    std::size_t sum = 0;
    for (const Row& row : rows) sum += row.targets[kind] + row.results[kind];
    if (sum > 0) kinds.emplace_back(sum, kind);
  }
  std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Column> columns;
  for (const auto& [sum, kind] : kinds) {
    if (columns.size() == kMostColumns && kinds.size() > kMostColumns) {
      columns.back().name = word(ChartWord::others, language);
      columns.back().kinds.push_back(kind);
    } else {
      columns.push_back({short_word(kind, language), {kind}});
    }
  }
  return columns;
}

/// The rows worth drawing: where there are many, not the empty ones.
std::vector<Row> drawn_rows(std::vector<Row> rows) {
  if (rows.size() > kMostRows) std::erase_if(rows, [](const Row& row) { return row.all() == 0; });
  if (rows.size() > kMostRows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.all() > b.all(); });
    rows.resize(kMostRows);
  }
  return rows;
}

double row_height(const Row& row, const Layout& layout) {
  const auto lines =
      static_cast<double>(std::max<std::size_t>(plot::wrapped(row.name, kLabelColumns, kLabelLines).size(), 1));
  const double bars = layout.results && row.sum(Role::result) > 0 ? 2 : 1;
  return std::max(lines, bars) * kLine + 8;
}

void draw_cells(Element svg, const Row& row, const Layout& layout, double y, Role role) {
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    const std::size_t count = layout.columns[column].count(row.of(role));
    if (count == 0) continue;
    // The square's area is the count.
    const double side =
        std::max(kSquare * std::sqrt(static_cast<double>(count) / static_cast<double>(layout.most)), 2.5);
    square(svg, layout.x(column), y - 4.5, side, role);
    write(svg, layout.x(column), y, Anchor::start, fmt::format("{}", count)).set("dx", side + 4);
  }
  const std::size_t sum = row.sum(role);
  write(svg, 1, y, Anchor::end, fmt::format("{}", sum)).set("font-weight", role == Role::target ? "bold" : "normal");
}

void draw_row(Element svg, const Row& row, const Layout& layout, double top) {
  Element group = svg.group().title(row.name);
  group.add("line")
      .set("x1", "0")
      .set("x2", "100%")
      .set("y1", top)
      .set("y2", top)
      .set("class", "chart-rule")
      .set("stroke", "#dddddd");
  auto lines = plot::wrapped(plot::plain(row.name), kLabelColumns, kLabelLines);
  Element label = row.all() == 0 ? group.group().set("class", "chart-faint") : group.group();
  write_lines(label, 0, top + 15, lines);
  draw_cells(group, row, layout, top + 15, Role::target);
  if (layout.results && row.sum(Role::result) > 0) draw_cells(group, row, layout, top + 15 + kLine, Role::result);
}

void fill_table(ChartFigure& figure, const std::vector<Row>& rows, const Layout& layout, ChartWord first) {
  std::vector<std::string> names = {word(first, layout.language)};
  for (const Column& column : layout.columns) names.push_back(column.name);
  names.push_back(word(ChartWord::number_of_targets, layout.language));
  if (layout.results) names.push_back(word(ChartWord::number_of_results, layout.language));
  Element body = figure.table(names, layout.language);
  for (const Row& row : rows) {
    std::vector<std::string> cells = {row.name};
    for (const Column& column : layout.columns) {
      const std::size_t targets = column.count(row.targets);
      const std::size_t results = column.count(row.results);
      cells.push_back(results > 0 ? fmt::format("{} + {}", targets, results) : std::to_string(targets));
    }
    cells.push_back(std::to_string(row.sum(Role::target)));
    if (layout.results) cells.push_back(std::to_string(row.sum(Role::result)));
    table_row(body, cells);
  }
}

void draw_figure(Element parent, const std::string& id, const std::string& caption, const std::vector<Row>& all,
                 const Layout& layout, bool documents) {
  const std::vector<Row> rows = drawn_rows(all);
  ChartFigure figure(parent, id, caption);
  double height = kHead;
  for (const Row& row : rows) height += row_height(row, layout);
  const std::string title = word(documents ? ChartWord::documents : ChartWord::sections, layout.language);
  Element svg =
      figure.drawing(height, caption.empty() ? title : title + " · " + caption,
                     fill(documents ? ChartWord::documents_about : ChartWord::sections_about, layout.language, {""}));
  Element head = svg.group().set("font-size", kSmallLetters).set("class", "chart-faint");
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    write(head, layout.x(column), 13, Anchor::start, layout.columns[column].name);
  }
  write(head, 1, 13, Anchor::end, word(ChartWord::total, layout.language));
  double top = kHead;
  for (const Row& row : rows) {
    draw_row(svg, row, layout, top);
    top += row_height(row, layout);
  }
  if (rows.size() < all.size()) {
    const std::size_t more = all.size() - rows.size();
    figure.note(documents ? counted(ChartWord::more_documents, ChartWord::one_more_document, more, layout.language)
                          : fill(ChartWord::more_rows, layout.language, {std::to_string(more)}));
  }
  fill_table(figure, all, layout, documents ? ChartWord::document : ChartWord::section);
}

/// How many there are, and which section or document has the most targets.
std::string answer(const std::vector<Row>& rows, ChartWord most, Language language) {
  std::size_t targets = 0;
  std::size_t results = 0;
  const Row* first = nullptr;
  for (const Row& row : rows) {
    targets += row.sum(Role::target);
    results += row.sum(Role::result);
    if (row.full_name.empty() || row.sum(Role::target) == 0) continue;
    if (first == nullptr || row.sum(Role::target) > first->sum(Role::target)) first = &row;
  }
  const std::string promised = counted(ChartWord::targets_counted, ChartWord::one_target, targets, language);
  const std::string reached = counted(ChartWord::results_counted, ChartWord::one_result, results, language);
  if (first == nullptr) return fill(ChartWord::nothing_answer, language, {promised, reached});
  const std::string all = results == 0 ? promised : fill(ChartWord::both_counted, language, {promised, reached});
  return fill(most, language, {all, first->full_name, std::to_string(first->sum(Role::target))});
}

/// The sections of each of a few documents, named with their document.
std::vector<std::vector<Row>> sections_of(Documents documents, Language language) {
  std::vector<std::vector<Row>> figures;
  for (const ReportDocument& document : documents) {
    figures.push_back(section_rows(document, language));
    if (documents.size() == 1) continue;
    for (Row& row : figures.back()) {
      if (row.full_name.empty()) continue;
      row.full_name = fill(ChartWord::section_of, language, {row.name, document_label(document)});
    }
  }
  return figures;
}

}  // namespace

void draw_sections(Element parent, Documents documents, Language language) {
  const bool many = documents.size() > kOwnFigures;
  const std::vector<std::vector<Row>> figures =
      many ? std::vector<std::vector<Row>>{document_rows(documents)} : sections_of(documents, language);
  std::vector<Row> all;
  for (const auto& rows : figures) all.insert(all.end(), rows.begin(), rows.end());
  Layout layout{.columns = columns_of(all, language), .language = language};
  for (const Row& row : all) {
    for (const Column& column : layout.columns) {
      layout.most = std::max({layout.most, column.count(row.targets), column.count(row.results)});
    }
    layout.results = layout.results || row.sum(Role::result) > 0;
  }
  const ChartWord most = many ? ChartWord::document_answer : ChartWord::section_answer;
  auto [head, grid] = chart_group(parent, word(many ? ChartWord::documents : ChartWord::sections, language),
                                  answer(all, most, language));
  if (many) grid.set("class", "chart-wide");
  std::vector<KeyEntry> entries = {{KeyEntry::Sign::target_square, ChartWord::targets}};
  if (layout.results) entries.push_back({KeyEntry::Sign::result_square, ChartWord::results});
  key(head, entries, language);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::string caption = many || documents.size() == 1 ? std::string() : document_caption(documents[i]);
    draw_figure(grid, fmt::format("chart-sections-{}", i + 1), caption, figures[i], layout, many);
  }
}

}  // namespace zhibiao::write::report
