// Read, words of an OFD page. Input: characters with their places, in any order; output: words and lines as the layout
// stages of fixed pages take them. Tested by tests/read/ofd_test.cpp.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "read/docx/text.hpp"
#include "read/encoding.hpp"
#include "read/ofd/page.hpp"

namespace zhibiao::read_stage {
namespace {

// All to the size of the font.
constexpr double kSameLine = 0.35;    // two baselines of one line are no further apart
constexpr double kRaisedLine = 0.55;  // a smaller character above the baseline: a superscript
constexpr double kLoweredLine = 0.3;  // below it: a subscript
constexpr double kGap = 0.3;          // a gap that parts words
constexpr double kAbove = 0.95;       // what a word takes above and below its baseline
constexpr double kBelow = 0.25;
constexpr double kTwice = 0.15;        // a character drawn again for boldness is no further away
constexpr double kSmall = 0.8;         // of a smaller font
constexpr double kLift = 0.15;         // a superscript stands higher by that
constexpr double kPoints = 72 / 25.4;  // in a millimetre

bool is_blank(char32_t character) { return character == U' ' || character == 0xA0 || character == 0x3000; }

/// Characters of one line, with the baseline of the largest.
struct Row {
  std::vector<OfdGlyph> glyphs;
  double baseline = 0;
  double size = 0;

  bool takes(const OfdGlyph& glyph) const {
    const double below = glyph.y - baseline;  // never negative: characters come from top to bottom
    if (glyph.size * kSmall > size) return below <= kRaisedLine * glyph.size;
    if (glyph.size < size * kSmall) return below <= kLoweredLine * size;
    return below <= kSameLine * std::max(size, glyph.size);
  }

  void add(const OfdGlyph& glyph) {
    glyphs.push_back(glyph);
    if (glyph.size <= size) return;
    size = glyph.size;
    baseline = glyph.y;
  }
};

std::vector<Row> rows_of(std::vector<OfdGlyph> glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(), [](const OfdGlyph& a, const OfdGlyph& b) { return a.y < b.y; });
  std::vector<Row> rows;
  for (const OfdGlyph& glyph : glyphs) {
    if (rows.empty() || !rows.back().takes(glyph)) rows.emplace_back();
    rows.back().add(glyph);
  }
  return rows;
}

/// The words of a line; superscripts become characters of their own.
void add_words(Row& row, std::vector<PdfWord>& words) {
  std::stable_sort(row.glyphs.begin(), row.glyphs.end(),
                   [](const OfdGlyph& a, const OfdGlyph& b) { return a.x < b.x; });
  const OfdGlyph* before = nullptr;
  bool blank = true;
  for (const OfdGlyph& glyph : row.glyphs) {
    if (is_blank(glyph.character)) {
      blank = true;
      continue;
    }
    if (before != nullptr && before->character == glyph.character && glyph.x - before->x < kTwice * glyph.size)
      continue;
    const double gap = before == nullptr ? 0 : glyph.x - before->x - before->width;
    if (blank || gap > kGap * row.size) {
      words.emplace_back();
      words.back().box = {glyph.x, row.baseline - kAbove * row.size, glyph.x, row.baseline + kBelow * row.size};
    }
    std::string character;
    append_character(character, glyph.character);
    const bool lifted = glyph.size < row.size * kSmall && row.baseline - glyph.y > kLift * row.size;
    words.back().text += lifted && before != nullptr && gap < kGap * row.size ? raised(character) : character;
    words.back().box.x1 = std::max(words.back().box.x1, glyph.x + glyph.width);
    before = &glyph;
    blank = false;
  }
}

Box in_points(const Box& box) { return {box.x0 * kPoints, box.y0 * kPoints, box.x1 * kPoints, box.y1 * kPoints}; }

}  // namespace

PdfPage lay_out(OfdPage page, std::size_t number, const Box& physical) {
  PdfPage out;
  out.number = number;
  out.width = physical.width() * kPoints;
  out.height = physical.height() * kPoints;
  for (Row& row : rows_of(std::move(page.glyphs))) add_words(row, out.words);
  for (PdfWord& word : out.words) {
    word.box = in_points(word.box);
    if (first_bad_utf8(word.text)) word.text = valid_utf8(word.text);
  }
  for (auto* rules : {&page.rules.across, &page.rules.down}) {
    for (Box& box : *rules) box = in_points(box);
  }
  take_ruled_tables(out, page.rules);
  out.lines = make_pdf_lines(out.words);
  return out;
}

}  // namespace zhibiao::read_stage
