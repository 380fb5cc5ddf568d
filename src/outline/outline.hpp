// The second stage's result: the tree of numbered items and the document's own data.
#pragma once

#include <string>
#include <vector>

#include "text/view.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao::outline {

/// An item with its place in the view.
struct Node {
  Item item;
  Span view;             ///< view bytes from the marker to the next item's marker, the end of its list or of the body
  std::size_t text = 0;  ///< view offset behind the marker
  Span heading;          ///< view bytes of the heading
  int parent = -1;       ///< index of the parent node, -1 at the top
  std::size_t open = 0;  ///< where the text of the item around a list ends that goes on behind this, its last member
};

/// The items of a document in text order, decided by the sequence of their markers.
std::vector<Node> build_outline(const text::View& view, const Source& source);

/// Title, issuer, 文号, 成文日期, plan year and addressees, read from the opening and the end of the text.
DocumentData read_document_data(const text::View& view, const std::vector<Node>& outline);

}  // namespace zhibiao::outline
