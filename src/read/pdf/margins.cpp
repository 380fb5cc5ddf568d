// Read, PDF files: which lines belong together, by where they stand. A line that goes on has no room for what follows;
// a paragraph begins with an indent, behind a gap or in another size. Input: lines in reading order; output: margins and
// decisions. Tested by tests/read/pdf_test.cpp.
#include "read/pdf/margins.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace zhibiao::read_stage {
namespace {

constexpr double kCentred = 1.2;     // em off the middle
constexpr double kFarIn = 2.6;       // em: more than an indent
constexpr double kIndent = 1.2;      // em
constexpr double kDeepest = 3;       // em: a first line's indent is no deeper
constexpr double kDeeper = 0.9;      // em: a line that begins further in than the one before begins a paragraph
constexpr double kAsDeep = 0.6;      // em: lines that begin within this begin at one place
constexpr double kFull = 0.4;        // em of room that a full line may have left, beside what did not fit
constexpr double kOtherSize = 1.18;  // times as large
constexpr double kOtherHeight = 1.1;
constexpr double kWide = 0.6;            // of the width there is: lines as wide show where margins are
constexpr double kLongestWord = 12;      // em: what is longer is broken all the same
constexpr double kLeastLeading = 1.2;    // em from one line to the next, at least
constexpr std::size_t kFewIndents = 20;  // a text has indents if one line in so many has one
constexpr double kGap = 1.55;            // times the usual distance of lines
constexpr double kSameLeft = 2.0;        // points
constexpr double kSmall = 0.93;          // of the text's size: a note

#include "read/pdf/words.def"

constexpr std::u32string_view kOpeners = U"（《“‘〈「『【〔［([{";
constexpr std::u32string_view kClosers = U"，。；：、！？）》”’〉」』】〕］％,.;:!?)]}%‰…—";
constexpr std::u32string_view kStops = U"。！？；：!?;:";

bool is_in(char32_t ch, std::u32string_view set) { return set.find(ch) != std::u32string_view::npos; }

/// The value that most have, within two points.
double most_common(const std::vector<double>& values) {
  std::map<long, std::vector<double>> near;
  for (const double value : values) near[std::lround(value / 2)].push_back(value);
  std::size_t best = 0;
  double place = 0;
  for (const auto& [key, all] : near) {
    if (all.size() <= best) continue;
    best = all.size();
    place = *std::min_element(all.begin(), all.end());
  }
  return place;
}

double high_end(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[values.size() * 9 / 10];
}

/// Margins of lines that are wide for where they stand.
struct Edges {
  std::vector<double> lefts;
  std::vector<double> rights;
  std::vector<double> marks;  ///< right ends of lines that end in a mark: it may hang over the margin
  double left() const { return most_common(lefts); }
  bool begins_at(double place) const {
    return std::any_of(lefts.begin(), lefts.end(), [&](double left) { return std::abs(left - place) < kSameLeft; });
  }
  double right() const { return high_end(rights.size() * 3 >= marks.size() ? rights : marks); }
};

/// Width of what a line cannot part with at its start: a character with the marks that stick to it, a Latin word.
double first_unit(const PlacedLine& line) {
  std::string_view rest = line.text;
  double units = 0;
  bool word = false;
  while (!rest.empty()) {
    const char32_t ch = take_char(rest);
    if (word && (is_wide(ch) || ch == U' ')) break;
    units += units_of(ch);
    if (!is_wide(ch) && ch != U'"') {
      word = true;
      continue;
    }
    if (is_in(ch, kOpeners) || ch == U'"') continue;
    while (!rest.empty() && is_in(first_char(rest), kClosers)) units += units_of(take_char(rest));
    // A straight quote holds both its neighbours.
    if (first_char(rest) != U'"') break;
  }
  return std::min(units, kLongestWord) * line.em;
}

/// Told by width and height: fonts of one size differ in one of them.
bool other_size(const PlacedLine& a, const PlacedLine& b) {
  const double wider = a.em / std::max(0.1, b.em);
  const double higher = a.box.height() / std::max(0.1, b.box.height());
  const bool larger = wider > kOtherSize && higher > kOtherHeight;
  const bool smaller = wider < 1 / kOtherSize && higher < 1 / kOtherHeight;
  return larger || smaller;
}

/// `第一章 …… 3`
bool has_leader(std::string_view text) {
  std::size_t dots = 0;
  while (!text.empty()) {
    const char32_t ch = take_char(text);
    dots = is_in(ch, U".·…。．") ? dots + (ch == U'…' ? 3 : 1) : 0;
    if (dots >= 6) return true;
  }
  return false;
}

/// `一、`, `（三）`, `12.`, `第三条`, `•`: what an item begins with.
bool opens_item(std::string_view text) {
  while (text.starts_with('-') || text.starts_with(' ')) text.remove_prefix(1);
  const char32_t first = first_char(text);
  if (is_in(first, kPartSigns)) return true;
  std::size_t numerals = 0;
  while (!text.empty() && numerals < 4) {
    const char32_t ch = take_char(text);
    if (!is_in(ch, kNumerals) && !(ch >= U'0' && ch <= U'9')) return numerals > 0 && is_in(ch, U"、.．,，)）");
    ++numerals;
  }
  return false;
}

}  // namespace

