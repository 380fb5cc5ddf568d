// Extract stage: heads, ranks and deeds cut off from names. Tested by tests/specs/names.toml and tests/specs/predicates.toml.
#include "extract/name_pieces.hpp"

#include <algorithm>
#include <string_view>

#include "extract/characters.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {

using rules::char_length;
using rules::WordClass;

std::string without_head(const std::string& name, const rules::Lexicon& lexicon) {
  const std::uint64_t heads = lexicon.bits(WordClass::indicator_head) | lexicon.bits(WordClass::indicator_bare);
  for (std::size_t at = 0; at < name.size(); at += char_length(name[at])) {
    if ((lexicon.words().find(std::string_view(name).substr(at)) & heads) == 0) continue;
    return at > 0 ? name.substr(0, at) : name;
  }
  return name;
}

std::string other_half(const std::string& before, std::string_view half, std::span<const std::string> halves) {
  if (half.empty() || before.empty()) return {};
  for (const std::string_view other : halves) {
    // Most names are no half: their last byte tells that of nearly all.
    if (other.back() != half.back() || other.size() <= half.size() || !other.ends_with(half)) continue;
    const auto common = other.substr(0, other.size() - half.size());
    const auto told = std::find_if(halves.begin(), halves.end(), [&](const std::string& one) {
      return one.starts_with(common) && before.ends_with(one);
    });
    if (told != halves.end()) return before.substr(0, before.size() - told->size()).append(other);
  }
  return {};
}

std::string without_rank(const std::string& name, const rules::Lexicon& lexicon) {
  const auto rank = lexicon.words().longest(name, 0);
  std::size_t length = 0;
  if ((rank.value & lexicon.bits(WordClass::scope_part)) == 0) return name;
  const bool bounded = lexicon.comparator_after(name, rank.length, length) != nullptr;
  return bounded && rank.length + length < name.size() ? name.substr(rank.length + length) : name;
}

std::string things_ranked(const std::string& name, const rules::Lexicon& lexicon) {
  const auto rank = lexicon.words().longest(name, 0);
  std::size_t length = 0;
  const bool bounded = lexicon.comparator_after(name, rank.length, length) != nullptr;
  return (rank.value & lexicon.bits(WordClass::scope_part)) != 0 && !bounded ? name.substr(rank.length) : std::string();
}

std::string behind_of(std::string name) {
  const auto of = name.rfind(words::kOf);
  return of == std::string::npos || of + words::kOf.size() >= name.size() ? name : name.substr(of + words::kOf.size());
}

std::string without_deed(std::string name, bool told, const rules::Lexicon& lexicon) {
  const std::uint64_t deeds = lexicon.bits(WordClass::trim_promoted);
  const std::uint64_t acts = lexicon.bits(WordClass::verb_milestone) | lexicon.bits(WordClass::verb_finite);
  const std::uint64_t adverbs = lexicon.bits(WordClass::adverb) | lexicon.bits(WordClass::trim_back);
  bool acted = false;  // an act has been cut off, so that what modifies it goes with it
  for (bool again = !name.empty(); again;) {
    again = false;
    for (std::size_t at = char_length(name[0]); at < name.size() && !again; at += char_length(name[at])) {
      const std::uint64_t bits = lexicon.words().find(std::string_view(name).substr(at));
      const bool act = (bits & deeds) != 0 && (bits & acts) != 0;
      again = act || (told && (bits & deeds) != 0) || (acted && (bits & adverbs) != 0);
      if (!again) continue;
      name.resize(at);
      told = acted = acted || act;
    }
    if (!acted) break;
  }
  return name;
}

}  // namespace zhibiao::extract
