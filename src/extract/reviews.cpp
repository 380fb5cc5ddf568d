// Extract stage: reviews that no marked heading announces. Tested by tests/specs/reviews.toml.
#include "extract/reviews.hpp"

namespace zhibiao::extract {

void Reviews::note_heading(const HeadingSays& says) {
  if (says.target == nullptr && says.result == nullptr) return;
  reviewing_ = says.target != nullptr ? nullptr : says.result;
  if (says.target != nullptr) leading_ = nullptr;
  asks_lead_ = false;
  reviewed_ = 0;
}

void Reviews::note_paragraph(const rules::Rule& opened, std::string_view text, int node, bool alone) {
  const bool reviews = opened.view("role") == name_of(Role::result);
  if (!reviews) leading_ = nullptr;
  if (asks_lead_) {
    if (reviews && reviewing_ == nullptr) reviewed_ = opening_year(text);
    asks_lead_ = reviews;
    reviewing_ = reviews ? &opened : nullptr;
  }
  if (!reviews || !alone || opened.view("where") != kOpener) return;
  leading_ = &opened;
  led_ = node;
}

void Reviews::apply(int node, Setting& setting) {
  // An item whose heading plans ends what the lead said.
  if (!setting.cue.empty() && setting.role == Role::target && !setting.weak) reviewing_ = nullptr;
  if (reviewing_ != nullptr) {
    apply_review(*reviewing_, reviewed_, setting);
    setting.hopes = reviewing_->view("where") == kWeakOpener;
  }
  if (setting.title == nullptr && is_led(node)) apply_review(*leading_, 0, setting);
}

bool Reviews::is_led(int node) const {
  if (leading_ == nullptr || led_ < 0) return leading_ != nullptr && node < 0;
  while (node > led_) node = outline_[static_cast<std::size_t>(node)].parent;
  return node == led_;
}

}  // namespace zhibiao::extract
