// Extract stage, tables: finds head rows among the paragraphs of the body and has the rows behind them read. Input: view and
// outline; output: records of target cells, due dates of task rows, and the cells that are no prose. Tested by
// tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include "extract/tables.hpp"

#include <algorithm>
#include <iterator>

#include "extract/extractor.hpp"
#include "extract/facts.hpp"
#include "extract/table_rows.hpp"

namespace zhibiao::extract {
namespace {

/// A timetable: what happens when, where.
bool is_timetable(const std::vector<Column>& columns) {
  const auto has = [&](std::string_view holds) { return find_column(columns, holds) != nullptr; };
  return has("event") && has("when");
}

bool is_indicator_table(const std::vector<Column>& columns, bool in_rows) {
  const auto has = [&](std::string_view holds) { return find_column(columns, holds) != nullptr; };
  const bool value = has("target") || has("annual") || has("growth") || has("done");
  if (has("indicator") && (value || has("base"))) return true;
  if (has("task") && has("target")) return true;
  return in_rows && subject_column(columns) != nullptr && (has("measure") || value);
}

bool is_task_table(const std::vector<Column>& columns) {
  const auto has = [&](std::string_view holds) { return find_column(columns, holds) != nullptr; };
  return has("task") && has("due") && !has("event");
}

/// The number or code that opens a row of no known table is its name, and no value: 101路, 1.
void take_code(const Line& line, const TableWords& words, TableReading& reading) {
  const std::size_t first = line.cells.size() > 2 && is_ordinal(line.cells.front().text) ? 1 : 0;
  std::string before;
  if (line.cells.size() < 2 || !read_value(line.cells[first].text, "", "", words, before)) return;
  if (before.empty() || before.size() == rules::char_length(before.front()))
    reading.taken.push_back(line.cells[first].view);
}

/// Any other table: each of its cells is prose of its own, and those of some columns are none.
void read_plain_rows(const std::vector<Line>& lines, std::size_t& next, const std::vector<Column>& columns,
                     const TableContext& context, TableReading& reading) {
  constexpr std::size_t kMaxLoose = 2;
  const bool timetable = is_timetable(columns);
  std::size_t loose = 0;
  for (std::size_t i = next; i < lines.size() && loose <= kMaxLoose; ++i) {
    const Line& line = lines[i];
    if (!line.row) {
      ++loose;
      continue;
    }
    std::size_t behind = 0;
    if (!read_heads(lines, i, context.heads, behind).empty()) return;
    loose = 0;
    for (std::size_t k = 0; k < line.cells.size(); ++k) {
      const Column* column = column_of(line, k, columns);
      if (column == nullptr) continue;
      // A value alone goes with what stands before it.
      std::string before;
      if (k > 0 && !read_value(line.cells[k].text, "", "", context.words, before))
        reading.taken.push_back({line.cells[k - 1].view.end, line.cells[k].view.begin});
      if (timetable || is_mute(*column)) reading.taken.push_back(line.cells[k].view);
    }
    if (const Column* opening = column_of(line, 0, columns); opening == nullptr || !holds_value(*opening))
      take_code(line, context.words, reading);
    name_row(context, line, columns, reading);
    next = i + 1;
  }
}

/// The notes below a table, numbered ones behind the first.
void take_notes(const std::vector<Line>& lines, std::size_t next, const TableWords& words, TableReading& reading) {
  for (std::size_t i = next; i < lines.size() && !lines[i].row; ++i) {
    const std::string_view text = lines[i].cells.front().text;
    const bool numbered =
        i > next && text.find_first_not_of("0123456789") == 1 && (text[1] == '.' || text.substr(1).starts_with("、"));
    const bool circled = i > next && text >= "①" && text <= "⑳";
    if (words.without_front("note", text) == text && !numbered && !circled) return;
    reading.taken.push_back(lines[i].cells.front().view);
  }
}

/// Points of a score, telephones, times of a meeting in rows that else are prose.
void take_silent(const LabelledRows& rows, TableReading& reading) {
  const auto known = std::count_if(rows.columns.begin(), rows.columns.end(),
                                   [](const Column& column) { return !column.holds.empty(); });
  const bool timetable = is_timetable(rows.columns);
  for (const auto& line : rows.lines) {
    for (const auto& cell : line.cells) {
      const auto& column = rows.columns[cell.place];
      const bool silent = column.holds == "silent" || column.holds == "event";
      if (&line != &rows.lines.front() && known > 1 && (silent || timetable)) reading.taken.push_back(cell.view);
    }
  }
}

/// Rows that carry their own labels, from `lines[i]` on; `i` moves behind them. False: there are none before `plain`.
bool read_labelled_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t& i, std::size_t& plain,
                        TableReading& reading) {
  const LabelledRows rows = read_labelled(context, lines, i);
  if (!rows.ends.empty()) plain = rows.ends.back();
  if (rows.lines.size() < 2 || rows.columns.size() < 2) return false;
  const Caption caption = read_caption(lines, i, context.words, context.years);
  const bool indicators = is_indicator_table(rows.columns, true);
  const bool tasks = !indicators && is_task_table(rows.columns);
  bool read = false;
  for (std::size_t row = 1; (indicators || tasks) && row < rows.lines.size();) {
    std::size_t next = row;
    const bool some = indicators ? read_indicator_rows(context, rows.lines, 0, next, rows.columns, caption, reading)
                                 : read_task_rows(context, rows.lines, next, rows.columns, reading);
    for (std::size_t k = row; some && k < next; ++k)
      reading.taken.insert(reading.taken.end(), rows.labels[k].begin(), rows.labels[k].end());
    if (some) i = rows.ends[next - 1];
    read = read || some;
    row = some ? next : row + 1;
  }
  if (!read) {
    take_silent(rows, reading);
    return false;
  }
  take_notes(lines, i, context.words, reading);
  return true;
}

bool begins_before(const Fact& fact, std::size_t at) { return fact.span.begin < at; }

}  // namespace

