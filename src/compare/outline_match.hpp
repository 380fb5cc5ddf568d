// Compare, outlines: which item of one answers which of another.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/headings.hpp"
#include "compare/outline_tree.hpp"

namespace zhibiao::compare {

/// The new item that each old one became (kUnpaired: none), and how similar the two are.
struct OutlineMatch {
  std::vector<std::size_t> partner;
  std::vector<double> similarity;  ///< of each old item; 0 without partner
};

/// The best pairs of all: by the headings' likeness, helped by what stands above and below.
OutlineMatch match_outlines(const OutlineTree& before, const OutlineTree& after,
                            const std::vector<HeadingPair>& headings);

}  // namespace zhibiao::compare
