// Lines around the text that are not the text, told by shape, repetition and place; the few words needed stand
// in furniture.def. In: Lines. Out: a ParagraphKind for each line.
// Tested by tests/text/furniture_test.cpp.
#include "text/furniture.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "text/chars.hpp"
#include "text/pages.hpp"

namespace zhibiao::text {
namespace {

using Word = std::string_view;
using Words = std::span<const Word>;

#include "text/furniture.def"

constexpr std::size_t kTop = 25;       // lines among which a metadata table is looked for
constexpr std::size_t kBottom = 40;    // lines among which a link list is looked for
constexpr std::size_t kFooter = 60;    // characters: no line of a footer is longer
constexpr std::size_t kLabelSize = 4;  // characters that tell 抄送:
constexpr std::size_t kContentsReach = 400;

bool opens_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](Word word) { return text.starts_with(word); });
}

bool is_any(std::string_view text, Words words) { return std::find(words.begin(), words.end(), text) != words.end(); }

/// `来源:…`, `抄送:…`.
bool is_field(std::string_view text, Word label) {
  return text.starts_with(label) && text.substr(label.size()).starts_with(':');
}

bool is_leader(char32_t ch) {
  return ch == U'.' || ch == U'…' || ch == U'·' || ch == U'⋯' || ch == U'┈' || ch == U'─' || ch == U'_';
}

class Classifier {
 public:
  explicit Classifier(const Lines& lines) : lines_(lines), kinds_(lines.lines.size(), ParagraphKind::body) {}

  std::vector<ParagraphKind> run() {
    mark_header();
    mark_links();
    mark_contents();
    return std::move(kinds_);
  }

 private:
  std::size_t count() const { return lines_.lines.size(); }
  const Line& line(std::size_t index) const { return lines_.lines[index]; }

  // ---- web copies -------------------------------------------------------

  static bool is_label(std::string_view text) {
    // A label ends with its colon or with its line.
    if (is_any(text.substr(0, text.find(':')), kLabels)) return true;
    return is_field(text, kSource);
  }

  /// Index numbers (`11330282002977026G/2022-155031`) and bare ISO dates and times.
  static bool is_code(std::string_view text) {
    std::size_t digits = 0;
    for (const char byte : text) {
      const auto ch = static_cast<char32_t>(static_cast<unsigned char>(byte));
      if (is_digit(ch)) ++digits;
      if (!is_alnum(ch) && byte != '-' && byte != '/' && byte != ':' && byte != '_' && byte != '.') return false;
    }
    return (text.size() >= 15 && digits >= 6) || (text.size() >= 8 && digits >= 6 && text.find('-') != text.npos);
  }

  /// `卫生、体育/医药管理,人口/计划生育`: names parted by slashes.
  bool is_category_path(std::size_t index) const {
    std::size_t slashes = 0;
    for (const Glyph& glyph : lines_.of(line(index))) {
      if (glyph.ch == U'/') ++slashes;
      if (is_digit(glyph.ch) || glyph.ch == U':' || is_opener(glyph.ch)) return false;
    }
    return slashes > 0 && !line(index).stop && !line(index).marker;
  }

  void mark_header() {
    const std::size_t top = std::min(kTop, count());
    std::vector<int> shape(top, 0);  // 1: labelled or provenance, 2: a bare value
    for (std::size_t i = 0; i < top; ++i) {
      const std::string text = lines_.plain(line(i), 60);
      if (line(i).marker && !is_code(text)) break;
      if (line(i).ends_stop) break;
      if (is_label(text) || opens_with_any(text, kProvenance)) {
        shape[i] = 1;
      } else if (is_any(text, kValues) || is_code(text) || is_category_path(i)) {
        shape[i] = 2;
      }
    }
    std::size_t last_value = 0;
    std::size_t first_value = top;
    for (std::size_t i = 0; i < top; ++i) {
      if (shape[i] != 0) kinds_[i] = ParagraphKind::header;
      if (shape[i] == 2) {
        last_value = i;
        first_value = std::min(first_value, i);
      }
    }
    // Between bare values other short values stand: the issuer, a kind of document.
    for (std::size_t i = first_value; i < last_value; ++i) {
      const std::string text = lines_.plain(line(i), 60);
      if (line(i).size <= 14 && !line(i).stop && text.find(kAbout) == text.npos) kinds_[i] = ParagraphKind::header;
    }
  }

