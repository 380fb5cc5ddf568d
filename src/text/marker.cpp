// Markers of numbered items, as they look at the start of a line or a sentence.
// In: cleaned text. Out: style, ordinal and length of the marker there, if any. Its words stand in marker.def.
// Tested by tests/text/marker_test.cpp.
#include "text/marker.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/chars.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kLongest = kMarkerCharacters;
constexpr int kMaxOrdinal = 199;

/// What a division is called, and the style of its marker.
struct Division {
  std::u32string_view name;
  MarkerStyle style;
};

#include "text/marker.def"

bool is_in(char32_t ch, std::u32string_view set) { return set.find(ch) != std::u32string_view::npos; }

/// The first characters of a line, with where each begins. Decoded as far as they are asked for: most lines show with
/// the first one that they have no marker.
class Window {
 public:
  explicit Window(std::string_view line) : line_(line) { offset_[0] = 0; }
  explicit Window(std::u32string_view line) : most_(std::min(line.size(), kLongest)) {
    offset_[0] = 0;
    for (; size_ < most_; ++size_) {
      ch_[size_] = line[size_];
      offset_[size_ + 1] = offset_[size_] + utf8_size(line[size_]);
    }
  }

  /// NUL behind the line's end and behind the window's.
  char32_t operator[](std::size_t index) const { return index < size_ || decode(index) ? ch_[index] : U'\0'; }
  /// Where a character begins, or the last one asked for ends.
  std::size_t offset(std::size_t index) const { return offset_[index]; }
  std::size_t skip_blanks(std::size_t at) const {
    while (is_blank((*this)[at]) || (*this)[at] == U'\t') ++at;
    return at;
  }
  bool has(std::u32string_view word, std::size_t at) const {
    return std::all_of(word.begin(), word.end(), [&](char32_t ch) { return (*this)[at++] == ch; });
  }
  std::string text(std::size_t begin, std::size_t end) const {
    std::string out;
    for (std::size_t at = begin; at < end; ++at) append_char(out, (*this)[at]);
    return out;
  }

 private:
  bool decode(std::size_t index) const {
    while (size_ <= index) {
      std::size_t at = offset_[size_];
      if (size_ == most_ || at == line_.size()) return false;
      ch_[size_++] = fold_width(next_char(line_, at));
      offset_[size_] = at;
    }
    return true;
  }

  std::string_view line_;
  std::size_t most_ = kLongest;
  mutable std::array<char32_t, kLongest> ch_;
  mutable std::array<std::size_t, kLongest + 1> offset_;
  mutable std::size_t size_ = 0;
};

struct Number {
  int value = 0;
  std::size_t end = 0;  ///< index behind it
};

