// Extract stage, tables: single cells: values with the unit of their column, indicators, units. Tested by
// tests/extract/tables_test.cpp.
#include <algorithm>

#include "extract/numerals.hpp"
#include "extract/table_parts.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::string_view kRange[] = {"-", "—", "–", "~", "～", "－"};
constexpr std::string_view kOpening[] = {"(", "（", "[", "〔", "【", "{", "*", "↓", "↑"};
constexpr std::string_view kClosing[] = {")", "）", "]", "〕", "】", "}", "*", "。", ";"};
constexpr std::string_view kDashes[] = {"-", "—", "–", "－", "/", "\\", "…", "_", "*", "~"};

template <typename Marks>
bool holds(const Marks& marks, std::string_view one) {
  return std::find(std::begin(marks), std::end(marks), one) != std::end(marks);
}

template <typename Marks>
bool only(std::string_view text, const Marks& marks) {
  for (std::size_t at = 0; at < text.size(); at += char_length(text[at])) {
    if (!holds(marks, text.substr(at, char_length(text[at])))) return false;
  }
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// End of the number, or of the range of two, that the cell holds; npos where it holds none or several.
std::size_t number_end(std::string_view cell, const rules::Lexicon& lexicon, std::vector<Number>& numbers) {
  numbers = scan_numbers(cell, {}, lexicon);
  std::erase_if(numbers, [](const Number& number) { return number.hanzi; });
  if (numbers.empty() || numbers.size() > 2) return std::string_view::npos;
  if (numbers.size() == 1) return numbers[0].span.end;
  const auto between = cell.substr(numbers[0].span.end, numbers[1].span.begin - numbers[0].span.end);
  return !between.empty() && only(between, kRange) ? numbers[1].span.end : std::string_view::npos;
}

/// Moves a span of the cell with the unit put in back to the cell.
Span taken_out(Span span, std::size_t at, std::size_t length) {
  const auto back = [&](std::size_t offset) {
    return offset <= at ? offset : offset <= at + length ? at : offset - length;
  };
  return {back(span.begin), back(span.end)};
}

/// A value with a unit that is no word of units.toml, or none at all.
std::optional<Quantity> plain_value(std::string_view cell, std::string_view unit, const std::vector<Number>& numbers,
                                    std::size_t end, const rules::Lexicon& lexicon) {
  Quantity quantity;
  quantity.value = numbers[0].value;
  if (numbers.size() > 1) quantity.value_max = numbers[1].value;
  if (!unit.empty()) {  // the magnitude belongs to the number: 万标台
    const std::string one = "1" + std::string(unit);
    const auto scale = scan_numbers(one, {}, lexicon);
    if (!scale.empty() && scale[0].span.begin == 0) {
      const auto value = quantity.value.times(scale[0].value);
      if (!value) return std::nullopt;
      quantity.value = *value;
      if (quantity.value_max) quantity.value_max = quantity.value_max->times(scale[0].value);
      quantity.unit = one.substr(scale[0].span.end);
    } else {
      quantity.unit = std::string(unit);
    }
    const std::size_t slash = quantity.unit.find('/');
    if (slash != std::string::npos && slash > 0) {
      quantity.per = quantity.unit.substr(slash + 1);
      quantity.unit.erase(slash);
      if (const auto* known = lexicon.unit(quantity.unit)) {
        quantity.kind = known->kind;
        quantity.unit_rule = known->rule;
      }
    }
  }
  quantity.core = {numbers[0].span.begin, end};
  read_comparators(cell, lexicon, numbers.back().more, quantity);
  if (quantity.value_max) quantity.comparator = "range";
  return quantity;
}

std::optional<Quantity> find_value(std::string_view cell, std::string_view unit, std::string_view indicator,
                                   const rules::Lexicon& lexicon) {
  auto own = find_quantities(cell, lexicon);
  if (own.size() == 1) return own[0];
  if (own.size() > 1) return std::nullopt;
  std::vector<Number> numbers;
  const std::size_t end = number_end(cell, lexicon, numbers);
  if (end == std::string_view::npos) return std::nullopt;
  if (!unit.empty()) {
    std::string whole(cell);
    whole.insert(end, unit);
    auto found = find_quantities(whole, lexicon);
    // All of the unit must be read: 元/人·月 is not 元/人.
    if (found.size() == 1 && found[0].core.end == end + unit.size()) {
      found[0].core = taken_out(found[0].core, end, unit.size());
      found[0].span = taken_out(found[0].span, end, unit.size());
      return found[0];
    }
    return plain_value(cell, unit, numbers, end, lexicon);
  }
  // An index is known by its name: 农田灌溉水有效利用系数 0.58.
  const std::string named = std::string(indicator) + std::string(cell.substr(numbers[0].span.begin));
  auto found = find_quantities(named, lexicon);
  if (found.size() == 1 && found[0].core.begin == indicator.size()) {
    const std::size_t shift = numbers[0].span.begin;
    auto quantity = plain_value(cell, unit, numbers, end, lexicon);
    if (!quantity) return std::nullopt;
    quantity->kind = found[0].kind;
    quantity->rule = found[0].rule;
    quantity->core = {shift, shift + found[0].core.size()};
    return quantity;
  }
  return plain_value(cell, unit, numbers, end, lexicon);
}

/// 比2015年, 较上年: what a change is measured against.
bool is_comparison(std::string_view text, const TableWords& words) {
  const auto& lexicon = words.lexicon();
  const std::uint64_t moves = lexicon.bits(WordClass::verb_increase) | lexicon.bits(WordClass::verb_decrease);
  for (std::size_t from = 0; from < text.size(); from += char_length(text[from])) {
    if ((lexicon.words().find(text.substr(from)) & moves) == 0) continue;
    text = text.substr(0, from);
    break;
  }
  const auto rest = words.without_front("compared", text);
  if (rest.size() == text.size()) return false;
  for (const auto& date : find_landmarks(rest, lexicon, {}).dates) {
    if (date.span.begin > 0) return false;
    return date.span.end == rest.size() || words.without_front("filler", rest.substr(date.span.end)).empty();
  }
  return rest.empty() || words.find("compared", text) != nullptr;
}

/// A grade: 二级 where prose would say 达到二级, and Roman numerals (Ⅲ类).
std::optional<Quantity> grade_value(std::string_view cell, const TableWords& words) {
  const auto& lexicon = words.lexicon();
  for (const auto& lead : words.all("grade_lead")) {
    const std::string whole = lead + std::string(cell);
    auto found = find_quantities(whole, lexicon);
    if (found.size() != 1 || found[0].kind != Kind::level || found[0].span.begin < lead.size()) continue;
    for (Span* span : {&found[0].span, &found[0].core}) *span = {span->begin - lead.size(), span->end - lead.size()};
    return found[0];
  }
  for (std::size_t at = 0; at < cell.size(); at += char_length(cell[at])) {
    const auto one = cell.substr(at, char_length(cell[at]));
    const auto grade = one.size() > 1 ? parse_roman(one) : std::nullopt;
    if (!grade) continue;
    const auto rest = cell.substr(at + one.size());
    const auto unit = rest.substr(0, rest.size() - words.without_front("grade_unit", rest).size());
    if (unit.empty()) return std::nullopt;
    Quantity quantity;
    quantity.kind = Kind::level;
    quantity.value = *grade;
    quantity.unit = std::string(unit);
    quantity.core = {at, at + one.size() + unit.size()};
    read_comparators(cell, lexicon, false, quantity);
    return quantity;
  }
  return std::nullopt;
}

}  // namespace

