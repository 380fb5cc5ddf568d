// Which candidates are items: decided by the sequences they stand in, not by the line alone.
#pragma once

#include <vector>

#include "outline/candidates.hpp"

namespace zhibiao::outline {

/// Marks `accepted` on the candidates that are items (those of a table of contents left out): members of inline
/// lists (lists.hpp), and at a paragraph's start numbers that go on, restart, jump a little or repeat. A list that
/// interrupts one of its own style gets a `depth` of its own.
void decide(std::vector<Candidate>& candidates, const text::View& view, const std::vector<std::size_t>& annexes);

}  // namespace zhibiao::outline
