// Outline, first step: finds the places that look like markers.
// Input: the view. Output: candidates in text order, with what stands before each.
// Tested by tests/outline/.
#include "outline/candidates.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"
#include "text/chars.hpp"

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// A chunk up to this long without a stop may be the heading of the marker before it.
constexpr std::size_t kHeadingChars = 45;
// What introduces a list (附件12:) takes no more bytes, its colon included.
constexpr std::size_t kIntroBytes = 9;
// A line that opens an annex, its title included, is no longer.
constexpr std::size_t kAnnexBytes = 200;
// A page number has no more digits than this.
constexpr std::size_t kPageDigits = 4;

bool is_numeral_list(std::string_view text) {
  static const Matcher pattern{words::kNumeralList};
  return pattern.find(text.substr(0, 48));
}

int dots_of(const text::Marker& marker) {
  if (marker.style != MarkerStyle::dotted) return 0;
  return static_cast<int>(std::count(marker.label.begin(), marker.label.end(), '.'));
}

// Follows the brackets and quotation marks that open and close in a paragraph.
class Nesting {
 public:
  static constexpr std::u32string_view kOpening = U"《〈“‘「『【(";
  static constexpr std::u32string_view kClosing = U"》〉”’」』】)";
  static constexpr std::u32string_view kEnds = U"。";  // a bracket that was never closed must not hide the rest

  void pass(char32_t character) {
    static constexpr auto kAll = text::CharSet(kOpening).add(kClosing).add(kEnds);
    if (!kAll.has(character)) return;
    if (kOpening.find(character) != std::u32string_view::npos) {
      ++depth_;
    } else if (kClosing.find(character) != std::u32string_view::npos) {
      depth_ = std::max(0, depth_ - 1);
    } else if (kEnds.find(character) != std::u32string_view::npos) {
      depth_ = 0;
    }
  }
  bool inside() const { return depth_ > 0; }

 private:
  int depth_ = 0;
};

// The characters that may open a marker and those that nesting hangs on: all others are passed over.
const text::CharSet& telling_characters() {
  static const text::CharSet set =
      text::CharSet(text::kMarkerOpeners).add(Nesting::kOpening).add(Nesting::kClosing).add(Nesting::kEnds);
  return set;
}

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
  if (chunk.empty() || longer_than(chunk, kHeadingChars)) return false;
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
    const text::CharSet& telling = telling_characters();
    const std::string_view text = text_.substr(0, span.end);
    Nesting nesting;
    while ((at = telling.find(text, at)) < span.end) {
      const std::size_t begin = at;
      const char32_t character = text::next_char(text, at);
      if (text::kMarkerOpeners.has(character) && !nesting.inside() && begin > span.begin && stands_alone(begin)) {
        const auto marker = text::match_marker(text.substr(begin));
        if (marker && marker->ordinal > 0 && add(*marker, begin, index, span, false)) {
          at = found_.back().end;
          continue;
        }
      }
      nesting.pass(character);
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
    const bool names_class = text_[begin] == '(' && one_of(char_at(text_, candidate.end), words::kClassSigns);
    if (names_class && !candidate.after_stop) return false;  // 小(1)型水库
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

  // A digit or letter behind a digit, letter, point or dash is part of a number or code; small letters open no list in
  // mid-line.
  bool stands_alone(std::size_t at) const {
    const char own = text_[at];
    if (static_cast<unsigned char>(own) >= 0x80 || own == '(') return true;
    if (own >= 'a' && own <= 'z') return false;
    const auto before = static_cast<unsigned char>(text_[at - 1]);
    return !text::is_alnum(before) && before != '.' && before != '-' && before != '%' && before != '/';
  }

  // Signs that mark important rows in tables and stand before the number.
  static std::size_t leading_signs(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && one_of(char_at(line, at), "★☆△▲●◆■◎○")) at += char_size(line, at);
    return at;
  }

  bool is_list_intro(std::string_view line) {
    static const Matcher pattern{words::kListIntro};
    std::string_view rest;
    if (line.substr(0, kIntroBytes).find(':') == std::string_view::npos) return false;
    if (line.size() > 4000 || !pattern.find(line, &rest)) return false;
    const auto first = text::match_marker(rest);
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

namespace {

// Whether rows of a table follow a paragraph, at most one line (单位：万元) between them.
bool table_follows(const text::View& view, std::size_t index) {
  constexpr std::size_t kLines = 2;
  const auto& paragraphs = view.paragraphs();
  for (std::size_t next = index + 1; next < std::min(paragraphs.size(), index + 1 + kLines); ++next) {
    if (view.slice(paragraphs[next].span).find('\t') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> find_annexes(const text::View& view) {
  static const Matcher pattern{words::kAnnexLine};
  static const Matcher titled{words::kTitledAnnex};
  std::vector<std::size_t> annexes;
  const auto& paragraphs = view.paragraphs();
  for (std::size_t index = 0; index < paragraphs.size(); ++index) {
    if (paragraphs[index].kind != text::ParagraphKind::body || paragraphs[index].span.size() > kAnnexBytes) continue;
    const std::string_view line = view.slice(paragraphs[index].span);
    if (pattern.fits(line) || (titled.fits(line) && table_follows(view, index))) annexes.push_back(index);
  }
  return annexes;
}

}  // namespace zhibiao::outline
