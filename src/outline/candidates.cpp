// Outline, first step: finds the places that look like markers.
// Input: the view. Output: candidates in text order, with what stands before each.
// Tested by tests/outline/.
#include "outline/candidates.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "outline/characters.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// A chunk up to this long without a stop may be the heading of the marker before it.
constexpr std::size_t kHeadingChars = 45;
// A page number has no more digits than this.
constexpr std::size_t kPageDigits = 4;

bool is_numeral_list(std::string_view text) {
  static const RE2 pattern{words::kNumeralList};
  return RE2::PartialMatch(text.substr(0, 48), pattern);
}

int dots_of(const text::Marker& marker) {
  if (marker.style != MarkerStyle::dotted) return 0;
  return static_cast<int>(std::count(marker.label.begin(), marker.label.end(), '.'));
}

// Could a marker begin with this byte pair? Keeps match_marker away from most characters.
bool may_begin(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return byte == '(' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
  if (byte == 0xE2) return true;                          // ① ⑴ and kin
  return byte == 0xE3 || (byte >= 0xE4 && byte <= 0xE9);  // ㈠ and ideographs
}

// Follows the brackets and quotation marks that open and close in a paragraph.
class Nesting {
 public:
  void pass(std::string_view character) {
    if (one_of(character, "《〈“‘「『【(")) {
      ++depth_;
    } else if (one_of(character, "》〉”’」』】)")) {
      depth_ = std::max(0, depth_ - 1);
    } else if (character == "。") {
      depth_ = 0;  // a bracket that was never closed must not hide the rest
    }
  }
  bool inside() const { return depth_ > 0; }

 private:
  int depth_ = 0;
};

bool stands_after_stop(std::string_view text, std::size_t offset, std::size_t floor) {
  while (offset > floor) {
    const std::string_view before = char_before(text, offset);
    if (one_of(before, kStops) || before == ":" || before == "\t") return true;
    if (!one_of(before, kClosers)) return false;
    offset -= before.size();
  }
  return true;
}

// No sentence end in it and short enough for a heading.
bool is_heading_chunk(std::string_view chunk) {
  if (char_count(chunk) > kHeadingChars || chunk.empty()) return false;
  for (std::size_t at = 0; at < chunk.size(); at += char_size(chunk, at)) {
    if (one_of(char_at(chunk, at), kStops)) return false;
  }
  return true;
}

class Finder {
 public:
  explicit Finder(const text::View& view) : view_(view), text_(view.text()) {}

  std::vector<Candidate> run() {
    const auto& paragraphs = view_.paragraphs();
    for (std::size_t index = 0; index < paragraphs.size(); ++index) {
      if (paragraphs[index].kind == text::ParagraphKind::body) scan(index, paragraphs[index].span);
    }
    return std::move(found_);
  }

 private:
  void scan(std::size_t index, Span span) {
    const std::string_view line = text_.substr(span.begin, span.size());
    const bool intro = is_list_intro(line);
    std::size_t at = span.begin;
    const std::size_t bullet = leading_signs(line);
    const auto start = text::match_marker(line.substr(bullet));
    if (start && continues_skipped_list(*start)) {
      skipped_ = start->ordinal;
      return;
    }
    if (!intro) skipped_ = -1;
    if (start && start->ordinal > 0) {
      add(*start, span.begin + bullet + start->offset, index, span, true);
      if (!found_.empty()) at = std::max(at, found_.back().end);
    }
    if (!start || start->style == MarkerStyle::dotted) add_glued(index, span);
    if (!intro) scan_inside(index, span, at);
  }

  void scan_inside(std::size_t index, Span span, std::size_t at) {
    Nesting nesting;
    while (at < span.end) {
      const std::string_view character = char_at(text_, at);
      if (!nesting.inside() && at > span.begin && may_begin(text_, at) && !joined_to_number(at)) {
        const auto marker = text::match_marker(text_.substr(at, span.end - at));
        if (marker && marker->offset == 0 && marker->ordinal > 0) {
          if (add(*marker, at, index, span, false)) {
            at = found_.back().end;
            continue;
          }
        }
      }
      nesting.pass(character);
      at += character.size();
    }
  }

