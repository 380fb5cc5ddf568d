// Labels find places where they hide nothing.
#include <doctest/doctest.h>

#include <vector>

#include "write/plot/place.hpp"

using namespace zhibiao::write::plot;

namespace {

constexpr Box kRoom{0, 0, 300, 200};

Box mark_at(double x, double y) { return {x - 5, y - 5, 10, 10}; }

bool inside(const Box& box) {
  return box.x >= kRoom.x && box.y >= kRoom.y && box.x + box.width <= kRoom.width && box.y + box.height <= kRoom.height;
}

}  // namespace

TEST_CASE("a label alone stands above its mark, or beside it where that is asked for") {
  const Box above = LabelPlacer(kRoom).place(mark_at(150, 100), 40, 12);
  CHECK(above.y + above.height < 95);
  CHECK(above.x + above.width / 2 == doctest::Approx(150));
  const Box beside = LabelPlacer(kRoom).place(mark_at(150, 100), 40, 12, true);
  CHECK(beside.x > 155);
  CHECK(beside.y + beside.height / 2 == doctest::Approx(100));
}

TEST_CASE("labels stay inside, also for marks in the corners") {
  for (const double x : {6.0, 294.0}) {
    for (const double y : {6.0, 194.0}) {
      LabelPlacer placer(kRoom);
      placer.avoid_mark(mark_at(x, y));
      const Box label = placer.place(mark_at(x, y), 60, 12);
      CHECK(inside(label));
      CHECK(shared_area(label, mark_at(x, y)) == 0);
    }
  }
}

TEST_CASE("labels of near marks do not hide each other, the marks or the lines between them") {
  LabelPlacer placer(kRoom);
  std::vector<Point> points = {{40, 100}, {70, 60}, {100, 100}, {130, 104}, {160, 100}};
  for (const Point& point : points) placer.avoid_mark(mark_at(point.x, point.y));
  for (std::size_t i = 1; i < points.size(); ++i) placer.avoid_line(points[i - 1], points[i]);
  std::vector<Box> labels;
  for (const Point& point : points) labels.push_back(placer.place(mark_at(point.x, point.y), 34, 12));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    CHECK(inside(labels[i]));
    for (std::size_t k = 0; k < i; ++k) CHECK(shared_area(labels[i], labels[k]) == 0);
    for (const Point& point : points) CHECK(shared_area(labels[i], mark_at(point.x, point.y)) == 0);
  }
}

TEST_CASE("where two marks coincide their labels still stand apart") {
  LabelPlacer placer(kRoom);
  const Box first = placer.place(mark_at(150, 100), 40, 12);
  const Box second = placer.place(mark_at(150, 100), 40, 12);
  CHECK(shared_area(first, second) == 0);
}
