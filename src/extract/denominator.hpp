// What each value of a sentence is for: things, people, times.
#pragma once

#include <cstddef>
#include <string>

#include "extract/sentence.hpp"
#include "text/view.hpp"

namespace zhibiao::extract {

/// Whether 人均 and the like are the denominator: sums and amounts are per head, rates and lengths of time keep it in their name.
bool takes_mean(Kind kind);

/// The denominator of a quantity: its own, or 每…, 人均, 年均 in its clause.
std::string denominator_of(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
