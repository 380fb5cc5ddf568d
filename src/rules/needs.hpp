// What a text must hold for a pattern to match anywhere in it: the filter that spares most patterns most texts.
#pragma once

#include <string>
#include <vector>

namespace zhibiao::rules {

/// Sets of words, in small letters: a text that lacks all words of one set holds no match. Empty: nothing can be said.
using Needs = std::vector<std::vector<std::string>>;

/// At most so many sets are told.
constexpr std::size_t kMaxNeeds = 4;

/// Finds the needs of an expression by RE2's own analysis (FilteredRE2). Takes about a millisecond. What is no pattern
/// needs nothing.
Needs find_needs(const std::string& expression);

}  // namespace zhibiao::rules
