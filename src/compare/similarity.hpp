// Compare, similarity: how likely two facts are about the same thing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "compare/profile.hpp"

namespace zhibiao::compare {

/// Units by what can be done with two of them.
enum class UnitFit {
  same,     ///< of one dimension: the values can be put in order
  counted,  ///< both count things, by different words
  other     ///< nothing in common (元, %)
};

UnitFit unit_fit(const Profile& a, const Profile& b, const Dictionary& dictionary);

/// Likeness of the names: words in common against words on one side, weighted; 1 for equal names.
double name_likeness(const Profile& a, const Profile& b, const Vocabulary& vocabulary);

/// Dice's coefficient of two sets of words; 1 if both are empty.
double overlap(const std::vector<WordId>& a, const std::vector<WordId>& b);

/// How much of the scopes agrees where both facts have one of their own; 1 where one of them has none, or where the
/// other's name says the same.
double scope_likeness(const Profile& a, const Profile& b);

/// A deadline (or its beginning) as the plan of that year sets it.
struct Due {
  std::string_view deadline;  ///< as Fact::deadline has it
  std::optional<int> plan_year;
};
/// They mean the same: equal, or as many years apart as the plans; empty with empty.
bool same_due(const Due& old_due, const Due& new_due);
/// The same of two facts' deadlines.
bool same_deadline(const Fact& old_fact, const Fact& new_fact);

/// 0 to 1; the same for (a, b) and (b, a), and 1 for equal facts. What is below `floor` may come out as 0, which is told sooner.
double similarity(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary, double floor = 0);

}  // namespace zhibiao::compare
