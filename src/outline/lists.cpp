// Outline: lists inside the text. Input: candidates. Output: the same with the members of lists accepted.
// Tested by tests/outline/.
#include "outline/lists.hpp"

#include <map>
#include <utility>

namespace zhibiao::outline {
namespace {

using text::MarkerStyle;

// Two or more members that follow each other are a list: they are accepted as one chain.
void accept(std::vector<Candidate>& all, const std::vector<std::size_t>& members, int& next_chain) {
  if (members.size() < 2) return;
  for (const std::size_t member : members) {
    all[member].accepted = true;
    all[member].chain = next_chain;
  }
  ++next_chain;
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
    accept(all_, members_, next_chain);
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
      accept(all, members, next_chain);
      members = {index};
    } else if (!members.empty() && goes_on(all[members.back()].marker, candidate.marker)) {
      members.push_back(index);
    }
  }
  for (const auto& [style, members] : open) accept(all, members, next_chain);
}

}  // namespace

void find_lists(std::vector<Candidate>& candidates) {
  int next_chain = 0;
  EnumeratedLists(candidates).run(next_chain);
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin;
    while (end < candidates.size() && candidates[end].paragraph == candidates[begin].paragraph) ++end;
    find_inline_lists(candidates, begin, end, next_chain);
    begin = end;
  }
}

}  // namespace zhibiao::outline