/// 0 … 9, or -1 for any other character.
int hanzi_digit(char32_t ch) {
  if (!kMarkerOpeners.has(ch)) return -1;  // nearly always
  if (is_in(ch, kOtherZeros)) return 0;
  const auto at = kNumerals.find(ch);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

/// 一 … 一百九十九.
std::optional<Number> hanzi_number(const Window& line, std::size_t at) {
  int total = 0;
  int digit = -1;
  const std::size_t begin = at;
  for (; at < begin + 6; ++at) {
    const int value = hanzi_digit(line[at]);
    if (value >= 0 && digit <= 0) {
      digit = value;
    } else if (line[at] == kTen) {
      total += (digit < 0 ? 1 : digit) * 10;
      digit = -1;
    } else if (line[at] == kHundred && digit > 0) {
      total += digit * 100;
      digit = -1;
    } else {
      break;
    }
  }
  total += std::max(digit, 0);
  if (at == begin || total == 0 || total > kMaxOrdinal) return std::nullopt;
  return Number{total, at};
}

/// Up to three digits.
std::optional<Number> digits(const Window& line, std::size_t at) {
  Number number{0, at};
  while (is_digit(line[number.end])) {
    if (number.end - at == 3) return std::nullopt;
    number.value = number.value * 10 + static_cast<int>(line[number.end++] - U'0');
  }
  if (number.end == at || number.value == 0 || line[at] == U'0') return std::nullopt;
  return number;
}

/// The small form ﹒ is what old web pages number with.
bool is_point(char32_t ch) { return ch == U'.' || ch == U'．' || ch == U'﹒' || ch == U'、'; }

struct Match {
  MarkerStyle style;
  int ordinal;
  std::size_t end;
  std::string label;
};

/// 第三章, 第十二条, 第一部分.
std::optional<Match> match_division(const Window& line, std::size_t at) {
  if (line[at] != kDivisionOpens) return std::nullopt;
  const std::size_t begin = line.skip_blanks(at + 1);
  auto number = hanzi_number(line, begin);
  if (!number) number = digits(line, begin);
  if (!number) return std::nullopt;
  const std::size_t unit = line.skip_blanks(number->end);
  const auto division =
      std::find_if(kDivisions.begin(), kDivisions.end(), [&](const Division& d) { return line.has(d.name, unit); });
  if (division == kDivisions.end()) return std::nullopt;
  const std::size_t end = unit + division->name.size();
  const bool heading = std::any_of(kHeadingOpens.begin(), kHeadingOpens.end(),
                                   [&](std::u32string_view word) { return line.has(word, end); });
  if (!heading && is_in(line[end], kReferenceGoesOn)) return std::nullopt;
  return Match{division->style, number->value, end, line.text(begin, number->end)};
}

/// （一）, (一)、, （1）, 1), with or without blanks; the opening bracket can be missing.
std::optional<Match> match_brackets(const Window& line, std::size_t at) {
  const bool open = line[at] == U'(';
  const std::size_t begin = open ? line.skip_blanks(at + 1) : at;
  auto style = MarkerStyle::hanzi_paren;
  auto number = hanzi_number(line, begin);
  if (!number) {
    number = digits(line, begin);
    style = MarkerStyle::digit_paren;
  }
  if (!number) return std::nullopt;
  std::size_t end = line.skip_blanks(number->end);
  if (line[end] != U')') return std::nullopt;
  if (is_point(line[++end]) && !is_digit(line[end + 1])) ++end;
  return Match{style, number->value, end, line.text(begin, number->end)};
}

/// 一、 or 一. – but not the list of numerals in 二、三级医院.
std::optional<Match> match_hanzi(const Window& line, std::size_t at) {
  const auto number = hanzi_number(line, at);
  if (!number) return std::nullopt;
  if (line[number->end] == kEnumerates) {
    if (number->value > 20) return std::nullopt;
    return Match{MarkerStyle::enumerated, number->value, number->end + 1, line.text(at, number->end)};
  }
  const std::size_t point = line.skip_blanks(number->end);
  if (!is_point(line[point])) return std::nullopt;
  const std::size_t next = line.skip_blanks(point + 1);
  if (const auto second = hanzi_number(line, next)) {
    if (second->value == number->value + 1 && is_in(line[second->end], kGraded)) return std::nullopt;
  }
  return Match{MarkerStyle::hanzi, number->value, point + 1, line.text(at, number->end)};
}

/// What can stand behind a decimal number as its unit: then it is no heading number.
bool opens_with_unit(const Window& line, std::size_t at) {
  if (line[at] == kBoundOpens) return is_in(line[at + 1], kBoundCloses);
  if (!is_in(line[at], kUnitOpens)) return false;
  return std::none_of(kNoUnits.begin(), kNoUnits.end(), [&](auto word) { return line.has(word, at); });
}

bool is_year(const Window& line, std::size_t at) {
  const bool century = (line[at] == U'1' && line[at + 1] == U'9') || (line[at] == U'2' && line[at + 1] == U'0');
  return century && is_digit(line[at + 2]) && is_digit(line[at + 3]);
}

/// 2020年, 2024—2026年 and the like: a year right behind an item's dot (`12.2020年底前`) is no decimal.
bool opens_with_year(const Window& line, std::size_t at) {
  if (!is_year(line, at)) return false;
  std::size_t end = at + 4;
  if (line[end] == kYear) return true;
  while (is_in(line[end], U"-—–~～")) ++end;
  return end > at + 4 && is_year(line, end) && line[end + 4] == kYear;
}

/// 6月底前: a month right behind an item's dot (`5.6月底前`) is no decimal either.
bool opens_with_month(const Window& line, std::size_t at) {
  constexpr int kMonths = 12;
  const auto number = digits(line, at);
  return number && number->value <= kMonths && line[number->end] == kMonth &&
         is_in(line[number->end + 1], kMonthGoesOn);
}

/// 0—6岁, 6个月内, 15分钟: nor is an age or a time (`3.6个月内婴儿`) that something is said of; `78.66岁。` is a decimal.
bool opens_with_age(const Window& line, std::size_t at) {
  std::size_t end = at;
  while (is_digit(line[end]) && end < at + 2) ++end;
  if (is_in(line[end], U"-—–~～")) {
    while (is_in(line[end], U"-—–~～")) ++end;
    while (is_digit(line[end]) && end < at + 8) ++end;
  }
  const auto age = std::find_if(kAges.begin(), kAges.end(), [&](auto word) { return line.has(word, end); });
  if (age == kAges.end()) return false;
  end += age->size();
  for (const auto word : kBounds) end += line.has(word, end) ? word.size() : 0;
  return is_han(line[end]);
}

/// 50个小区: nor is a count of what does not come in parts (`2.50个小区`), if it names what it counts.
bool opens_with_things(const Window& line, std::size_t at) {
  const auto number = digits(line, at);
  if (!number || !is_in(line[number->end], kWholeThings) || !is_han(line[number->end + 1])) return false;
  if (!opens_with_unit(line, number->end)) return false;
  return std::none_of(kNoThings.begin(), kNoThings.end(), [&](auto word) { return line.has(word, number->end); });
}

/// 1. 1、 and decimal heading numbers 1.2 (which need text behind that is no unit).
std::optional<Match> match_digit(const Window& line, std::size_t at) {
  const auto number = digits(line, at);
  if (!number) return std::nullopt;
  const std::size_t point = line.skip_blanks(number->end);
  // 1。 for 1. is what word processors make of it.
  const bool stop = line[point] == U'。' && point == number->end && is_han(line[line.skip_blanks(point + 1)]);
  if (!is_point(line[point]) && !stop) return std::nullopt;
  const std::size_t next = point + 1;
  if (!is_digit(line[next])) {
    if (line[next] == U'%' || line[next] == U'‰') return std::nullopt;
    return Match{MarkerStyle::digit, number->value, next, line.text(at, number->end)};
  }
  const bool month = line[point] == U'.' && opens_with_month(line, next);  // 5、6月份 are two months
  const bool age = line[point] == U'.' && number->value < kLeastLife && opens_with_age(line, next);
  const bool things = line[point] == U'.' && opens_with_things(line, next);
  if (opens_with_year(line, next) || month || age || things)
    return Match{MarkerStyle::digit, number->value, next, line.text(at, number->end)};
  if (line[point] == U'、' || point != number->end) return std::nullopt;
  std::size_t end = next;
  std::optional<Number> last;
  while (const auto part = digits(line, end)) {
    last = part;
    end = part->end;
    if (line[end] != U'.' || !is_digit(line[end + 1])) break;
    ++end;
  }
  if (!last || last->end != end || is_digit(line[end])) return std::nullopt;
  const std::string label = line.text(at, end);
  if (is_point(line[end])) ++end;
  const std::size_t text = line.skip_blanks(end);
  const bool words = is_han(line[text]) || is_opener(line[text]) || line[text] == U'"';
  if (!words || opens_with_unit(line, text)) return std::nullopt;
  if (last->value > 50) return std::nullopt;
  return Match{MarkerStyle::dotted, last->value, end, label};
}

/// Characters that are markers by themselves, in a row from `ordinal` on.
struct Symbols {
  char32_t first;
  char32_t last;
  int ordinal;
  MarkerStyle style;
};

constexpr std::array<Symbols, 8> kSymbols{{
    {0x2460, 0x2473, 1, MarkerStyle::circled},      // ①
    {0x3251, 0x325F, 21, MarkerStyle::circled},     // ㉑
    {0x32B1, 0x32BF, 36, MarkerStyle::circled},     // ㊱
    {0x2776, 0x277F, 1, MarkerStyle::circled},      // ❶
    {0x2780, 0x2789, 1, MarkerStyle::circled},      // ➀
    {0x2474, 0x2487, 1, MarkerStyle::digit_paren},  // ⑴
    {0x2488, 0x249B, 1, MarkerStyle::digit},        // ⒈
    {0x3220, 0x3229, 1, MarkerStyle::hanzi_paren},  // ㈠
}};

/// ① ⑴ ⒈ ㈠.
std::optional<Match> match_symbol(const Window& line, std::size_t at) {
  const char32_t ch = line[at];
  const auto* range = std::find_if(kSymbols.begin(), kSymbols.end(),
                                   [ch](const Symbols& entry) { return entry.first <= ch && ch <= entry.last; });
  if (range == kSymbols.end()) return std::nullopt;
  const int ordinal = range->ordinal + static_cast<int>(ch - range->first);
  std::string label = std::to_string(ordinal);
  if (range->style == MarkerStyle::hanzi_paren) {
    label.clear();
    append_char(label, ordinal == 10 ? kTen : kNumerals[static_cast<std::size_t>(ordinal)]);
  }
  std::size_t end = at + 1;
  if (is_point(line[end]) && !is_digit(line[end + 1])) ++end;
  return Match{range->style, ordinal, end, label};
}

std::optional<Match> match_letter(const Window& line, std::size_t at) {
  if (!is_letter(line[at]) || !is_point(line[at + 1])) return std::nullopt;
  const std::size_t text = line.skip_blanks(at + 2);
  if (!is_han(line[text]) && !is_opener(line[text])) return std::nullopt;
  const char32_t base = line[at] >= U'a' ? U'a' : U'A';
  return Match{MarkerStyle::letter, static_cast<int>(line[at] - base) + 1, at + 2, line.text(at, at + 1)};
}

constexpr CharSet marker_openers() {
  CharSet set(U"(");
  set.add(U'0', U'9')
      .add(U'A', U'Z')
      .add(U'a', U'z')
      .add(kDivisionOpens, kDivisionOpens)
      .add(kTen, kTen)
      .add(kNumerals)
      .add(kOtherZeros);
  for (const Symbols& row : kSymbols) set.add(row.first, row.last);
  return set;
}

/// Each form opens with characters of its own.
std::optional<Match> match_at(const Window& line, std::size_t at) {
  const char32_t ch = line[at];
  if (is_letter(ch)) return match_letter(line, at);
  if (ch == U'(') return match_brackets(line, at);
  if (ch == kDivisionOpens) return match_division(line, at);
  const bool hanzi = ch == kTen || hanzi_digit(ch) >= 0;
  if (!hanzi && !is_digit(ch)) return match_symbol(line, at);
  if (auto match = match_brackets(line, at)) return match;
  return hanzi ? match_hanzi(line, at) : match_digit(line, at);
}

/// The marker that the first characters of a line are.
std::optional<Marker> marker_of(const Window& window) {
  std::size_t at = 0;
  if (!kMarkerOpeners.has(window[at])) {
    at = window.skip_blanks(0);
    if (is_list_sign(window[at])) at = window.skip_blanks(at + 1);
    if (!kMarkerOpeners.has(window[at])) return std::nullopt;
  }
  auto match = match_at(window, at);
  if (!match) return std::nullopt;
  Marker marker;
  marker.style = match->style;
  marker.ordinal = match->ordinal;
  marker.offset = window.offset(at);
  marker.length = window.offset(match->end) - window.offset(at);
  marker.label = std::move(match->label);
  return marker;
}

}  // namespace

constexpr CharSet kMarkerOpeners = marker_openers();

bool is_list_sign(char32_t ch) {
  constexpr std::u32string_view kSigns = U"-–—*·•●◆◇■▪➢";
  return is_in(ch, kSigns);
}

std::optional<Marker> match_marker(std::string_view line) { return marker_of(Window(line)); }

std::optional<Marker> match_marker(std::u32string_view line) { return marker_of(Window(line)); }

}  // namespace zhibiao::text