  bool add(const text::Marker& marker, std::size_t begin, std::size_t index, Span span, bool at_start) {
    Candidate candidate;
    candidate.marker = marker;
    candidate.begin = begin;
    candidate.end = begin + marker.length;
    candidate.paragraph = index;
    candidate.at_start = at_start;
    candidate.depth = dots_of(marker);
    if (marker.style == MarkerStyle::hanzi && is_numeral_list(text_.substr(begin, span.end - begin))) return false;
    candidate.after_stop = at_start || stands_after_stop(text_, begin, span.begin);
    candidate.after_comma = candidate.after_stop || char_before(text_, begin) == ",";
    if (!at_start && !found_.empty() && found_.back().paragraph == index) {
      const Candidate& last = found_.back();
      candidate.after_heading = is_heading_chunk(text_.substr(last.end, begin - last.end));
    }
    found_.push_back(std::move(candidate));
    return true;
  }

  // The digits before the marker can be those of a page, which the sequence must decide.
  void add_glued(std::size_t index, Span span) {
    for (std::size_t at = span.begin; at < span.end && at < span.begin + kPageDigits; ++at) {
      if (text_[at] < '0' || text_[at] > '9') break;
      const auto marker = text::match_marker(text_.substr(at + 1, span.end - at - 1));
      if (!marker || marker->offset != 0 || marker->style == MarkerStyle::digit) continue;
      if (add(*marker, at + 1, index, span, true)) found_.back().glued = true;
    }
  }

  // A digit behind a digit, letter, point or dash is part of a number or code.
  bool joined_to_number(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte >= 0x80 || byte == '(' || at == 0) return false;
    const char before = text_[at - 1];
    return (before >= '0' && before <= '9') || (before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z') ||
           before == '.' || before == '-' || before == '%' || before == '/';
  }

  // Signs that mark important rows in tables and stand before the number.
  static std::size_t leading_signs(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && one_of(char_at(line, at), "★☆△▲●◆■◎○")) at += char_size(line, at);
    return at;
  }

  bool is_list_intro(std::string_view line) {
    static const RE2 pattern{words::kListIntro};
    re2::StringPiece rest;
    if (line.size() > 4000 || !RE2::PartialMatch(line, pattern, &rest)) return false;
    const auto first = text::match_marker(std::string_view(rest.data(), rest.size()));
    if (!rest.empty() && !(first && first->ordinal == 1)) return false;
    skipped_ = rest.empty() ? 0 : 1;
    return true;
  }

  // 附件:1.甲 on one line, 2.乙 and 3.丙 on the next ones: a list of annexes, no items.
  bool continues_skipped_list(const text::Marker& marker) const {
    return skipped_ >= 0 && marker.style == MarkerStyle::digit && marker.ordinal == skipped_ + 1;
  }

  const text::View& view_;
  std::string_view text_;
  std::vector<Candidate> found_;
  int skipped_ = -1;
};

}  // namespace

std::vector<Candidate> find_candidates(const text::View& view) { return Finder(view).run(); }

std::vector<std::size_t> find_annexes(const text::View& view) {
  static const RE2 pattern{words::kAnnexLine};
  std::vector<std::size_t> annexes;
  const auto& paragraphs = view.paragraphs();
  for (std::size_t index = 0; index < paragraphs.size(); ++index) {
    if (paragraphs[index].kind != text::ParagraphKind::body || paragraphs[index].span.size() > 60) continue;
    const std::string_view line = view.slice(paragraphs[index].span);
    if (RE2::FullMatch(line, pattern)) annexes.push_back(index);
  }
  return annexes;
}

}  // namespace zhibiao::outline
