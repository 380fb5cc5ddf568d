// Tables of contents: lines that look like items and are none, and the titles they print.
#pragma once

#include <string>
#include <vector>

#include "outline/candidates.hpp"

namespace zhibiao::outline {

/// A title as a table of contents prints it: says where a heading ends in texts that run on without breaks.
struct ContentsEntry {
  text::MarkerStyle style = text::MarkerStyle::chapter;
  std::string label;
  std::string title;
};

/// Marks `contents` on candidates in a row that are all printed again further down (a table of contents without
/// dots and page numbers), and returns their titles and those of the view's contents lines.
std::vector<ContentsEntry> find_contents(std::vector<Candidate>& candidates, const text::View& view);

}  // namespace zhibiao::outline
