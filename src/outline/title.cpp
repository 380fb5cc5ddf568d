// The plan's title. Input: the opening's lines. Output: title and sender. Tested by tests/outline/.
#include "outline/title.hpp"

#include <algorithm>
#include <optional>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

constexpr std::size_t kSubjectLines = 4;  // a subject is printed over so many lines at most
constexpr std::size_t kSubjectChars = 120;
constexpr std::size_t kSubjectBytes = 900;
constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kTitleLineChars = 60;

// 《A》 without its marks; the first of several (《A》和《B》). 《A》分工方案 is the name of another paper.
std::string unmarked(std::string_view name) {
  static const Matcher more{words::kMoreNames};
  if (!name.starts_with("《")) return std::string(name);
  int depth = 0;
  for (std::size_t at = 0; at < name.size(); at += char_size(name, at)) {
    const std::string_view character = char_at(name, at);
    if (character == "《") ++depth;
    if (character == "》" && --depth == 0) {
      const std::size_t mark = character.size();
      if (!more.find(name.substr(at + mark))) return std::string(name);
      return std::string(name.substr(mark, at - mark));
    }
  }
  return std::string(name.substr(char_size(name, 0)));
}

struct Subject {
  std::string sender;
  std::string name;
  std::size_t first = 0;  // lines of the opening
  std::size_t behind = 0;
};

std::optional<Subject> find_subject(const std::vector<Line>& lines) {
  static const Matcher pattern{words::kSubject};
  static const Matcher open{words::kSubjectOpen};
  static const Matcher label{words::kTitleLabel};
  for (std::size_t first = 0; first < lines.size(); ++first) {
    std::string joined;
    for (std::size_t last = first; last < std::min(lines.size(), first + kSubjectLines); ++last) {
      std::string_view labelled;
      joined += label.find(lines[last].text, &labelled) ? std::string(labelled) : lines[last].text;
      std::string_view sender;
      std::string_view name;
      if (joined.size() < kSubjectBytes && pattern.find(joined, &sender, &name)) {
        return Subject{std::string(sender), unmarked(name), first, last + 1};
      }
      // Only lines that may be the head of a subject are joined: a body's name, or its 关于….
      const bool head = is_body(lines[last].text) || open.find(joined);
      if (!head || lines[last].header || longer_than(joined, kSubjectChars) || joined.find("。") != std::string::npos)
        break;
    }
  }
  return std::nullopt;
}

std::string find_issued_name(const std::vector<Line>& lines) {
  static const Matcher pattern{words::kIssuedInText};
  for (const Line& line : lines) {
    std::string_view sent;
    std::string_view sending;
    std::string_view agreed;
    if (line.header || !pattern.find(line.text, &sent, &sending, &agreed)) continue;
    return std::string(!sent.empty() ? sent : !sending.empty() ? sending : agreed);
  }
  return {};
}

// The line or two lines that print this name as a title.
std::string printed_title(const text::View& view, const std::vector<Line>& lines, std::size_t from,
                          const std::string& name) {
  const std::string wanted = comparable(name);
  for (std::size_t first = from; first < lines.size(); ++first) {
    std::string joined;
    for (std::size_t last = first; last < std::min(lines.size(), first + kTitleLines); ++last) {
      joined += lines[last].text;
      const std::string so_far = comparable(joined);
      if (!wanted.starts_with(so_far)) break;
      if (so_far.size() < wanted.size()) continue;
      std::string print;
      for (std::size_t line = first; line <= last; ++line) print += printed(view, lines[line].view);
      return print;
    }
  }
  return {};
}

// The name in its printed widths, from where it stands in the text.
std::string as_printed(const text::View& view, const std::string& name) {
  const std::size_t at = view.text().find(name);
  return at == std::string_view::npos ? name : printed(view, {at, at + name.size()});
}

class TopLines {
 public:
  TopLines(const text::View& view, const std::vector<Line>& lines) : view_(view), lines_(lines) {}

  Title run() {
    Title title;
    std::size_t taken = 0;
    std::string first;  // web pages print the title twice, the second time over several lines
    std::string second;
    for (std::size_t index = 0; index < lines_.size() && taken <= kTitleLines; ++index) {
      const Line& line = lines_[index];
      if (line.header || line.print) continue;
      if (taken == 0 && is_before_title(line)) continue;
      if (!may_be_title(line, taken) || opens_text(title.text, line.text)) break;
      const std::string text = comparable(line.text);
      if (taken > 0 && std::string_view(first).substr(second.size()).starts_with(text)) {
        second += text;
        if (second.size() == first.size()) second.clear();
      } else if (!second.empty() || taken == kTitleLines) {
        break;
      } else {
        title.text += printed(view_, line.view);
        if (taken++ == 0) first = text;
      }
      title.behind = index + 1;
    }
    if (taken == 0) take_run_together(title);
    take_day(title);
    return title;
  }

