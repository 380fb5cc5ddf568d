// Extract stage, tables: walks the rows of an indicator table and makes a record of each target cell. Input: the lines behind
// its heads; output: facts and the cells taken from prose. Tested by tests/extract/tables_test.cpp and
// tests/specs/tables.toml.
#include <algorithm>

#include "extract/denominator.hpp"
#include "extract/reading.hpp"
#include "extract/table_rows.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kMaxLoose = 6;  // lines between two rows
constexpr std::size_t kMaxFailures = 3;

class IndicatorReader {
 public:
  IndicatorReader(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                  const std::vector<Column>& columns, const Caption& caption, TableReading& reading)
      : context_(context),
        lines_(lines),
        head_(head),
        columns_(columns),
        caption_(caption),
        reading_(reading),
        reports_(find_column(columns, "done") != nullptr),
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
      if (i > next && !read_heads(lines_, i, context_.heads, behind).empty()) break;
      std::size_t after = 0;
      auto row = sorter_.sort_row(i, unused, after);
      if (row && lines_[i].grid) carry(*row);
      if (!row || row->subject.empty() || !make(*row)) {
        if (lines_[i].cells.size() > 1) ++failures;  // one cell alone is a group's head
        continue;
      }
      failures = 0;
      for (std::size_t k = unused; k < i; ++k) {
        if (lines_[k].grid && lines_[k].cells.size() > 1)
          take_mute(lines_[k]);
        else
          take_line(k);
      }
      for (std::size_t k = i + 1; k < after; ++k) take_line(k);
      take_row(lines_[i], *row);
      note_due(*row);
      if (lines_[i].grid) name_row(context_, lines_[i], columns_, reading_);
      end = unused = after;
    }
    const bool any = end > next;
    for (std::size_t k = unused; any && k < lines_.size() && lines_[k].grid && k < unused + failures; ++k) {
      take_mute(lines_[k]);
      end = k + 1;
    }
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
  /// What other cells of the row hold as prose is due when its values are.
  void note_due(const IndicatorRow& row) {
    const auto due = row.due.text.empty() ? std::nullopt : read_due(row.due.text, context_.words, context_.years);
    if (!due || due->deadline.empty()) return;
    DueRow dated;
    dated.content = context_.view.source_span(row.span);
    dated.milestone.deadline = due->deadline;
    dated.milestone.rule = due->rule->id + " " + head_trail(columns_);
    reading_.rows.push_back(std::move(dated));
  }

  /// What is merged over the rows of a grid stands in the first of them.
  void carry(IndicatorRow& row) {
    const bool parts = find_column(columns_, "sub") != nullptr;
    const auto own = [&](const Cell& cell) { return cell.place == subject_column(columns_)->place; };
    if (row.subject.empty() && !parts && !row.values.empty()) {
      row.subject = last_.subject;
    } else if (parts && !row.subject.empty() && !own(row.subject.front())) {
      const auto whole = std::find_if(last_.subject.begin(), last_.subject.end(), own);
      if (whole != last_.subject.end()) row.subject.insert(row.subject.begin(), *whole);
    }
    for (auto part : {&IndicatorRow::place, &IndicatorRow::due}) {
      if ((row.*part).text.empty()) row.*part = last_.*part;
    }
    last_ = row;
  }

  /// 农村居民, beside the indicator that it is for.
  bool is_population(const Cell& cell) const {
    if (!lines_[head_].grid) return false;
    const auto populations = find_landmarks(cell.text, context_.words.lexicon(), {}).populations;
    return populations.size() == 1 && populations[0].span == Span{0, cell.text.size()};
  }

  std::string subject_text(const IndicatorRow& row) const {
    std::string text;
    for (const auto& cell : row.subject) text += context_.display(cell.view);
    return text;
  }

  /// The records of a row; false where none of its cells is a value.
  bool make(const IndicatorRow& row) {
    CellName name = name_cell(subject_text(row), context_.words.lexicon());
    if (row.subject.size() > 1 && name.scope.empty() && is_population(row.subject.back())) {
      IndicatorRow whole = row;
      whole.subject.pop_back();
      name = name_cell(subject_text(whole), context_.words.lexicon());
      name.scope = text::without_blanks(context_.display(row.subject.back().view));
    }
    bool any = false;
    for (const auto& value : row.values) {
      // In a table that reports, what was planned is no target any more.
      const bool base = value.column->holds == "base" || (caption_.done && value.column->holds == "target" &&
                                                          reports_ && value.column->year < context_.years.plan);
      any = any || base || is_dash(value.cell.text);
      if (base || is_dash(value.cell.text)) continue;
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
    const std::string unit = unit_of(row, name, column, grows);
    std::string before;
    const auto quantity = read_value(value.cell.text, unit, name.indicator, context_.words, before);
    if (!quantity || (column.holds == "measure" && quantity->unit.empty())) return std::nullopt;
    // 见附件2
    if (!before.empty() && quantity->unit.empty() && quantity->comparator.empty()) return std::nullopt;
    const std::size_t from = value.cell.view.begin;
    const bool labelled = lines_[head_].labelled;  // then an item of its own, if numbered
    Fact fact = context_.place({from + quantity->span.begin, from + quantity->span.end},
                               labelled ? row.span.begin : lines_[head_].cells.front().view.begin, row.span, !labelled);
    fact.value = quantity->value;
    fact.value_max = quantity->value_max;
    fact.unit = quantity->unit;
    fact.comparator = quantity->comparator.empty() ? bound_of(column) : quantity->comparator;
    fact.flags = quantity->flags;
    if (column.holds == "done" || (caption_.done && column.year < context_.years.plan)) fact.role = Role::result;
    fact.deadline = deadline_of(row, column, fact.role);
    name_fact(row, name, column, before, fact);
    fact.per = quantity->per;
    if (fact.per.empty() && (!name.mean || takes_mean(quantity->kind))) fact.per = name.per;
    if (grows) {
      fact.per = year_per();
      fact.change = "increase";
    }
    fact.kind = kind_of(*quantity, fact.per);
    if (fact.change.empty()) change_of(value.cell.text.substr(0, quantity->span.begin), fact);
    fact.rule = trail_of(row, *quantity);
    return fact;
  }

  /// The column's, the row's, or the whole table's.
  std::string unit_of(const IndicatorRow& row, const CellName& name, const Column& column, bool grows) const {
    if (!column.unit.empty()) return column.unit;
    if (grows) return "%";
    if (!row.unit.empty()) return row.unit;
    return name.unit.empty() ? caption_.unit : name.unit;
  }

  /// What the column's head says its values are: 补贴上限, 床位数下限.
  std::string_view bound_of(const Column& column) const {
    if (context_.words.mentions("at_most", column.name)) return "<=";
    return context_.words.mentions("at_least", column.name) ? ">=" : "=";
  }

  std::string deadline_of(const IndicatorRow& row, const Column& column, Role role) const {
    if (!column.deadline.empty() || role != Role::target || row.due.text.empty()) return column.deadline;
    const auto due = read_due(row.due.text, context_.words, context_.years);
    return due ? due->deadline : std::string();
  }

  std::string trail_of(const IndicatorRow& row, const Quantity& quantity) const {
    std::string trail;
    for (const rules::Rule* rule : {quantity.rule, quantity.unit_rule, quantity.comparator_rule}) {
      if (rule != nullptr) trail += rule->id + " ";
    }
    trail += head_trail(columns_);
    for (const auto* rule : row.seen) trail += " " + rule->id;
    return trail;
  }

  /// Indicator and scope: of a row about an indicator, or of a place whose columns are the indicators.
  void name_fact(const IndicatorRow& row, const CellName& name, const Column& column, const std::string& before,
                 Fact& fact) const {
    const Column* subject = subject_column(columns_);
    const auto part = [&](const std::string& text) {
      return context_.words.find("sum", text) != nullptr ? std::string() : text;
    };
    if (subject->holds == "place" || column.holds == "measure") {
      fact.scope = part(name.scope + name.indicator + name.action);
      fact.indicator = !column.label.empty()                                ? part(column.label)
                       : column.holds == "target" || column.holds == "done" ? caption_.name
                                                                            : column.name;
      if (!before.empty()) fact.indicator = before;  // 建设规模: 处理能力5万吨/日
      if (fact.indicator.empty()) fact.indicator = !caption_.name.empty() ? caption_.name : column.name;
      if (const auto shared = name_cell(fact.indicator, context_.words.lexicon()); !column.label.empty()) {
        fact.indicator = shared.indicator;
        fact.action = shared.action;
        fact.change = shared.change;
      }
      return;
    }
    fact.indicator = name.indicator;
    fact.action = name.action;
    fact.change = name.change;
    if (subject->holds == "task") split_verb(fact);
    const auto& lexicon = context_.words.lexicon();
    const bool verb = (lexicon.words().longest(before, 0).value &
                       (lexicon.bits(WordClass::verb_action) | lexicon.bits(WordClass::verb_increase))) != 0;
    if (ends_with_head(before, context_.words.lexicon()))  // 出生缺陷: 发生率控制在…
      fact.indicator += before;
    else if (verb && fact.action.empty())  // 城市书房: 新建10个
      fact.action = before;
    else
      fact.scope = before;
    if (fact.scope.empty()) fact.scope = part(column.label);
    if (fact.scope.empty()) fact.scope = name.scope;
    if (fact.scope.empty() && !row.place.text.empty())
      fact.scope = part(text::without_blanks(context_.display(row.place.view)));
  }

  /// 下降15%: a change that the value's own cell names.
  void change_of(std::string_view front, Fact& fact) const {
    const auto& lexicon = context_.words.lexicon();
    const std::uint64_t up = lexicon.bits(WordClass::verb_increase);
    const std::uint64_t down = lexicon.bits(WordClass::verb_decrease);
    for (std::size_t from = 0; from < front.size(); from += rules::char_length(front[from])) {
      const auto bits = lexicon.words().find(front.substr(from));
      if ((bits & (up | down)) == 0) continue;
      if (fact.kind != Kind::count) fact.change = (bits & up) != 0 ? "increase" : "decrease";
      if (fact.action.empty()) fact.action = std::string(front.substr(from));
      return;
    }
  }

  /// What a task does to its thing: 新建|农村公路.
  void split_verb(Fact& fact) const {
    const auto& lexicon = context_.words.lexicon();
    const auto hit = lexicon.words().longest(fact.indicator, 0);
    if (!fact.action.empty() || (hit.value & lexicon.bits(WordClass::verb_action)) == 0 ||
        hit.length >= fact.indicator.size())
      return;
    fact.action = fact.indicator.substr(0, hit.length);
    fact.indicator.erase(0, hit.length);
  }

  /// What 年均 stands for as a denominator, from its own rule.
  std::string year_per() const {
    for (const auto& column : columns_) {
      if (column.holds != "growth") continue;
      for (const auto& per : find_landmarks(column.name, context_.words.lexicon(), {}).pers) {
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
    const bool magnitude =
        (lexicon.words().longest(per, 0).value & lexicon.bits(WordClass::denominator_magnitude)) != 0;
    const auto scaled = scan_numbers("1" + per, {}, lexicon);
    return magnitude || (!scaled.empty() && scaled[0].power > 0) ? Kind::rate : quantity.kind;
  }

  void take(Span span) { reading_.taken.push_back(span); }

  void take_line(std::size_t i) {
    for (const auto& cell : lines_[i].cells) take(cell.view);
  }

  /// A row whose value is a sentence is left to be read as one.
  void take_mute(const Line& line) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const Column* column = column_of(line, i, columns_);
      if (column != nullptr && is_mute(*column)) take(line.cells[i].view);
    }
    name_row(context_, line, columns_, reading_);
  }

  /// All cells but those that may hold sentences of their own.
  void take_row(const Line& line, const IndicatorRow& row) {
    std::string before;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      const Cell& cell = line.cells[i];
      const Column* column = column_of(line, i, columns_);
      const bool free = column != nullptr && (column->holds.empty() || column->holds == "task" || holds_value(*column));
      const std::string_view name = column != nullptr && holds_value(*column) ? row.subject.front().text : "";
      const bool value = is_dash(cell.text) || read_value(cell.text, "", name, context_.words, before);
      if (!free || (value && (before.empty() || holds_value(*column)))) take(cell.view);
    }
  }

  const TableContext& context_;
  const std::vector<Line>& lines_;
  std::size_t head_;
  const std::vector<Column>& columns_;
  const Caption& caption_;
  TableReading& reading_;
  bool reports_;  ///< a column says what was reached
  RowSorter sorter_;
  IndicatorRow last_;  ///< the row before, of a grid
};

}  // namespace

bool read_indicator_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                         std::size_t& next, const std::vector<Column>& columns, const Caption& caption,
                         TableReading& reading) {
  IndicatorReader reader(context, lines, head, columns, caption, reading);
  const bool in_rows =
      std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.begin() + static_cast<std::ptrdiff_t>(next),
                  [](const Line& line) { return line.row; });
  return in_rows ? reader.read_rows(next) : reader.read_cells(next);
}

}  // namespace zhibiao::extract
