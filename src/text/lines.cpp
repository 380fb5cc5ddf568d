// The first step of repair: a source's lines as characters with their places, and how each line looks.
// In: Source. Out: Lines (lines that print something, with features for the later steps).
// Tested by tests/text/repair_test.cpp.
#include "text/lines.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/chars.hpp"
#include "text/entities.hpp"
#include "text/tables.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kMarkerGlyphs = 24;  // no marker is longer
constexpr char32_t kFeed = U'\f';

bool breaks_line(char32_t ch) {
  return ch == U'\n' || ch == kFeed || ch == 0x0B || ch == 0x85 || ch == 0x2028 || ch == 0x2029;
}

bool is_bullet(char32_t ch) {
  switch (ch) {
    case U'·':
    case U'•':
    case U'●':
    case U'◆':
    case U'◇':
    case U'■':
    case U'▪':
    case U'➢':
    case U'\uF06C':
    case U'\uF0B7': return true;
    default: return false;
  }
}

bool is_dash(char32_t ch) { return ch == U'-' || ch == U'–' || ch == U'*' || ch == U'−'; }

/// Skips a list dash or bullet: the number of glyphs to leave out. A dash needs a blank after it or a bracket,
/// so that `-2%` stays whole.
std::size_t bullet_size(std::span<const Glyph> glyphs) {
  if (glyphs.size() < 2) return 0;
  const bool dash = is_dash(glyphs[0].ch);
  if (!dash && !is_bullet(glyphs[0].ch)) return 0;
  std::size_t at = 1;
  while (at < glyphs.size() && (glyphs[at].ch == U' ' || glyphs[at].ch == U'\t')) ++at;
  if (at == glyphs.size()) return 0;
  const char32_t next = glyphs[at].ch;
  if (is_dash(next) || next == U'—') return 0;
  if (dash && at == 1 && !is_opener(next) && !is_han(next)) return 0;
  return at;
}

bool blank_glyph(const Glyph& glyph) { return glyph.ch == U' ' || glyph.ch == U'\t'; }

void trim(const std::vector<Glyph>& glyphs, Line& line) {
  while (line.begin < line.end && blank_glyph(glyphs[line.begin])) {
    const char32_t ch = glyphs[line.begin].ch;
    line.indent += ch == U'\t' ? 4 : (glyphs[line.begin].length == 3 ? 2 : 1);
    ++line.begin;
  }
  while (line.end > line.begin && blank_glyph(glyphs[line.end - 1])) --line.end;
}

/// A stop, what closes after it, and a remark in brackets: `…完成。(责任单位:…)`.
bool ends_with_stop(const std::vector<Glyph>& glyphs, const Line& line) {
  std::size_t end = line.end;
  const auto skip_closers = [&] {
    while (end > line.begin &&
           (is_closer(glyphs[end - 1].ch) || glyphs[end - 1].ch == U'"' || glyphs[end - 1].ch == U' ')) {
      --end;
    }
    return end > line.begin && is_stop(glyphs[end - 1].ch);
  };
  if (skip_closers()) return true;
  if (glyphs[line.end - 1].ch != U')') return false;
  for (end = line.end - 1; end > line.begin && glyphs[end - 1].ch != U'('; --end) {
  }
  if (end == line.begin) return false;
  --end;
  return skip_closers();
}

void describe(const std::vector<Glyph>& glyphs, Line& line) {
  line.width = line.size = 0;
  line.comma = line.stop = line.sentence = false;
  line.body = line.begin + bullet_size(std::span(glyphs).subspan(line.begin, line.end - line.begin));
  line.bullet = line.body > line.begin;
  line.first = glyphs[line.body].ch;
  line.last = glyphs[line.end - 1].ch;
  std::string opening;
  for (std::size_t at = line.begin; at < line.end; ++at) {
    const char32_t ch = glyphs[at].ch;
    if (ch == U'\t') line.row = true;
    // As printed, before folding: in Chinese type quotes and dashes take a full square too.
    line.width += ch < 0x80 && glyphs[at].length != 3 ? 1 : 2;
    if (ch == U' ' || ch == U'\t') continue;
    ++line.size;
    if (ch == U',') line.comma = true;
    if (is_stop(ch)) line.sentence = true;
    if (is_stop(ch) || ch == U';') line.stop = true;
    if (at >= line.body && at < line.body + kMarkerGlyphs) append_char(opening, ch);
  }
  line.ends_stop = ends_with_stop(glyphs, line);
  line.marker = match_marker(opening);
  // The tab a word processor sets behind a list number is no cell border.
  if (line.marker && line.row) {
    std::size_t bytes = 0;
    std::size_t at = line.body;
    std::string text;
    for (; at < line.end && bytes < line.marker->length; ++at) {
      if (glyphs[at].ch == U' ') continue;
      text.clear();
      append_char(text, glyphs[at].ch);
      bytes += text.size();
    }
    const auto rest = std::span(glyphs).subspan(at, line.end - at);
    const auto tabs = std::count_if(rest.begin(), rest.end(), [](const Glyph& glyph) { return glyph.ch == U'\t'; });
    if (tabs == 1 && at < line.end && glyphs[at].ch == U'\t') line.row = false;
  }
}

