// Extract stage, tables: what a text is as a column head. Heads' words stand in src/rules/tables.toml; a year makes a head of its
// own. Tested by tests/extract/tables_test.cpp and the rules' examples.
#include <algorithm>

#include "extract/characters.hpp"
#include "extract/table_parts.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

constexpr std::string_view kOpeners[] = {"(", "（", "[", "〔", "【"};
constexpr std::string_view kClosers[] = {")", "）", "]", "〕", "】"};

/// What stands in the bracket that closes the text, and the text before it.
std::pair<std::string, std::string> split_bracket(const std::string& text) {
  for (std::size_t i = 0; i < std::size(kClosers); ++i) {
    if (!text.ends_with(kClosers[i])) continue;
    const std::size_t open = text.rfind(kOpeners[i]);
    if (open == std::string::npos || open == 0) break;
    const std::size_t from = open + kOpeners[i].size();
    return {text.substr(0, open), text.substr(from, text.size() - kClosers[i].size() - from)};
  }
  return {text, ""};
}

/// ① to ⑳, which point to a note.
bool is_note_mark(std::string_view one) { return one >= "①" && one <= "⑳"; }

}  // namespace

namespace {

/// Without the blanks and marks that heads are printed with.
std::string without_marks(std::string_view text) {
  static constexpr text::CharSet kMarks{U" \t\n\u3000()（）[]〔〕【】“”\"‘’:*"};
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = kMarks.find(text, at);
    bare += text.substr(at, mark - at);
    at = mark < text.size() ? mark + char_length(text[mark]) : mark;
  }
  return bare;
}

/// Whether a year of four digits stands in the text.
bool prints_year(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const auto century = text.substr(at, 2);
    if ((century == "20" || century == "19") && digit(at + 2) && digit(at + 3)) return true;
  }
  return false;
}

}  // namespace

TableWords::TableWords(const rules::Lexicon& lexicon) : lexicon_(lexicon) {
  for (const auto& rule : lexicon.rules()) {
    if (rule.type != "table") continue;
    for (const auto& text : rule.words) {
      std::uint64_t index = index_.find(text);
      if (index == 0) {
        words_.push_back({text, {}, nullptr});
        index_.set(text, index = words_.size());
        openings_.set(without_marks(text), 1);
      }
      Word& word = words_[index - 1];
      const auto holds = rule.view("holds");
      std::erase_if(word.rules, [&](const auto& one) { return one.first == holds; });
      word.rules.emplace_back(holds, &rule);
      if (rule.flag("head") && word.head == nullptr) word.head = &rule;  // the first rule keeps a word
    }
  }
}

const TableWords::Word* TableWords::word(std::string_view text) const {
  const std::uint64_t index = index_.find(text);
  return index == 0 ? nullptr : &words_[index - 1];
}

const rules::Rule* TableWords::find(std::string_view holds, std::string_view text) const {
  const Word* known = word(text);
  if (known == nullptr) return nullptr;
  const auto rule =
      std::find_if(known->rules.begin(), known->rules.end(), [&](const auto& one) { return one.first == holds; });
  return rule == known->rules.end() ? nullptr : rule->second;
}

std::size_t TableWords::front(std::string_view holds, std::string_view text) const {
  std::size_t longest = 0;
  index_.each(text, 0, [&](std::size_t length, std::uint64_t) {
    if (find(holds, text.substr(0, length)) != nullptr) longest = length;
  });
  return longest;
}

std::string_view TableWords::without_front(std::string_view holds, std::string_view text) const {
  for (std::size_t length = front(holds, text); length > 0; length = front(holds, text)) text.remove_prefix(length);
  return text;
}

std::string_view TableWords::without_back(std::string_view holds, std::string_view text) const {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t from = 0; from < text.size(); from += char_length(text[from])) {
      if (find(holds, text.substr(from)) == nullptr) continue;
      text = text.substr(0, from);
      again = !text.empty();
      break;
    }
  }
  return text;
}

std::vector<std::string> TableWords::all(std::string_view holds) const {
  std::vector<std::string> out;
  for (const Word& word : words_) {
    if (find(holds, word.text) != nullptr) out.push_back(word.text);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool TableWords::mentions(std::string_view holds, std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); at += char_length(text[at])) {
    bool found = false;
    index_.each(text, at, [&](std::size_t length, std::uint64_t) {
      found = found || find(holds, text.substr(at, length)) != nullptr;
    });
    if (found) return true;
  }
  return false;
}

namespace {

/// The dates of a text that mostly holds none.
std::vector<DateMention> dates_of(std::string_view text, const rules::Lexicon& lexicon, const YearContext& years) {
  rules::Candidates candidates;
  lexicon.prose().candidates(text, candidates);
  if (!holds_date(text, lexicon, candidates)) return {};
  return find_landmarks(text, lexicon, candidates, years).dates;
}

}  // namespace

