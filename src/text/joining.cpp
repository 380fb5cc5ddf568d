// Which lines go on with the one before: decided for each break by a sum of small pieces of evidence.
// In: Lines and their kinds. Out: a flag for each line. Its words stand in joining.def.
// Tested by tests/text/joining_test.cpp.
#include "text/joining.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "text/chars.hpp"
#include "text/words.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t kCell = 24;     // characters: a line without punctuation up to here is a title or a cell
constexpr std::size_t kHeading = 50;  // characters: no heading is longer
constexpr std::size_t kLong = 60;
constexpr std::size_t kRest = 12;      // characters: the rest of a wrapped title or sentence
constexpr std::size_t kScrap = 4;      // characters: no sentence is that short
constexpr std::size_t kWindow = 12;    // lines before and after that show what the text is like here
constexpr std::size_t kTail = 80;      // characters in which an open bracket is looked for
constexpr std::size_t kWordReach = 6;  // characters on each side of the break for the word test

constexpr CharSet kNeverFirst(U",。、;:!?)]}”’》〉」』】〕%‰");
constexpr CharSet kGoesOn(U",、([{“‘《〈「『【〔+/&");

#include "text/joining.def"

class Joiner {
 public:
  Joiner(const Lines& lines, const std::vector<ParagraphKind>& kinds) : lines_(lines), kinds_(kinds) {
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
      if (kinds[i] == ParagraphKind::body) body_.push_back(i);
    }
    measure_prose();
    measure_indent();
  }

  std::vector<bool> run() {
    std::vector<bool> joins(lines_.lines.size(), false);
    for (std::size_t b = 1; b < body_.size(); ++b) {
      const std::size_t i = body_[b];
      // Only furniture may stand between two halves.
      bool apart = false;
      for (std::size_t k = body_[b - 1] + 1; k < i; ++k) apart = apart || kinds_[k] != ParagraphKind::furniture;
      const Line& before = line(b - 1);
      if (!joins[body_[b - 1]]) so_far_ = So{};
      so_far_.comma = so_far_.comma || before.comma;
      so_far_.stop = so_far_.stop || before.stop;
      so_far_.sentence = so_far_.sentence || before.sentence;
      so_far_.marker = so_far_.marker || before.marker.has_value();
      so_far_.indent = so_far_.indent || (indents_ && before.indent >= 3);
      so_far_.size += before.size;
      joins[i] = !apart && score(b, !joins[body_[b - 1]]) > 0;
    }
    return joins;
  }

 private:
  const Line& line(std::size_t b) const { return lines_.lines[body_[b]]; }

  /// Of the lines with clauses, how many have whole sentences: most in running text, few in tables.
  void measure_prose() {
    clauses_.assign(body_.size() + 1, 0);
    sentences_.assign(body_.size() + 1, 0);
    for (std::size_t b = 0; b < body_.size(); ++b) {
      const bool clauses = line(b).comma || line(b).stop;
      clauses_[b + 1] = clauses_[b] + (clauses ? 1 : 0);
      sentences_[b + 1] = sentences_[b] + (line(b).sentence ? 1 : 0);
    }
  }

  /// Indentation tells paragraphs only where some lines have it and others do not.
  void measure_indent() {
    std::size_t indented = 0;
    for (std::size_t b = 0; b < body_.size(); ++b) indented += line(b).indent >= 3 ? 1 : 0;
    indents_ = indented * 100 >= body_.size() * 4 && indented * 100 <= body_.size() * 95;
  }

  int prose(std::size_t b) const {
    const std::size_t from = b > kWindow ? b - kWindow : 0;
    const std::size_t to = std::min(body_.size(), b + kWindow);
    const std::size_t clauses = clauses_[to] - clauses_[from];
    const std::size_t sentences = sentences_[to] - sentences_[from];
    if (clauses < 2) return 0;
    if (sentences * 10 >= clauses * 6) return 3;
    return sentences * 10 <= clauses * 4 ? -3 : 0;
  }

  /// A numbered title on a line of its own.
  bool is_heading(const Line& at) const {
    if (!at.marker || at.stop || at.size > kHeading) return false;
    if (ends_in_number(at) || kOpenEndings.has(at.last) || kGoesOn.has(at.last)) return false;
    switch (at.marker->style) {
      case MarkerStyle::part:
      case MarkerStyle::chapter:
      case MarkerStyle::section:
      case MarkerStyle::hanzi:
      case MarkerStyle::hanzi_paren: return true;
      case MarkerStyle::dotted: return !at.comma;
      case MarkerStyle::digit:
      case MarkerStyle::digit_paren:
      case MarkerStyle::circled: return !at.comma && at.size <= kCell;
      default: return false;
    }
  }

  /// A bracket or quote that opens near the end of the line and does not close in it.
  bool leaves_open(const Line& at) const {
    const auto glyphs = lines_.of(at);
    std::size_t closers = 0;
    bool straight = false;
    const std::size_t from = glyphs.size() > kTail ? glyphs.size() - kTail : 0;
    if (from == 0) {
      for (const Glyph& glyph : glyphs) straight = straight != (glyph.ch == U'"');
    }
    if (straight) return true;
    for (std::size_t k = glyphs.size(); k > from; --k) {
      const char32_t ch = glyphs[k - 1].ch;
      if (is_stop(ch) && closers == 0) break;
      if (is_closer(ch)) ++closers;
      if (!is_opener(ch)) continue;
      if (closers == 0) return true;
      --closers;
    }
    return false;
  }

  /// The break goes through a word.
  bool splits_word(const Line& before, const Line& after) {
    if (!is_han(before.last) || !is_han(after.first)) return false;
    std::string text;
    std::size_t from = before.end;
    while (from > before.body && before.end - from < kWordReach && is_han(lines_.glyphs[from - 1].ch)) --from;
    for (std::size_t at = from; at < before.end; ++at) append_char(text, lines_.glyphs[at].ch);
    const std::size_t place = text.size();
    for (std::size_t at = after.body; at < after.end && at < after.body + kWordReach; ++at) {
      if (!is_han(lines_.glyphs[at].ch)) break;
      append_char(text, lines_.glyphs[at].ch);
    }
    if (!segmenter_) segmenter_.emplace();
    const auto boundaries = segmenter_->word_boundaries(text);
    return !std::binary_search(boundaries.begin(), boundaries.end(), place);
  }

  int marker_weight(const Line& before, const Line& after, bool full) {
    if (after.bullet) return -8;
    if (!after.marker) return 0;
    // 统 at one line's end and 一、 at the next one's start.
    if (full && !before.ends_stop && splits_word(before, after)) return 0;
    // Where every line is full, 二是 or 第三条 can come to stand at a line's start by chance.
    const bool loose = after.marker->style == MarkerStyle::enumerated || after.marker->style == MarkerStyle::article ||
                       after.marker->style == MarkerStyle::letter;
    return loose && full && !before.ends_stop ? -3 : -9;
  }

  /// A break between two lines, and what is seen of it at once.
  struct Break {
    const Line& before;
    const Line& after;
    bool opens;    ///< the line before opens a paragraph
    bool full;     ///< it leaves no room
    bool heading;  ///< it is one
    bool bare;     ///< its paragraph has no punctuation so far: a title, a cell, a signature
    bool broken;   ///< it ends in no sign that a paragraph could end in
    bool cell;     ///< the line after may be a table's cell
  };

  Break break_before(std::size_t b, bool opens) const {
    const Line& before = line(b - 1);
    const Line& after = line(b);
    return {before,
            after,
            opens,
            lines_.full(before, opens),
            opens && is_heading(before),
            !so_far_.comma && !so_far_.stop,
            !before.ends_stop && before.last != U':' && before.last != U';',
            !after.comma && !after.stop && after.size <= kCell};
  }

  /// Above zero: line b goes on with the one before, which `opens` a paragraph or goes on itself.
  int score(std::size_t b, bool opens) {
    if (line(b - 1).row || line(b).row) return -12;
    const Break at = break_before(b, opens);
    const int sum = ending(b, at) + beginning(at) + layout(b, at);
    // The dear test last, and only where it decides.
    const int word = at.bare && !at.full ? 2 : 4;
    const bool open = at.broken && sum <= 0 && sum + word > 0;
    return open && splits_word(at.before, at.after) ? sum + word : sum;
  }

  /// What the line before says, and the paragraph so far.
  int ending(std::size_t b, const Break& at) const {
    const Line& before = at.before;
    int sum = 0;
    if (before.ends_stop) sum -= 6;
    if (before.last == U';') sum -= 5;
    if (before.last == U':') sum -= at.opens && !before.stop ? 8 : 4;
    if (kGoesOn.has(before.last)) sum += 5;
    if (at.broken && kOpenEndings.has(before.last)) sum += 3;
    const bool counted = ends_in_number(before) && !at.bare;
    if (at.broken && counted && (is_han(at.after.first) || is_digit(at.after.first))) sum += 3;
    const std::size_t rest = rest_size(at.after);
    if (at.heading) sum -= rest != 0 ? 2 : (at.full && !at.cell ? 8 : 5);
    if (at.broken && rest != 0 && rest <= kScrap) sum += 6;
    if (at.bare) sum -= so_far_.size <= kCell ? 4 : 2;
    // A line of commas alone is as likely the cell of a table, a list of offices.
    const bool text = so_far_.marker || so_far_.indent || so_far_.sentence;
    if (at.broken && !at.bare && !at.heading) sum += text ? prose(b) : (so_far_.stop && prose(b) > 0 ? 1 : -2);
    if (so_far_.size >= kLong) sum += 1;
    if (leaves_open(before)) sum += 4;
    return sum;
  }

  /// What the line after says.
  int beginning(const Break& at) {
    const Line& after = at.after;
    int sum = marker_weight(at.before, after, at.full);
    if (kNeverFirst.has(after.first)) sum += 6;
    if (at.broken && kOpenBeginnings.has(after.first)) sum += 3;
    if (after.ends_stop) sum += after.size <= kRest ? 3 : 1;
    if (at.cell && (!at.full || at.before.ends_stop) && !kGoesOn.has(at.before.last)) sum -= 4;
    if (after.first == U'—' && after.size > 1 && !at.before.comma) sum -= 4;
    if (after.first == U'—' && at.before.ends_stop) sum -= 4;
    return sum;
  }

  /// What indents, blank lines and the lines' width say.
  int layout(std::size_t b, const Break& at) const {
    const bool wrapped = lines_.wrap != 0;
    int sum = 0;
    if (indents_ && at.after.indent >= 3) sum -= 5;
    if (wrapped && so_far_.indent && at.after.indent == 0) sum += 4;
    if (at.after.blank_lines > 0) sum -= wrapped && body_[b] == body_[b - 1] + 1 ? 3 : 1;
    if (at.full) {
      sum += 7;
    } else if (wrapped) {
      sum += at.broken && !at.bare && !at.heading && lines_.nearly_full(at.before) ? 2 : -4;
    }
    return sum;
  }

  bool ends_in_number(const Line& at) const {
    if (is_digit(at.last)) return true;
    if (at.size < 2 || !kMagnitudes.has(at.last)) return false;
    const char32_t before = lines_.glyphs[at.end - 2].ch;
    return is_digit(before == U' ' ? lines_.glyphs[at.end - 3].ch : before);
  }

  /// Characters of the sentence that a line goes on after: 设。加大… has one. 0: no stop near, or nothing behind it.
  std::size_t rest_size(const Line& at) const {
    const auto glyphs = lines_.of(at);
    for (std::size_t k = 0; k < kRest && k + 1 < glyphs.size(); ++k) {
      if (glyphs[k].ch == U'。') return k;
    }
    return 0;
  }

  const Lines& lines_;
  const std::vector<ParagraphKind>& kinds_;
  /// What the paragraph had before the break at hand.
  struct So {
    bool comma = false;
    bool stop = false;
    bool sentence = false;
    bool marker = false;
    bool indent = false;  // where indents tell paragraphs
    std::size_t size = 0;
  };
  So so_far_;
  std::vector<std::size_t> body_;     // lines of the text itself
  std::vector<std::size_t> clauses_;  // lines with clauses up to each place, and those with sentences
  std::vector<std::size_t> sentences_;
  bool indents_ = false;
  std::optional<Segmenter> segmenter_;
};

}  // namespace

std::vector<bool> find_joins(const Lines& lines, const std::vector<ParagraphKind>& kinds) {
  return Joiner(lines, kinds).run();
}

}  // namespace zhibiao::text
