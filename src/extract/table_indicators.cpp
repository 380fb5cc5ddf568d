// Extract stage, tables: rows of indicator tables, given as one row a line or as one cell a line. Each target cell becomes a
// record. Tested by tests/extract/tables_test.cpp and tests/specs/tables.toml.
#include <algorithm>

#include "extract/table_parts.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kMaxText = 90;  // bytes of an indicator's or a group's cell
constexpr std::size_t kMaxLoose = 6;  // lines between two rows
constexpr std::size_t kMaxFailures = 3;
constexpr std::size_t kMaxUnit = 18;

bool says_what(const Column& column) {
  return column.holds == "indicator" || column.holds == "task" || column.holds == "place";
}

bool leads(const Column& column) {
  return says_what(column) || column.holds == "order" || column.holds == "group" || column.holds.empty();
}

bool holds_value(const Column& column) {
  return column.holds == "target" || column.holds == "annual" || column.holds == "growth" ||
         column.holds == "measure" || column.holds == "base";
}

struct Value {
  const Column* column = nullptr;
  Cell cell;
};

/// One row, sorted out.
struct Row {
  Span span;
  std::vector<Cell> subject;  ///< cells (or broken pieces) that name the indicator
  std::string unit;
  std::vector<Value> values;
  std::vector<const rules::Rule*> seen;
};

class IndicatorReader {
 public:
  IndicatorReader(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                  const std::vector<Column>& columns, const std::string& caption_unit, TableReading& reading)
      : context_(context),
        lines_(lines),
        head_(head),
        columns_(columns),
        caption_unit_(caption_unit),
        reading_(reading) {
    std::size_t leading = 0;
    while (leading < columns_.size() && leads(columns_[leading])) ++leading;
    for (std::size_t i = leading; i < columns_.size(); ++i) tail_.push_back(&columns_[i]);
  }

  bool read_rows(std::size_t& next) {
    std::size_t failures = 0;
    std::size_t loose = 0;
    std::size_t end = next;
    std::size_t unused = next;  // first line between rows that no row has taken
    for (std::size_t i = next; i < lines_.size() && failures < kMaxFailures && loose <= kMaxLoose; ++i) {
      if (!lines_[i].row) {
        if (lines_[i].cells.front().text.size() > kMaxText) break;
        ++loose;
        continue;
      }
      loose = 0;
      std::size_t behind = 0;
      if (i > next && !read_heads(lines_, i, context_.words, context_.years, behind).empty()) break;
      std::size_t after = i + 1;
      auto row = sort_row(lines_[i].cells);
      if (row) complete(*row, i, unused, after);
      if (!row || row->subject.empty() || !make(*row)) {
        ++failures;
        continue;
      }
      failures = 0;
      for (std::size_t k = unused; k < i; ++k) take_line(k);
      for (std::size_t k = i + 1; k < after; ++k) take_line(k);
      take_row(lines_[i]);
      end = unused = after;
    }
    const bool any = end > next;
    next = end;
    return any;
  }

  bool read_cells(std::size_t& next) {
    bool any = false;
    std::size_t failures = 0;
    std::size_t i = next;
    std::size_t end = next;
    while (i < lines_.size() && failures < kMaxFailures) {
      Row row;
      if (!gather_text(i, row) || row.subject.empty()) break;
      std::vector<Cell> rest;
      for (std::size_t k = i; k < lines_.size() && !lines_[k].row && rest.size() < tail_.size(); ++k)
        rest.push_back(lines_[k].cells.front());
      std::size_t at = 0;
      if ((!match_tail(rest, at, row) || row.values.empty()) && !match_parts(i, at, row)) {
        ++failures;
        i += std::max<std::size_t>(at, 1);
        continue;
      }
      i += at;
      row.span.end = lines_[i - 1].cells.front().view.end;
      if (!make(row)) {
        ++failures;
        continue;
      }
      failures = 0;
      any = true;
      end = i;
    }
    for (std::size_t k = next; any && k < end; ++k) take_line(k);
    next = end;
    return any;
  }

 private:
  bool is_text(const Cell& cell) const {
    if (is_dash(cell.text) || context_.words.find("kind_value", cell.text) != nullptr) return false;
    if (find_column(columns_, "unit") != nullptr && cell.text.size() <= kMaxUnit &&
        is_unit(squash(cell.text), context_.words.lexicon()))
      return false;
    return !is_value(cell);
  }

  bool is_value(const Cell& cell) const {
    std::string before;
    return is_dash(cell.text) || (read_value(cell.text, "", "", context_.words, before) && before.empty());
  }

  /// 重点城市≥30: a bound with the words it holds for.
  bool is_scoped_value(const Cell& cell) const {
    std::string before;
    const auto quantity = read_value(cell.text, "", "", context_.words, before);
    return quantity && !before.empty() && !quantity->comparator.empty();
  }

