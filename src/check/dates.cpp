// Check, dates: days that no calendar has, years that run backwards, deadlines before the plan. Input: the view's text and
// the facts; output: faults. Tested by tests/check/dates_test.cpp.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "check/ground.hpp"

namespace zhibiao::check {
namespace {

bool leap(int year) { return year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)); }

/// Year 0: not said.
bool in_calendar(int year, int month, int day) {
  static constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  return month != 2 || day < 29 || leap(year);
}

/// Calls `use(match, span)` for every match of the pattern in running text.
template <typename Use>
void each_match(const Ground& ground, const rules::Pattern& pattern, const Use& use) {
  for (const text::Paragraph& paragraph : ground.view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::body) continue;
    const std::string_view line = ground.view.slice(paragraph.span);
    rules::Match match;
    for (std::size_t at = 0; at < line.size() && pattern.find(line, at, match); at = match.span.end) {
      const auto number = [&](const char* group) {
        const Span span = match.group(group);
        return std::atoi(std::string(line.substr(span.begin, span.size())).c_str());
      };
      const Span said = match.group("said").empty() ? match.span : match.group("said");
      use(number, ground.view.source_span({paragraph.span.begin + said.begin, paragraph.span.begin + said.end}));
      if (match.span.end <= at) break;
    }
  }
}

/// A target; or what a past date alone made a result, though its words promise it (确保, 力争).
bool promised(const Fact& fact) {
  return fact.role == Role::target || std::find(fact.flags.begin(), fact.flags.end(), "commitment") != fact.flags.end();
}

void check_deadlines(const Ground& ground, Faults& faults) {
  const auto& year = ground.analysis.document.plan_year;
  if (!year) return;
  for (const Fact& fact : ground.analysis.facts) {
    if (fact.deadline.empty() || fact.deadline.front() == 'P' || !promised(fact)) continue;
    // 预计全年实现…: of the year before, a plan reports.
    const int reported = fact.role == Role::target ? *year : *year - 1;
    if (deadline_year(fact.deadline) >= reported) continue;
    const std::string end(deadline_end(fact.deadline));
    faults.push_back(make_fault(FaultKind::deadline_past, fact.span, {end, std::to_string(*year)}));
  }
}

}  // namespace

void check_dates(const Ground& ground, Faults& faults) {
  for (const rules::Pattern& pattern : ground.rules.days()) {
    each_match(ground, pattern, [&](const auto& number, Span span) {
      if (in_calendar(number("year"), number("month"), number("day"))) return;
      const std::string said = plain(ground.source.slice(span));
      faults.push_back(make_fault(FaultKind::date_impossible, span, {said}, &pattern.rule()));
    });
  }
  for (const rules::Pattern& pattern : ground.rules.periods()) {
    each_match(ground, pattern, [&](const auto& number, Span span) {
      if (number("from") <= number("to")) return;
      const std::string said = plain(ground.source.slice(span));
      faults.push_back(make_fault(FaultKind::date_reversed, span, {said}, &pattern.rule()));
    });
  }
  check_deadlines(ground, faults);
}

}  // namespace zhibiao::check
