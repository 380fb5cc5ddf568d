// What headings without a marker and the paragraphs that open a review say of the text behind them.
#pragma once

#include <string_view>
#include <vector>

#include "extract/roles.hpp"
#include "extract/sentence.hpp"
#include "outline/outline.hpp"

namespace zhibiao::extract {

/// Told of headings and paragraphs in text order; holds what they say of what follows.
class Reviews {
 public:
  /// `untold`: neither the title nor a heading above the text says what the paper is, so that its lead may.
  Reviews(const std::vector<outline::Node>& outline, bool untold) : outline_(outline), asks_lead_(untold) {}

  /// A heading without a marker (2021年工作回顾) holds for what follows, up to the next.
  void note_heading(const HeadingSays& says);

  /// The text of an item has begun: the lead is over. -1: it has not.
  void enter(int node) { asks_lead_ = asks_lead_ && node < 0; }

  /// Whether nothing has said yet what the paper is, or its lead does.
  bool asks_lead() const { return asks_lead_; }

  /// A paragraph that opens a review holds for those behind it: one of a single sentence (一年来,我们主要做了以下工作:) in its
  /// item; where neither title nor heading says what the paper is, the first above the items that says so, up to the first
  /// heading that plans. A paragraph that looks ahead ends both.
  void note_paragraph(const rules::Rule& opened, std::string_view text, int node, bool alone);

  /// What holds for a sentence of this item.
  void apply(int node, Setting& setting);

 private:
  /// Whether the item is the one in which the last paragraph of a single sentence stands, or stands below it.
  bool is_led(int node) const;

  const std::vector<outline::Node>& outline_;
  bool asks_lead_;
  int reviewed_ = 0;                        // the year that a lead reviews, which may be the plan's own; 0: not named
  const rules::Rule* reviewing_ = nullptr;  // the cue of a heading without a marker, or of the lead, that reviews
  const rules::Rule* leading_ = nullptr;    // the cue of a paragraph that opens a review
  int led_ = -1;                            // the item it stands in
};

}  // namespace zhibiao::extract
