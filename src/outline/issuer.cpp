// The body that issued a document. Input: the lines and the title. Output: its name. Tested by tests/outline/.
#include "outline/issuer.hpp"

#include <algorithm>
#include <vector>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

constexpr std::size_t kSigners = 12;     // bodies that sign one letter, at most
constexpr std::size_t kBylineLines = 4;  // a byline stands so near below the title

// The first of two bodies of one place on one line: 某省大数据局 某省工业和信息化厅, printed without the blanks.
std::string first_of_pair(const std::string& line) {
  constexpr std::size_t kPlace = 6;  // two characters
  const std::size_t next = line.size() > kPlace ? line.find(line.substr(0, kPlace), kPlace) : std::string::npos;
  if (next == std::string::npos || !is_body(line.substr(0, next)) || !is_body(line.substr(next))) return line;
  return line.substr(0, next);
}

// The first of the bodies that stand right above a date, or the one on the date's line.
std::string signer(const std::vector<Line>& lines) {
  static const Matcher date{words::kDateLine};
  static const Matcher signed_date{words::kSignedDate};
  static const Matcher seal{words::kSealNote};
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].header || lines[index].print) continue;
    std::string_view body;
    std::string_view day;
    if (signed_date.fits(lines[index].text, &body, &day) && is_body(body)) return std::string(body);
    if (!date.find(lines[index].text)) continue;
    std::string first;
    for (std::size_t back = 1; back <= std::min(index, kSigners); ++back) {
      const Line& above = lines[index - back];
      if (seal.find(above.text)) continue;
      if (above.header || !is_body(above.text)) break;
      first = first_of_pair(above.text);
    }
    if (!first.empty()) return first;
  }
  return {};
}

std::string group(const std::vector<Line>& lines, const Matcher& pattern, bool header_too) {
  for (const Line& line : lines) {
    std::string_view found;
    if ((header_too || !line.header) && pattern.find(line.text, &found)) return std::string(found);
  }
  return {};
}

// A body on a line of its own above the number or the subject.
std::string above_number(const std::vector<Line>& lines, std::size_t end) {
  static const Matcher number{words::kDocNumber};
  for (std::size_t index = 0; index < std::min(lines.size(), end); ++index) {
    if (lines[index].header || lines[index].print) continue;
    if (is_body(lines[index].text)) return lines[index].text;
    if (!number.find(lines[index].text)) return {};
  }
  return {};
}

std::string byline(const std::vector<Line>& lines, std::size_t behind) {
  static const Matcher pattern{words::kByline};
  static const Matcher chief{words::kChiefByline};
  static const Matcher bracket{words::kBracketByline};
  static const Matcher meeting{words::kMeetingDate};
  for (std::size_t index = behind; index < std::min(lines.size(), behind + kBylineLines); ++index) {
    const std::string& text = lines[index].text;
    if (lines[index].header || text.ends_with(':') || text.find("。") != std::string::npos) continue;
    std::string_view found;
    if (bracket.fits(text, &found)) {
      const std::string body = first_of_pair(std::string(found));
      if (is_body(body)) return body;
    }
    if (chief.fits(text, &found)) return std::string(found) + std::string(words::kGovernment);
    if (pattern.fits(text, &found) && is_body(found)) return std::string(found);
    // Below the title, or below the line on where and when it was read out.
    if (is_body(text) && (index == behind || meeting.find(lines[index - 1].text))) return text;
  }
  return {};
}

// 市卫生健康局 is short where 慈溪市卫生健康局 is printed too.
std::string in_full(const std::string& name, const std::vector<std::string>& others) {
  for (const std::string& other : others) {
    if (other.size() > name.size() && other.ends_with(name)) return other;
  }
  return name;
}

}  // namespace

std::string find_issuer(const Lines& lines, const Title& title) {
  static const Matcher label{words::kIssuerLabel};
  static const Matcher letterhead{words::kLetterhead};
  static const Matcher spoken{words::kSpokenFor};
  static const Matcher report{words::kReportTitle};
  static const Matcher jointly{words::kJointly};

  static const Matcher about{words::kSubjectOpen};

  std::string sender = title.sender;
  if (sender.empty()) sender = title.text.substr(0, about.place(title.text).begin);  // 某市教育局|关于做好…的通知
  const Span others = jointly.place(sender);
  sender.erase(others.begin, others.size());
  std::string_view named;
  const std::string place = report.find(title.text, &named) ? std::string(named) + std::string(words::kGovernment) : "";
  static const Matcher titled{words::kBodyOfTitle};
  std::string_view author;
  titled.find(title.text, &author);
  const auto header_body = std::find_if(lines.opening.begin(), lines.opening.end(),
                                        [](const Line& line) { return line.header && is_body(line.text); });
  std::vector<std::string> names = {
      group(lines.opening, letterhead, false),
      signer(lines.opening),
      above_number(lines.opening, title.behind),
      group(lines.opening, label, true),
      sender,
      byline(lines.opening, title.behind),
      group(lines.opening, spoken, false),
      place,
      std::string(author),
      signer(lines.rest),
      header_body == lines.opening.end() ? std::string() : header_body->text,
  };
  std::erase_if(names, [](const std::string& name) { return !is_body(name); });
  return names.empty() ? std::string() : in_full(names.front(), names);
}

}  // namespace zhibiao::outline
