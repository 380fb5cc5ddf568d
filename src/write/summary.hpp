// What a summary says of a document, counted once for every form of it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "write/counts.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::write {

struct SectionCount {
  const Item* item = nullptr;  ///< the top-level item; nullptr: before the first or outside all
  std::size_t targets = 0;
};

struct Summary {
  std::vector<std::size_t> levels;     ///< number of items on each level of the outline, the top first
  Counts<Role> roles;                  ///< facts by Role
  Counts<Kind> kinds;                  ///< targets by Kind
  Counts<Kind> result_kinds;           ///< results by Kind
  std::vector<SectionCount> sections;  ///< targets by top-level item, in the order of the text
  std::vector<const Fact*> deadlines;  ///< the targets due first, by date; lengths (P3Y) have none
  std::vector<const Fact*>
      rates;  ///< a few targets of kind rate, of as many sections as there are, in the order of the text
  std::vector<const Fact*> largest;  ///< the largest targets of money, then of counts, then of measures
};

/// Points into `analysis`, which must stay.
Summary summarise(const Analysis& analysis);

}  // namespace zhibiao::write
