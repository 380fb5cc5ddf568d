// Extract stage, tables: walks the rows of an indicator table and makes a record of each target cell. Input: the lines behind
// its heads; output: facts and the cells taken from prose. Tested by tests/extract/tables_test.cpp and
// tests/specs/tables.toml.
#include <algorithm>

#include "extract/table_rows.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kMaxLoose = 6;  // lines between two rows
constexpr std::size_t kMaxFailures = 3;

class IndicatorReader {
 public:
  IndicatorReader(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                  const std::vector<Column>& columns, const std::string& caption_unit, TableReading& reading)
      : context_(context),
        lines_(lines),
        head_(head),
        columns_(columns),
        caption_unit_(caption_unit),
        reading_(reading),
        sorter_(context, lines, columns) {}

  /// One row a line.
  bool read_rows(std::size_t& next) {
    std::size_t failures = 0;
    std::size_t loose = 0;
    std::size_t end = next;
    std::size_t unused = next;  // first line between rows that no row has taken
    for (std::size_t i = next; i < lines_.size() && failures < kMaxFailures && loose <= kMaxLoose; ++i) {
      if (!lines_[i].row) {
        if (lines_[i].cells.front().text.size() > kMaxCellText) break;
        ++loose;
        continue;
      }
      loose = 0;
      std::size_t behind = 0;
      if (i > next && !read_heads(lines_, i, context_.words, context_.years, behind).empty()) break;
      std::size_t after = 0;
      const auto row = sorter_.sort_row(i, unused, after);
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

  /// One cell a line.
  bool read_cells(std::size_t& next) {
    bool any = false;
    std::size_t failures = 0;
    std::size_t i = next;
    std::size_t end = next;
    while (i < lines_.size() && failures < kMaxFailures) {
      IndicatorRow row;
      if (!sorter_.gather_text(i, row) || row.subject.empty()) break;
      if (!sorter_.gather_values(i, row) || !make(row)) {
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
  std::string subject_text(const IndicatorRow& row) const {
    std::string text;
    for (const auto& cell : row.subject) text += context_.display(cell.view);
    return text;
  }

  /// The records of a row; false where none of its cells is a value.
  bool make(const IndicatorRow& row) {
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

  std::optional<Fact> value_fact(const IndicatorRow& row, const CellName& name, const RowValue& value) const {
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
    const Column* subject = subject_column(columns_);
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
  RowSorter sorter_;
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
