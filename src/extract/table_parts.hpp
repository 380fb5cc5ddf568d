// The parts tables are read from: cells, column heads, values. Internal to the extract stage.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/mentions.hpp"
#include "extract/tables.hpp"
#include "text/blanks.hpp"

namespace zhibiao::extract {

/// One cell that prints something: a span of the view and its text, blanks at the ends left out.
struct Cell {
  Span view;
  std::string_view text;
  std::size_t place = 0;  ///< its column, counted from 0 with the empty ones; only where its line is a grid
  Span shown{};           ///< the columns of the terminal that it fills, where blanks part the cells of its line
};

/// A body paragraph as cells: one where it has no tabs.
struct Line {
  std::vector<Cell> cells;
  bool row = false;       ///< has tabs
  bool labelled = false;  ///< its cells carry their own heads, which are left out
  bool grid = false;      ///< the file itself has tabs or pipes here, so that empty cells are known

  /// The cell in a column of a grid, nullptr where it is empty.
  const Cell* at(std::size_t place) const;
};

/// A paragraph of the view as a line. Pure.
Line line_of(const Source& source, const text::View& view, Span paragraph);

class HeadLookup;
/// A table run together on one line, its cells parted by single blanks that the view has dropped: one line for each. Empty
/// where no three heads follow each other in the paragraph.
std::vector<Line> run_together(const Source& source, const text::View& view, const Line& paragraph,
                               const HeadLookup& lookup);

/// What a column holds, from its head.
struct Column {
  std::string holds;  ///< `holds` of its rule: indicator, unit, target, base, kind, task, due, owner, …; empty: unknown
  std::string name;                                 ///< the head's text without its unit
  std::string label;                                ///< what a head over or under it adds: the place or part it is for
  std::string unit;                                 ///< printed in the head's brackets
  std::string deadline;                             ///< of a head with a year: `2025-12-31`
  int year = 0;                                     ///< the year it names, 0 if none
  std::size_t line = 0;                             ///< index of the line on which the head stands
  std::optional<std::size_t> place = std::nullopt;  ///< its column where the heads are a grid
  const rules::Rule* rule = nullptr;
  Span shown{};  ///< of its head's cell
};

/// The words of the `table` rules, ready to be looked up.
class TableWords {
 public:
  explicit TableWords(const rules::Lexicon& lexicon);

  const rules::Lexicon& lexicon() const { return lexicon_; }
  /// The rule of this kind whose words hold exactly `text`; nullptr if none.
  const rules::Rule* find(std::string_view holds, std::string_view text) const;
  /// The head that `text` is; empty for what is no head.
  std::optional<Column> head(std::string_view text, const YearContext& years) const;
  /// A head of a grid, which may have words before the one that tells what it holds: 阶段目标, 本级支出决算数.
  std::optional<Column> loose_head(std::string_view text, const YearContext& years) const;
  /// A cell's text and the unit in the brackets that close it, blanks left out.
  std::pair<std::string, std::string> name_and_unit(std::string_view text) const;
  /// Whether the text is short enough for a head or a row's name and no sentence.
  bool name_fits(std::string_view text) const;
  /// The unit that a caption above a table names (`单位:万元`), empty if none.
  std::string caption_unit(std::string_view text) const;
  /// `text` without words of this kind at its front, or at its back.
  std::string_view without_front(std::string_view holds, std::string_view text) const;
  std::string_view without_back(std::string_view holds, std::string_view text) const;
  /// The words of this kind.
  std::vector<std::string> all(std::string_view holds) const;
  /// Whether a word of this kind stands in the text.
  bool mentions(std::string_view holds, std::string_view text) const;

 private:
  /// A word and the rules it stands in, at most one of each kind.
  struct Word {
    std::string text;
    std::vector<std::pair<std::string_view, const rules::Rule*>> rules;  ///< by what the rule `holds`
    const rules::Rule* head = nullptr;                                   ///< the rule by which it is a head, if it is
  };
  const Word* word(std::string_view text) const;
  /// Whether the text is one of the words that name a column; if so, tells `column` what it holds.
  bool names(std::string_view text, Column& column) const;
  /// Moves the year that a head prints from the text into `column`.
  void take_year(std::string& rest, const YearContext& years, Column& column) const;
  /// Bytes of the longest word of this kind with which the text begins; 0: with none.
  std::size_t front(std::string_view holds, std::string_view text) const;
  /// False for most of what is no head: without a year in it, it would begin with a word of these rules.
  bool may_be_head(std::string_view printed) const;

  const rules::Lexicon& lexicon_;
  std::vector<Word> words_;
  rules::WordTable index_;     ///< index + 1 in words_
  rules::WordTable openings_;  ///< the words without marks
};

/// Heads are at most so long, in bytes.
constexpr std::size_t kMaxHead = 60;

/// Reads the heads of one document. What a text was found to be is remembered: tables are looked for from every line, so that
/// each is asked a dozen times.
class HeadLookup {
 public:
  HeadLookup(const TableWords& words, const YearContext& years) : words_(words), years_(years) {}

