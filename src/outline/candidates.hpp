// Places of the view that look like an item's marker, at a paragraph's start or inside it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "text/marker.hpp"
#include "text/view.hpp"

namespace zhibiao::outline {

/// A marker-like place. Whether it is an item is decided by the sequence (sequence.hpp).
struct Candidate {
  text::Marker marker;
  std::size_t begin = 0;       ///< view offset of the marker
  std::size_t end = 0;         ///< view offset behind it
  std::size_t paragraph = 0;   ///< index in the view's paragraphs
  bool at_start = false;       ///< opens its paragraph
  bool after_stop = false;     ///< stands behind a sentence's or clause group's end (always true at the start)
  bool after_comma = false;    ///< stands behind a comma
  bool after_heading = false;  ///< nothing but a heading-like chunk parts it from the candidate before
  bool glued = false;          ///< behind a page number printed without a break: 627.5.1 for page 62, item 7.5.1
  int depth = 0;               ///< dots of a dotted marker; 1 for a list nested in a list of its own style
  int chain = -1;              ///< number of the inline list it belongs to
  bool accepted = false;
  bool contents = false;  ///< a line of a table of contents without dots and page numbers

  /// Same style and, for dotted numbers, same depth.
  bool like(const Candidate& other) const { return marker.style == other.marker.style && depth == other.depth; }
};

/// A candidate's style and depth: candidates of one key can be members of one list.
using StyleKey = std::pair<text::MarkerStyle, int>;
inline StyleKey key_of(const Candidate& candidate) { return {candidate.marker.style, candidate.depth}; }

/// All candidates of the body paragraphs in text order, none of them accepted yet. Numbers of lists that
/// are no items (附件:1.…, 注:1.…) are left out.
std::vector<Candidate> find_candidates(const text::View& view);

/// The paragraphs that open an annex (附件, 附件2), by index.
std::vector<std::size_t> find_annexes(const text::View& view);

}  // namespace zhibiao::outline
