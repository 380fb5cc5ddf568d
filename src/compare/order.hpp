// Compare, order: of things that changed places, which ones stayed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zhibiao::compare {

/// Something with a place in both plans.
struct Placed {
  std::size_t new_place = 0;
  std::int64_t weight = 1;    ///< the heavier stays
  std::int64_t size = 0;      ///< where the weights are equal, the larger
  std::string old_name = {};  ///< where these are equal too, by their names: the same whichever plan is the old one
  std::string new_name = {};
};

/// For things given by their old places, no new place twice: which of them are in the heaviest subsequence that has the
/// same order in both. The others have moved. Time: the square of their number.
std::vector<bool> staying(const std::vector<Placed>& things);

}  // namespace zhibiao::compare
