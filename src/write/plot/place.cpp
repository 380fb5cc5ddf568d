// Write, drawings: places for labels. Input: boxes of marks and lines; output: a box for each label.
// Tested by tests/write/plot_place_test.cpp.
#include "write/plot/place.hpp"

#include <algorithm>
#include <cmath>

namespace zhibiao::write::plot {
namespace {

constexpr double kGap = 3;  ///< between a mark and its label

/// What it costs to hide a square pixel of these, or to leave the bounds by one.
constexpr double kLabelCost = 10;
constexpr double kMarkCost = 6;
constexpr double kLineCost = 12;  ///< for a pixel of the line's length
constexpr double kOutsideCost = 40;
/// What it costs to take the next place instead of the first: less than anything hidden in earnest.
constexpr double kOrderCost = 4;

double length_inside(const Box& box, const Point& from, const Point& to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const int steps = static_cast<int>(length / 2) + 1;
  int inside = 0;
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const double x = from.x + share * (to.x - from.x);
    const double y = from.y + share * (to.y - from.y);
    const bool in = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    inside += in ? 1 : 0;
  }
  return length * inside / (steps + 1);
}

std::vector<Box> candidates(const Box& mark, double width, double height, bool beside) {
  const double middle_x = mark.x + (mark.width - width) / 2;
  const double middle_y = mark.y + (mark.height - height) / 2;
  const double right = mark.x + mark.width + kGap;
  const double left = mark.x - kGap - width;
  const double above = mark.y - kGap - height;
  const double below = mark.y + mark.height + kGap;
  const auto at = [&](double x, double y) { return Box{x, y, width, height}; };
  const std::vector<Box> upright = {at(middle_x, above), at(middle_x, below)};
  const std::vector<Box> sideways = {at(right, middle_y), at(left, middle_y)};
  std::vector<Box> all = beside ? sideways : upright;
  const auto& others = beside ? upright : sideways;
  all.insert(all.end(), others.begin(), others.end());
  const double far_right = mark.x + mark.width / 2;
  const double far_left = mark.x + mark.width / 2 - width;
  for (const double y : {above, below}) {
    all.push_back(at(far_right, y));
    all.push_back(at(far_left, y));
  }
  for (const double y : {above - height, below + height}) {
    for (const double x : {middle_x, far_right, far_left}) all.push_back(at(x, y));
  }
  return all;
}

}  // namespace

double shared_area(const Box& a, const Box& b) {
  const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

double LabelPlacer::cost(const Box& label) const {
  double sum = 0;
  for (const Box& other : labels_) sum += kLabelCost * shared_area(label, other);
  for (const Box& mark : marks_) sum += kMarkCost * shared_area(label, mark);
  for (const auto& [from, to] : lines_) sum += kLineCost * length_inside(label, from, to);
  const double outside =
      std::max(0.0, bounds_.x - label.x) + std::max(0.0, label.x + label.width - bounds_.x - bounds_.width) +
      std::max(0.0, bounds_.y - label.y) + std::max(0.0, label.y + label.height - bounds_.y - bounds_.height);
  return sum + kOutsideCost * outside;
}

Box LabelPlacer::place(const Box& mark, double width, double height, bool beside) {
  Box best;
  double least = -1;
  double order = 0;
  for (Box candidate : candidates(mark, width, height, beside)) {
    // Pushed in from the sides; where that hides the mark itself, another place is cheaper.
    const double rightmost = bounds_.x + bounds_.width - width;
    candidate.x = std::max(bounds_.x, std::min(candidate.x, rightmost));
    const double price = cost(candidate) + order;
    if (least < 0 || price < least) {
      least = price;
      best = candidate;
    }
    order += kOrderCost;
  }
  labels_.push_back(best);
  return best;
}

}  // namespace zhibiao::write::plot
