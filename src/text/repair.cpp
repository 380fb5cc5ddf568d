// The text stage: a source with the damage of scanning and copying becomes a clean View.
// In: Source. Out: View (paragraphs with their kinds, and the way back to the source).
// Lines (lines.cpp) are told from page furniture (furniture.cpp) and joined (joining.cpp); here blanks go and
// paragraphs are written. Tested by tests/text/repair_test.cpp.
#include <optional>

#include "text/chars.hpp"
#include "text/furniture.hpp"
#include "text/joining.hpp"
#include "text/lines.hpp"
#include "text/view.hpp"
#include "text/view_builder.hpp"

namespace zhibiao::text {
namespace {

/// Writes the characters of one paragraph and decides which of its blanks stay.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(ViewBuilder& builder) : builder_(&builder) {}

  void write(const Lines& lines, const Line& line) {
    for (std::size_t at = empty_ ? line.body : line.begin; at < line.end; ++at) {
      const Glyph& glyph = lines.glyphs[at];
      if (glyph.ch == U'\t') {
        if (line.row) tab_ = glyph;
        continue;
      }
      if (glyph.ch == U' ') {
        if (!blank_) blank_ = glyph;
        continue;
      }
      put(glyph);
    }
    // A word of Latin letters ends with its line, a number does not.
    break_ = Glyph{U'\n', 1, line.line_end};
  }

  void end(ParagraphKind kind, std::size_t number) {
    builder_->end_paragraph(kind, number);
    *this = ParagraphWriter(*builder_);
  }

 private:
  void put(const Glyph& glyph) {
    if (tab_) {
      builder_->add(U'\t', tab_->source, tab_->length);
    } else if (blank_) {
      if (keeps_blank(glyph.ch)) builder_->add(U' ', blank_->source, blank_->length);
    } else if (break_ && is_letter(last_) && is_letter(glyph.ch)) {
      builder_->add(U' ', break_->source, break_->length);
    }
    builder_->add(glyph.ch, glyph.source, glyph.length);
    follow(glyph.ch);
    blank_.reset();
    tab_.reset();
    break_.reset();
    last_ = glyph.ch;
    empty_ = false;
  }

  /// Between letters and digits a blank stays; so does the one behind an item's dot (`28. 3次`, where 28.3 would be
  /// another number).
  bool keeps_blank(char32_t next) const {
    if (is_alnum(last_) && is_alnum(next)) return true;
    return item_ == Item::dot && is_digit(next);
  }

  enum class Item { none, start, digits, dot };

  /// Watches for digits and a dot at the start of the paragraph or of a sentence.
  void follow(char32_t ch) {
    if (is_digit(ch) && (item_ == Item::start || item_ == Item::digits)) {
      item_ = Item::digits;
    } else if (ch == U'.' && item_ == Item::digits) {
      item_ = Item::dot;
    } else if (is_stop(ch) || ch == U';' || ch == U':') {
      item_ = Item::start;
    } else {
      item_ = Item::none;
    }
  }

  ViewBuilder* builder_;
  std::optional<Glyph> blank_;
  std::optional<Glyph> tab_;
  std::optional<Glyph> break_;
  char32_t last_ = 0;
  bool empty_ = true;
  Item item_ = Item::start;
};

}  // namespace

View repair(const Source& source) {
  Lines lines = split_lines(source);
  const auto kinds = classify_lines(lines);
  const auto joins = find_joins(lines, kinds);

  ViewBuilder builder(source);
  ParagraphWriter writer(builder);
  for (std::size_t i = 0; i < lines.lines.size();) {
    const Line& first = lines.lines[i];
    writer.write(lines, first);
    std::size_t next = i + 1;
    if (kinds[i] == ParagraphKind::body) {
      // Page numbers and running heads between two halves of a sentence are passed over: the paragraph's place
      // in the source runs across them.
      for (std::size_t ahead = next; ahead < lines.lines.size(); ++ahead) {
        if (kinds[ahead] == ParagraphKind::furniture) continue;
        if (kinds[ahead] != ParagraphKind::body || !joins[ahead]) break;
        writer.write(lines, lines.lines[ahead]);
        next = ahead + 1;
      }
    }
    writer.end(kinds[i], first.number);
    i = next;
  }
  return builder.take();
}

}  // namespace zhibiao::text
