// Write, the report page's marks. Input: spans of any kind and stretches of text; output: pieces that HTML can nest.
// Tested by tests/write/report_pieces_test.cpp.
#include "write/report/pieces.hpp"

#include <algorithm>
#include <utility>

namespace zhibiao::write::report {
namespace {

/// Where the stretch has to be cut, its own ends included.
std::vector<std::size_t> cuts_of(Span stretch, const std::vector<Overlay>& open) {
  std::vector<std::size_t> cuts = {stretch.begin, stretch.end};
  for (const Overlay& overlay : open) {
    for (const std::size_t at : {overlay.span.begin, overlay.span.end}) {
      if (stretch.begin < at && at < stretch.end) cuts.push_back(at);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

Piece piece_of(Span span, const std::vector<Overlay>& open) {
  std::vector<Overlay> around;
  Piece piece{span, {}, {}, {}};
  for (const Overlay& overlay : open) {
    if (overlay.span.begin <= span.begin && span.end <= overlay.span.end && !overlay.span.empty()) {
      around.push_back(overlay);
      if (overlay.span.end == span.end) piece.ends.push_back(overlay.id);
    }
  }
  std::stable_sort(around.begin(), around.end(),
                   [](const Overlay& a, const Overlay& b) { return a.span.size() < b.span.size(); });
  for (const Overlay& overlay : around) piece.in.push_back(overlay.id);
  return piece;
}

}  // namespace

PieceCutter::PieceCutter(std::vector<Overlay> overlays) : overlays_(std::move(overlays)) {
  std::stable_sort(overlays_.begin(), overlays_.end(),
                   [](const Overlay& a, const Overlay& b) { return a.span.begin < b.span.begin; });
}

std::vector<Piece> PieceCutter::cut(Span stretch) {
  std::erase_if(open_, [&](const Overlay& overlay) { return overlay.span.end <= stretch.begin; });
  const std::size_t first = next_;
  while (next_ < overlays_.size() && overlays_[next_].span.begin < stretch.end) open_.push_back(overlays_[next_++]);
  const auto cuts = cuts_of(stretch, open_);
  std::vector<Piece> pieces;
  if (cuts.size() == 1) pieces.push_back({stretch, {}, {}, {}});
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) pieces.push_back(piece_of({cuts[i], cuts[i + 1]}, open_));
  for (std::size_t i = first; i < next_; ++i) {
    const std::size_t begin = std::max(overlays_[i].span.begin, stretch.begin);
    const auto home =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return begin <= piece.span.begin; });
    (home == pieces.end() ? pieces.back() : *home).begins.push_back(overlays_[i].id);
  }
  return pieces;
}

}  // namespace zhibiao::write::report