 private:
  /// Whether the title so far is a whole one and this line a heading below it.
  static bool opens_text(const std::string& so_far, const std::string& line) {
    static const Matcher ends{words::kTitleEnds};
    static const Matcher heading{words::kHeadingAlone};
    return !so_far.empty() && ends.find(so_far) && heading.fits(line);
  }

  static bool is_before_title(const Line& line) {
    static const Matcher letterhead{words::kLetterhead};
    static const Matcher number{words::kDocNumber};
    static const Matcher none{words::kNoTitle};
    static const Matcher date{words::kDateLine};
    return letterhead.find(line.text) || number.find(line.text) || none.find(line.text) || date.find(line.text) ||
           is_body(line.text);
  }

  static bool may_be_title(const Line& line, std::size_t taken) {
    static const Matcher number{words::kDocNumber};
    static const Matcher none{words::kNoTitle};
    static const Matcher date{words::kDateLine};
    static const Matcher meeting{words::kMeetingDate};
    static const Matcher speech{words::kSpeechAddress};
    static const Matcher byline{words::kByline};
    static const Matcher chief{words::kChiefByline};
    static const Matcher part{words::kPartOpens};
    static const Matcher published{words::kPublishedLabel};
    const std::string& text = line.text;
    if (longer_than(text, kTitleLineChars) || text.ends_with(':') || text.find("。") != std::string::npos) return false;
    if (number.find(text) || none.find(text) || date.find(text) || speech.find(text)) return false;
    if (part.find(text) || published.find(text)) return false;
    if (taken == 0) return true;
    static const Matcher years{words::kYearsOfTitle};
    if (years.fits(text)) return true;
    const bool dated = meeting.find(text) || one_of(char_at(text, 0), "(—") || is_dated(text);
    return !dated && !byline.find(text) && !chief.find(text) && !is_body(text);
  }

  // 2021年1月27日上海市第十五届…: says when, and belongs to no title.
  static bool is_dated(const std::string& text) {
    static const Matcher date{words::kDateOpens};
    return date.find(text);
  }

  // 某街道2021年工作总结 2022-01-15: the day of publication is none of the title.
  static void take_day(Title& title) {
    static const Matcher day{words::kDateEnds};
    std::string_view date;
    const Span tail = day.place(title.text, &date);
    if (tail.begin == 0 || tail.begin >= title.text.size()) return;
    title.day = std::string(date);
    title.text.erase(tail.begin);
  }

  // The first line is the whole text, or title and preface run together.
  void take_run_together(Title& title) const {
    static const Matcher pattern{words::kFlatTitle};
    static const Matcher speech{words::kSpeechAddress};
    for (std::size_t index = 0; index < lines_.size(); ++index) {
      if (lines_[index].header || lines_[index].print) continue;
      std::string_view name;
      const std::string text = printed(view_, lines_[index].view);
      if (speech.find(text) || !pattern.find(text, &name)) return;
      if (name.find("。") != std::string_view::npos || name.find("，") != std::string_view::npos) return;
      title.text = std::string(name);
      return;
    }
  }

  const text::View& view_;
  const std::vector<Line>& lines_;
};

}  // namespace

Title find_title(const text::View& view, const Lines& lines) {
  const auto subject = find_subject(lines.opening);
  const std::string issued = find_issued_name(lines.opening);
  if (!subject && issued.empty()) {
    Title title = TopLines(view, lines.opening).run();
    if (!title.text.empty()) return title;
    static const Matcher label{words::kTitleLabel};
    for (const Line& line : lines.opening) {
      std::string_view name;
      if (label.find(line.text, &name)) title.text = std::string(name);
    }
    return title;
  }
  Title title;
  if (subject) {
    title.sender = subject->sender;
    title.behind = subject->behind;
  }
  for (const std::string& name : {issued, subject ? subject->name : std::string()}) {
    if (title.text.empty() && !name.empty()) title.text = printed_title(view, lines.opening, title.behind, name);
  }
  if (title.text.empty()) title.text = as_printed(view, subject ? subject->name : issued);
  return title;
}

}  // namespace zhibiao::outline
