// Outline, second step: decides by sequence which candidates are items.
// Input: candidates in text order. Output: the same with `accepted`, `chain` and `contents` set.
// Tested by tests/outline/.
#include "outline/sequence.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "outline/characters.hpp"

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// How far a numbering may jump forward (四 is followed by 六 or 七) and still be the same one.
constexpr int kLargestJump = 3;
// So many entries in a row, all printed again further down, make a table of contents.
constexpr std::size_t kContentsEntries = 4;
constexpr std::size_t kEntryChars = 60;
constexpr std::size_t kAlikeChars = 4;
constexpr std::size_t kContentsReach = 60;
// How many candidates ahead a second member is looked for.
constexpr std::size_t kReach = 500;

using StyleKey = std::pair<MarkerStyle, int>;
StyleKey key_of(const Candidate& candidate) { return {candidate.marker.style, candidate.depth}; }

bool follows(int last, int next) { return next == last + 1; }
bool fits(int last, int next) { return next >= last && next <= last + kLargestJump; }

// Text of the candidate up to the next candidate or its paragraph's end.
std::string_view entry_text(const std::vector<Candidate>& all, std::size_t index, const text::View& view) {
  std::size_t end = view.paragraphs()[all[index].paragraph].span.end;
  if (index + 1 < all.size() && all[index + 1].paragraph == all[index].paragraph) end = all[index + 1].begin;
  return view.text().substr(all[index].end, end - all[index].end);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    const std::size_t size = char_size(a, at);
    if (a.substr(at, size) != b.substr(at, size)) break;
    at += size;
  }
  return at;
}

bool is_entry(std::string_view text) {
  if (text.empty() || char_count(text) > kEntryChars) return false;
  for (std::size_t at = 0; at < text.size(); at += char_size(text, at)) {
    if (one_of(char_at(text, at), "。；;")) return false;
  }
  return true;
}

// The later candidates with the same number whose text begins alike: how many bytes agree at most.
std::size_t printed_again(const std::vector<Candidate>& all, std::size_t index, const text::View& view) {
  const std::string_view title = entry_text(all, index, view);
  std::size_t most = 0;
  for (std::size_t later = index + 1; later < all.size(); ++later) {
    if (!all[later].like(all[index]) || all[later].marker.label != all[index].marker.label) continue;
    const std::string_view again =
        view.text().substr(all[later].end, view.paragraphs()[all[later].paragraph].span.end - all[later].end);
    most = std::max(most, common_prefix(title, again));
  }
  return char_count(title.substr(0, most)) >= std::min(kAlikeChars, char_count(title)) ? most : 0;
}

// A table of contents without dots: entries in a row, each of which is printed again further down.
std::vector<ContentsEntry> find_contents(std::vector<Candidate>& all, const text::View& view) {
  std::vector<ContentsEntry> run;
  std::size_t first = 0;
  for (std::size_t index = 0; index < all.size() && index < kContentsReach + run.size(); ++index) {
    const std::size_t same = printed_again(all, index, view);
    if (same > 0) {
      if (run.empty()) first = index;
      const std::string_view text = entry_text(all, index, view);
      run.push_back({all[index].marker.style, all[index].marker.label, std::string(text.substr(0, same))});
      if (is_entry(text)) continue;  // only the last entry runs into the text
    }
    if (run.size() >= kContentsEntries) break;
    run.clear();
  }
  if (run.size() < kContentsEntries) return {};
  for (std::size_t member = first; member < first + run.size(); ++member) all[member].contents = true;
  return run;
}

// The entries of the pages that text repair knew for contents, without their dots and page numbers.
void add_printed_contents(std::vector<ContentsEntry>& entries, const text::View& view) {
  for (const text::Paragraph& paragraph : view.paragraphs()) {
    if (paragraph.kind != text::ParagraphKind::contents) continue;
    std::string_view line = view.slice(paragraph.span);
    while (!line.empty() && one_of(char_before(line, line.size()), "0123456789.…·-—() \t")) {
      line.remove_suffix(char_before(line, line.size()).size());
    }
    const auto marker = text::match_marker(line);
    if (!marker) continue;
    const std::size_t begin = marker->offset + marker->length;
    if (begin < line.size()) entries.push_back({marker->style, marker->label, std::string(line.substr(begin))});
  }
}