bool is_dash(std::string_view text) { return !text.empty() && text.size() <= 12 && only(text, kDashes); }

bool is_ordinal(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_digit);
}

std::string unit_of(std::string_view text) {
  std::string unit = text::without_blanks(text);
  if (unit.starts_with("1/")) unit.erase(0, 1);
  return unit;
}

bool is_unit(std::string_view text, const rules::Lexicon& lexicon) {
  constexpr std::size_t kLongest = 30;
  if (text.starts_with("1/")) text.remove_prefix(1);
  if (text.empty() || text.size() > kLongest || is_digit(text.front())) return false;
  const std::string one = "2" + std::string(text);
  const auto found = find_quantities(one, lexicon);
  if (found.size() == 1 && found[0].core == Span{0, one.size()}) return true;
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
         is_unit(text.substr(0, slash), lexicon);
}

std::optional<Quantity> read_value(std::string_view cell, std::string_view unit, std::string_view indicator,
                                   const TableWords& words, std::string& before) {
  constexpr std::size_t kLongest = 60;
  before.clear();
  if (cell.empty() || cell.size() > kLongest) return std::nullopt;
  std::size_t open = 0;  // a minus sign in brackets is no dash
  while (open < cell.size() && holds(kOpening, cell.substr(open, char_length(cell[open]))))
    open += char_length(cell[open]);
  // A grade tells only what is known to be measured: elsewhere it is a name.
  auto quantity = indicator.empty() ? std::nullopt : grade_value(cell.substr(open), words);
  if (!quantity) quantity = find_value(cell.substr(open), unit, indicator, words.lexicon());
  if (!quantity) return std::nullopt;
  for (Span* span : {&quantity->span, &quantity->core}) *span = {span->begin + open, span->end + open};
  if (!only(cell.substr(quantity->span.end), kClosing)) return std::nullopt;
  std::string_view front = cell.substr(open, quantity->span.begin - open);
  for (bool again = true; again && !front.empty();) {
    const std::size_t size = front.size();
    if (holds(kOpening, front.substr(0, char_length(front[0])))) front.remove_prefix(char_length(front[0]));
    front = words.without_back("value_filler", words.without_front("value_filler", front));
    again = front.size() < size;
  }
  if (front.size() > 24) return std::nullopt;
  before = text::without_blanks(front);
  while (before.ends_with(':')) before.pop_back();
  if (is_comparison(before, words)) before.clear();
  return quantity;
}

