// What an item is called: the title on its line, a run-in title, or the start of its text.
#pragma once

#include <vector>

#include "outline/contents.hpp"
#include "outline/outline.hpp"

namespace zhibiao::outline {

/// Fills `heading`, `item.heading` and `item.titled` of all nodes. `items` are the candidates they were made
/// of, one each; `entries` the titles of the table of contents.
void set_headings(std::vector<Node>& nodes, const std::vector<const Candidate*>& items, const text::View& view,
                  const std::vector<ContentsEntry>& entries);

}  // namespace zhibiao::outline
