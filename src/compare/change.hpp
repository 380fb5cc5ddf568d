// Compare, one pair: what became of a fact.
#pragma once

#include "compare/profile.hpp"
#include "zhibiao/compare.hpp"

namespace zhibiao::compare {

/// Status, difference and strictness of a pair; its indices, similarity and `moved` are the caller's to set.
Change judge(const Profile& old_fact, const Profile& new_fact, const Vocabulary& vocabulary);

}  // namespace zhibiao::compare
