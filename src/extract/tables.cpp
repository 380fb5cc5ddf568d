// Extract stage, tables: finds head rows among the paragraphs of the body and has the rows behind them read. Input: view and
// outline; output: records of target cells, due dates of task rows, and the cells that are no prose. Tested by
// tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include "extract/tables.hpp"

#include <algorithm>

#include "extract/table_parts.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kCaptionLines = 2;  // above a head, where its unit may be named

Line cells_of(const text::View& view, Span paragraph) {
  Line line;
  const std::string_view text = view.slice(paragraph);
  line.row = text.find('\t') != std::string_view::npos;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\t', from), text.size());
    std::size_t begin = from;
    std::size_t stop = end;
    while (begin < stop && text[begin] == ' ') ++begin;
    while (stop > begin && text[stop - 1] == ' ') --stop;
    if (begin < stop)
      line.cells.push_back({{paragraph.begin + begin, paragraph.begin + stop}, text.substr(begin, stop - begin)});
    from = end + 1;
  }
  return line;
}

bool is_indicator_table(const std::vector<Column>& columns, bool in_rows) {
  const auto has = [&](std::string_view holds) { return find_column(columns, holds) != nullptr; };
  const bool value = has("target") || has("annual") || has("growth");
  if (has("indicator") && (value || has("base"))) return true;
  if (has("task") && has("target")) return true;
  return in_rows && (has("indicator") || has("task") || has("place")) && (has("measure") || has("target"));
}

bool is_task_table(const std::vector<Column>& columns) {
  return find_column(columns, "task") != nullptr && find_column(columns, "due") != nullptr;
}

}  // namespace

std::vector<text::Paragraph> TableReading::prose(const text::View& view) const {
  if (taken.empty()) return view.paragraphs();
  std::vector<text::Paragraph> pieces;
  auto cell = taken.begin();
  for (text::Paragraph paragraph : view.paragraphs()) {
    const std::size_t end = paragraph.span.end;
    while (cell != taken.end() && cell->end <= paragraph.span.begin) ++cell;
    for (; cell != taken.end() && cell->begin < end; ++cell) {
      paragraph.span.end = cell->begin;
      if (!paragraph.span.empty()) pieces.push_back(paragraph);
      paragraph.span.begin = cell->end;
    }
    paragraph.span.end = end;
    if (!paragraph.span.empty()) pieces.push_back(paragraph);
  }
  return pieces;
}

void TableReading::finish(std::vector<Fact>& all) const {
  if (facts.empty() && rows.empty()) return;
  const std::size_t prose_facts = all.size();
  all.insert(all.end(), facts.begin(), facts.end());
  for (const auto& row : rows) {
    bool opened = false;
    for (std::size_t i = 0; i < prose_facts; ++i) {
      Fact& fact = all[i];
      if (!row.content.contains(fact.span.begin) || fact.role == Role::mention) continue;
      opened = opened || row.opening.contains(fact.span.begin);
      if (!fact.deadline.empty() || fact.kind == Kind::deadline) continue;
      fact.deadline = row.milestone.deadline;
      fact.rule += " " + row.milestone.rule;
    }
    if (!opened && row.dated && !row.milestone.indicator.empty()) all.push_back(row.milestone);
  }
  std::stable_sort(all.begin(), all.end(), [](const Fact& a, const Fact& b) { return a.span.begin < b.span.begin; });
}

std::string head_trail(const std::vector<Column>& columns) {
  std::string trail;
  for (const auto& column : columns) {
    if (column.rule == nullptr || trail.find(column.rule->id) != std::string::npos) continue;
    trail += (trail.empty() ? "" : " ") + column.rule->id;
  }
  return trail;
}

std::string TableContext::display(Span span) const { return squash(view.display(span)); }

Fact TableContext::place(Span mention, std::size_t at, Span row, bool whole_table) const {
  Fact fact;
  fact.file = source.name();
  fact.issuer = document.issuer;
  fact.year = document.plan_year;
  fact.role = Role::target;
  const auto after =
      std::upper_bound(outline.begin(), outline.end(), at,
                       [](std::size_t offset, const outline::Node& node) { return offset < node.view.begin; });
  int node = static_cast<int>(after - outline.begin()) - 1;
  // A numbered paragraph holds no table, the section above it does: its heading is a paragraph of its own.
  const auto is_section = [&](int one) {
    const std::size_t end = outline[static_cast<std::size_t>(one)].heading.end;
    return end >= view.text().size() || view.text()[end] == '\n';
  };
  if (whole_table) {
    int section = node;
    while (section >= 0 && !is_section(section)) section = outline[static_cast<std::size_t>(section)].parent;
    if (section >= 0) node = section;
  }
  if (node >= 0) fact.item = outline[static_cast<std::size_t>(node)].item.path;
  for (; node >= 0 && fact.heading.empty(); node = outline[static_cast<std::size_t>(node)].parent) {
    const Item& item = outline[static_cast<std::size_t>(node)].item;
    if (item.titled) fact.heading = item.heading;
  }
  fact.span = view.source_span(mention);
  const std::size_t line_break = source.slice(fact.span).find_first_of("\r\n");
  if (line_break != std::string_view::npos && line_break > 0) fact.span.end = fact.span.begin + line_break;
  fact.mention = std::string(source.slice(fact.span));
  const auto position = source.position(fact.span.begin);
  fact.line = position.line;
  fact.column = position.column;
  fact.sentence = view.display(row);
  std::replace_if(
      fact.sentence.begin(), fact.sentence.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return fact;
}

TableReading read_tables(const Source& source, const text::View& view, const std::vector<outline::Node>& outline,
                         const DocumentData& document, const rules::Lexicon& lexicon) {
  TableReading reading;
  const TableWords words(lexicon);
  const int plan = document.plan_year.value_or(0);
  const TableContext context{source, view, outline, document, words, {plan, plan > 0 ? plan - 1 : 0, plan}};
  std::vector<Line> lines;
  for (const auto& paragraph : view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    Line line = cells_of(view, paragraph.span);
    if (!line.cells.empty()) lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t next = i;
    const auto columns = read_heads(lines, i, words, context.years, next);
    const std::size_t begin = i++;
    if (columns.size() < 2) continue;
    const bool in_rows =
        std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    lines.begin() + static_cast<std::ptrdiff_t>(next), [](const Line& line) { return line.row; });
    std::string unit;
    for (std::size_t k = begin > kCaptionLines ? begin - kCaptionLines : 0; k < begin; ++k) {
      const std::string named = words.caption_unit(lines[k].cells.front().text);
      if (!named.empty()) unit = named;
    }
    std::size_t end = next;
    bool read = false;
    if (is_indicator_table(columns, in_rows))
      read = read_indicator_rows(context, lines, begin, end, columns, unit, reading);
    else if (is_task_table(columns))
      read = read_task_rows(context, lines, end, columns, reading);
    if (!read) continue;
    for (std::size_t k = begin; k < next; ++k) {
      for (const auto& cell : lines[k].cells) reading.taken.push_back(cell.view);
    }
    i = end;
  }
  std::sort(reading.taken.begin(), reading.taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return reading;
}

}  // namespace zhibiao::extract
