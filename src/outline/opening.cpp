// The lines that carry a document's own data. Input: the view and its items. Output: lines of the opening and
// of the end. Tested by tests/outline/.
#include "outline/opening.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::outline {
namespace {

using text::ParagraphKind;

// A document's opening is not longer than this, also where it has no items (bytes and lines).
constexpr std::size_t kOpeningBytes = 12000;
constexpr std::size_t kOpeningLines = 60;
constexpr std::size_t kRunTogetherBytes = 500;  // a paragraph this long can hold a whole letter
constexpr std::size_t kFlatBytes = 6000;        // as much of it is looked at
constexpr std::size_t kShortLineBytes = 180;
constexpr std::size_t kBodyChars = 40;

// A letter without line breaks becomes the lines it would have: subject, number, addressees, sentences,
// signature and date.
std::vector<Span> part_letter(std::string_view text, std::size_t offset) {
  static const Matcher pattern{words::kFlatOpening};
  std::string_view subject;
  std::string_view number;
  std::string_view addressees;
  std::string_view sentences;
  std::string_view body;
  std::string_view date;
  const std::string_view head = text.substr(0, std::min(text.size(), kFlatBytes));
  if (!pattern.find(head, &subject, &number, &addressees, &sentences, &body, &date)) return {};
  std::vector<Span> spans;
  for (const std::string_view piece : {subject, number, addressees, sentences, body, date}) {
    if (piece.empty()) continue;
    const auto begin = offset + static_cast<std::size_t>(piece.data() - head.data());
    spans.push_back({begin, begin + piece.size()});
  }
  return spans;
}

}  // namespace

bool is_body(std::string_view text) {
  if (!longer_than(text, 1) || longer_than(text, kBodyChars)) return false;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at)) {
    if (one_of(char_at(text, at), "。,:;!?《》“”0123456789")) return false;
  }
  return std::any_of(words::kBodyEndings.begin(), words::kBodyEndings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

std::string printed(const text::View& view, Span span) { return text::without_blanks(view.display(span)); }

std::string comparable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at)) {
    const std::string_view character = char_at(text, at);
    if (character == " " || character == "\t" || character == "\n") continue;
    if (one_of(character, words::kDashes)) {
      if (!out.ends_with('-')) out += '-';
    } else if (one_of(character, "“”\"")) {
      out += '"';
    } else if (one_of(character, "《》〈〉")) {
      out += character == "《" || character == "〈" ? "〈" : "〉";
    } else if (one_of(character, "（(")) {
      out += '(';
    } else if (one_of(character, "）)")) {
      out += ')';
    } else {
      out += character;
    }
  }
  return out;
}

Lines read_lines(const text::View& view, const std::vector<Node>& outline) {
  Lines lines;
  const std::size_t first_item = outline.empty() ? view.text().size() : outline.front().view.begin;
  const std::size_t end = std::min(first_item, kOpeningBytes);
  for (const text::Paragraph& paragraph : view.paragraphs()) {
    if (paragraph.kind == ParagraphKind::contents || paragraph.kind == ParagraphKind::links) continue;
    Span span = paragraph.span;
    const bool in_opening = span.begin < end && lines.opening.size() < kOpeningLines;
    if (in_opening) span.end = std::min(span.end, std::max(first_item, span.begin));
    if (!in_opening && span.size() > kShortLineBytes) continue;
    std::vector<Span> spans;
    if (in_opening && span.size() > kRunTogetherBytes) spans = part_letter(view.slice(span), span.begin);
    if (spans.empty()) spans = {span};
    for (const Span& part : spans) {
      Line line{part, text::without_blanks(view.slice(part)), paragraph.kind == ParagraphKind::header,
                paragraph.kind == ParagraphKind::furniture};
      if (line.text.empty()) continue;
      // A web page's table can print label and value on two lines.
      if (line.header && in_opening && !lines.opening.empty() && lines.opening.back().header &&
          lines.opening.back().text.ends_with(':')) {
        lines.opening.back().text += line.text;
        continue;
      }
      (in_opening ? lines.opening : lines.rest).push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace zhibiao::outline
