// Which candidates are items: decided by the sequences they stand in, not by the line alone.
#pragma once

#include <string>
#include <vector>

#include "outline/candidates.hpp"

namespace zhibiao::outline {

/// A title as a table of contents prints it, for texts that run headings and text together.
struct ContentsEntry {
  text::MarkerStyle style = text::MarkerStyle::chapter;
  std::string label;
  std::string title;
};

/// Marks `accepted` (and `chain` for inline lists) on the candidates that are items:
/// - at a paragraph's start where the number goes on, restarts, jumps a little or repeats;
/// - 一是 where 二是 follows before its item ends;
/// - others in mid-line where a list begins with 1 or goes on and each member stands behind a stop or heading.
/// Marks `contents` on the lines of a table of contents and returns its entries.
std::vector<ContentsEntry> decide(std::vector<Candidate>& candidates, const text::View& view,
                                  const std::vector<std::size_t>& annexes);

}  // namespace zhibiao::outline
