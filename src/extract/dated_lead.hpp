// A sentence before a colon that dates the list behind it: 到2025年,实现以下目标:
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/sentence.hpp"
#include "outline/outline.hpp"

namespace zhibiao::extract {

/// Told of paragraphs and sentences in text order; holds the date by which the present list is due.
class DatedLead {
 public:
  explicit DatedLead(const std::vector<outline::Node>& outline) : outline_(outline) {}

  /// A paragraph begins in this item; one that is no member of the list ends it. -1: before the first item.
  void enter(int node, std::string_view paragraph);

  /// A sentence of this item was read: it may lead to a list.
  void note(const Sentence& sentence, int node);

  /// By when the members of the list are to be reached, for text of this item; empty where none is open.
  const std::string& due(int node) const;

 private:
  bool is_member(int node) const;

  const std::vector<outline::Node>& outline_;
  std::string due_;      // empty: no list is open
  int node_ = -1;        // the item in which the lead stands
  bool dashes_ = false;  // the present paragraph is a member by its dash
};

}  // namespace zhibiao::extract
