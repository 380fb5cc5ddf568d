// Write, the report page's paragraphs. Input: a document's source and items; output: where each paragraph of the page
// begins and ends. Tested by tests/write/report_text_test.cpp.
#include "write/report/stretches.hpp"

#include <algorithm>

#include "text/chars.hpp"

namespace zhibiao::write::report {
namespace {

constexpr std::size_t kLongestHeading = 120;  ///< characters that are set as a heading; the rest is running text

bool is_blank(char32_t ch) { return ch <= U' ' || ch == U'\u00A0' || ch == U'\u3000' || ch == U'\uFEFF'; }

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_blank(text::next_char(text, at))) return false;
  }
  return true;
}

/// The next character that is no blank; 0 at the end.
char32_t next_shown(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const char32_t ch = text::next_char(text, at);
    if (!is_blank(ch)) return ch;
  }
  return 0;
}

/// The same, or one as the repaired text writes the other: widths are folded there.
bool alike(char32_t printed, char32_t repaired) { return printed == repaired || repaired < 0x80; }

class Cutter {
 public:
  explicit Cutter(const ReportDocument& document) : source_(document.source), items_(document.analysis.items) {}

  std::vector<Stretch> run() {
    for (std::size_t line = 1; line <= source_.line_count(); ++line) add_line(line);
    return std::move(stretches_);
  }

 private:
  void add_line(std::size_t number) {
    const Span line = source_.line(number);
    if (is_blank(source_.slice(line))) {
      gap_ = !stretches_.empty();
      return;
    }
    Stretch stretch;
    stretch.span = line;
    stretch.line = number;
    stretch.gap = gap_;
    gap_ = false;
    const Place place = source_.place(line.begin);
    stretch.cells = place.table != 0;
    if (place.page != page_) stretch.page = page_ = place.page;
    add_parts(stretch);
  }

  /// Cuts where items start in mid-line. Signs before the first (a dash of a list, blanks) stay with it.
  void add_parts(Stretch stretch) {
    const std::size_t end = stretch.span.end;
    bool first = true;
    for (; item_ < items_.size() && items_[item_].span.begin < end; ++item_) {
      const std::size_t begin = std::max(items_[item_].span.begin, stretch.span.begin);
      const bool at_start = first && begin - stretch.span.begin <= 8;
      if (!at_start && begin > stretch.span.begin) {
        stretch.span.end = begin;
        stretches_.push_back(stretch);
        stretch = Stretch{{begin, end}, 0, 0, 0, false, false};
      }
      if (stretch.item == 0) stretch.item = item_ + 1;
      first = false;
    }
    stretch.span.end = end;
    stretches_.push_back(stretch);
  }

  const Source& source_;
  const std::vector<Item>& items_;
  std::vector<Stretch> stretches_;
  std::size_t item_ = 0;
  std::size_t page_ = 0;
  bool gap_ = false;
};

}  // namespace

std::vector<Stretch> make_stretches(const ReportDocument& document) { return Cutter(document).run(); }

Span heading_span(const Source& source, const Item& item) {
  if (!item.titled) return {};
  const std::string wanted = item.marker + item.heading;
  if (text::count_characters(wanted) > kLongestHeading) return {};
  const std::string_view text = source.text();
  std::size_t at = item.span.begin;
  for (std::size_t next = 0;;) {
    const char32_t repaired = next_shown(wanted, next);
    if (repaired == 0) return {item.span.begin, at};
    if (!alike(next_shown(text, at), repaired)) return {};
  }
}

}  // namespace zhibiao::write::report
