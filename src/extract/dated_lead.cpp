// Extract stage: lists that are dated by the sentence before them. Tested by tests/specs/deadlines.toml.
#include "extract/dated_lead.hpp"

#include <algorithm>

#include "text/chars.hpp"
#include "text/marker.hpp"

namespace zhibiao::extract {

void DatedLead::enter(int node, std::string_view paragraph) {
  if (due_.empty() || paragraph.empty()) return;
  std::size_t at = 0;
  dashes_ = node == node_ && text::is_list_sign(text::next_char(paragraph, at));
  if (!dashes_ && !is_member(node)) due_.clear();
}

void DatedLead::note(const Sentence& sentence, int node) {
  if (!sentence.text.ends_with(":")) return;
  const auto& dates = sentence.mentions.dates;
  const auto dated = [](const DateMention& date) { return !date.deadline.empty(); };
  // Of two dates either may be meant.
  if (std::count_if(dates.begin(), dates.end(), dated) != 1) return;
  const auto date = std::find_if(dates.begin(), dates.end(), dated);
  if (!date->milestone) return;  // the plan's own year dates nothing in a heading or a lead
  due_ = date->deadline;
  node_ = node;
  dashes_ = false;
}

const std::string& DatedLead::due(int node) const {
  static const std::string none;
  return !due_.empty() && (dashes_ || is_member(node)) ? due_ : none;
}

/// Items below the lead's are members; so are, before the first item, those that are no sections of the paper.
bool DatedLead::is_member(int node) const {
  if (node <= node_) return false;
  int above = node;
  while (outline_[static_cast<std::size_t>(above)].parent > node_)
    above = outline_[static_cast<std::size_t>(above)].parent;
  const outline::Node& member = outline_[static_cast<std::size_t>(above)];
  if (member.parent != node_) return false;
  const char first = member.item.marker.front();
  return node_ >= 0 || first == '(' || text::is_digit(static_cast<unsigned char>(first));
}

}  // namespace zhibiao::extract
