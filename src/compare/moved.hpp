// Compare, places: which pairs stand in another section than before.
#pragma once

#include <vector>

#include "compare/profile.hpp"
#include "zhibiao/compare.hpp"

namespace zhibiao::compare {

/// Sets `moved` of the pairs among `changes`. A pair has moved where its section has another heading (unless most facts of
/// the two sections answer each other: then it was renamed), or where its section has left its place among the others: of
/// all sections, those that hold the most facts and keep their order stay. Sides are in the order of their texts.
void mark_moved(const std::vector<Profile>& old_side, const std::vector<Profile>& new_side,
                std::vector<Change>& changes);

}  // namespace zhibiao::compare
