// Extract stage, tables: the cells of an indicator table, given as one row a line or as one cell a line, sorted into rows by
// their columns or by what they look like. Tested by tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include "extract/table_rows.hpp"

#include <algorithm>

namespace zhibiao::extract {
namespace {

constexpr std::size_t kMaxUnit = 18;

bool says_what(const Column& column) {
  return column.holds == "indicator" || column.holds == "task" || column.holds == "place" || column.holds == "project";
}

bool leads(const Column& column) {
  return says_what(column) || column.holds == "order" || column.holds == "group" || column.holds.empty();
}

}  // namespace

bool holds_value(const Column& column) {
  return column.holds == "target" || column.holds == "annual" || column.holds == "growth" ||
         column.holds == "measure" || column.holds == "base" || column.holds == "done";
}

bool is_mute(const Column& column) {
  constexpr std::string_view kMute[] = {"order", "owner", "silent", "event", "when", "due", "unit", "kind"};
  return std::find(std::begin(kMute), std::end(kMute), column.holds) != std::end(kMute);
}

const Column* subject_column(const std::vector<Column>& columns) {
  // What is built is no name where the project has one: 项目名称, 建设内容, 总投资.
  const auto* project = find_column(columns, "project");
  if (project != nullptr && find_column(columns, "indicator") == nullptr && find_column(columns, "measure") != nullptr)
    return project;
  for (const char* holds : {"indicator", "task", "place", "project"}) {
    if (const auto* column = find_column(columns, holds)) return column;
  }
  return nullptr;
}

RowSorter::RowSorter(const TableContext& context, const std::vector<Line>& lines, const std::vector<Column>& columns)
    : context_(context), lines_(lines), columns_(columns) {
  std::size_t leading = 0;
  while (leading < columns_.size() && leads(columns_[leading])) ++leading;
  for (std::size_t i = leading; i < columns_.size(); ++i) tail_.push_back(&columns_[i]);
}

std::optional<IndicatorRow> RowSorter::sort_row(std::size_t i, std::size_t unused, std::size_t& after) const {
  after = i + 1;
  if (lines_[i].grid) {
    if (auto row = by_grid(lines_[i])) return row;
  }
  auto row = sort_cells(lines_[i].cells);
  if (row) complete(*row, i, unused, after);
  return row;
}

bool RowSorter::gather_text(std::size_t& i, IndicatorRow& row) const {
  const bool order = find_column(columns_, "order") != nullptr;
  std::vector<Cell> texts;
  std::size_t from_order = 0;
  bool numbered = false;
  for (; i < lines_.size() && !lines_[i].row; ++i) {
    const Cell& cell = lines_[i].cells.front();
    if (cell.text.size() > kMaxCellText || texts.size() > 5) return false;
    if (order && is_ordinal(cell.text) && i + 1 < lines_.size() &&
        (texts.empty() || is_text(lines_[i + 1].cells.front()))) {
      from_order = texts.size();
      numbered = true;
      continue;
    }
    if (context_.words.find("kind_value", cell.text) != nullptr && texts.empty()) continue;
    if (!is_text(cell) || (!texts.empty() && is_scoped_value(cell))) break;
    texts.push_back(cell);
  }
  if (i >= lines_.size() || lines_[i].row || texts.empty()) return false;
  // The last text is the indicator; a piece before it belongs to it where nothing else can: the row has a number and no
  // group column, or a bracket stands alone.
  std::size_t first = texts.size() - 1;
  const bool groups = find_column(columns_, "group") != nullptr;
  if (numbered && !groups) first = std::min(from_order, first);
  if (first == texts.size() - 1 && first > 0 &&
      (texts[first].text.starts_with("(") || texts[first].text.starts_with("（")))
    --first;
  row.subject.assign(texts.begin() + static_cast<std::ptrdiff_t>(first), texts.end());
  row.span = {row.subject.front().view.begin, row.subject.back().view.end};
  return true;
}

bool RowSorter::gather_values(std::size_t& i, IndicatorRow& row) const {
  std::vector<Cell> rest;
  for (std::size_t k = i; k < lines_.size() && !lines_[k].row && rest.size() < tail_.size(); ++k)
    rest.push_back(lines_[k].cells.front());
  std::size_t at = 0;
  if ((!match_tail(rest, at, row) || row.values.empty()) && !match_parts(i, at, row)) {
    i += std::max<std::size_t>(at, 1);
    return false;
  }
  i += at;
  row.span.end = lines_[i - 1].cells.front().view.end;
  return true;
}

bool RowSorter::is_unit_cell(const Cell& cell) const {
  return cell.text.size() <= kMaxUnit && is_unit(text::without_blanks(cell.text), context_.words.lexicon());
}

bool RowSorter::is_text(const Cell& cell) const {
  if (is_dash(cell.text) || context_.words.find("kind_value", cell.text) != nullptr) return false;
  if (find_column(columns_, "unit") != nullptr && is_unit_cell(cell)) return false;
  return !is_value(cell);
}

bool RowSorter::is_value(const Cell& cell) const {
  std::string before;
  return is_dash(cell.text) || (read_value(cell.text, "", "", context_.words, before) && before.empty());
}

/// 重点城市≥30: a bound with the words it holds for.
bool RowSorter::is_scoped_value(const Cell& cell) const {
  std::string before;
  const auto quantity = read_value(cell.text, "", "", context_.words, before);
  return quantity && !before.empty() && !quantity->comparator.empty();
}

bool RowSorter::is_text_row(const Line& line) const {
  return std::any_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) { return is_text(cell); });
}

