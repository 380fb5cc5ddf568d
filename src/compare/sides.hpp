// Compare, sides: the facts of one plan in an order that does not depend on how they came.
#pragma once

#include <cstddef>
#include <vector>

#include "zhibiao/model.hpp"

namespace zhibiao::compare {

/// Indices of the facts in the order of their places in the text.
std::vector<std::size_t> in_order(const std::vector<Fact>& facts);

/// The facts themselves, in that order.
std::vector<const Fact*> pointers(const std::vector<Fact>& facts, const std::vector<std::size_t>& order);

}  // namespace zhibiao::compare
