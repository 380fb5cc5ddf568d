// Compare, one pair: what became of a fact.
#pragma once

#include <string_view>

#include "compare/profile.hpp"
#include "zhibiao/compare.hpp"

namespace zhibiao::compare {

/// Which way a comparator bounds the value: 1 at least, -1 at most, 0 neither.
int direction(std::string_view comparator);

/// Status, difference and strictness of a pair; its indices, similarity and `moved` are the caller's to set.
Change judge(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary);

}  // namespace zhibiao::compare
