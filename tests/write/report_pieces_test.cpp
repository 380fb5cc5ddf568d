// Marks in a text: spans that nest, cross, meet and go over line ends become pieces that elements can hold.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "write/report/pieces.hpp"

using zhibiao::Span;
using zhibiao::write::report::Overlay;
using zhibiao::write::report::Piece;
using zhibiao::write::report::PieceCutter;

namespace {

/// `0-4` for text in no span, `4-6[1 0]` for text in two; `+1` where one begins, `-1` where one ends.
std::string shown(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    text += (text.empty() ? "" : " ") + std::to_string(piece.span.begin) + "-" + std::to_string(piece.span.end);
    if (!piece.in.empty()) text += '[';
    for (const std::size_t id : piece.in) text += std::to_string(id) + (id == piece.in.back() ? "]" : ",");
    for (const std::size_t id : piece.begins) text += "+" + std::to_string(id);
    for (const std::size_t id : piece.ends) text += "-" + std::to_string(id);
  }
  return text;
}

std::string cut(std::vector<Overlay> overlays, Span stretch) {
  return shown(PieceCutter(std::move(overlays)).cut(stretch));
}

}  // namespace

TEST_CASE("a text without marks is one piece") {
  CHECK(cut({}, {0, 10}) == "0-10");
  CHECK(cut({{{20, 24}, 0}}, {0, 10}) == "0-10");
  CHECK(cut({}, {5, 5}) == "5-5");
}

TEST_CASE("a text is cut where a span begins and ends") {
  CHECK(cut({{{2, 5}, 0}}, {0, 10}) == "0-2 2-5[0]+0-0 5-10");
  CHECK(cut({{{0, 10}, 0}}, {0, 10}) == "0-10[0]+0-0");
  CHECK(cut({{{2, 4}, 0}, {{4, 6}, 1}}, {0, 6}) == "0-2 2-4[0]+0-0 4-6[1]+1-1");
}

TEST_CASE("spans nest, cross and are the same: the shortest stands first") {
  CHECK(cut({{{1, 9}, 0}, {{3, 5}, 1}}, {0, 10}) == "0-1 1-3[0]+0 3-5[1,0]+1-1 5-9[0]-0 9-10");
  CHECK(cut({{{1, 5}, 0}, {{3, 9}, 1}}, {0, 9}) == "0-1 1-3[0]+0 3-5[0,1]+1-0 5-9[1]-1");
  CHECK(cut({{{1, 3}, 0}, {{1, 3}, 1}}, {0, 3}) == "0-1 1-3[0,1]+0+1-0-1");
}

TEST_CASE("spans may come in any order and go on in the next line") {
  PieceCutter cutter({{{12, 14}, 0}, {{8, 13}, 1}});
  CHECK(shown(cutter.cut({0, 10})) == "0-8 8-10[1]+1");
  CHECK(shown(cutter.cut({11, 20})) == "11-12[1] 12-13[0,1]+0-1 13-14[0]-0 14-20");
}

TEST_CASE("what begins between lines or is empty has a place to link to") {
  PieceCutter cutter({{{10, 15}, 0}, {{17, 17}, 1}});
  CHECK(shown(cutter.cut({0, 10})) == "0-10");
  CHECK(shown(cutter.cut({11, 20})) == "11-15[0]+0-0 15-17 17-20+1");
}