bool RowSorter::note_kind(const Cell& cell, IndicatorRow& row) const {
  const auto* rule = context_.words.find("kind_value", text::without_blanks(cell.text));
  if (rule != nullptr) row.seen.push_back(rule);
  return rule != nullptr;
}

/// Cells against the columns behind the indicator's. Units and kinds may be left out; values may not.
bool RowSorter::match_tail(const std::vector<Cell>& cells, std::size_t& at, IndicatorRow& row) const {
  std::size_t values = 0;
  for (const Column* column : tail_) {
    if (column->holds == "unit") {
      if (at < cells.size() && is_unit_cell(cells[at]))
        row.unit = unit_of(cells[at++].text);
      else if (at < cells.size() && is_dash(cells[at].text))
        ++at;
    } else if (holds_value(*column)) {
      if (at >= cells.size() || !is_value(cells[at])) return false;
      row.values.push_back({column, cells[at++]});
      ++values;
    } else if (column->holds == "kind") {
      if (at < cells.size() && (is_dash(cells[at].text) || note_kind(cells[at], row))) ++at;
    } else if (at < cells.size() && !is_value(cells[at]) && column->holds == "owner") {
      ++at;
    }
  }
  return values > 0;
}

/// Cells of several lines (重点城市≥30 一般城市≥15), one cell a line, closed by the kind: dashes are whole cells, the rest is
/// shared out evenly.
bool RowSorter::match_parts(std::size_t i, std::size_t& at, IndicatorRow& row) const {
  constexpr std::size_t kMaxParts = 8;
  std::vector<const Column*> columns;
  for (const Column* column : tail_) {
    if (holds_value(*column))
      columns.push_back(column);
    else if (column->holds != "kind")
      return false;
  }
  std::vector<Cell> parts;
  std::size_t k = i;
  for (; k < lines_.size() && !lines_[k].row && parts.size() <= kMaxParts; ++k) {
    const Cell& cell = lines_[k].cells.front();
    if (context_.words.find("kind_value", text::without_blanks(cell.text)) != nullptr) break;
    if (!is_value(cell) && !is_scoped_value(cell)) return false;
    parts.push_back(cell);
  }
  if (k >= lines_.size() || parts.size() <= columns.size() || !note_kind(lines_[k].cells.front(), row)) return false;
  std::size_t first = 0;
  while (first < columns.size() && is_dash(parts[first].text)) ++first;
  const std::size_t rest = columns.size() - first;
  if (rest == 0 || (parts.size() - first) % rest != 0) return false;
  const std::size_t each = (parts.size() - first) / rest;
  row.values.clear();
  for (std::size_t part = first; part < parts.size(); ++part)
    row.values.push_back({columns[first + (part - first) / each], parts[part]});
  at = k + 1 - i;
  return true;
}

