// The values that flow through zhibiao: items, document data, facts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/decimal.hpp"
#include "zhibiao/document.hpp"
#include "zhibiao/fault.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao {

/// One numbered item of the outline (`三、`, `（二）`, `1.`, `（1）`, `一是`, `第三章`).
struct Item {
  std::size_t line = 1;   ///< source line on which the marker stands, from 1
  std::size_t level = 1;  ///< depth in the outline, from 1
  std::string marker;     ///< as printed: `（二）`, `10.`, `一是`
  std::string path;       ///< ordinals from the top, `三/四/31`
  std::string heading;    ///< the item's title, or the start of its text up to the first sentence's end
  bool titled = false;    ///< the heading is a title of its own, not just the start of running text
  Span span;              ///< source bytes from the marker to the start of the next item or the end of the text
};

enum class Role { target, result, mention };
enum class Kind { rate, count, money, measure, duration, frequency, ratio, level, deadline };

std::string_view name_of(Role role);
std::string_view name_of(Kind kind);
/// The kind of that name; none where no kind has it.
std::optional<Kind> find_kind(std::string_view name);

/// The date by which a deadline is over: the end of a span (`2018/2020`), any other as it is.
std::string_view deadline_end(std::string_view deadline);
/// Its year; 0 where it names none (`P3Y`).
int deadline_year(std::string_view deadline);

/// One quantity or dated milestone: one row of every table. Text fields are empty
/// where the document does not say; docs/fields.md defines each.
struct Fact {
  std::string file;         ///< name of the source
  std::string issuer;       ///< of the document
  std::optional<int> year;  ///< the document's plan year
  std::string item;         ///< path of the innermost item: `三/四/31`
  std::string heading;      ///< heading of the innermost titled item
  Role role = Role::target;
  Kind kind = Kind::count;
  std::string action;                ///< governing verb as written
  std::string indicator;             ///< what is measured or counted, blanks removed
  std::string scope;                 ///< for whom or where
  std::string comparator;            ///< `=` `>=` `<=` `>` `<` `~` `range`; empty for deadlines
  std::optional<Decimal> value;      ///< in base units: 5万 is 50000
  std::optional<Decimal> value_max;  ///< upper end of a range
  std::string unit;                  ///< base unit as written, without 万 and 亿
  std::string per;                   ///< denominator: `千人口`, `年`, `行政村卫生室/年`
  std::string change;                ///< `increase`, `decrease` or empty
  std::string deadline;              ///< `2020-12-31`, `2020-05`, `P3Y`, `2018/2020`
  std::string mention;               ///< the value's words, exactly as in the source
  std::string sentence;              ///< the cleaned sentence, on one line
  std::size_t line = 1;              ///< of the mention's start, from 1
  std::size_t column = 1;            ///< in code points, from 1
  Span span;                         ///< bytes of the mention in the source text (`start`, `end`)
  std::string rule;                  ///< id of the rules that made it: `quantity.table unit.percent frame.reached`
  std::vector<std::string> flags;    ///< doubt as data: `approximate`, `unit_inferred`
  std::string place;                 ///< in files that have them: `page 3`, `paragraph 12`, `table 1 row 3 cell 2`
};

/// All that was found in one document, in the order of the text.
struct Analysis {
  DocumentData document;
  std::vector<Item> items;
  std::vector<Fact> facts;
  /// Why each fact is one, lines for people; filled only for those who ask (explain_facts).
  std::vector<std::vector<std::string>> reasons;
  /// What is wrong with the document; filled only for those who ask (Checker).
  std::vector<Fault> faults;
};

}  // namespace zhibiao
