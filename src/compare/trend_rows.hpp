// Compare, trend rows: a group of facts about one thing becomes a row with one name and one unit.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "compare/profile.hpp"
#include "zhibiao/trend.hpp"

namespace zhibiao::compare {

/// A fact of some plan, as it is followed.
struct Followed {
  const Profile* profile = nullptr;
  std::size_t plan = 0;  ///< index in the caller's plans
  std::size_t fact = 0;  ///< index in that plan's facts
};

/// The row of these facts, the newest plan last, in each plan the target first; at least two. `likeness` tells that of the i-th and the j-th.
TrendRow make_row(const std::vector<Followed>& members, const std::function<double(std::size_t, std::size_t)>& likeness,
                  const Dictionary& dictionary);

}  // namespace zhibiao::compare