  void mark_links() {
    const std::size_t begin = count() > kBottom ? count() - kBottom : 0;
    bool open = false;
    for (std::size_t i = begin; i < count(); ++i) {
      if (kinds_[i] != ParagraphKind::body) continue;
      // Of a long line only the label matters.
      const std::string text = lines_.plain(line(i), line(i).size <= kFooter ? kFooter : kLabelSize);
      const bool single = line(i).size <= 40 && opens_with_any(text, kFooters);
      if (single) open = is_tail(i);
      const bool about = i + 6 >= count() && i > kTop && line(i).size <= 40 && is_field(text, kSource);
      if (open || about || single) kinds_[i] = ParagraphKind::links;
      const bool printed =
          line(i).size <= kFooter && text.ends_with(kPrinted) && text.find(kYear) != text.npos && !line(i).stop;
      if (printed || is_field(text, kCopies)) kinds_[i] = ParagraphKind::furniture;
    }
  }

  /// From here on there is nothing but short lines without sentences.
  bool is_tail(std::size_t index) const {
    for (std::size_t i = index; i < count(); ++i) {
      if (line(i).ends_stop || line(i).size > 50 || line(i).marker) return false;
    }
    return true;
  }

  // ---- contents ---------------------------------------------------------

  /// Glyphs of a line before the dotted leader and the page number that close it; 0 when none do.
  std::size_t entry_size(std::size_t index) const {
    const auto glyphs = lines_.of(line(index));
    const auto closes = [](char32_t ch) {
      return is_digit(ch) || ch == U' ' || ch == U'\t' || ch == U'-' || ch == U'–' || ch == U'—' || ch == U'(' ||
             ch == U')';
    };
    std::size_t end = glyphs.size();
    while (end > 0 && closes(glyphs[end - 1].ch)) --end;
    std::size_t leaders = 0;
    while (end > 0 && (is_leader(glyphs[end - 1].ch) || glyphs[end - 1].ch == U' ')) {
      if (glyphs[end - 1].ch == U'…') ++leaders;
      if (glyphs[end - 1].ch != U' ') ++leaders;
      --end;
    }
    return leaders >= 4 ? end : 0;
  }

  void mark_contents() {
    std::vector<bool> leader(count());
    for (std::size_t i = 0; i < count(); ++i) {
      leader[i] = line(i).size >= 6 && entry_size(i) > 0;
      if (leader[i]) kinds_[i] = ParagraphKind::contents;
    }
    // A wrapped entry's first half stands right before its leader line, inside the list.
    for (std::size_t i = 1; i + 1 < count(); ++i) {
      if (!leader[i] && !line(i).ends_stop && leader[i + 1] && (leader[i - 1] || (i > 1 && leader[i - 2]))) {
        kinds_[i] = ParagraphKind::contents;
      }
    }
    for (std::size_t i = 0; i + 2 < count(); ++i) {
      if (line(i).size > 4 || !is_any(lines_.plain(line(i)), kContents)) continue;
      kinds_[i] = ParagraphKind::contents;
      mark_plain_contents(i + 1);
      break;
    }
  }

  /// A list without leaders ends where its first entry comes again.
  void mark_plain_contents(std::size_t first) {
    std::string entry = lines_.plain(line(first), 60);
    while (!entry.empty() && is_digit(static_cast<unsigned char>(entry.back()))) entry.pop_back();
    if (entry.size() < 6) return;
    const std::size_t reach = std::min(count(), first + kContentsReach);
    for (std::size_t i = first + 1; i < reach; ++i) {
      if (line(i).ends_stop || line(i).size > 60) return;
      if (!lines_.plain(line(i), 60).starts_with(entry)) continue;
      std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(first), kinds_.begin() + static_cast<std::ptrdiff_t>(i),
                ParagraphKind::contents);
      return;
    }
  }

  const Lines& lines_;
  std::vector<ParagraphKind> kinds_;
};

}  // namespace

std::vector<ParagraphKind> classify_lines(Lines& lines) {
  auto kinds = Classifier(lines).run();
  mark_pages(lines, kinds);
  return kinds;
}

}  // namespace zhibiao::text
