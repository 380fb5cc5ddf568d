// Document data: what a document says of itself. Input: the view and its items. Output: DocumentData.
// Tested by tests/outline/.
#include <algorithm>

#include "outline/addressees.hpp"
#include "outline/characters.hpp"
#include "outline/dates.hpp"
#include "outline/issuer.hpp"
#include "outline/matcher.hpp"
#include "outline/opening.hpp"
#include "outline/outline.hpp"
#include "outline/title.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

constexpr std::size_t kLastLines = 6;  // a signature without a body stands this near the end
constexpr std::size_t kShortLine = 60;
constexpr std::size_t kYear = 4;  // digits of a year

// 发文字号: on a line of its own, or labelled; numbers cited in running text are never meant.
std::string find_number(const std::vector<Line>& lines) {
  static const Matcher own{words::kDocNumber};
  static const Matcher labelled{words::kDocNumberLabel};
  for (const Line& line : lines) {
    std::string_view code;
    std::string_view year;
    std::string_view number;
    if (!labelled.find(line.text, &code, &year, &number) &&
        !(!line.header && own.find(line.text, &code, &year, &number))) {
      continue;
    }
    std::string out(code);
    out.append("〔").append(year).append("〕").append(number).append(words::kNumberSign);
    return out;
  }
  return {};
}

std::string date_by(const std::vector<Line>& lines, const Matcher& pattern, bool header_too) {
  for (const Line& line : lines) {
    std::string_view date;
    if ((header_too || !line.header) && pattern.find(line.text, &date)) return first_date(date);
  }
  return {};
}

// A date that a body signs: on its line, or on the lines right above.
std::string signed_date(const std::vector<Line>& lines, bool body_needed) {
  static const Matcher own{words::kDateLine};
  static const Matcher with_body{words::kSignedDate};
  static const Matcher seal{words::kSealNote};
  for (std::size_t index = 0; index < lines.size(); ++index) {
    const std::string& text = lines[index].text;
    if (lines[index].header || lines[index].print) continue;
    std::string_view body;
    std::string_view date;
    if (with_body.fits(text, &body, &date) && is_body(body)) return first_date(date);
    if (!own.fits(text, &date)) continue;
    std::size_t above = index;
    while (above > 0 && seal.fits(lines[above - 1].text)) --above;
    if (!body_needed || (above > 0 && is_body(lines[above - 1].text))) return first_date(date);
  }
  return {};
}

// 2021年1月27日上海市第十五届…, right below the title.
std::string date_below(const std::vector<Line>& lines, std::size_t behind) {
  static const Matcher opens{words::kDateOpens};
  if (behind == 0) return {};
  while (behind < lines.size() && lines[behind].header) ++behind;
  if (behind == lines.size()) return {};
  const std::string& text = lines[behind].text;
  if (longer_than(text, kShortLine) || text.find("。") != std::string::npos || !opens.find(text)) return {};
  return first_date(text);
}

std::string earliest_header_date(const std::vector<Line>& lines) {
  static const Matcher own{words::kDateLine};
  std::string earliest;
  for (const Line& line : lines) {
    if (!line.header || !own.fits(line.text)) continue;
    const std::string date = first_date(line.text);
    if (earliest.empty() || (!date.empty() && date < earliest)) earliest = date;
  }
  return earliest;
}

// 成文日期: labelled, signed, under the title, at the end; then the dates of publishing and printing.
std::string find_issued(const Lines& lines, const Title& title) {
  static const Matcher issued{words::kIssuedLabel};
  static const Matcher meeting{words::kMeetingDate};
  static const Matcher published{words::kPublishedLabel};
  static const Matcher print{words::kPrintNote};
  std::string date = date_by(lines.opening, issued, true);
  if (date.empty()) date = signed_date(lines.opening, false);
  if (date.empty()) date = date_by(lines.opening, meeting, false);
  if (date.empty()) date = date_below(lines.opening, title.behind);
  if (date.empty()) date = signed_date(lines.rest, true);
  if (date.empty()) {
    const std::size_t last = lines.rest.size() - std::min(kLastLines, lines.rest.size());
    date = signed_date({lines.rest.begin() + static_cast<std::ptrdiff_t>(last), lines.rest.end()}, false);
  }
  if (date.empty()) date = earliest_header_date(lines.opening);
  if (date.empty()) date = date_by(lines.opening, published, true);
  if (date.empty()) date = first_date(title.day);
  for (const Line& line : lines.rest) {
    std::string_view body;
    std::string_view day;
    if (date.empty() && print.find(line.text, &body, &day)) date = first_date(day);
  }
  return date;
}

// The year of 2022年重点工作 among the headings; else the one after 2021年工作回顾.
std::optional<int> year_of_headings(const text::View& view, const std::vector<Node>& outline) {
  static const Matcher year{words::kYear};
  static const Matcher past{words::kPastTail};
  static const Matcher plan{words::kPlanTail};
  std::optional<int> reviewed;
  for (const Node& node : outline) {
    std::string_view number;
    std::string_view tail;
    if (!node.item.titled || !year.find(view.slice(node.heading), &number, &tail)) continue;
    const auto value = year_of(number);
    if (!value) continue;
    if (past.find(tail)) {
      if (!reviewed) reviewed = *value + 1;
    } else if (node.item.level == 1 && plan.find(tail)) {
      return value;
    }
  }
  return reviewed;
}

std::optional<int> year_of_opening(const std::vector<Line>& lines) {
  static const Matcher pattern{words::kYearOfPlan};
  for (const Line& line : lines) {
    std::string_view named;
    std::string_view opened;
    if (line.header || !pattern.find(line.text, &named, &opened)) continue;
    return year_of(named.empty() ? opened : named);
  }
  return std::nullopt;
}

// The year a paper was issued in.
std::optional<int> year_of_issue(const std::string& issued) {
  if (issued.empty()) return std::nullopt;
  return year_of(std::string_view(issued).substr(0, kYear));
}

// A speech to a meeting at the end of a year opens with that year (2018年是…) and is about the next.
std::optional<int> year_of_late_speech(const std::string& issued, const Lines& lines) {
  constexpr std::size_t kMonth = 7;  // 2021-12
  static const Matcher meeting{words::kMeetingDate};
  const bool late = issued.size() >= kMonth && issued.compare(kYear + 1, 2, "11") >= 0;
  const auto year = late ? year_of_issue(issued) : std::nullopt;
  return year && date_by(lines.opening, meeting, false) == issued ? std::optional<int>(*year + 1) : std::nullopt;
}

}  // namespace

DocumentData read_document_data(const text::View& view, const std::vector<Node>& outline) {
  const Lines lines = read_lines(view, outline);
  const Title title = find_title(view, lines);
  DocumentData data;
  data.title = title.text;
  data.issuer = find_issuer(lines, title);
  data.doc_number = find_number(lines.opening);
  data.issued = find_issued(lines, title);
  data.addressees = find_addressees(view, lines);
  data.plan_year = planned_year(title.text);
  if (!data.plan_year) data.plan_year = year_of_headings(view, outline);
  if (!data.plan_year) data.plan_year = reported_year(title.text);
  if (!data.plan_year) data.plan_year = year_of_late_speech(data.issued, lines);
  if (!data.plan_year) data.plan_year = year_of_opening(lines.opening);
  if (!data.plan_year) data.plan_year = year_of_issue(data.issued);
  return data;
}

}  // namespace zhibiao::outline
