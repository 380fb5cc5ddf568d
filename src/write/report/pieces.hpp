// Write, the report page: where marks begin and end in a text. Spans may nest, cross and be the same; elements of HTML may
// only nest, so the text is cut wherever a span begins or ends.
#pragma once

#include <cstddef>
#include <vector>

#include "zhibiao/source.hpp"

namespace zhibiao::write::report {

/// A span of the text with what it is known by.
struct Overlay {
  Span span;
  std::size_t id = 0;
};

/// A stretch of text that is in the same spans from its first byte to its last.
struct Piece {
  Span span;
  std::vector<std::size_t> in;      ///< ids of the spans it is in, the shortest first
  std::vector<std::size_t> begins;  ///< ids of those that begin with it, empty ones included
  std::vector<std::size_t> ends;    ///< ids of those that end with it
};

/// Cuts one stretch of text after the other.
class PieceCutter {
 public:
  explicit PieceCutter(std::vector<Overlay> overlays);

  /// The pieces of a stretch, in order; a stretch that no span touches is one piece. Stretches are asked for by rising
  /// begin and do not overlap. What lies between them is passed over: a span that begins there begins with the next.
  std::vector<Piece> cut(Span stretch);

 private:
  std::vector<Overlay> overlays_;  ///< by begin
  std::size_t next_ = 0;           ///< the first that no stretch has reached
  std::vector<Overlay> open_;      ///< begun, not yet ended
};

}  // namespace zhibiao::write::report