/// The width at which the document was wrapped: most lines end close to it and hardly one far beyond.
std::size_t wrap_width(const Lines& in) {
  constexpr std::size_t kWidest = 200;
  constexpr std::size_t kNarrowest = 24;
  constexpr std::size_t kSpread = 4;
  std::array<std::size_t, kWidest + 1> histogram{};
  std::size_t total = 0;
  for (const Line& line : in.lines) {
    const std::size_t columns = line.indent + line.width;
    if (columns < kNarrowest - kSpread || line.row) continue;
    ++histogram[std::min(columns, kWidest)];
    ++total;
  }
  if (total < 12) return 0;
  const auto most = std::max_element(histogram.begin() + kNarrowest, histogram.end() - 1);
  const auto width = static_cast<std::size_t>(most - histogram.begin());
  std::size_t near = 0;
  std::size_t beyond = 0;
  for (std::size_t at = width - kSpread; at <= kWidest; ++at) {
    // The last column stands for all longer lines.
    (at <= width + kSpread && at < kWidest ? near : beyond) += histogram[at];
  }
  return near * 100 >= total * 35 && beyond * 100 <= total * 8 ? width : 0;
}

}  // namespace

std::string Lines::plain(const Line& line, std::size_t limit) const {
  std::string text;
  for (std::size_t at = line.body; at < line.end && limit > 0; ++at) {
    if (glyphs[at].ch == U' ' || glyphs[at].ch == U'\t') continue;
    append_char(text, glyphs[at].ch);
    --limit;
  }
  return text;
}

Lines split_lines(const Source& source) {
  Lines out;
  const std::string_view text = source.text();
  out.glyphs.reserve(text.size() / 3 + 1);
  Line line;
  std::size_t number = 1;
  std::size_t blank_lines = 0;
  bool page_break = false;
  const auto finish = [&](std::size_t at) {
    line.end = out.glyphs.size();
    line.line_end = at;
    line.number = number;
    trim(out.glyphs, line);
    const bool prints = line.begin < line.end && split_pipe_cells(out.glyphs, line);
    if (prints) {
      trim(out.glyphs, line);
      line.blank_lines = blank_lines;
      line.page_break = page_break;
      if (line.begin < line.end) {
        describe(out.glyphs, line);
        out.lines.push_back(line);
      }
      blank_lines = 0;
      page_break = false;
    } else {
      ++blank_lines;
    }
    line = Line{};
    line.begin = out.glyphs.size();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t ch = next_char(text, at);
    if (ch == U'&') {
      if (const auto entity = match_entity(text.substr(begin))) {
        ch = entity->ch;
        at = begin + entity->length;
        if (breaks_line(ch)) ch = U' ';
      }
    }
    if (breaks_line(ch)) {
      finish(begin);
      if (ch == kFeed) page_break = true;
      if (ch == U'\n') ++number;
      continue;
    }
    if (is_invisible(ch)) continue;
    ch = is_blank(ch) ? U' ' : fold_width(ch);
    out.glyphs.push_back({ch, static_cast<std::uint32_t>(at - begin), begin});
  }
  finish(text.size());
  mark_columns(out);
  out.wrap = wrap_width(out);
  return out;
}

void describe_line(const Lines& lines, Line& line) { describe(lines.glyphs, line); }

}  // namespace zhibiao::text