/// A row's cells by their place where their number is that of the columns, else by what they look like.
std::optional<IndicatorRow> RowSorter::sort_cells(const std::vector<Cell>& cells) const {
  IndicatorRow row;
  row.span = {cells.front().view.begin, cells.back().view.end};
  if (cells.size() == columns_.size() && by_place(cells, row)) return row;
  row = IndicatorRow();
  const bool order = find_column(columns_, "order") != nullptr;
  const bool numbered = is_ordinal(cells.front().text) && cells.size() > 1;
  if (numbered && !order) {  // a row's number without a column of its own
    const std::vector<Cell> rest(cells.begin() + 1, cells.end());
    row.span = {cells.front().view.begin, cells.back().view.end};
    if (rest.size() == columns_.size() && by_place(rest, row)) return row;
  }
  for (const bool drop : {numbered && (order || is_text(cells[1])), numbered}) {
    const std::vector<Cell> rest(cells.begin() + (drop ? 1 : 0), cells.end());
    if (auto found = by_looks(rest)) {
      found->span = {cells.front().view.begin, cells.back().view.end};
      return found;
    }
  }
  return cells.size() > 1 && cells.size() < columns_.size() ? by_print(cells) : std::nullopt;
}

/// Each cell in its own column, empty ones known. What is merged over rows has no text here.
std::optional<IndicatorRow> RowSorter::by_grid(const Line& line) const {
  if (!subject_column(columns_)->place) return std::nullopt;
  std::vector<const Cell*> own;
  for (const auto& column : columns_) own.push_back(line.at(*column.place));
  return by_columns(own, line.cells);
}

/// Cells parted by blanks, each below or above the head that it overlaps most; some columns are empty.
std::optional<IndicatorRow> RowSorter::by_print(const std::vector<Cell>& cells) const {
  std::vector<const Cell*> own(columns_.size(), nullptr);
  const auto overlap = [](Span a, Span b) {
    const std::size_t begin = std::max(a.begin, b.begin);
    const std::size_t end = std::min(a.end, b.end);
    return end > begin ? end - begin : 0;
  };
  std::size_t next = 0;  // columns before it have their cells
  for (const auto& cell : cells) {
    std::size_t best = columns_.size();
    for (std::size_t k = next; k < columns_.size(); ++k) {
      const std::size_t shared = overlap(cell.shown, columns_[k].shown);
      if (shared > 0 && (best == columns_.size() || shared > overlap(cell.shown, columns_[best].shown))) best = k;
    }
    if (best == columns_.size()) return std::nullopt;
    own[best] = &cell;
    next = best + 1;
  }
  return by_columns(own, cells);
}

