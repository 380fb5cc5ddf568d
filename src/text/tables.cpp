// Table rows among the lines of a text: pipes, wide gaps, or blanks that typography does not explain.
// In: Lines. Out: cell borders as tabs, rows marked.
// Tested by tests/text/repair_test.cpp.
#include "text/tables.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "text/chars.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kColumnBlanks = 3;  // columns of blank that part cells anywhere
constexpr std::size_t kNarrowGap = 2;     // blanks that do in a line with several such gaps

/// Cells that wide gaps part: at least one, or several narrow ones, and more than spread-out single characters; else 0.
std::size_t count_columns(std::span<const Glyph> glyphs) {
  std::size_t blanks = 0;
  std::size_t cell = 0;
  std::size_t longest = 0;
  std::size_t gaps = 0;
  std::size_t narrow = 0;
  std::size_t run = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.ch == U' ') {
      blanks += glyph.length == 3 ? 2 : 1;
      ++run;
      continue;
    }
    if (blanks >= kColumnBlanks) ++gaps;
    if (run >= kNarrowGap) {
      ++narrow;
      cell = 0;
    }
    blanks = run = 0;
    longest = std::max(longest, ++cell);
  }
  return (gaps > 0 || narrow > 1) && longest >= 2 ? std::max(gaps, narrow) + 1 : 0;
}

/// `森林覆盖率 % 约束性 19.5 -`: blanks that typography between characters and numbers does not explain, in a line
/// without punctuation.
bool has_cells(const Line& line, std::span<const Glyph> glyphs) {
  if (line.stop || line.comma || line.size > 60) return false;
  const auto tight = [](char32_t ch) {
    return is_han(ch) || std::u32string_view(U"%-/[]<>≤≥").find(ch) != std::u32string_view::npos;
  };
  std::size_t gaps = 0;
  std::size_t cell = 0;
  std::size_t longest = 0;
  for (std::size_t at = 1; at + 1 < glyphs.size(); ++at) {
    longest = std::max(longest, ++cell);
    if (glyphs[at].ch != U' ') continue;
    cell = 0;
    const char32_t before = glyphs[at - 1].ch;
    const char32_t after = glyphs[at + 1].ch;
    // A dash by itself fills an empty cell.
    const bool dash = after == U'-' && (at + 2 == glyphs.size() || glyphs[at + 2].ch == U' ');
    if (dash || (tight(before) && tight(after))) ++gaps;
  }
  return gaps >= 2 && longest >= 3;
}

/// `12　培育企业`: digits of the number that opens the line, parted by a wide gap from text; 0 when none does.
std::size_t ordinal_size(std::span<const Glyph> glyphs) {
  std::size_t digits = 0;
  while (digits < glyphs.size() && digits < 4 && is_digit(glyphs[digits].ch)) ++digits;
  std::size_t at = digits;
  std::size_t blanks = 0;
  while (at < glyphs.size() && glyphs[at].ch == U' ') blanks += glyphs[at++].length == 3 ? 2 : 1;
  return digits > 0 && digits < 4 && blanks >= 2 && at < glyphs.size() && is_han(glyphs[at].ch) ? digits : 0;
}

}  // namespace

bool split_pipe_cells(std::vector<Glyph>& glyphs, Line& line) {
  const auto first = glyphs.begin() + static_cast<std::ptrdiff_t>(line.begin);
  const auto last = glyphs.begin() + static_cast<std::ptrdiff_t>(line.end);
  if (last - first < 2 || (last - 1)->ch != U'|') return true;
  // What turns pages into text leaves out the first border: 1 | 新建学校7所 | 教育局 |
  const auto borders = std::count_if(first, last, [](const Glyph& glyph) { return glyph.ch == U'|'; });
  if (first->ch != U'|' && borders < 2) return true;
  if (std::all_of(first, last, [](const Glyph& glyph) {
        return glyph.ch == U'|' || glyph.ch == U'-' || glyph.ch == U':' || glyph.ch == U' ' || glyph.ch == U'+';
      })) {
    return false;
  }
  for (auto at = first; at != last; ++at) {
    if (at->ch == U'|') at->ch = U'\t';
  }
  line.row = true;
  return true;
}

namespace {

/// How a line looks that may be a row.
enum class Look { none, wide, cells, ordinal };

Look look_of(const Line& line, std::span<const Glyph> glyphs) {
  const bool blanks = line.size < line.end - line.begin;
  if (line.row || line.bullet || !blanks) return Look::none;
  const std::size_t columns = count_columns(glyphs);
  if (ordinal_size(glyphs) > 0 && columns < 3) return Look::ordinal;
  if (!line.marker && columns > 0) return Look::wide;
  return has_cells(line, glyphs) ? Look::cells : Look::none;
}

/// Each run of at least so many blanks becomes a cell's border.
void cut_cells(const Line& line, std::size_t least, std::vector<Glyph>& glyphs) {
  for (std::size_t at = line.begin; at < line.end;) {
    std::size_t end = at;
    while (end < line.end && glyphs[end].ch == U' ') ++end;
    if (end - at >= least) glyphs[at].ch = U'\t';
    at = std::max(end, at + 1);
  }
}

}  // namespace

void mark_columns(Lines& out) {
  constexpr std::size_t kReach = 3;  // lines in which a row has others like it; wide ones stand together
  std::vector<Look> looks;
  for (const Line& line : out.lines) looks.push_back(look_of(line, out.of(line)));
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    if (looks[i] == Look::none) continue;
    const std::size_t reach = looks[i] == Look::wide ? 1 : kReach;
    bool company = false;
    for (std::size_t k = i > reach ? i - reach : 0; k <= i + reach && k < looks.size(); ++k) {
      company = company || (k != i && looks[k] == looks[i]);
    }
    if (!company) continue;
    Line& line = out.lines[i];
    line.row = true;
    if (looks[i] == Look::ordinal) {
      out.glyphs[line.begin + ordinal_size(out.of(line))].ch = U'\t';
    } else {
      cut_cells(line, looks[i] == Look::wide ? kNarrowGap : 1, out.glyphs);
    }
  }
}

}  // namespace zhibiao::text
