// Read, web pages: which part of a page is the document.
#pragma once

#include <cstdint>
#include <vector>

#include "read/html/tree.hpp"

namespace zhibiao::read_stage::html {

/// The document among what surrounds it.
struct Body {
  std::vector<Node*> parts;   ///< in the order of the page, none inside another
  std::uint32_t inside = 0;   ///< characters in sentences and cells, outside links
  std::uint32_t outside = 0;  ///< the same of the rest of the page, its surroundings not counted
};

/// Marks navigation, footers, link lists and the like as left out, and chooses the document: an element that sites are
/// known to name so, an `article` or `main`, or the smallest part with nearly all sentences of the page.
Body find_body(Tree& tree);

}  // namespace zhibiao::read_stage::html
