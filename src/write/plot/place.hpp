// Write, drawings: where labels go so that they can be read.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace zhibiao::write::plot {

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;  ///< left
  double y = 0;  ///< top
  double width = 0;
  double height = 0;
};

/// The area that two boxes share.
double shared_area(const Box& a, const Box& b);

/// Finds places for labels one after the other, each where it hides least of what stands there: other labels, marks,
/// lines, the border. Between equal places the first of a fixed order wins, so the same drawing always looks the same.
class LabelPlacer {
 public:
  /// Labels should stay inside `bounds`.
  explicit LabelPlacer(const Box& bounds) : bounds_(bounds) {}

  void avoid_mark(const Box& mark) { marks_.push_back(mark); }
  void avoid_line(const Point& from, const Point& to) { lines_.push_back({from, to}); }

  /// Where a label of that size goes that belongs to `mark`; later labels avoid it. `beside`: right or left of the mark
  /// rather than above or below.
  Box place(const Box& mark, double width, double height, bool beside = false);

 private:
  double cost(const Box& label) const;

  Box bounds_;
  std::vector<Box> marks_;
  std::vector<Box> labels_;
  std::vector<std::array<Point, 2>> lines_;
};

}  // namespace zhibiao::write::plot
