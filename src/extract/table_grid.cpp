// Extract stage, tables: rows whose empty cells are known, and column heads of one to four such rows, merged cells among them.
// Input: a paragraph, or the lines of a table; output: its cells with their columns, what each column holds. Tested by
// tests/extract/tables_test.cpp and tests/specs/tables_grid.toml.
#include "extract/table_grid.hpp"

#include <algorithm>

#include "text/width.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kMaxDepth = 4;    // rows of a head
constexpr std::size_t kMaxCells = 200;  // of a row whose columns are looked at
constexpr std::size_t kSampleRows = 8;  // rows that show what a column without a known head holds

/// Cell borders among the source bytes between two cells.
std::size_t borders(std::string_view between) {
  const auto pipes = std::count(between.begin(), between.end(), '|');
  return static_cast<std::size_t>(pipes > 0 ? pipes : std::count(between.begin(), between.end(), '\t'));
}

/// Where the cells of a line stand that blanks part; nowhere if they are of several lines.
void show_cells(const Source& source, const text::View& view, Line& line) {
  const std::string_view text = source.text();
  const std::size_t first = view.source_span(line.cells.front().view).begin;
  const std::size_t last = view.source_span(line.cells.back().view).end;
  const std::size_t newline = text.substr(0, first).rfind('\n');
  std::size_t at = newline == std::string_view::npos ? 0 : newline + 1;
  if (text.substr(first, last - first).find('\n') != std::string_view::npos) return;
  std::size_t width = 0;
  const auto width_to = [&](std::size_t offset) {
    width += text::display_width(text.substr(at, offset - at));
    at = offset;
    return width;
  };
  for (auto& cell : line.cells) {
    const Span span = view.source_span(cell.view);
    cell.shown.begin = width_to(span.begin);
    cell.shown.end = width_to(span.end);
  }
}

/// Gives each cell its column. Between the line's start and its first cell there are borders and blanks only.
void place_cells(const Source& source, const text::View& view, Line& line) {
  const std::string_view text = source.text();
  std::size_t end = view.source_span(line.cells.front().view).begin;
  std::size_t begin = end;
  while (begin > 0 && std::string_view(" \t|").find(text[begin - 1]) != std::string_view::npos) --begin;
  const std::string_view front = text.substr(begin, end - begin);
  const bool pipes = front.find('|') != std::string_view::npos;
  std::size_t place = borders(front) - (pipes ? 1 : 0);
  line.grid = pipes || place > 0;
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const Span span = view.source_span(line.cells[i].view);
    if (i > 0) {
      const std::size_t gap = borders(text.substr(end, span.begin - end));
      if (gap == 0) {  // parted by blanks only
        line.grid = false;
        show_cells(source, view, line);
        return;
      }
      place += gap;
      line.grid = true;
    }
    line.cells[i].place = place;
    end = span.end;
  }
  while (end < text.size() && text[end] == ' ') ++end;
  if (end < text.size() && (text[end] == '\t' || (pipes && text[end] == '|'))) line.grid = true;
}

int rank(const std::string& holds) {
  if (holds.empty()) return 0;
  if (holds == "year") return 1;
  return holds == "target" ? 2 : 3;
}

/// “十四五”末 without its quotation marks.
std::string without_quotes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += rules::char_length(text[at])) {
    const auto one = text.substr(at, rules::char_length(text[at]));
    if (one != "“" && one != "”" && one != "\"") out += one;
  }
  return out;
}

/// What the heads over each other in one column say together.
Column combine(const std::vector<std::string>& texts, const HeadLookup& lookup) {
  const TableWords& words = lookup.words();
  const YearContext& years = lookup.years();
  std::string joined;
  for (const auto& text : texts) joined += text;
  if (auto whole = lookup.head(joined)) return *whole;
  Column out;
  for (const auto& text : texts) {
    auto head = lookup.head(text);
    if (!head) head = words.loose_head(text, years);
    if (!head) {
      const auto [name, unit] = words.name_and_unit(text);
      std::string_view label = name;
      for (const auto& date : find_landmarks(name, words.lexicon(), years).dates) {
        if (date.span.begin > 0 || date.year == 0) break;
        out.year = date.year;
        out.deadline = date.deadline;
        label.remove_prefix(date.span.end);
      }
      if (words.find("period", without_quotes(label)) == nullptr) out.label += words.without_front("filler", label);
      if (!unit.empty()) out.unit = unit;
      continue;
    }
    if (out.year == 0) {
      out.year = head->year;
      out.deadline = head->deadline;
    }
    if (!head->unit.empty()) out.unit = head->unit;
    if (rank(head->holds) < rank(out.holds)) continue;
    out.holds = head->holds;
    out.name = head->name;
    out.rule = head->rule;
  }
  if (out.holds.empty()) out.name = out.label;
  return out;
}