void name_row(const TableContext& context, const Line& line, const std::vector<Column>& columns,
              TableReading& reading) {
  const Column* subject = subject_column(columns);
  if (subject == nullptr) return;
  for (std::size_t k = 0; k + 1 < line.cells.size(); ++k) {
    if (column_of(line, k, columns) != subject) continue;
    NamedRow row;
    row.content = context.view.source_span({line.cells[k + 1].view.begin, line.cells.back().view.end});
    const CellName name = name_cell(context.display(line.cells[k].view), context.words.lexicon());
    const bool body = subject->holds == "place" || subject->holds == "project";
    if (line.cells[k].text.size() > kMaxCellText || context.words.find("sum", name.indicator) != nullptr) return;
    (body ? row.scope : row.indicator) = name.scope + name.indicator + name.action;
    reading.named.push_back(std::move(row));
    return;
  }
}

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

void TableReading::name(std::vector<Fact>& all) const {
  for (const auto& row : named) {
    std::string verb;  // of the value before, carried on as a name
    for (auto at = std::lower_bound(all.begin(), all.end(), row.content.begin, begins_before); at != all.end(); ++at) {
      Fact& fact = *at;
      if (fact.span.begin >= row.content.end) break;
      if (fact.role == Role::mention) continue;
      const bool unnamed = fact.indicator.empty() || fact.indicator == fact.action || fact.indicator == verb;
      if (unnamed && !row.indicator.empty()) {
        verb = fact.indicator;
        fact.indicator = row.indicator;
        std::erase(fact.flags, "indicator_missing");
      }
      if (fact.scope.empty() && !row.scope.empty()) fact.scope = row.scope;
    }
  }
}

