// Outline, second step: decides by sequence which candidates are items.
// Input: candidates in text order. Output: the same with `accepted` and `chain` set.
// Tested by tests/outline/.
#include "outline/sequence.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "outline/characters.hpp"
#include "outline/lists.hpp"
#include "outline/matcher.hpp"
#include "outline/words.hpp"

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// How far a numbering may jump forward (四 is followed by 六 or 七) and still be the same one.
constexpr int kLargestJump = 3;
// How many candidates ahead a second member is looked for.
constexpr std::size_t kReach = 500;
// A title behind a marker is no shorter or longer than this (characters).
constexpr std::size_t kTitleMin = 2;
constexpr std::size_t kTitleMax = 45;

bool follows(int last, int next) { return next == last + 1; }
bool fits(int last, int next) { return next >= last && next <= last + kLargestJump; }

// Does the numbering that `index` continues or begins have a second member at hand?
bool has_successor(const std::vector<Candidate>& all, std::size_t index) {
  const std::size_t end = std::min(all.size(), index + kReach);
  for (std::size_t later = index + 1; later < end; ++later) {
    if (!all[later].at_start || all[later].contents || !all[later].like(all[index])) continue;
    return follows(all[index].marker.ordinal, all[later].marker.ordinal);
  }
  return false;
}

// Markers at a paragraph's start: taken when they go on, restart, jump a little or repeat.
class LineStarts {
 public:
  LineStarts(std::vector<Candidate>& all, const text::View& view, const std::vector<std::size_t>& annexes)
      : all_(all), view_(view), annexes_(annexes) {}

  void run() {
    auto annex = annexes_.begin();
    std::size_t taken = 0;  // paragraph of the last marker taken at a start, plus one
    for (std::size_t index = 0; index < all_.size(); ++index) {
      Candidate& candidate = all_[index];
      if (candidate.contents || candidate.marker.style == MarkerStyle::enumerated) continue;
      for (; annex != annexes_.end() && *annex <= candidate.paragraph; ++annex) last_.clear();
      if (candidate.at_start && !candidate.accepted && taken != candidate.paragraph + 1) {
        candidate.accepted = candidate.glued ? fits_behind_page(candidate) : fits_here(index);
      }
      if (!candidate.accepted) continue;
      if (candidate.at_start) taken = candidate.paragraph + 1;
      last_[key_of(candidate)] = candidate.marker.ordinal;
      if (candidate.marker.style == MarkerStyle::dotted) dotted_[candidate.depth] = candidate.marker.label;
      if (candidate.marker.style <= MarkerStyle::hanzi) outer_ = candidate.marker.ordinal;
    }
  }

 private:
  bool fits_here(std::size_t index) const {
    const Candidate& candidate = all_[index];
    const int ordinal = candidate.marker.ordinal;
    const auto known = last_.find(key_of(candidate));
    const bool goes_on = known != last_.end() && fits(known->second, ordinal);
    if (known != last_.end() && is_intruder(index, known->second)) return false;
    if (candidate.marker.style <= MarkerStyle::hanzi && candidate.marker.style != MarkerStyle::article) return true;
    if (candidate.end >= view_.paragraphs()[candidate.paragraph].span.end) return false;  // a table's cell
    switch (candidate.marker.style) {
      case MarkerStyle::dotted: return dotted_fits(candidate);
      case MarkerStyle::letter: return goes_on || (ordinal == 1 && has_successor(all_, index));
      default: return goes_on || ordinal == 1 || has_successor(all_, index) || opens_title(candidate);
    }
  }

  // （九）and a short title: a heading even where the pages in between were lost; 第（九）项 and the members of a list are none.
  bool opens_title(const Candidate& candidate) const {
    if (candidate.marker.style != MarkerStyle::hanzi_paren) return false;
    static const Matcher reference{words::kReferenceGoesOn};
    const std::size_t end = view_.paragraphs()[candidate.paragraph].span.end;
    const std::string_view line = view_.text().substr(candidate.end, end - candidate.end);
    if (reference.find(line)) return false;
    std::size_t stop = 0;
    while (stop < line.size() && !one_of(char_at(line, stop), kStops)) stop += char_size(line, stop);
    const std::string_view title = line.substr(0, stop);
    const bool closed = stop == line.size() || char_at(line, stop) == "。";
    return closed && longer_than(title, kTitleMin - 1) && !longer_than(title, kTitleMax);
  }

