// Which section of a document a fact stands in.
#pragma once

#include <string_view>

#include "zhibiao/model.hpp"

namespace zhibiao::write {

/// The first step of an item's path: 三 of 三/四/31.
std::string_view top_of(std::string_view path);

/// The top-level item that a fact stands in, one of `analysis.items`; nullptr: before the first, or outside all.
const Item* section_of(const Analysis& analysis, const Fact& fact);

}  // namespace zhibiao::write
