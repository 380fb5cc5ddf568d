// Plans edited on purpose: what each of their facts must have become is known.
#pragma once

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace compare_tests {

using Random = std::mt19937;

/// A whole number from `low` to `high` (the standard's distributions differ between libraries).
inline std::size_t pick(Random& random, std::size_t low, std::size_t high) {
  return low + (random() >> 7) % (high - low + 1);
}

/// What was done to a fact's words.
enum class Edit {
  none,
  number,    ///< another number, perhaps in other words
  reworded,  ///< other words for the same
  dropped
};

/// The truth about an old fact.
struct Fate {
  Edit edit = Edit::none;
  std::size_t place = 0;                       ///< byte of the new text at which its mention begins
  std::optional<zhibiao::Decimal> delta = {};  ///< of Edit::number: new value less the old one
};

struct EditedPlan {
  std::string text;
  std::vector<Fate> fates;             ///< of each old fact
  std::vector<zhibiao::Span> written;  ///< sentences put in, about things that no plan for health speaks of
};

/// The plan's text with numbers changed, words replaced by others for the same, items dropped and sentences put in. The
/// same generator in the same state gives the same edits.
EditedPlan edited(const zhibiao::Source& source, const std::vector<zhibiao::Item>& items,
                  const std::vector<zhibiao::Fact>& facts, Random& random);

constexpr std::size_t kNoSection = static_cast<std::size_t>(-1);

struct ShuffledPlan {
  std::string text;
  std::vector<std::size_t> order;     ///< old sections of the top by their new order
  std::vector<std::size_t> places;    ///< of each fact: byte of the new text at which its mention begins
  std::vector<std::size_t> sections;  ///< of each fact: its old section of the top, or kNoSection
};

/// The plan with its top sections in another order and numbered anew, as are items whose numbers run on across sections.
/// What stands before the first section keeps its place.
ShuffledPlan shuffled(const zhibiao::Source& source, const std::vector<zhibiao::Item>& items,
                      const std::vector<zhibiao::Fact>& facts, Random& random);

/// The plans under seeds/ and tests/gold/diff/.
std::vector<zhibiao::Source> real_plans();

/// Facts that promise or report something.
std::vector<zhibiao::Fact> telling_facts(std::vector<zhibiao::Fact> facts);

}  // namespace compare_tests
