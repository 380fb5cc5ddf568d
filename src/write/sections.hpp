// Which section of a document a fact stands in.
#pragma once

#include "zhibiao/model.hpp"

namespace zhibiao::write {

/// The top-level item that a fact stands in, one of `analysis.items`; nullptr: before the first, or outside all.
const Item* section_of(const Analysis& analysis, const Fact& fact);

}  // namespace zhibiao::write