  const TableWords& words() const { return words_; }
  const YearContext& years() const { return years_; }
  /// As TableWords::head().
  std::optional<Column> head(std::string_view text) const;

 private:
  static constexpr std::size_t kMostKnown = 4096;
  const TableWords& words_;
  YearContext years_;
  mutable std::unordered_map<std::string, std::optional<Column>> known_;
};

/// A cell that stands for nothing: `—`, `/`, `-`.
bool is_dash(std::string_view text);
/// Digits only, as a row's number.
bool is_ordinal(std::string_view text);
/// The text as a measure word: 1/10万 is /10万.
std::string unit_of(std::string_view text);
/// Whether the text is a measure word, with a magnitude or denominator: `万亩`, `元/人`, `%`.
bool is_unit(std::string_view text, const rules::Lexicon& lexicon);

/// The heads at `lines[first]` and the lines after it, in reading order; `next` is the first line behind them. Empty where
/// the line is no head. Year heads are resolved to base or target by the plan's year.
std::vector<Column> read_heads(const std::vector<Line>& lines, std::size_t first, const HeadLookup& lookup,
                               std::size_t& next);
/// Tells what depends on the columns together: base years from targets, which of several indicators is the exact one.
void settle_heads(std::vector<Column>& columns, int plan);
const Column* find_column(const std::vector<Column>& columns, std::string_view holds);
/// The column in which the i-th cell of the line stands, nullptr where that is not known.
const Column* column_of(const Line& line, std::size_t i, const std::vector<Column>& columns);

/// The one value of a cell. `unit` is its column's and counts where the cell prints none; `indicator` is what an index
/// without a unit is known by. The quantity's spans are of `cell`; `before` gets words that stand before it (重点城市≥30).
/// Empty where the cell is no value, or more than one.
std::optional<Quantity> read_value(std::string_view cell, std::string_view unit, std::string_view indicator,
                                   const TableWords& words, std::string& before);

/// An indicator cell taken apart.
struct CellName {
  std::string indicator;
  std::string action;  ///< a verb of change that closes it: 能耗|降低
  std::string change;
  std::string unit;   ///< printed in brackets at its end
  std::string per;    ///< 每千人口, 年均
  bool mean = false;  ///< it is a mean's: 人均
  std::string scope;  ///< for whom, where the name opens with it: 3岁以下婴幼儿
};
CellName name_cell(std::string_view text, const rules::Lexicon& lexicon);

/// What the lines above a table say of all of it.
struct Caption {
  std::string unit;   ///< 单位:万元
  std::string name;   ///< what is shared out: 公厕建设 of 表2 2021年公厕建设任务分解表
  bool done = false;  ///< the table reports: 完成情况, or a year that has passed
};
/// From the lines right above `lines[head]`.
Caption read_caption(const std::vector<Line>& lines, std::size_t head, const TableWords& words,
                     const YearContext& years);

/// A cell that is a due date and nothing else, or says that there is none (长期坚持).
struct Due {
  std::string deadline;
  bool dated = false;
  const rules::Rule* rule = nullptr;
};
std::optional<Due> read_due(std::string_view text, const TableWords& words, const YearContext& years);

/// What table readers share.
struct TableContext {
  const Source& source;
  const text::View& view;
  const std::vector<outline::Node>& outline;
  const DocumentData& document;
  const TableWords& words;
  YearContext years;
  HeadLookup heads{words, years};

  /// A record with its place filled in; `at` is the view offset whose item it belongs to, `row` what `sentence` prints.
  /// `whole_table`: the item is the section that holds the table.
  Fact place(Span mention, std::size_t at, Span row, bool whole_table) const;
  std::string display(Span span) const;  ///< as the source prints it, without blanks
};

/// Rows whose cells carry their own heads (单位:%).
struct LabelledRows {
  std::vector<Line> lines;                ///< a head without text of its own, then the rows, labels left out
  std::vector<Column> columns;            ///< one for each label of any row
  std::vector<std::vector<Span>> labels;  ///< of each line, in the view
  std::vector<std::size_t> ends;          ///< of each line: the first of the body's lines behind it
};
/// The rows from the body's line `first` on; no lines where it does not open with a label.
LabelledRows read_labelled(const TableContext& context, const std::vector<Line>& lines, std::size_t first);

/// The ids of the heads' rules, for `rule`.
std::string head_trail(const std::vector<Column>& columns);

/// Reads the rows of an indicator or a task table from `lines[next]` on; `next` becomes the first line behind them. False: no
/// row was found and nothing is taken.
bool read_indicator_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t head,
                         std::size_t& next, const std::vector<Column>& columns, const Caption& caption,
                         TableReading& reading);
bool read_task_rows(const TableContext& context, const std::vector<Line>& lines, std::size_t& next,
                    const std::vector<Column>& columns, TableReading& reading);

}  // namespace zhibiao::extract
