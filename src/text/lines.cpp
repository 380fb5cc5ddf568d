// The first step of repair: a source's lines as characters with their places, and how each line looks.
// In: Source. Out: Lines (lines that print something, with features for the later steps).
// Tested by tests/text/repair_test.cpp.
#include "text/lines.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "text/chars.hpp"
#include "text/entities.hpp"
#include "text/tables.hpp"

namespace zhibiao::text {
namespace {

constexpr char32_t kFeed = U'\f';

constexpr bool breaks_line(char32_t ch) {
  return ch == U'\n' || ch == kFeed || ch == 0x0B || ch == 0x85 || ch == 0x2028 || ch == 0x2029;
}

/// The characters that do not stand for themselves, full-width forms aside: blanks, line ends, what prints nothing, and
/// what may open an entity.
constexpr CharSet kOdd = [] {
  CharSet set(U"&");
  for (char32_t ch = 0; ch < 0x10000; ++ch) {
    if (breaks_line(ch) || is_invisible(ch) || is_blank(ch)) set.add(ch, ch);
  }
  return set;
}();

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

/// What the look of a line hangs on, besides its characters' number.
constexpr CharSet kSigns{U" \t,;。!?｡"};

/// Width, size and punctuation.
void measure(const std::vector<Glyph>& glyphs, Line& line) {
  line.comma = line.stop = line.sentence = false;
  std::size_t narrow = 0;
  std::size_t blanks = 0;
  for (const Glyph& glyph : std::span(glyphs).subspan(line.begin, line.end - line.begin)) {
    if (is_plain(glyph.ch)) continue;
    // As printed, before folding: in Chinese type quotes and dashes take a full square too.
    narrow += glyph.ch < 0x80 && glyph.length != 3 ? 1 : 0;
    if (!kSigns.has(glyph.ch)) continue;
    if (glyph.ch == U' ' || glyph.ch == U'\t') ++blanks;
    if (glyph.ch == U'\t') line.row = true;
    if (glyph.ch == U',') line.comma = true;
    if (is_stop(glyph.ch)) line.sentence = true;
    if (is_stop(glyph.ch) || glyph.ch == U';') line.stop = true;
  }
  line.width = 2 * (line.end - line.begin) - narrow;
  line.size = line.end - line.begin - blanks;
}

/// The marker that opens the line, blanks left out.
std::optional<Marker> marker_of(const std::vector<Glyph>& glyphs, const Line& line) {
  if (!kMarkerOpeners.has(line.first) && !is_list_sign(line.first)) return std::nullopt;
  std::array<char32_t, kMarkerCharacters> opening{};
  std::size_t size = 0;
  for (std::size_t at = line.body; at < line.end && at < line.body + kMarkerCharacters; ++at) {
    if (!blank_glyph(glyphs[at])) opening[size++] = glyphs[at].ch;
  }
  return match_marker(std::u32string_view(opening.data(), size));
}

void describe(const std::vector<Glyph>& glyphs, Line& line) {
  measure(glyphs, line);
  line.body = line.begin + bullet_size(std::span(glyphs).subspan(line.begin, line.end - line.begin));
  line.bullet = line.body > line.begin;
  line.first = glyphs[line.body].ch;
  line.last = glyphs[line.end - 1].ch;
  line.ends_stop = ends_with_stop(glyphs, line);
  line.marker = marker_of(glyphs, line);
  // The tab a word processor sets behind a list number is no cell border.
  if (line.marker && line.row) {
    std::size_t bytes = 0;
    std::size_t at = line.body;
    for (; at < line.end && bytes < line.marker->length; ++at) {
      if (glyphs[at].ch != U' ') bytes += utf8_size(glyphs[at].ch);
    }
    const auto rest = std::span(glyphs).subspan(at, line.end - at);
    const auto tabs = std::count_if(rest.begin(), rest.end(), [](const Glyph& glyph) { return glyph.ch == U'\t'; });
    if (tabs == 1 && at < line.end && glyphs[at].ch == U'\t') line.row = false;
  }
}

constexpr std::size_t kWidest = 200;    // columns; longer lines are counted there
constexpr std::size_t kNarrowest = 24;  // no text is wrapped at fewer
constexpr std::size_t kSpread = 4;      // what punctuation rules carry over

/// How many lines are so many columns wide.
using Widths = std::array<std::size_t, kWidest + 1>;

std::size_t lines_between(const Widths& widths, std::size_t first, std::size_t last) {
  return std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(first),
                         widths.begin() + static_cast<std::ptrdiff_t>(last + 1), std::size_t{0});
}

/// Whether this share of the lines, in per cent, ends close to the width and hardly one far beyond.
bool wraps_at(const Widths& widths, std::size_t total, std::size_t width, std::size_t share) {
  const std::size_t last = std::min(width + kSpread, kWidest - 1);
  return lines_between(widths, width - kSpread, last) * 100 >= total * share &&
         lines_between(widths, last + 1, kWidest) * 100 <= total * 8;
}

/// The width at which the document was wrapped; 0: it was not.
std::size_t wrap_width(const Lines& in) {
  Widths widths{};
  std::size_t total = 0;
  for (const Line& line : in.lines) {
    const std::size_t columns = line.indent + line.width;
    if (columns < kNarrowest - kSpread || line.row) continue;
    ++widths[std::min(columns, kWidest)];
    ++total;
  }
  if (total < 12) return 0;
  const auto most = std::max_element(widths.begin() + kNarrowest, widths.end() - 1);
  const auto usual = static_cast<std::size_t>(most - widths.begin());
  if (wraps_at(widths, total, usual, 35)) return usual;
  // On a page or two no single width need stand out: then the one close to which most lines end.
  std::size_t best = kNarrowest;
  for (std::size_t width = kNarrowest; width + kSpread < kWidest; ++width) {
    const auto near = [&](std::size_t at) { return lines_between(widths, at - kSpread, at + kSpread); };
    if (near(width) > near(best)) best = width;
  }
  return wraps_at(widths, total, best, 60) ? best : 0;
}

/// Takes a text apart into lines of glyphs.
class Splitter {
 public:
  explicit Splitter(const Source& source) : text_(source.text()) {
    // Room for all: a check for room at each character would cost as much as the rest.
    out_.glyphs.resize(source.character_count());
    next_ = out_.glyphs.data();
  }