class HeadReader {
 public:
  HeadReader(const std::vector<Line>& lines, std::size_t first, const HeadLookup& lookup)
      : lines_(lines), first_(first), lookup_(lookup), words_(lookup.words()), years_(lookup.years()) {}

  std::vector<Column> read(std::size_t& next) {
    const Line& top = lines_[first_];
    if (!top.grid || top.cells.size() < 2 || !may_be_head(top)) return {};
    depth_ = 1;
    while (depth_ < kMaxDepth && first_ + depth_ < lines_.size() && goes_on(lines_[first_ + depth_])) ++depth_;
    std::vector<Column> columns = columns_of();
    next = first_ + depth_;
    settle(columns, next);
    const auto known = std::count_if(columns.begin(), columns.end(), [](const Column& column) {
      return !column.holds.empty() && column.holds != "sub";
    });
    return known >= 2 ? columns : std::vector<Column>();
  }

 private:
  bool known(std::string_view text) const {
    return lookup_.head(text).has_value() || words_.loose_head(text, years_).has_value();
  }

  bool is_value(std::string_view text) const {
    std::string before;
    return is_dash(text) || (read_value(text, "", "", words_, before) && before.empty());
  }

  /// The first row of a head: something is known, and nothing is a value.
  bool may_be_head(const Line& line) const {
    bool any = false;
    for (const auto& cell : line.cells) {
      const auto named = lookup_.head(cell.text);
      const bool head = named || words_.loose_head(cell.text, years_);
      any = any || (head && !(named && named->holds == "year"));
      if (!head && is_value(cell.text)) return false;
    }
    return any;
  }

  /// One more row of the head: all heads, or nothing below what the rows are about.
  bool goes_on(const Line& line) const {
    if (!line.grid || line.cells.empty()) return false;
    bool subject_free = false;
    for (const auto& cell : lines_[first_].cells) {
      const auto head = lookup_.head(cell.text);
      if (head && is_subject(head->holds) && line.at(cell.place) == nullptr) subject_free = true;
    }
    std::size_t heads = 0;
    for (const auto& cell : line.cells) {
      const bool head = known(cell.text);
      heads += head ? 1 : 0;
      if (!head && (is_value(cell.text) || !words_.name_fits(cell.text))) return false;
    }
    if (heads == line.cells.size()) return heads > 1 || subject_free;
    return subject_free && under_spans(line);
  }

  static bool is_subject(const std::string& holds) {
    return holds.starts_with("indicator.") || holds == "indicator" || holds == "task" || holds == "place" ||
           holds == "project";
  }

  /// Each cell stands below a head that spans more than its own column.
  bool under_spans(const Line& line) const {
    const Line& top = lines_[first_];
    bool any = false;
    for (const auto& cell : line.cells) {
      const bool spanned =
          top.at(cell.place) == nullptr || (top.at(cell.place + 1) == nullptr && line.at(cell.place + 1));
      any = any || spanned;
    }
    return any;
  }

  /// The text of a head row that holds in a column: its own, or one from the left that is merged over it.
  std::string text_at(std::size_t row, std::size_t place) const {
    const Line& line = lines_[first_ + row];
    if (const Cell* own = line.at(place)) return text::without_blanks(own->text);
    bool below = false;
    for (std::size_t k = row + 1; k < depth_; ++k) below = below || lines_[first_ + k].at(place) != nullptr;
    if (!below) return {};
    for (std::size_t left = place; left > 0; --left) {
      const Cell* cell = line.at(left - 1);
      if (cell == nullptr) continue;
      // 单位 is merged over rows, not over its neighbours: it spans none where another row fills its own column only.
      for (std::size_t k = row + 1; k < depth_; ++k) {
        if (lines_[first_ + k].at(left - 1) != nullptr) return text::without_blanks(cell->text);
      }
      return {};
    }
    return {};
  }

  std::vector<Column> columns_of() const {
    std::size_t width = 0;
    for (std::size_t k = 0; k < depth_; ++k) width = std::max(width, lines_[first_ + k].cells.back().place + 1);
    std::vector<Column> columns;
    for (std::size_t place = 0; place < width; ++place) {
      std::vector<std::string> texts;
      for (std::size_t k = 0; k < depth_; ++k) {
        const std::string text = text_at(k, place);
        if (!text.empty() && (texts.empty() || texts.back() != text)) texts.push_back(text);
      }
      Column column;
      if (!texts.empty())
        column = combine(texts, lookup_);
      else if (!columns.empty() && (is_subject(columns.back().holds) || columns.back().holds == "sub"))
        column.holds = "sub";
      column.line = first_;
      column.place = place;
      columns.push_back(std::move(column));
    }
    return columns;
  }

  /// Whether all that the rows print in a column are values.
  bool all_values(std::size_t place, std::size_t next) const {
    std::size_t values = 0;
    for (std::size_t i = next; i < lines_.size() && i < next + kSampleRows; ++i) {
      const Cell* cell = lines_[i].grid ? lines_[i].at(place) : nullptr;
      if (cell == nullptr) continue;
      if (!is_value(cell->text)) return false;
      values += is_dash(cell->text) ? 0 : 1;
    }
    return values > 0;
  }

