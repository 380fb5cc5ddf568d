// Page numbers and running heads, told by their look or by coming again at a page's distance.
// In: Lines and their kinds. Out: kinds with furniture marked; glued page numbers cut off.
// Tested by tests/text/furniture_test.cpp.
#include "text/pages.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/chars.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kShortPage = 250;    // characters: a page has more
constexpr std::size_t kLongPage = 2500;    // and less than this
constexpr std::size_t kShortChain = 3;     // lone numbers that rise from page to page
constexpr std::size_t kGluedChain = 6;     // glued ones need more proof
constexpr std::size_t kMostMissing = 4;    // page numbers in a row that a chain can miss
constexpr std::size_t kHeadDistance = 12;  // lines

#include "text/pages.def"

/// `第3页`, `第3页共10页`, without blanks.
bool is_page_phrase(std::u32string_view text) {
  return text.size() >= 3 && text.front() == kPageOpens && is_digit(text[1]) && text.back() == kPageCloses;
}

bool is_rule(char32_t ch) { return ch == U'-' || ch == U'–' || ch == U'—' || ch == U'―' || ch == U'─' || ch == U'·'; }

class Pages {
 public:
  Pages(Lines& lines, std::vector<ParagraphKind>& kinds) : lines_(lines), kinds_(kinds) {}

  void run() {
    mark_by_look();
    mark_lone_numbers();
    mark_displaced();
    cut_glued_numbers();
    mark_running_heads();
  }

 private:
  std::size_t count() const { return lines_.lines.size(); }
  const Line& line(std::size_t index) const { return lines_.lines[index]; }
  bool body(std::size_t index) const { return kinds_[index] == ParagraphKind::body; }
  bool prose(std::size_t index) const { return line(index).ends_stop || line(index).size >= 22; }

  /// `- 12 -`, `—3—`, `第3页`, `第 3 页 共 10 页`.
  bool looks_like_page(std::size_t index) const {
    const Line& at = line(index);
    if (at.size > 14) return false;
    std::u32string text;
    for (const Glyph& glyph : lines_.of(at)) {
      if (glyph.ch != U' ' && glyph.ch != U'\t') text += glyph.ch;
    }
    if (is_page_phrase(text)) return true;
    std::size_t begin = 0;
    std::size_t end = text.size();
    while (begin < end && is_rule(text[begin])) ++begin;
    while (end > begin && is_rule(text[end - 1])) --end;
    if (begin == 0 || end == text.size() || begin == end || end - begin > 4) return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                       text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
  }

  void mark_by_look() {
    for (std::size_t i = 0; i < count(); ++i) {
      if (body(i) && looks_like_page(i)) kinds_[i] = ParagraphKind::furniture;
    }
  }

  /// A number alone on its line, else 0.
  std::size_t lone_number(std::size_t index) const {
    const Line& at = line(index);
    if (at.size > 4 || at.bullet) return 0;
    std::size_t value = 0;
    for (const Glyph& glyph : lines_.of(at)) {
      if (!is_digit(glyph.ch)) return 0;
      value = value * 10 + static_cast<std::size_t>(glyph.ch - U'0');
    }
    return value;
  }

  /// Lone numbers beside running text that rise from page to page; table cells stand closer together.
  void mark_lone_numbers() {
    struct Page {
      std::size_t value;
      std::size_t index;
    };
    std::vector<Page> chain;
    const auto flush = [&] {
      if (chain.size() >= kShortChain) {
        for (const Page& page : chain) kinds_[page.index] = ParagraphKind::furniture;
      }
      chain.clear();
    };
    for (std::size_t i = 0; i < count(); ++i) {
      const std::size_t value = body(i) ? lone_number(i) : 0;
      if (value == 0) continue;
      const bool last = i + 1 == count() && i > 0 && line(i - 1).ends_stop;
      if (last || line(i).page_break || (i + 1 < count() && line(i + 1).page_break)) {
        kinds_[i] = ParagraphKind::furniture;
        continue;
      }
      if (!(i > 0 && prose(i - 1)) && !(i + 1 < count() && prose(i + 1))) continue;
      if (!chain.empty()) {
        // Too near for a next page: a table is counted here.
        const bool near = line(i).begin - line(chain.back().index).begin < kShortPage;
        if (near || value <= chain.back().value || value > chain.back().value + 3) flush();
      }
      chain.push_back({value, i});
    }
    flush();
  }