  Lines run() {
    for (std::size_t at = add_plain(0); at < text_.size(); at = add_plain(at)) {
      const std::size_t begin = at;
      const char32_t ch = next_char(text_, at);
      if (!kOdd.has(ch)) {
        add(fold_width(ch), begin, at);
      } else {
        take(ch, begin, at);
      }
    }
    finish(text_.size());
    out_.glyphs.resize(size());
    mark_columns(out_);
    out_.wrap = wrap_width(out_);
    return std::move(out_);
  }

 private:
  /// A character that may be an entity, a line's end, a blank or nothing that prints.
  void take(char32_t ch, std::size_t begin, std::size_t& at) {
    if (ch == U'&') {
      if (const auto entity = match_entity(text_.substr(begin))) {
        ch = entity->ch;
        at = begin + entity->length;
        if (breaks_line(ch)) ch = U' ';
      }
    }
    if (breaks_line(ch)) {
      finish(begin);
      if (ch == kFeed) page_break_ = true;
      if (ch == U'\n') ++number_;
      return;
    }
    if (!is_invisible(ch)) add(is_blank(ch) ? U' ' : fold_width(ch), begin, at);
  }

  /// Adds the plain characters of three bytes from `at` on, nearly all of a text; returns where they end.
  std::size_t add_plain(std::size_t at) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text_.data());
    const std::size_t size = text_.size();
    Glyph* next = next_;
    for (; at + 3 <= size && is_wide_lead(bytes[at]); at += 3) {
      const char32_t ch = wide_char(bytes + at);
      if (!is_plain(ch)) break;
      *next++ = {ch, 3, at};
    }
    next_ = next;
    return at;
  }

  void add(char32_t ch, std::size_t begin, std::size_t end) {
    next_->ch = ch;
    next_->length = static_cast<std::uint32_t>(end - begin);
    next_->source = begin;
    ++next_;
  }

  /// Glyphs so far.
  std::size_t size() const { return static_cast<std::size_t>(next_ - out_.glyphs.data()); }

  /// Ends the line before the break at `at`; one that prints nothing is only counted.
  void finish(std::size_t at) {
    Line line;
    line.begin = line_begin_;
    line.end = size();
    line.line_end = at;
    line.number = number_;
    line_begin_ = line.end;
    trim(out_.glyphs, line);
    if (line.begin == line.end || !split_pipe_cells(out_.glyphs, line)) {
      ++blank_lines_;
      return;
    }
    trim(out_.glyphs, line);
    line.blank_lines = blank_lines_;
    line.page_break = page_break_;
    if (line.begin < line.end) {
      describe(out_.glyphs, line);
      out_.lines.push_back(std::move(line));
    }
    blank_lines_ = 0;
    page_break_ = false;
  }

  std::string_view text_;
  Lines out_;
  Glyph* next_ = nullptr;       // free one
  std::size_t line_begin_ = 0;  // glyph
  std::size_t number_ = 1;
  std::size_t blank_lines_ = 0;  // before the line at hand
  bool page_break_ = false;
};

}  // namespace

std::string Lines::plain(const Line& line, std::size_t limit) const {
  std::string text;
  text.reserve(3 * std::min(limit, line.end - line.body));
  for (std::size_t at = line.body; at < line.end && limit > 0; ++at) {
    if (glyphs[at].ch == U' ' || glyphs[at].ch == U'\t') continue;
    append_char(text, glyphs[at].ch);
    --limit;
  }
  return text;
}

Lines split_lines(const Source& source) { return Splitter(source).run(); }

void describe_line(const Lines& lines, Line& line) { describe(lines.glyphs, line); }

}  // namespace zhibiao::text
