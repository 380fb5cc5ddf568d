// The text stage: a source with the damage of scanning and copying becomes a clean View.
// In: Source. Out: View (paragraphs with their kinds, and the way back to the source).
// Lines (lines.cpp) are told from page furniture (furniture.cpp) and joined (joining.cpp); here blanks go and
// paragraphs are written. Tested by tests/text/repair_test.cpp.
#include <optional>
#include <string_view>

#include "text/chars.hpp"
#include "text/furniture.hpp"
#include "text/joining.hpp"
#include "text/lines.hpp"
#include "text/view.hpp"
#include "text/view_builder.hpp"

namespace zhibiao::text {
namespace {

/// The glyphs from `at` on that stand in the source as they are, one behind the other: where they end.
std::size_t copied_end(const Lines& lines, std::size_t at, std::size_t end) {
  const auto as_printed = [](const Glyph& glyph) {
    if (is_plain(glyph.ch)) return glyph.length == 3;  // nearly all; more is an entity
    return glyph.length == utf8_size(glyph.ch) && glyph.ch != U' ' && glyph.ch != U'\t';
  };
  std::size_t next = lines.glyphs[at].source;
  for (; at < end; ++at) {
    const Glyph& glyph = lines.glyphs[at];
    if (glyph.source != next || !as_printed(glyph)) break;
    next += glyph.length;
  }
  return at;
}

/// `28.` at the start of the text or of a sentence, blanks aside, and nothing behind it.
bool ends_in_item_dot(std::string_view text) {
  const auto skip = [&](const auto& skipped) {
    const std::size_t size = text.size();
    while (!text.empty() && skipped(text.back())) text.remove_suffix(1);
    return text.size() < size;
  };
  const auto blank = [](char byte) { return byte == ' ' || byte == '\t'; };
  const auto digit = [](char byte) { return (byte >= '0' && byte <= '9') || byte == ' ' || byte == '\t'; };
  skip(blank);
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  skip(blank);
  if (!skip(digit)) return false;
  return text.empty() || text.ends_with(';') || text.ends_with(':') || is_stop(last_char(text));
}

/// Writes the characters of one paragraph and decides which of its blanks stay.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(ViewBuilder& builder) : builder_(&builder) {}

  void write(const Lines& lines, const Line& line) {
    for (std::size_t at = last_ == 0 ? line.body : line.begin; at < line.end;) {
      const Glyph& glyph = lines.glyphs[at];
      if (glyph.ch == U'\t' || glyph.ch == U' ') {
        if (glyph.ch == U' ' && !blank_) blank_ = glyph;
        if (glyph.ch == U'\t' && line.row) tab_ = glyph;
        ++at;
        continue;
      }
      put_gap(glyph.ch);
      const std::size_t end = copied_end(lines, at, line.end);
      if (end == at) {
        builder_->add(glyph.ch, glyph.source, glyph.length);
        ++at;
      } else {
        const Glyph& last = lines.glyphs[end - 1];
        builder_->copy(glyph.source, last.source + last.length - glyph.source);
        at = end;
      }
      last_ = lines.glyphs[at - 1].ch;
    }
    // A word of Latin letters ends with its line, a number does not.
    break_ = Glyph{U'\n', 1, line.line_end};
  }

  void end(ParagraphKind kind, std::size_t number) {
    builder_->end_paragraph(kind, number);
    *this = ParagraphWriter(*builder_);
  }

 private:
  /// Writes the blank or border that parts what was written from the character that comes next, if one does.
  void put_gap(char32_t next) {
    if (tab_) {
      builder_->add(U'\t', tab_->source, tab_->length);
    } else if (blank_) {
      if (keeps_blank(next)) builder_->add(U' ', blank_->source, blank_->length);
    } else if (break_ && is_letter(last_) && is_letter(next)) {
      builder_->add(U' ', break_->source, break_->length);
    }
    blank_.reset();
    tab_.reset();
    break_.reset();
  }

  /// Between letters and digits a blank stays; so does the one behind an item's dot (`28. 3次`, where 28.3 would be
  /// another number).
  bool keeps_blank(char32_t next) const {
    if (is_alnum(last_) && is_alnum(next)) return true;
    return last_ == U'.' && is_digit(next) && ends_in_item_dot(builder_->paragraph());
  }

  ViewBuilder* builder_;
  std::optional<Glyph> blank_;
  std::optional<Glyph> tab_;
  std::optional<Glyph> break_;
  char32_t last_ = 0;  // 0: nothing is written yet
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