void TableReading::finish(std::vector<Fact>& all) const {
  name(all);
  if (facts.empty() && rows.empty()) return;
  const std::size_t prose_facts = all.size();
  all.insert(all.end(), facts.begin(), facts.end());
  for (const auto& row : rows) {
    bool opened = false;
    const auto from = std::lower_bound(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(prose_facts),
                                       row.content.begin, begins_before);
    for (auto i = static_cast<std::size_t>(from - all.begin()); i < prose_facts; ++i) {
      Fact& fact = all[i];
      if (fact.span.begin >= row.content.end) break;
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

std::string TableContext::display(Span span) const { return text::without_blanks(view.display(span)); }

Fact TableContext::place(Span mention, std::size_t at, Span row, bool whole_table) const {
  Fact fact = fact_at(source, view, document, mention, row);
  fact.role = Role::target;
  int node = node_at(outline, at);
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
  std::replace_if(
      fact.sentence.begin(), fact.sentence.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return fact;
}

namespace {

/// The body's lines, a run of cells that a scan has joined as one line each.
std::vector<Line> lines_of(const TableContext& context) {
  std::vector<Line> lines;
  for (const auto& paragraph : context.view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    Line line = line_of(context.source, context.view, paragraph.span);
    if (line.cells.empty()) continue;
    auto cells = line.row ? std::vector<Line>() : run_together(context.source, context.view, line, context.heads);
    if (cells.empty())
      lines.push_back(std::move(line));
    else
      std::move(cells.begin(), cells.end(), std::back_inserter(lines));
  }
  return lines;
}

/// A walk over the lines, from head to head.
class TableWalk {
 public:
  TableWalk(const TableContext& context, std::vector<Line> lines) : context_(context), lines_(std::move(lines)) {}

  TableReading run() {
    while (at_ < lines_.size()) {
      if (at_ >= plain_ && read_labelled_rows(context_, lines_, at_, plain_, reading_)) continue;
      std::size_t first = at_;  // the first row behind the head
      const auto columns = read_heads(lines_, at_, context_.heads, first);
      const std::size_t head = at_++;
      if (columns.size() > 1)
        read_table(columns, head, first);
      else if (lines_[head].row)
        take_code(lines_[head], context_.words, reading_);
    }
    std::sort(reading_.taken.begin(), reading_.taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return std::move(reading_);
  }

 private:
  void read_table(const std::vector<Column>& columns, std::size_t head, std::size_t first) {
    const auto begin = lines_.begin();
    const bool in_rows =
        std::any_of(begin + static_cast<std::ptrdiff_t>(head), begin + static_cast<std::ptrdiff_t>(first),
                    [](const Line& line) { return line.row; });
    // A head said again on the next page goes on under the same caption.
    if (head != behind_) caption_ = read_caption(lines_, head, context_.words, context_.years);
    std::size_t end = first;
    if (read_rows(columns, head, end, in_rows)) {
      for (std::size_t line = head; line < first; ++line) {
        for (const auto& cell : lines_[line].cells) reading_.taken.push_back(cell.view);
      }
      at_ = behind_ = end;
    } else if (in_rows) {
      end = first;
      read_plain_rows(lines_, end, columns, context_, reading_);
      at_ = std::max(at_, end);
    } else {
      return;
    }
    take_notes(lines_, end, context_.words, reading_);
  }

  bool read_rows(const std::vector<Column>& columns, std::size_t head, std::size_t& end, bool in_rows) {
    if (is_indicator_table(columns, in_rows))
      return read_indicator_rows(context_, lines_, head, end, columns, caption_, reading_);
    return is_task_table(columns) && read_task_rows(context_, lines_, end, columns, reading_);
  }

  const TableContext& context_;
  std::vector<Line> lines_;
  TableReading reading_;
  Caption caption_;
  std::size_t at_ = 0;
  std::size_t behind_ = std::string::npos;  // the line behind the last table
  std::size_t plain_ = 0;                   // lines before it carry no labels of a table
};

}  // namespace

TableReading read_tables(const Source& source, const text::View& view, const std::vector<outline::Node>& outline,
                         const DocumentData& document, const TableWords& words) {
  const int plan = document.plan_year.value_or(0);
  const TableContext context{source, view, outline, document, words, {plan, plan > 0 ? plan - 1 : 0, plan}};
  return TableWalk(context, lines_of(context)).run();
}

}  // namespace zhibiao::extract
