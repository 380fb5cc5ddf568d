// Extract stage, tables: rows of task tables. What is to be done is prose; the due date alone in its cell belongs to it.
// Tested by tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include <algorithm>

#include "extract/table_rows.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::size_t kMaxDate = 48;   // bytes of a due cell
constexpr std::size_t kMaxCells = 12;  // cells of a row given one a line
constexpr std::size_t kMaxOwner = 900;

bool holds_one(std::string_view marks, char c) { return marks.find(c) != std::string_view::npos; }

/// Ends of the clauses of a text, brackets and quotations kept whole.
std::vector<std::size_t> clause_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); at += char_length(text[at])) {
    const auto one = text.substr(at, char_length(text[at]));
    if (one == "(" || one == "《" || one == "“") ++depth;
    if (one == ")" || one == "》" || one == "”") --depth;
    if (depth > 0) continue;
    if (one == "。" || (one.size() == 1 && holds_one(",;\t", one[0]))) ends.push_back(at);
  }
  if (ends.empty() || ends.back() + 1 < text.size()) ends.push_back(text.size());
  return ends;
}

class TaskReader {
 public:
  TaskReader(const TableContext& context, const std::vector<Line>& lines, const std::vector<Column>& columns,
             TableReading& reading)
      : context_(context), lines_(lines), columns_(columns), reading_(reading) {
    while (due_ < columns_.size() && columns_[due_].holds != "due") ++due_;
    // The last content column says most: 工作任务, 内容.
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].holds == "task") task_ = i;
    }
  }

  /// One row a line. A due date merged over rows stands in the first of them.
  bool read_rows(std::size_t& next) {
    constexpr std::size_t kMaxLoose = 6;
    std::size_t end = next;
    const Cell* merged = nullptr;
    for (std::size_t i = next; i < lines_.size() && i < end + kMaxLoose; ++i) {
      const Line& line = lines_[i];
      if (!line.row) continue;
      std::size_t behind = 0;
      if (i > next && !read_heads(lines_, i, context_.heads, behind).empty()) break;
      const bool grid = line.grid && columns_[due_].place.has_value();
      if (grid ? !read_grid_row(line, merged) : !read_row(line)) continue;
      end = i + 1;
    }
    const bool any = end > next;
    next = end;
    return any;
  }

  /// One cell a line: the date is found by its looks, the content in front of it.
  bool read_cells(std::size_t& next) {
    std::size_t owners_before = 0;  // between content and date
    std::size_t owners_after = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].holds != "owner") continue;
      if (i > due_)
        ++owners_after;
      else if (i > task_)
        ++owners_before;
    }
    std::size_t row = next;
    bool any = false;
    for (std::size_t i = next; i < lines_.size() && i - row <= kMaxCells; ++i) {
      if (lines_[i].row) break;
      std::size_t behind = 0;
      if (i > row && !read_heads(lines_, i, context_.heads, behind).empty() && behind > i + 1) break;
      const Cell& cell = lines_[i].cells.front();
      if (i < row + 1 + owners_before || !read_due(cell.text)) continue;
      const std::size_t content_end = i - owners_before;
      // What the row is about stands in the last cell; sentences before it belong to it.
      std::size_t content = content_end - 1;
      while (content > row && is_sentence(lines_[content - 1].cells.front().text)) --content;
      const Span span{lines_[content].cells.front().view.begin, lines_[content_end - 1].cells.front().view.end};
      add(span, span, cell, {span.begin, cell.view.end});
      reading_.taken.push_back(cell.view);
      if (content > row && is_ordinal(lines_[content - 1].cells.front().text)) take_owner(content - 1);
      for (std::size_t k = content_end; k < i; ++k) take_owner(k);
      std::size_t after = i + 1;
      for (std::size_t k = 0; k < owners_after && after < lines_.size() && owner_like(after); ++k) take_owner(after++);
      // More lines of bodies; what stands right before a due date is content.
      while (owners_after > 0 && after + 1 < lines_.size() && all_bodies(lines_[after]) &&
             !due_at(after + 1 + owners_before))
        take_owner(after++);
      any = true;
      row = after;
      i = after - 1;
    }
    if (any) next = row;
    return any;
  }

 private:
  std::optional<Due> read_due(std::string_view text) const {
    return extract::read_due(text, context_.words, context_.years);
  }

  /// A row whose columns are known. What is to be done may stand in several: 重点任务, 具体目标.
  bool read_grid_row(const Line& line, const Cell*& merged) {
    if (const Cell* own = line.at(*columns_[due_].place)) merged = own;
    if (merged == nullptr || !read_due(merged->text)) return false;
    const Cell* task = line.at(*columns_[task_].place);
    const Cell* first = task;
    const Cell* last = task;
    std::vector<Span> taken;
    for (std::size_t k = 0; k < line.cells.size(); ++k) {
      const Cell& cell = line.cells[k];
      const Column* column = column_of(line, k, columns_);
      if (column == nullptr) continue;
      const bool content = column->holds == "task" || holds_value(*column) || column->holds.empty();
      if (k > 0) taken.push_back({line.cells[k - 1].view.end, cell.view.begin});
      if (!content) taken.push_back(cell.view);
      if (!content || column == &columns_[task_]) continue;
      if (first == nullptr || cell.place < first->place) first = &cell;
      if (last == nullptr || cell.place > last->place) last = &cell;
    }
    if (first == nullptr) return false;
    reading_.taken.insert(reading_.taken.end(), taken.begin(), taken.end());
    add({first->view.begin, last->view.end}, task == nullptr ? first->view : task->view, *merged,
        {line.cells.front().view.begin, line.cells.back().view.end});
    name_row(context_, line, columns_, reading_);
    return true;
  }

  /// A row known by its number of cells, or by what they look like.
  bool read_row(const Line& line) {
    const auto& cells = line.cells;
    const bool placed = cells.size() == columns_.size();
    std::size_t date = cells.size();
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if ((placed ? k == due_ : date == cells.size()) && read_due(cells[k].text)) date = k;
    }
    if (date == cells.size()) return false;
    std::size_t content = placed ? task_ : 0;
    for (std::size_t k = 0; !placed && k < date; ++k) {
      if (cells[k].text.size() >= cells[content].text.size()) content = k;
    }
    if (content == date) return false;
    add(cells[content].view, cells[content].view, cells[date], {cells.front().view.begin, cells.back().view.end});
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const bool mute =
          placed && columns_[k].holds != "task" && columns_[k].holds != "target" && !columns_[k].holds.empty();
      if (mute || k == date || (!placed && (k > date || is_ordinal(cells[k].text))))
        reading_.taken.push_back(cells[k].view);
    }
    return true;
  }

  static bool is_sentence(std::string_view text) { return text.ends_with("。") || text.ends_with(";"); }

  bool owner_like(std::size_t i) const {
    return !lines_[i].row && lines_[i].cells.front().text.size() <= kMaxOwner &&
           !is_sentence(lines_[i].cells.front().text) && !read_due(lines_[i].cells.front().text);
  }

  bool due_at(std::size_t i) const {
    return i < lines_.size() && !lines_[i].row && read_due(lines_[i].cells.front().text).has_value();
  }

  void take_owner(std::size_t i) { reading_.taken.push_back(lines_[i].cells.front().view); }

  /// A list of bodies and nothing else, by the words they end with.
  bool all_bodies(const Line& line) const {
    if (line.row) return false;
    const std::string_view text = line.cells.front().text;
    std::size_t from = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= text.size();) {
      const auto one = at < text.size() ? text.substr(at, char_length(text[at])) : std::string_view(",");
      if (one == "(") ++depth;
      if (one == ")") --depth;
      if ((one == "," || one == "、") && depth <= 0) {
        if (!is_body(text.substr(from, at - from))) return false;
        from = at + one.size();
      }
      at += one.size();
    }
    return !text.empty();
  }

  bool is_body(std::string_view text) const {
    constexpr std::size_t kMaxBody = 60;
    if (text.size() > kMaxBody) return false;
    for (std::size_t from = 0; from < text.size(); from += char_length(text[from])) {
      if (context_.words.find("body", text.substr(from)) != nullptr) return true;
    }
    return false;
  }

  /// The clause that says what is to be done: the first that does not open with a preposition (按照…要求).
  Span milestone_clause(std::string_view content) const {
    const auto& lexicon = context_.words.lexicon();
    const std::uint64_t preposition = lexicon.bits(WordClass::preposition);
    std::size_t from = 0;
    for (const std::size_t end : clause_ends(content)) {
      const auto clause = content.substr(from, end - from);
      const bool opens = (lexicon.words().longest(clause, 0).value & preposition) != 0 ||
                         context_.words.without_front("lead_in", clause) != clause;
      const bool stop = content.substr(end).starts_with("。");
      if (!clause.empty() && (!opens || stop || end >= content.size())) return {from, end};
      from = end + (end < content.size() ? char_length(content[end]) : 0);
    }
    return {0, content.size()};
  }

  /// `content`: all that the date holds for; `task`: the part of it that says what is done.
  void add(Span content, Span task, const Cell& date, Span row_span) {
    const auto due = read_due(date.text);
    if (due->deadline.empty()) return;
    const Span clause = milestone_clause(context_.view.slice(task));
    const Span named{task.begin + clause.begin, task.begin + clause.end};
    DueRow row;
    row.content = context_.view.source_span(content);
    row.opening = context_.view.source_span({std::min(content.begin, task.begin), named.end});
    // Content that begins with a date (6月底前,完成…) says its own milestones.
    row.dated = due->dated && !read_due(context_.view.slice(named));
    row.milestone = context_.place(date.view, date.view.begin, row_span, false);
    row.milestone.kind = Kind::deadline;
    row.milestone.deadline = due->deadline;
    const CellName name = name_cell(context_.display(named), context_.words.lexicon());
    row.milestone.indicator = name.scope + name.indicator + name.action;
    row.milestone.rule = due->rule->id + " " + head_trail(columns_);
    reading_.rows.push_back(std::move(row));
  }

  const TableContext& context_;
  const std::vector<Line>& lines_;
  const std::vector<Column>& columns_;
  TableReading& reading_;
  std::size_t due_ = 0;
  std::size_t task_ = 0;
};

}  // namespace