  /// In wrapped text a number alone between two halves of a sentence is a displaced sub- or superscript or the mark of
  /// a note.
  void mark_displaced() {
    if (lines_.wrap == 0) return;
    for (std::size_t i = 1; i + 1 < count(); ++i) {
      const Line& at = line(i);
      if (!body(i) || !body(i - 1) || at.size > 4 || at.row || line(i - 1).ends_stop) continue;
      const auto glyphs = lines_.of(at);
      const bool number = std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) {
        return is_digit(glyph.ch) || glyph.ch == U'.' || glyph.ch == U' ';
      });
      const bool inside = lines_.full(line(i - 1), true) && line(i + 1).size > 4 && !line(i + 1).marker;
      if (number && inside) kinds_[i] = ParagraphKind::furniture;
    }
  }

  struct Glued {
    std::size_t index = 0;
    std::size_t value = 0;
    std::size_t length = 1;  // of the chain that ends here
    std::size_t before = 0;  // place in the list of the one before
  };

  /// `12的工作…` on a line in the middle of a sentence is a page number only as one of many that rise by one from page
  /// to page.
  void cut_glued_numbers() {
    if (lines_.wrap == 0) return;
    std::vector<Glued> found;
    std::unordered_map<std::size_t, std::vector<std::size_t>> by_value;
    for (std::size_t i = 0; i < count(); ++i) {
      if (!body(i)) continue;
      Glued at{i, 0, 1, 0};
      const auto glyphs = lines_.of(line(i));
      std::size_t digits = 0;
      while (digits < glyphs.size() && digits < 4 && is_digit(glyphs[digits].ch)) {
        at.value = at.value * 10 + static_cast<std::size_t>(glyphs[digits++].ch - U'0');
      }
      if (digits == 0 || digits > 3 || at.value == 0 || digits == glyphs.size()) continue;
      const char32_t next = glyphs[digits].ch;
      if (!is_han(next) && !is_opener(next) && !is_letter(next) && next != U'、' && next != U',') continue;
      at.before = found.size();
      for (std::size_t step = 1; step <= kMostMissing && step < at.value; ++step) {
        const auto earlier = by_value.find(at.value - step);
        if (earlier == by_value.end()) continue;
        for (const std::size_t place : earlier->second) {
          const std::size_t gap = line(i).begin - line(found[place].index).begin;
          if (gap < kShortPage * step || gap > kLongPage * step || found[place].length + 1 <= at.length) continue;
          at.length = found[place].length + 1;
          at.before = place;
        }
      }
      auto& same = by_value[at.value];
      if (same.size() >= 8) same.erase(same.begin());
      same.push_back(found.size());
      found.push_back(at);
    }
    const auto best = std::max_element(found.begin(), found.end(),
                                       [](const Glued& a, const Glued& b) { return a.length < b.length; });
    if (best == found.end() || best->length < kGluedChain) return;
    std::size_t place = static_cast<std::size_t>(best - found.begin());
    for (;; place = found[place].before) {
      cut(found[place].index, std::to_string(found[place].value).size());
      if (found[place].before == place) break;
      const Glued& earlier = found[found[place].before];
      cut_between(earlier.index, found[place].index, earlier.value + 1, found[place].value);
    }
  }

  /// The page numbers from `value` to before `end` that the chain misses, as a marker follows them: `536.2.3`.
  void cut_between(std::size_t from, std::size_t to, std::size_t value, std::size_t end) {
    for (std::size_t i = from + 1; i < to && value < end; ++i) {
      if (!body(i)) continue;
      const std::string digits = std::to_string(value);
      const std::string text = lines_.plain(line(i), 30);
      if (!text.starts_with(digits) || !match_marker(std::string_view(text).substr(digits.size()))) continue;
      cut(i, digits.size());
      ++value;
    }
  }

  void cut(std::size_t index, std::size_t digits) {
    Line& at = lines_.lines[index];
    at.begin += digits;
    while (at.begin + 1 < at.end && lines_.glyphs[at.begin].ch == U' ') ++at.begin;
    describe_line(lines_, at);
  }

  void mark_running_heads() {
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < count(); ++i) {
      const Line& at = line(i);
      if (!body(i) || at.size < 4 || at.size > 36 || at.stop || at.comma || at.marker || at.row) continue;
      if (is_digit(at.first) || at.last == U':') continue;
      if (at_page_edge(i)) places[lines_.plain(at)].push_back(i);
    }
    for (const auto& [text, where] : places) {
      if (where.size() < 3) continue;
      const std::size_t spread = (where.back() - where.front()) / (where.size() - 1);
      if (spread < kHeadDistance) continue;
      for (const std::size_t index : where) kinds_[index] = ParagraphKind::furniture;
    }
  }

  /// A page number or form feed stands next to the line, or it parts a sentence.
  bool at_page_edge(std::size_t index) const {
    if (line(index).page_break) return true;
    if (index > 0 && kinds_[index - 1] == ParagraphKind::furniture) return true;
    if (index + 1 >= count()) return false;
    if (kinds_[index + 1] == ParagraphKind::furniture || line(index + 1).page_break) return true;
    if (index == 0) return false;
    const Line& before = line(index - 1);
    return (before.comma || before.stop) && !before.ends_stop && before.size >= 22 && prose(index + 1) &&
           !line(index + 1).marker;
  }

  Lines& lines_;
  std::vector<ParagraphKind>& kinds_;
};

}  // namespace

void mark_pages(Lines& lines, std::vector<ParagraphKind>& kinds) { Pages(lines, kinds).run(); }

}  // namespace zhibiao::text
