// The cleaned text of a document and the way back to its source. Scans break lines in mid-word, put
// blanks into words and page numbers between halves of a sentence; a View is the text without
// that damage. Nothing downstream sees the damage, and nothing loses its place.
// Made by repair.cpp; tested by tests/text/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao::text {

/// What a paragraph of the view is. Extraction reads `body` only.
enum class ParagraphKind {
  body,       ///< running text, headings, items, table rows
  header,     ///< fields of a web page's metadata table, provenance lines of a database copy
  furniture,  ///< page numbers, running heads, print footers
  contents,   ///< lines of a printed table of contents
  links       ///< link lists and site footers after the text
};

struct Paragraph {
  Span span;  ///< bytes of the view's text, without the separating newline
  ParagraphKind kind = ParagraphKind::body;
  std::size_t line = 1;  ///< source line on which it starts
};

/// Cleaned text. Paragraphs are separated by one '\n'; within one, blanks stand only where both neighbours are Latin
/// letters or digits (and behind an item's dot before a digit: `28. 3次`), table cells are parted by '\t'. Full-width
/// forms of ASCII (digits, letters, ，（）：；％～) are folded to ASCII one for one, HTML entities are resolved; all
/// other characters are the source's own (①, ㎡, ‰, 、。《》“” stay).
class View {
 public:
  std::string_view text() const { return text_; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  std::string_view slice(Span span) const { return std::string_view(text_).substr(span.begin, span.size()); }

  /// The source bytes behind a span of the view: from its first character's first byte to its last
  /// character's last byte (removed blanks and line breaks in between are inside). Monotone: of two
  /// view offsets the later one never maps before the earlier.
  Span source_span(Span span) const;

  /// The span's characters as the source prints them (own widths), damage repaired.
  std::string display(Span span) const;

 private:
  friend class ViewBuilder;
  /// `length` view bytes from `view` came from `source_length` source bytes at `source`. Equal lengths: copied
  /// byte for byte. Otherwise one character that was folded or an entity that was resolved.
  struct Run {
    std::size_t view = 0;
    std::size_t source = 0;
    std::size_t length = 0;
    std::size_t source_length = 0;
  };
  std::size_t run_at(std::size_t offset) const;

  const Source* source_ = nullptr;
  std::string text_;
  std::vector<Run> runs_;
  std::vector<Paragraph> paragraphs_;
};

/// Builds the view of a source, which must outlive it. Pure; linear in the text's length.
View repair(const Source& source);

}  // namespace zhibiao::text