namespace {

/// Without 1. and (1) before it, and a footnote's mark behind it.
std::string unnumbered(std::string text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  for (const std::string_view mark : {".", "、", ")"}) {
    if (digits > 0 && std::string_view(text).substr(digits).starts_with(mark)) {
      text.erase(0, digits + mark.size());
      break;
    }
  }
  while (text.size() > 3 && (text.back() == '*' || (is_digit(text.back()) &&
                                                    (static_cast<unsigned char>(text[text.size() - 2]) & 0x80) != 0)))
    text.pop_back();
  return text;
}

/// Takes the unit in the brackets at the name's end.
void take_bracketed_unit(std::string& rest, const rules::Lexicon& lexicon, CellName& name) {
  static constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {{"(", ")"}, {"（", "）"}, {"[", "]"}};
  for (const auto& [open, close] : kBrackets) {
    if (!rest.ends_with(close)) continue;
    const std::size_t at = rest.rfind(open);
    if (at == std::string::npos || at == 0) continue;
    const std::string inside = rest.substr(at + open.size(), rest.size() - close.size() - at - open.size());
    if (!is_unit(inside, lexicon)) continue;
    name.unit = unit_of(inside);
    rest.erase(at);
  }
  while (rest.size() > 3 && rest.back() == '*') rest.pop_back();
}

void take_denominator(std::string& rest, const std::vector<PerMention>& pers, CellName& name) {
  const auto per = std::find_if(pers.begin(), pers.end(), [](const PerMention& one) { return !one.per.empty(); });
  if (per == pers.end()) return;
  name.per = per->per;
  name.mean = per->rule->flag("mean");
  // 每千人口 in front is the denominator and no part of the name; 年均 inside is.
  if (per->span.begin == 0 && per->rule->get("per").empty() && per->span.size() < rest.size())
    rest.erase(0, per->span.end);
}

/// 拥有3岁以下婴幼儿|托位数: for whom.
void take_scope(std::string& rest, const rules::Lexicon& lexicon, CellName& name) {
  const auto hit = lexicon.words().longest(rest, 0);
  const std::uint64_t verbs = lexicon.bits(WordClass::verb_action) | lexicon.bits(WordClass::verb_provide) |
                              lexicon.bits(WordClass::verb_finite);
  if (!name.per.empty() && (hit.value & verbs) != 0 && hit.length < rest.size() &&
      (hit.value & lexicon.bits(WordClass::indicator_head)) == 0)
    rest.erase(0, hit.length);
  const auto populations = find_landmarks(rest, lexicon, {}).populations;
  if (populations.empty()) return;
  const Span who = populations.front().span;
  if (who.begin > 0 || who.end >= rest.size()) return;
  const auto after = std::string_view(rest).substr(who.end);
  const bool goes_on =
      after.starts_with("、") || (lexicon.words().longest(after, 0).value & lexicon.bits(WordClass::conjunction)) != 0;
  // 5岁以下儿童死亡率 is one name: a bare 死亡率 measures nothing.
  const bool bare = (lexicon.words().find(after) & lexicon.bits(WordClass::indicator_head)) != 0;
  if (after.size() < 6 || goes_on || bare) return;
  name.scope = rest.substr(0, who.end);
  rest.erase(0, who.end);
}

/// 能耗|降低: the verb of change at the name's end.
void take_change(std::string& rest, const std::vector<PerMention>& pers, const rules::Lexicon& lexicon,
                 CellName& name) {
  const std::uint64_t up = lexicon.bits(WordClass::verb_increase);
  const std::uint64_t down = lexicon.bits(WordClass::verb_decrease);
  for (std::size_t from = char_length(rest.empty() ? ' ' : rest[0]); from < rest.size();
       from += char_length(rest[from])) {
    const auto bits = lexicon.words().find(std::string_view(rest).substr(from));
    if ((bits & (up | down)) == 0) continue;
    name.action = rest.substr(from);
    name.change = (bits & up) != 0 ? "increase" : "decrease";
    rest.erase(from);
    for (const auto& per : pers) {  // 生产总值年均|增长
      if (!per.per.empty() && per.span.end == rest.size() && per.span.begin > 0) rest.erase(per.span.begin);
    }
  }
}

}  // namespace

CellName name_cell(std::string_view text, const rules::Lexicon& lexicon) {
  CellName name;
  std::string rest = unnumbered(text::without_blanks(text));
  take_bracketed_unit(rest, lexicon, name);
  const auto pers = find_landmarks(rest, lexicon, {}).pers;
  take_denominator(rest, pers, name);
  take_scope(rest, lexicon, name);
  take_change(rest, pers, lexicon, name);
  name.indicator = rest;
  return name;
}

}  // namespace zhibiao::extract