  bool all_units(std::size_t place, std::size_t next) const {
    for (std::size_t i = next; i < lines_.size() && i < next + kSampleRows && lines_[i].grid; ++i) {
      const Cell* cell = lines_[i].at(place);
      if (cell != nullptr && !is_dash(cell->text) && !is_unit(text::without_blanks(cell->text), words_.lexicon()))
        return false;
    }
    return true;
  }

  /// Columns whose head says no more than a place (of an indicator) or an indicator (of places).
  void settle(std::vector<Column>& columns, std::size_t next) const {
    for (auto& column : columns) {  // 单位 over names of bodies
      if (column.holds == "unit" && subject_column(columns) == nullptr && !all_units(*column.place, next))
        column.holds = "place";
    }
    // 目标任务 over numbers, beside the places that share it.
    for (auto& column : columns) {
      if (column.holds == "task" && find_column(columns, "place") != nullptr && all_values(*column.place, next))
        column.holds = "target";
    }
    const Column* subject = subject_column(columns);
    if (subject == nullptr || subject->holds == "task") return;
    const bool places = subject->holds != "indicator";
    const bool sizes = subject->holds == "project";  // 总投资(万元), 新增床位(张)
    const bool values = std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
      return (holds_value(column) && !(sizes && column.holds == "measure")) || column.holds == "year";
    });
    std::string unknown;
    for (auto& column : columns) {
      if (column.holds == "total" && (values || !unknown.empty())) {
        column.holds = values ? "target" : unknown;
        if (!places && words_.find("sum", column.name) == nullptr) column.label = column.name;  // 全市
      }
      if (!column.holds.empty() || column.name.empty() || values || !all_values(*column.place, next)) continue;
      if (sizes && column.unit.empty() && find_column(columns, "measure") != nullptr) continue;
      column.holds = unknown = places ? "measure" : "target";
      if (!places) column.label = column.name;
    }
  }

  const std::vector<Line>& lines_;
  std::size_t first_;
  const HeadLookup& lookup_;
  const TableWords& words_;
  const YearContext& years_;
  std::size_t depth_ = 1;
};

}  // namespace

const Cell* Line::at(std::size_t place) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.place == place; });
  return found == cells.end() ? nullptr : &*found;
}

Line line_of(const Source& source, const text::View& view, Span paragraph) {
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
  if (!line.cells.empty() && line.cells.size() <= kMaxCells) place_cells(source, view, line);
  return line;
}

namespace {

/// Whether the text has the character so many times; most have it seldom.
bool has_at_least(std::string_view text, char one, std::size_t count) {
  std::size_t at = text.find(one);
  for (; at != std::string_view::npos && count > 1; --count) at = text.find(one, at + 1);
  return at != std::string_view::npos;
}

}  // namespace

std::vector<Line> run_together(const Source& source, const text::View& view, const Line& paragraph,
                               const HeadLookup& lookup) {
  constexpr std::size_t kLeastBlanks = 8;
  constexpr std::size_t kLeastHeads = 3;
  const Cell& whole = paragraph.cells.front();
  const std::string_view printed = source.slice(view.source_span(whole.view));
  if (!has_at_least(printed, ' ', kLeastBlanks)) return {};
  std::vector<Line> lines;
  const auto add = [&](std::size_t from, std::size_t to) {
    if (from == to) return;
    Line line;
    line.cells.push_back({{whole.view.begin + from, whole.view.begin + to}, whole.text.substr(from, to - from)});
    lines.push_back(std::move(line));
  };
  std::size_t from = 0;
  std::size_t source_end = view.source_span(whole.view).begin;
  for (std::size_t at = 0; at < whole.text.size(); at += rules::char_length(whole.text[at])) {
    const std::size_t length = rules::char_length(whole.text[at]);
    const Span span = view.source_span({whole.view.begin + at, whole.view.begin + at + length});
    if (whole.text[at] == ' ' || span.begin > source_end) add(from, at);
    if (whole.text[at] == ' ' || span.begin > source_end) from = whole.text[at] == ' ' ? at + 1 : at;
    source_end = span.end;
  }
  add(from, whole.text.size());
  std::size_t run = 0;
  for (std::size_t i = 0; i < lines.size() && run < kLeastHeads; ++i)
    run = lookup.head(lines[i].cells.front().text) ? run + 1 : 0;
  return run < kLeastHeads ? std::vector<Line>() : lines;
}

std::vector<Column> read_grid_heads(const std::vector<Line>& lines, std::size_t first, const HeadLookup& lookup,
                                    std::size_t& next) {
  return HeadReader(lines, first, lookup).read(next);
}

}  // namespace zhibiao::extract