std::optional<Due> read_due(std::string_view text, const TableWords& words, const YearContext& years) {
  if (text.empty() || text.size() > kMaxDate) return std::nullopt;
  const std::string cell = text::without_blanks(text);
  Due due;
  due.rule = words.find("due_open", cell);
  for (const auto& date : find_landmarks(cell, words.lexicon(), years).dates) {
    if (date.deadline.empty()) continue;
    const std::string rest = cell.substr(0, date.span.begin) + cell.substr(date.span.end);
    const auto left = words.without_front("due_filler", rest);
    if (!left.empty() && due.rule == nullptr) continue;
    due.deadline = date.deadline;
    if (due.rule == nullptr) due.rule = date.rule;
    due.dated = words.find("due_open", cell) == nullptr;
    return due;
  }
  if (due.rule == nullptr) return std::nullopt;
  return due;
}

bool read_task_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t& next,
                    const std::vector<Column>& columns, TableReading& reading) {
  const std::size_t head = columns.front().line;
  TaskReader reader(context, lines, columns, reading);
  const bool in_rows =
      std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.begin() + static_cast<std::ptrdiff_t>(next),
                  [](const Line& line) { return line.row; });
  return in_rows ? reader.read_rows(next) : reader.read_cells(next);
}

}  // namespace zhibiao::extract
