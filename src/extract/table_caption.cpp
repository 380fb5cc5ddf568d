// Extract stage, tables: the lines above a table: its unit, what it shares out, whether it reports or plans. Tested by
// tests/specs/tables_grid.toml.
#include <algorithm>

#include "extract/table_parts.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kLines = 3;      // above a head
constexpr std::size_t kLongest = 150;  // bytes of a title
constexpr std::size_t kLongestName = 60;

/// 表2-1, 附表3: digits and marks behind the word for a table.
std::string_view without_number(std::string_view text) {
  const auto digits = text.find_first_not_of("0123456789-.:");
  return text.substr(std::min(digits, text.size()));
}

/// 公厕建设 of 表2 2021年各县区公厕建设任务分解表: what a title says but for its number, year, places and kind of table.
std::string shared_name(std::string_view title, const TableWords& words, const YearContext& years) {
  std::string rest = text::without_blanks(title);
  for (bool again = true; again && !rest.empty();) {
    const std::size_t size = rest.size();
    const auto plain = words.without_front("caption_front", rest);
    rest = plain.size() < rest.size() ? std::string(without_number(plain)) : rest;
    for (const auto& date : find_landmarks(rest, words.lexicon(), years).dates) {
      if (date.span.begin == 0) rest.erase(0, date.span.end);
      break;
    }
    again = rest.size() < size;
  }
  rest = words.without_back("caption_back", rest);
  return rest.size() <= kLongestName ? rest : std::string();
}

/// 2020年… in a plan for 2021.
bool names_past(std::string_view title, const TableWords& words, const YearContext& years) {
  int last = 0;
  for (const auto& date : find_landmarks(text::without_blanks(title), words.lexicon(), years).dates)
    last = std::max({last, date.year, deadline_year(date.deadline)});
  return last > 0 && last < years.plan;
}

}  // namespace

Caption read_caption(const std::vector<Line>& lines, std::size_t head, const TableWords& words,
                     const YearContext& years) {
  Caption caption;
  for (std::size_t k = head; k > 0 && head - k < kLines; --k) {
    const Line& line = lines[k - 1];
    const std::string_view text = line.cells.front().text;
    const std::string unit = words.caption_unit(text);
    if (caption.unit.empty()) caption.unit = unit;
    if (line.row || text.size() > kLongest || text.find("。") != std::string_view::npos) break;
    std::string_view title = text;
    if (!unit.empty()) title = title.substr(0, std::min(title.rfind('('), title.size()));
    if (!unit.empty() && title.size() == text.size()) continue;  // the unit and nothing else
    if (words.without_back("caption_back", text::without_blanks(title)) == text::without_blanks(title)) continue;
    caption.done = words.mentions("caption_done", title) ||
                   (names_past(title, words, years) && !words.mentions("caption_plan", title));
    caption.name = shared_name(title, words, years);
    break;
  }
  return caption;
}

}  // namespace zhibiao::extract