bool TableWords::may_be_head(std::string_view printed) const {
  if (prints_year(printed)) return true;
  const std::string bare = without_marks(printed);
  return openings_.longest(bare, 0).length > 0;
}

bool TableWords::names(std::string_view text, Column& column) const {
  const Word* found = word(text);
  if (found == nullptr || found->head == nullptr) return false;
  column.rule = found->head;
  // 任务(亩): what is counted, where 任务 alone is what is to be done.
  const rules::Rule* measure = column.unit.empty() ? nullptr : find("measure", text);
  if (measure != nullptr) column.rule = measure;
  column.holds = column.rule->get("holds");
  if (column.holds == "measure") column.name = text;  // 计划投资 of 2021年计划投资(万元)
  // 2021年任务: the year's share of what another column names.
  if (column.year > 0 && (column.holds == "task" || (column.holds == "measure" && column.unit.empty())))
    column.holds = "target";
  return true;
}

void TableWords::take_year(std::string& rest, const YearContext& years, Column& column) const {
  // 2025 alone is a year in a head.
  if (rest.size() == 4 && is_ordinal(rest) && prints_year(rest)) {
    column.year = std::stoi(rest);
    column.deadline = rest + "-12-31";
    rest.clear();
    return;
  }
  if (!prints_year(rest)) return;
  for (const auto& date : dates_of(rest, lexicon_, years)) {
    const auto printed_year = rest.substr(date.span.begin, date.span.size()).find(std::to_string(date.year));
    if (date.year == 0 || date.deadline.empty() || printed_year == std::string::npos) continue;
    column.year = date.year;
    column.deadline = date.deadline;
    rest.erase(date.span.begin, date.span.size());
    return;
  }
}

std::optional<Column> TableWords::head(std::string_view printed, const YearContext& years) const {
  if (printed.empty() || printed.size() > kMaxHead || !may_be_head(printed)) return std::nullopt;
  const std::string text = text::without_blanks(printed);
  Column column;
  column.name = text;
  if (names(text, column)) return column;
  std::string rest = text;
  while (rest.size() > 3 && is_note_mark(std::string_view(rest).substr(rest.size() - 3))) rest.resize(rest.size() - 3);
  if (const auto [name, unit] = name_and_unit(rest); !unit.empty()) {
    column.unit = unit;
    column.name = rest = name;
  }
  rest = without_marks(rest);
  take_year(rest, years, column);
  if (rest.empty() && column.year > 0) {
    column.holds = "year";
    return column;
  }
  if (names(rest, column)) {
    // 2025年年均[累计] are two heads that run into each other.
    const bool two = column.year > 0 && column.holds == "annual" && column.deadline.find('/') == std::string::npos;
    return two ? std::nullopt : std::optional<Column>(column);
  }
  if (const std::size_t length = front("period", rest); length > 0) {  // “十三五”规划目标
    const auto* period = find("period", std::string_view(rest).substr(0, length));
    if (column.year == 0) column.year = std::stoi(period->get("year", "0"));
    rest.erase(0, length);
  }
  if (names(rest, column) || names(without_front("filler", rest), column)) return column;
  // 属性(约束性/预期性): a remark.
  const auto [front, remark] = split_bracket(text);
  return remark.empty() || front.size() >= text.size() ? std::nullopt : head(front, years);
}

std::optional<Column> TableWords::loose_head(std::string_view printed, const YearContext& years) const {
  constexpr std::size_t kMaxFront = 6 * kHan;
  const auto [name, unit] = name_and_unit(printed);
  for (std::size_t from = 0; from <= std::min(name.size(), kMaxFront); from += char_length(name[from])) {
    if (from + 1 >= name.size()) break;
    auto found = head(std::string_view(name).substr(from), years);
    if (!found || (from > 0 && find("loose", found->holds) == nullptr)) continue;
    if (found->unit.empty()) found->unit = unit;
    return found;
  }
  return std::nullopt;
}

std::pair<std::string, std::string> TableWords::name_and_unit(std::string_view printed) const {
  const std::string text = text::without_blanks(printed);
  const auto [front, inside] = split_bracket(text);
  const std::string unit = unit_of(without_front("caption", inside));
  if (is_unit(unit, lexicon_)) return {front, unit};
  return {text, ""};
}

bool TableWords::name_fits(std::string_view text) const {
  return text.size() <= kMaxHead && text.find("。") == std::string_view::npos &&
         text.find(';') == std::string_view::npos;
}

std::string TableWords::caption_unit(std::string_view text) const {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    for (std::size_t from = 0; from < at; ++from) {
      if (text::is_trail(text[from]) || find("caption", text.substr(from, at + 1 - from)) == nullptr) continue;
      const std::string rest = text::without_blanks(text.substr(at + 1));
      std::string unit = rest.substr(0, rest.find_first_of(")],;"));
      if (is_unit(unit, lexicon_)) return unit;
    }
  }
  return {};
}

}  // namespace zhibiao::extract