// 一是 … 二是 …: a list is taken where at least two members follow each other within one item.
class EnumeratedLists {
 public:
  explicit EnumeratedLists(std::vector<Candidate>& all) : all_(all) {}

  void run(int& next_chain) {
    for (std::size_t index = 0; index < all_.size(); ++index) {
      const Candidate& candidate = all_[index];
      if (candidate.contents) continue;
      if (candidate.marker.style != MarkerStyle::enumerated) {
        if (candidate.at_start) pass_marker(candidate, next_chain);
        continue;
      }
      if (!candidate.after_stop && !candidate.after_comma) continue;
      if (candidate.marker.ordinal == 1) {
        close(next_chain);
        members_ = {index};
        container_ = outer_;
      } else if (!members_.empty() && candidate.marker.ordinal > last() && candidate.marker.ordinal <= last() + 2) {
        members_.push_back(index);
      }
    }
    close(next_chain);
  }

 private:
  int last() const { return all_[members_.back()].marker.ordinal; }

  // A marker of the container's own style, or an outer one, ends the item and with it the list.
  void pass_marker(const Candidate& candidate, int& next_chain) {
    if (members_.empty() || candidate.marker.style <= container_) close(next_chain);
    outer_ = candidate.marker.style;
  }

  void close(int& next_chain) {
    if (members_.size() >= 2) {
      for (const std::size_t member : members_) {
        all_[member].accepted = true;
        all_[member].chain = next_chain;
      }
      ++next_chain;
    }
    members_.clear();
  }

  std::vector<Candidate>& all_;
  std::vector<std::size_t> members_;
  MarkerStyle outer_ = MarkerStyle::part;
  MarkerStyle container_ = MarkerStyle::part;
};

// Numbers of headings may jump by one in mid-line too; those of digits must not, they are too common.
bool goes_on(const text::Marker& last, const text::Marker& next) {
  const int step = next.ordinal - last.ordinal;
  return step == 1 || (step == 2 && next.style <= MarkerStyle::hanzi_paren);
}

// Lists of the other styles inside one paragraph.
void find_inline_lists(std::vector<Candidate>& all, std::size_t begin, std::size_t end, int& next_chain) {
  std::map<StyleKey, std::vector<std::size_t>> open;
  const auto close = [&](std::vector<std::size_t>& members) {
    if (members.size() >= 2) {
      for (const std::size_t member : members) {
        all[member].accepted = true;
        all[member].chain = next_chain;
      }
      ++next_chain;
    }
    members.clear();
  };
  const Candidate* before = nullptr;
  for (std::size_t index = begin; index < end; ++index) {
    Candidate& candidate = all[index];
    if (candidate.contents || candidate.marker.style == MarkerStyle::enumerated) continue;
    if (candidate.glued) continue;
    const bool stands_free = candidate.after_stop || (candidate.after_heading && before != nullptr);
    if (!stands_free) continue;
    before = &candidate;
    auto& members = open[key_of(candidate)];
    if (candidate.at_start || candidate.marker.ordinal == 1) {
      close(members);
      members = {index};
    } else if (!members.empty() && goes_on(all[members.back()].marker, candidate.marker)) {
      members.push_back(index);
    }
  }
  for (auto& [style, members] : open) close(members);
}

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
      default: return goes_on || ordinal == 1 || has_successor(all_, index);
    }
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
    return own_prefix == above_prefix ? fits(above_number, own_number) : own_number == 1 && prefix_number(prefix) == outer_;
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

std::vector<ContentsEntry> decide(std::vector<Candidate>& candidates, const text::View& view,
                                  const std::vector<std::size_t>& annexes) {
  std::vector<ContentsEntry> entries = find_contents(candidates, view);
  add_printed_contents(entries, view);
  int next_chain = 0;
  EnumeratedLists(candidates).run(next_chain);
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin;
    while (end < candidates.size() && candidates[end].paragraph == candidates[begin].paragraph) ++end;
    find_inline_lists(candidates, begin, end, next_chain);
    begin = end;
  }
  LineStarts(candidates, view, annexes).run();
  mark_nested(candidates);
  return entries;
}

}  // namespace zhibiao::outline
