// Whose or where it is, parted from what is measured.
#pragma once

#include "extract/sentence.hpp"

namespace zhibiao::extract {

/// An indicator and its scope as spans of the sentence, the one parted from the other.
struct Parting {
  Span indicator;
  Span scope;
  bool inferred = false;  ///< the scope stands in a clause before, not with the indicator
};

/// Parts what the quantity's reading took for its indicator; where that names no scope, the one that its clause opens with.
Parting part_indicator(const Sentence& sentence, std::size_t quantity, const rules::Lexicon& lexicon);

/// The place or people behind an indicator that has its head already (垃圾分类覆盖率|城区 达到95%), or behind anything that
/// is covered by rank (健康素养监测|县级 全覆盖); empty where there are none.
Span trailing_part(std::string_view text, Span indicator, bool coverage, const rules::Lexicon& lexicon);

/// The noun that opens the clause before its verb and adverbs, where the indicator stands behind that; empty where there is none.
Span subject_of(const Sentence& sentence, const Reading& reading);

}  // namespace zhibiao::extract