/// `own`: the cell of each column, nullptr where it is empty.
std::optional<IndicatorRow> RowSorter::by_columns(const std::vector<const Cell*>& own,
                                                  const std::vector<Cell>& cells) const {
  const Column* subject = subject_column(columns_);
  IndicatorRow row;
  row.span = {cells.front().view.begin, cells.back().view.end};
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    const Column& column = columns_[k];
    const Cell* cell = own[k];
    if (cell == nullptr) continue;
    const bool dash = is_dash(cell->text);
    if (&column == subject || column.holds == "sub") {
      if (!is_text(*cell)) return std::nullopt;
      row.subject.push_back(*cell);
    } else if (column.holds == "unit") {
      if (is_value(*cell) && !dash && !is_unit_cell(*cell)) return std::nullopt;
      if (!dash) row.unit = unit_of(cell->text);
    } else if (holds_value(column)) {
      if (context_.words.find("kind_value", cell->text) != nullptr) return std::nullopt;
      row.values.push_back({&column, *cell});
    } else if (column.holds == "kind") {
      if (is_value(*cell) && !dash) return std::nullopt;
      note_kind(*cell, row);
    } else if (column.holds == "order") {
      if (!is_ordinal(cell->text) && is_value(*cell)) return std::nullopt;
    } else if (column.holds == "place") {
      row.place = *cell;
    } else if (column.holds == "due") {
      row.due = *cell;
    }
  }
  if (row.values.empty()) return std::nullopt;
  return row;
}

/// Text up to the first unit or value, then the columns in their order, some of them left out.
std::optional<IndicatorRow> RowSorter::by_looks(const std::vector<Cell>& cells) const {
  IndicatorRow row;
  std::size_t at = 0;
  while (at < cells.size() && is_text(cells[at])) ++at;
  if (at > 0) row.subject = {cells[at - 1]};
  if (!match_tail(cells, at, row)) return std::nullopt;
  const auto open = std::count_if(tail_.begin(), tail_.end(), [](const Column* column) {
    return column->holds.empty() || column->holds == "owner";
  });
  if (cells.size() - at > static_cast<std::size_t>(open)) return std::nullopt;
  return row;
}

bool RowSorter::by_place(const std::vector<Cell>& cells, IndicatorRow& row) const {
  const Column* subject = subject_column(columns_);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Column& column = columns_[i];
    if (&column == subject) {
      if (!is_text(cells[i])) return false;
      row.subject = {cells[i]};
    } else if (column.holds == "unit") {
      if (is_value(cells[i]) && !is_dash(cells[i].text) && !is_unit_cell(cells[i])) return false;
      if (!is_dash(cells[i].text)) row.unit = unit_of(cells[i].text);
    } else if (holds_value(column)) {
      if (context_.words.find("kind_value", cells[i].text) != nullptr) return false;
      row.values.push_back({&column, cells[i]});
    } else if (column.holds == "kind") {
      if (is_value(cells[i]) && !is_dash(cells[i].text)) return false;
      note_kind(cells[i], row);
    } else if (column.holds == "order" && !is_ordinal(cells[i].text) && is_value(cells[i])) {
      return false;
    }
  }
  return true;
}

/// A cell broken over lines above and below its row: one piece of each.
void RowSorter::complete(IndicatorRow& row, std::size_t i, std::size_t unused, std::size_t& after) const {
  const bool above = i > unused && i > 0 && !lines_[i - 1].row;
  const bool below = i + 1 < lines_.size() && !lines_[i + 1].row;
  if (!above) return;
  const Cell& first = lines_[i - 1].cells.front();
  if (row.subject.empty()) {
    row.subject = {first};
    // A single line before a row that lacks its own indicator is that row's.
    const bool free = i + 2 < lines_.size() && (!lines_[i + 2].row || is_text_row(lines_[i + 2]));
    if (below && free && lines_[i + 1].cells.front().text.size() <= kMaxCellText &&
        is_text(lines_[i + 1].cells.front())) {
      row.subject.push_back(lines_[i + 1].cells.front());
      after = i + 2;
    }
  } else if (row.unit.empty() && find_column(columns_, "unit") != nullptr && below) {
    const std::string unit = text::without_blanks(first.text) + text::without_blanks(lines_[i + 1].cells.front().text);
    if (unit.size() <= kMaxUnit && is_unit(unit, context_.words.lexicon())) {
      row.unit = unit;
      after = i + 2;
    }
  }
}

}  // namespace zhibiao::extract
