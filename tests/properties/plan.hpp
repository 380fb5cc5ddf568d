// Made-up plans whose facts are known, and the damage that scans and copies do to them.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace properties {

using Random = std::mt19937;

/// A whole number from `low` to `high` (the standard's distributions differ between libraries).
inline std::size_t pick(Random& random, std::size_t low, std::size_t high) {
  return low + (random() >> 7) % (high - low + 1);
}

/// What a record must say: field names of docs/fields.md and their text.
struct Wanted {
  std::string form;       ///< the kind of sentence it stands in: `object`, `list`, `each_its_own`, …
  std::size_t begin = 0;  ///< byte at which its mention starts
  std::vector<std::pair<std::string, std::string>> fields;
};

/// A document with an outline of three levels.
struct Plan {
  std::string text;
  std::vector<Wanted> wanted;  ///< in text order
};

/// The forms of sentences that make_plan knows.
std::vector<std::string> forms();

/// A plan of `sentences` sentences; every form comes up in turn. The same seed gives the same plan.
Plan make_plan(unsigned seed, std::size_t sentences);

/// `12345` as 一万二千三百四十五; up to 99999999.
std::string in_hanzi(std::size_t number);

/// One kind of damage. What a plan says does not change by it.
struct Damage {
  std::string name;
  bool breaks_lines = false;  ///< a mention may then be cut at the break
  std::string (*apply)(const std::string& text, Random& random);
};
std::vector<Damage> damages();

/// A text without blanks, line ends and differences of width: what no damage can change.
std::string folded(const std::string& text);

}  // namespace properties
