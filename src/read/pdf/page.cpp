// Read, PDF files: words with their boxes. Input: pdftotext's TSV; output: pages of words, and words as lines.
// Tested by tests/read/pdf_test.cpp.
#include "read/pdf/page.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

namespace zhibiao::read_stage {
namespace {

constexpr double kSameLine = 0.5;   // of the lower one's height: they stand side by side
constexpr double kBlankGap = 0.12;  // em
constexpr double kWideGap = 0.9;    // em
constexpr std::size_t kMostBlanks = 4;

struct Pair {
  char32_t from;
  char32_t to;
};
#include "read/pdf/radicals.def"

/// What fonts give for a character although another is meant.
char32_t meant(char32_t ch) {
  if (ch == 0xAD) return U'-';  // drawn, so it is no hint for a line break
  if (ch == 0xA0) return U' ';
  const auto found = std::lower_bound(std::begin(kRadicals), std::end(kRadicals), ch,
                                      [](const Pair& pair, char32_t wanted) { return pair.from < wanted; });
  return found != std::end(kRadicals) && found->from == ch ? found->to : ch;
}

void append(std::string& text, char32_t ch) {
  std::array<char, 4> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(ch));
  text.append(bytes.data(), static_cast<std::size_t>(size));
}

bool is_nameless(char32_t ch) {
  const auto category = u_charType(static_cast<UChar32>(ch));
  return ch == 0xFFFD || category == U_PRIVATE_USE_CHAR || category == U_UNASSIGNED || category == U_CONTROL_CHAR;
}

bool is_bullet(char32_t ch) { return ch >= 0xF06C && ch <= 0xF0FF; }  // of Symbol and Wingdings

/// The word's characters as they are meant; bullets of symbol fonts as such.
std::string clean(std::string_view word, PdfCharacters& seen) {
  std::string out;
  const bool alone = word.size() == 3;
  while (!word.empty()) {
    char32_t ch = meant(take_char(word));
    if (alone && is_bullet(ch)) ch = U'•';
    if (ch == U' ') {
      out += ' ';
      continue;
    }
    ++seen.all;
    if (is_nameless(ch)) ++seen.nameless;
    if (ch >= 0x80 && ch <= 0xFF && ch != 0xB7 && ch != 0xB0 && ch != 0xB1 && ch != 0xD7) ++seen.latin1;
    if (u_charType(static_cast<UChar32>(ch)) != U_CONTROL_CHAR) append(out, ch);
  }
  return out;
}

/// A length; what no page has (NaN, infinite or huge places of a broken file) is 0.
double number(std::string_view text) {
  constexpr double kMost = 1e6;
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::abs(value) <= kMost ? value : 0;
}

/// Width or height; a box that is turned inside out has none.
double extent(std::string_view text) { return std::max(0.0, number(text)); }

/// Nothing but Chinese characters, whose width is always the same.
bool all_ideographs(std::string_view text) {
  while (!text.empty()) {
    const auto ch = static_cast<UChar32>(take_char(text));
    if (u_hasBinaryProperty(ch, UCHAR_IDEOGRAPHIC) == 0) return false;
  }
  return true;
}

/// The full-width form of an ASCII character.
bool is_full_width(char32_t ch) { return ch >= 0xFF01 && ch <= 0xFF5E; }

/// Those that are no punctuation of Chinese text: letters, digits, signs around numbers, straight quotes.
bool is_number_sign(char32_t ch) {
  constexpr std::u32string_view kSigns = U"\uFF02\uFF05\uFF06\uFF07\uFF0A\uFF0B\uFF0D\uFF0E\uFF0F\uFF1C\uFF1D\uFF1E";
  return (ch >= 0xFF10 && ch <= 0xFF19) || (ch >= 0xFF21 && ch <= 0xFF3A) || (ch >= 0xFF41 && ch <= 0xFF5A) ||
         kSigns.find(ch) != std::u32string_view::npos;
}

/// Width of a Chinese character for each point of a word's height.
double width_by_height(const std::vector<PdfPage>& pages) {
  constexpr double kUsual = 0.85;
  std::vector<double> values;
  for (const PdfPage& page : pages) {
    for (const PdfWord& word : page.words) {
      const double units = units_of(word.text);
      if (units >= 2 && word.box.height() > 0 && all_ideographs(word.text)) {
        values.push_back(word.box.width() / units / word.box.height());
      }
    }
  }
  return values.empty() ? kUsual : median(std::move(values));
}

/// The maps of old fonts give full-width signs for narrow ones: `２０２５` where the page shows `2025`. Their width
/// tells.
void narrow_signs(std::vector<PdfPage>& pages) {
  const double width = width_by_height(pages);
  for (PdfPage& page : pages) {
    for (PdfWord& word : page.words) {
      bool others = false;
      for (std::string_view rest = word.text; !rest.empty();) {
        const char32_t ch = take_char(rest);
        others = others || (is_wide(ch) && !is_full_width(ch));
      }
      std::size_t full = 0;
      for (std::string_view rest = word.text; !rest.empty();) {
        const char32_t ch = take_char(rest);
        full += is_number_sign(ch) || (!others && is_full_width(ch)) ? 1 : 0;
      }
      const double em = word.box.height() * width;
      if (full == 0 || word.box.width() > (units_of(word.text) - 0.25 * static_cast<double>(full)) * em) continue;
      std::string narrow;
      for (std::string_view rest = word.text; !rest.empty();) {
        const char32_t ch = take_char(rest);
        append(narrow, is_number_sign(ch) || (!others && is_full_width(ch)) ? ch - 0xFEE0 : ch);
      }
      word.text = std::move(narrow);
    }
  }
}

double em_of(const PdfLine& line) {
  constexpr double kEnough = 3;  // characters
  double sure_width = 0;
  double sure_units = 0;
  double width = 0;
  double units = 0;
  for (const PdfWord& word : line.words) {
    const double own = units_of(word.text);
    width += word.box.width();
    units += own;
    if (!all_ideographs(word.text)) continue;
    sure_width += word.box.width();
    sure_units += own;
  }
  if (sure_units >= kEnough) return sure_width / sure_units;
  const double by_height = line.box.height() / 1.2;
  return units > 0 ? std::clamp(width / units, by_height * 0.7, by_height * 1.3) : by_height;
}

}  // namespace

