// Facts of kind `deadline`: what a sentence dates without counting it.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// A dated milestone without another quantity. Spans are of the sentence.
struct Milestone {
  std::size_t date = 0;  ///< index into the sentence's dates
  Span action;
  Span indicator;
  Span tail;  ///< second piece of the indicator, behind its subject: 市体育馆|开工建设; empty where it is one piece
};

/// The milestones of a sentence, in the order of their dates; at most one for each.
std::vector<Milestone> find_milestones(const Sentence& sentence, const rules::Lexicon& lexicon,
                                       const WordClasses& classes);

}  // namespace zhibiao::extract
