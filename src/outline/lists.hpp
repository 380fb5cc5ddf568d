// Lists inside the text: 一是…二是…, and numbers in mid-line.
#pragma once

#include <vector>

#include "outline/candidates.hpp"

namespace zhibiao::outline {

/// Marks `accepted` and `chain` on the members of lists that have two at least:
/// - 一是 where 二是 follows before its item ends, also over paragraphs;
/// - other numbers in mid-line where each member stands behind a stop or a heading and they count up from 1
///   or from the number that opens the paragraph.
void find_lists(std::vector<Candidate>& candidates);

}  // namespace zhibiao::outline