bool PlacedLine::centred() const {
  const double middle = (left + right) / 2;
  return std::abs(box.centre() - middle) < kCentred * em && indent() > kFarIn * em && room() > kFarIn * em;
}

void find_margins(std::vector<PlacedLine>& lines) {
  double widest = 0;
  for (const PlacedLine& line : lines) widest = line.right > 0 ? widest : std::max(widest, line.box.width());
  Edges all;
  std::map<std::size_t, Edges> pages;
  for (const PlacedLine& line : lines) {
    if (line.right > 0 || line.box.width() < widest * kWide) continue;
    for (Edges* edges : {&all, &pages[line.page]}) {
      edges->lefts.push_back(line.box.x0);
      (is_in(last_char(line.text), kClosers) ? edges->marks : edges->rights).push_back(line.box.x1);
    }
  }
  if (all.lefts.empty()) return;
  constexpr std::size_t kEnough = 8;
  for (PlacedLine& line : lines) {
    if (line.right > 0) continue;
    const auto page = pages.find(line.page);
    const bool own = page != pages.end() && page->second.lefts.size() >= kEnough;
    const Edges& edges = own ? page->second : all;
    line.left = edges.left();
    // On a page of short paragraphs most lines are first ones: the few others, at the margin of all pages, show it.
    const double deeper = line.left - all.left();
    if (own && deeper > kIndent * line.em && deeper < kDeepest * line.em && edges.begins_at(all.left()))
      line.left = all.left();
    line.right = edges.right();
  }
}

TextLook look_of(const std::vector<PlacedLine>& lines) {
  TextLook look;
  std::vector<double> ems;
  std::vector<double> steps;
  std::size_t wide = 0;
  std::size_t indented = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PlacedLine& line = lines[i];
    if (line.box.width() < (line.right - line.left) * kWide) continue;
    ++wide;
    ems.push_back(line.em);
    if (line.indent() > kIndent * line.em && line.indent() < kDeepest * line.em) ++indented;
    if (i > 0 && lines[i - 1].column == line.column) steps.push_back(line.box.middle() - lines[i - 1].box.middle());
  }
  look.em = median(std::move(ems));
  look.leading = median(std::move(steps));
  look.indents = indented * kFewIndents >= wide;
  return look;
}

void mark_notes(std::vector<PlacedLine>& lines, const TextLook& look) {
  // From the end of a column upwards as long as lines are small; the topmost has to open a note.
  for (std::size_t end = lines.size(); end > 0;) {
    std::size_t begin = end;
    while (begin > 0 && lines[begin - 1].column == lines[end - 1].column) --begin;
    std::size_t first = end;
    while (first > begin && lines[first - 1].em < look.em * kSmall) --first;
    while (first < end) {
      const char32_t sign = first_char(lines[first].text);
      if (is_in(sign, kNoteSigns) || (sign >= U'0' && sign <= U'9')) break;
      ++first;
    }
    if (first > begin) {
      for (std::size_t i = first; i < end; ++i) lines[i].note = true;
    }
    end = begin;
  }
}

bool begins_paragraph(const PlacedLine& before, const PlacedLine& after, bool first, const TextLook& look) {
  if (before.note != after.note) return true;
  if (other_size(before, after)) return true;
  if (has_leader(before.text) || has_leader(after.text)) return true;
  const bool full = before.room() < first_unit(after) + kFull * after.em;
  const bool near = before.column == after.column;
  const double step = after.box.middle() - before.box.middle();
  const bool gap = near && step > kGap * std::max(look.leading, kLeastLeading * after.em);
  // A long title goes on in the middle of the next line.
  if (after.em > look.em * kOtherSize) return !near || gap || !full || !after.centred();
  if (!full || gap) return true;
  const double deeper = after.indent() - before.indent();
  if (deeper > kDeeper * after.em) return true;
  if (look.indents && after.indent() > kIndent * after.em && std::abs(deeper) < kAsDeep * after.em) return first;
  if (!look.indents && is_in(last_char(before.text), kStops) && opens_item(after.text)) return true;
  return false;
}

}  // namespace zhibiao::read_stage
