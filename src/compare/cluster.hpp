// Compare, clusters: things that are alike put together, so that all of a group are alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhibiao::compare {

/// Two things that may be in one group. Whatever two are not linked never are.
struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  std::int64_t likeness = 0;  ///< whole, so that sums do not depend on the order
};

/// Where a thing stands; decides between equal likenesses.
struct Standing {
  int year = 0;
  double place = 0;  ///< 0 to 1, within its plan
};

/// Groups of two or more, each ascending, in the order of their first members. The two groups that are most alike on
/// average are joined first, and only groups of which every member is linked with every member of the other
/// (agglomerative clustering by average link under a complete-link condition). Between equals those win that stand
/// nearest in years, then at like places. Time: about the links times the members of a group; memory: the links.
std::vector<std::vector<std::size_t>> cluster(const std::vector<Standing>& things, const std::vector<Link>& links);

}  // namespace zhibiao::compare