  // Behind a page number only what continues exactly is taken.
  bool fits_behind_page(const Candidate& candidate) const {
    if (candidate.marker.style == MarkerStyle::dotted) {
      return dotted_fits(candidate) && (candidate.depth > 1 || prefix_number(candidate.marker.label) == outer_);
    }
    const auto known = last_.find(key_of(candidate));
    return known != last_.end() && follows(known->second, candidate.marker.ordinal);
  }

  // One that does not go on itself while the next of its style goes on without it: the second half of 统/一、….
  bool is_intruder(std::size_t index, int last) const {
    const int ordinal = all_[index].marker.ordinal;
    if (ordinal == last || follows(last, ordinal)) return false;
    const std::size_t end = std::min(all_.size(), index + kReach);
    for (std::size_t later = index + 1; later < end; ++later) {
      const Candidate& next = all_[later];
      if (next.contents || !next.like(all_[index]) || !(next.at_start || next.accepted)) continue;
      return follows(last, next.marker.ordinal) && !follows(ordinal, next.marker.ordinal);
    }
    return false;
  }

  static int prefix_number(const std::string& label) { return std::atoi(label.c_str()); }

  static std::pair<std::string, int> split(const std::string& label) {
    const std::size_t dot = label.rfind('.');
    if (dot == std::string::npos) return {std::string(), std::atoi(label.c_str())};
    return {label.substr(0, dot), std::atoi(label.c_str() + dot + 1)};
  }

  // 1.2 behind 1.1, 2.1 behind 1.4, 1.2.1 below 1.2.
  bool dotted_fits(const Candidate& candidate) const {
    const auto [prefix, number] = split(candidate.marker.label);
    const auto same = dotted_.find(candidate.depth);
    if (same != dotted_.end() && split(same->second).first == prefix) return fits(split(same->second).second, number);
    if (number > 2) return false;
    if (candidate.depth == 1) {
      const int top = prefix_number(prefix);
      if (top == outer_) return true;
      return same == dotted_.end() ? number == 1 : fits(prefix_number(same->second), top);
    }
    const auto above = dotted_.find(candidate.depth - 1);
    if (above == dotted_.end()) return number == 1 && prefix_number(prefix) == std::max(1, outer_);
    const auto [above_prefix, above_number] = split(above->second);
    const auto [own_prefix, own_number] = split(prefix);
    if (prefix == above->second) return true;
    return own_prefix == above_prefix ? fits(above_number, own_number)
                                      : own_number == 1 && prefix_number(prefix) == outer_;
  }

  std::vector<Candidate>& all_;
  const text::View& view_;
  const std::vector<std::size_t>& annexes_;
  std::map<StyleKey, int> last_;
  std::map<int, std::string> dotted_;
  int outer_ = 0;  // ordinal of the last chapter or 一、
};

// 一、二、[一、二、三、]三、: where the outer numbering is taken up again, the list in between was nested
// (a table's rows under a heading) and gets a depth of its own.
void mark_nested(std::vector<Candidate>& all) {
  std::vector<std::size_t> run;      // of the present numbering
  std::vector<std::size_t> restart;  // positions in `run` where it restarted
  for (std::size_t index = 0; index < all.size(); ++index) {
    if (!all[index].accepted || all[index].marker.style != MarkerStyle::hanzi) continue;
    const int ordinal = all[index].marker.ordinal;
    if (!run.empty()) {
      const int last = all[run.back()].marker.ordinal;
      if (ordinal == 1) {
        restart.push_back(run.size());
      } else if (!restart.empty() && ordinal < last) {
        const std::size_t begin = restart.back();
        if (follows(all[run[begin - 1]].marker.ordinal, ordinal)) {
          for (std::size_t member = begin; member < run.size(); ++member) all[run[member]].depth = 1;
          run.resize(begin);
          restart.pop_back();
        }
      }
    }
    run.push_back(index);
  }
}

}  // namespace

void decide(std::vector<Candidate>& candidates, const text::View& view, const std::vector<std::size_t>& annexes) {
  find_lists(candidates);
  LineStarts(candidates, view, annexes).run();
  mark_nested(candidates);
}

}  // namespace zhibiao::outline