  /// One cell a line: the number of the row, group heads and the indicator, up to the first value or unit.
  bool gather_text(std::size_t& i, Row& row) {
    const bool order = find_column(columns_, "order") != nullptr;
    std::vector<Cell> texts;
    std::size_t from_order = 0;
    bool numbered = false;
    for (; i < lines_.size() && !lines_[i].row; ++i) {
      const Cell& cell = lines_[i].cells.front();
      if (cell.text.size() > kMaxText || texts.size() > 5) return false;
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

  /// Cells against the columns behind the indicator's. Units and kinds may be left out; values may not.
  bool match_tail(const std::vector<Cell>& cells, std::size_t& at, Row& row) const {
    std::size_t values = 0;
    for (const Column* column : tail_) {
      if (column->holds == "unit") {
        if (at < cells.size() && cells[at].text.size() <= kMaxUnit &&
            is_unit(squash(cells[at].text), context_.words.lexicon()))
          row.unit = squash(cells[at++].text);
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
  bool match_parts(std::size_t i, std::size_t& at, Row& row) const {
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
      if (context_.words.find("kind_value", squash(cell.text)) != nullptr) break;
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

  bool note_kind(const Cell& cell, Row& row) const {
    const auto* rule = context_.words.find("kind_value", squash(cell.text));
    if (rule != nullptr) row.seen.push_back(rule);
    return rule != nullptr;
  }

  /// A row's cells by their place where their number is that of the columns, else by what they look like.
  std::optional<Row> sort_row(const std::vector<Cell>& cells) const {
    Row row;
    row.span = {cells.front().view.begin, cells.back().view.end};
    if (cells.size() == columns_.size() && by_place(cells, row)) return row;
    row = Row();
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
    return std::nullopt;
  }

  /// Text up to the first unit or value, then the columns in their order, some of them left out.
  std::optional<Row> by_looks(const std::vector<Cell>& cells) const {
    Row row;
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

  bool by_place(const std::vector<Cell>& cells, Row& row) const {
    const Column* subject = subject_column();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Column& column = columns_[i];
      if (&column == subject) {
        if (!is_text(cells[i])) return false;
        row.subject = {cells[i]};
      } else if (column.holds == "unit") {
        const std::string unit = squash(cells[i].text);
        if (is_value(cells[i]) && !is_dash(cells[i].text)) return false;
        if (!is_dash(cells[i].text)) row.unit = unit;
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

  const Column* subject_column() const {
    for (const char* holds : {"indicator", "task", "place"}) {
      if (const auto* column = find_column(columns_, holds)) return column;
    }
    return nullptr;
  }

  /// A cell broken over lines above and below its row: one piece of each.
  void complete(Row& row, std::size_t i, std::size_t unused, std::size_t& after) const {
    const bool above = i > unused && i > 0 && !lines_[i - 1].row;
    const bool below = i + 1 < lines_.size() && !lines_[i + 1].row;
    if (!above) return;
    const Cell& first = lines_[i - 1].cells.front();
    if (row.subject.empty()) {
      row.subject = {first};
      // A single line before a row that lacks its own indicator is that row's.
      const bool free = i + 2 < lines_.size() && (!lines_[i + 2].row || is_text_row(lines_[i + 2]));
      if (below && free && lines_[i + 1].cells.front().text.size() <= kMaxText &&
          is_text(lines_[i + 1].cells.front())) {
        row.subject.push_back(lines_[i + 1].cells.front());
        after = i + 2;
      }
    } else if (row.unit.empty() && find_column(columns_, "unit") != nullptr && below) {
      const std::string unit = squash(first.text) + squash(lines_[i + 1].cells.front().text);
      if (unit.size() <= kMaxUnit && is_unit(unit, context_.words.lexicon())) {
        row.unit = unit;
        after = i + 2;
      }
    }
  }

  bool is_text_row(const Line& line) const {
    return std::any_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) {
      return is_text(cell) && context_.words.find("kind_value", cell.text) == nullptr;
    });
  }

  std::string subject_text(const Row& row) const {
    std::string text;
    for (const auto& cell : row.subject) text += context_.display(cell.view);
    return text;
  }

  /// The records of a row; false where none of its cells is a value.
  bool make(const Row& row) {
    const CellName name = name_cell(subject_text(row), context_.words.lexicon());
    bool any = false;
    for (const auto& value : row.values) {
      any = any || value.column->holds == "base" || is_dash(value.cell.text);
      if (value.column->holds == "base" || is_dash(value.cell.text)) continue;
      if (auto fact = value_fact(row, name, value)) {
        reading_.facts.push_back(std::move(*fact));
        any = true;
      }
    }
    return any;
  }

  std::optional<Fact> value_fact(const Row& row, const CellName& name, const Value& value) const {
    const Column& column = *value.column;
    const bool grows =
        column.holds == "growth" && !value.cell.text.starts_with("[") && !value.cell.text.starts_with("〔");
    std::string unit = column.unit;
    if (unit.empty() && grows) unit = "%";
    for (const std::string* other : {&row.unit, static_cast<const std::string*>(&name.unit), &caption_unit_}) {
      if (unit.empty()) unit = *other;
    }
    std::string before;
    const auto quantity = read_value(value.cell.text, unit, name.indicator, context_.words, before);
    if (!quantity || (column.holds == "measure" && quantity->unit.empty())) return std::nullopt;
    const std::size_t from = value.cell.view.begin;
    Fact fact = context_.place({from + quantity->span.begin, from + quantity->span.end},
                               lines_[head_].cells.front().view.begin, row.span, true);
    fact.value = quantity->value;
    fact.value_max = quantity->value_max;
    fact.unit = quantity->unit;
    fact.comparator = quantity->comparator.empty() ? "=" : quantity->comparator;
    fact.flags = quantity->flags;
    fact.deadline = column.deadline;
    fact.scope = before;
    const Column* subject = subject_column();
    if (column.holds == "measure" || subject->holds == "place") {
      fact.indicator = column.name;
      fact.scope = name.indicator + name.action;
    } else {
      fact.indicator = name.indicator;
      fact.action = name.action;
      fact.change = name.change;
      if (subject->holds == "task") split_verb(fact);
    }
    fact.per = !quantity->per.empty() ? quantity->per : name.per;
    if (grows) {
      fact.per = year_per();
      fact.change = "increase";
    }
    fact.kind = kind_of(*quantity, fact.per);
    for (const rules::Rule* rule : {quantity->rule, quantity->unit_rule, quantity->comparator_rule}) {
      if (rule != nullptr) fact.rule += rule->id + " ";
    }
    fact.rule += head_trail(columns_);
    for (const auto* rule : row.seen) fact.rule += " " + rule->id;
    return fact;
  }

  /// What a task does to its thing: 新建|农村公路.
  void split_verb(Fact& fact) const {
    const auto& lexicon = context_.words.lexicon();
    const auto hit = lexicon.words().longest(fact.indicator, 0);
    if (!fact.action.empty() || (hit.value & lexicon.class_bit("verb.action")) == 0 ||
        hit.length >= fact.indicator.size())
      return;
    fact.action = fact.indicator.substr(0, hit.length);
    fact.indicator.erase(0, hit.length);
  }

  /// What 年均 stands for as a denominator, from its own rule.
  std::string year_per() const {
    for (const auto& column : columns_) {
      if (column.holds != "growth") continue;
      for (const auto& per : find_mentions(column.name, context_.words.lexicon(), {}).pers) {
        if (!per.per.empty()) return per.per;
      }
    }
    return {};
  }

  /// A count for so many people or so much money is a density.
  Kind kind_of(const Quantity& quantity, const std::string& per) const {
    const auto& lexicon = context_.words.lexicon();
    const auto* unit = lexicon.unit(quantity.unit);  // 人/亿元 counts people
    const bool counts = quantity.kind == Kind::count ||
                        (quantity.kind == Kind::measure && unit != nullptr && unit->kind == Kind::count);
    if (per.empty() || !counts) return quantity.kind;
    const bool magnitude = (lexicon.words().longest(per, 0).value & lexicon.class_bit("denominator.magnitude")) != 0;
    const auto scaled = scan_numbers("1" + per, {}, lexicon);
    return magnitude || (!scaled.empty() && scaled[0].power > 0) ? Kind::rate : quantity.kind;
  }

  void take(Span span) { reading_.taken.push_back(span); }

  void take_line(std::size_t i) {
    for (const auto& cell : lines_[i].cells) take(cell.view);
  }

  /// All cells but those that may hold sentences of their own.
  void take_row(const Line& line) {
    std::string before;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const Cell& cell = line.cells[i];
      const bool by_place = line.cells.size() == columns_.size();
      const bool free =
          by_place && (columns_[i].holds.empty() || columns_[i].holds == "task" || holds_value(columns_[i]));
      if (!free || is_dash(cell.text) || read_value(cell.text, "", "", context_.words, before)) take(cell.view);
    }
  }

  const TableContext& context_;
  const std::vector<Line>& lines_;
  std::size_t head_;
  const std::vector<Column>& columns_;
  const std::string& caption_unit_;
  TableReading& reading_;
  std::vector<const Column*> tail_;
};

}  // namespace

bool read_indicator_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                         std::size_t& next, const std::vector<Column>& columns, const std::string& caption_unit,
                         TableReading& reading) {
  IndicatorReader reader(context, lines, head, columns, caption_unit, reading);
  const bool in_rows =
      std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.begin() + static_cast<std::ptrdiff_t>(next),
                  [](const Line& line) { return line.row; });
  return in_rows ? reader.read_rows(next) : reader.read_cells(next);
}

}  // namespace zhibiao::extract