void Box::add(const Box& other) {
  x0 = std::min(x0, other.x0);
  y0 = std::min(y0, other.y0);
  x1 = std::max(x1, other.x1);
  y1 = std::max(y1, other.y1);
}

char32_t take_char(std::string_view& text) {
  std::size_t at = 0;
  UChar32 ch = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), ch);
  text.remove_prefix(at);
  return static_cast<char32_t>(ch);
}

char32_t first_char(std::string_view text) { return text.empty() ? 0 : take_char(text); }

char32_t last_char(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  return first_char(text.substr(at));
}

bool is_wide(char32_t ch) {
  if (ch < 0x1100) return false;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(ch), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || (width == U_EA_AMBIGUOUS && ch >= 0x2000);
}

double units_of(std::string_view text) {
  double units = 0;
  while (!text.empty()) units += units_of(take_char(text));
  return units;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<PdfPage> parse_pdf_words(std::string_view tsv, PdfCharacters& seen) {
  constexpr std::size_t kColumns = 12;  // level page par block line word left top width height conf text
  std::vector<PdfPage> pages;
  while (!tsv.empty()) {
    std::string_view row = tsv.substr(0, tsv.find('\n'));
    tsv.remove_prefix(std::min(tsv.size(), row.size() + 1));
    std::array<std::string_view, kColumns> cells;
    for (std::size_t i = 0; i < kColumns; ++i) {
      const std::size_t end = i + 1 == kColumns ? row.size() : std::min(row.find('\t'), row.size());
      cells[i] = row.substr(0, end);
      row.remove_prefix(std::min(row.size(), end + 1));
    }
    const double left = number(cells[6]);
    const double top = number(cells[7]);
    if (cells[0] == "1") {
      PdfPage page;
      page.number = static_cast<std::size_t>(std::max(1.0, number(cells[1])));
      page.width = extent(cells[8]);
      page.height = extent(cells[9]);
      pages.push_back(std::move(page));
    } else if (cells[0] == "5" && !pages.empty()) {
      std::string text = clean(cells[11], seen);
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      pages.back().words.push_back({{left, top, left + extent(cells[8]), top + extent(cells[9])}, std::move(text)});
    }
  }
  narrow_signs(pages);
  return pages;
}

std::vector<PdfLine> make_pdf_lines(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.box.middle() < b.box.middle(); });
  std::vector<PdfLine> lines;
  for (PdfWord& word : words) {
    // Sorted by height, so the line is among the last few.
    PdfLine* home = nullptr;
    double best = kSameLine;
    const std::size_t reach = std::min<std::size_t>(lines.size(), 6);
    for (std::size_t i = lines.size() - reach; i < lines.size(); ++i) {
      const Box& box = lines[i].words.front().box;  // not the whole line: a line of stairs would grow
      const double shared = std::min(box.y1, word.box.y1) - std::max(box.y0, word.box.y0);
      const double part = shared / std::max(1.0, std::min(box.height(), word.box.height()));
      if (part > best) {
        best = part;
        home = &lines[i];
      }
    }
    if (home == nullptr) {
      lines.emplace_back();
      home = &lines.back();
      home->box = word.box;
    }
    home->box.add(word.box);
    home->words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.box.x0 < b.box.x0; });
    line.em = em_of(line);
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.box.middle() < b.box.middle(); });
  return lines;
}

std::string text_of(const PdfLine& line) {
  std::string text;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0) {
      const double gap = (line.words[i].box.x0 - line.words[i - 1].box.x1) / std::max(1.0, line.em);
      if (gap > kWideGap) {
        const auto count = static_cast<std::size_t>(std::min(gap + 0.5, static_cast<double>(kMostBlanks)));
        for (std::size_t n = 0; n < std::max<std::size_t>(1, count); ++n) append(text, U'　');
      } else if (gap > kBlankGap) {
        text += ' ';
      }
    }
    text += line.words[i].text;
  }
  return text;
}

void append_wrapped(std::string& before, std::string_view after) {
  const char32_t last = last_char(before);
  const char32_t first = first_char(after);
  const bool words = u_isalnum(static_cast<UChar32>(last)) != 0 && u_isalnum(static_cast<UChar32>(first)) != 0;
  if (words && !is_wide(last) && !is_wide(first)) before += ' ';
  before.append(after);
}

std::string text_of(const std::vector<PdfLine>& lines) {
  std::string text;
  for (const PdfLine& line : lines) append_wrapped(text, text_of(line));
  return text;
}

}  // namespace zhibiao::read_stage
