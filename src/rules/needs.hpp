// What a text must hold for a pattern to match anywhere in it: the filter that spares most patterns most texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::rules {

/// Sets of words, in small letters: a text that lacks all words of one set holds no match. Empty: nothing can be said.
using Needs = std::vector<std::vector<std::string>>;

/// At most so many sets are told.
constexpr std::size_t kMaxNeeds = 4;

/// Finds the needs of an expression by RE2's own analysis (FilteredRE2). Takes about a millisecond. What is no pattern
/// needs nothing.
Needs find_needs(const std::string& expression);

/// The same, from what was found when the program was built where the expression is one of its own rules.
Needs needs_of(const std::string& expression);

/// Bytes that a match of the expression has at most; kEndless where that is not known. Told as needs are.
std::size_t longest_of(const std::string& expression);

/// The needs of one expression compiled in.
struct KnownNeeds {
  std::uint64_t expression = 0;  ///< its hash
  std::string_view sets;         ///< words, one on each line; an empty line between sets
  std::size_t longest = 0;       ///< bytes that a match has at most
};
/// Sorted by hash. The build makes the definition (src/rules/needs_main.cpp).
std::span<const KnownNeeds> known_needs();

/// FNV-1a of 64 bits.
std::uint64_t hash_of(std::string_view expression);

}  // namespace zhibiao::rules
