// Read, lines drawn on an OFD page. Input: a PathObject; output: the straight lines in it, across and down: the borders
// of tables. Tested by tests/read/ofd_test.cpp.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "read/ofd/page.hpp"
#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr double kThin = 1.0;        // millimetres: a box that thin is a line
constexpr double kShortest = 2.0;    // shorter ones are parts of signs
constexpr std::size_t kMost = 4000;  // lines on a page; more is a drawing

void add(PdfRules& rules, const Box& box) {
  if (rules.across.size() + rules.down.size() >= kMost) return;
  if (box.height() <= kThin && box.width() >= kShortest) {
    rules.across.push_back(box);
  } else if (box.width() <= kThin && box.height() >= kShortest) {
    rules.down.push_back(box);
  }
}

/// How many numbers a command of AbbreviatedData takes; 0: no command.
std::size_t numbers_of(std::string_view command) {
  if (command == "M" || command == "S" || command == "L") return 2;
  if (command == "Q") return 4;
  if (command == "B") return 6;
  if (command == "A") return 7;
  return 0;
}

/// Follows a path and keeps the straight pieces between its points.
class Path {
 public:
  Path(PdfRules& rules, const OfdFrame& frame, bool stroke, bool fill)
      : rules_(rules), frame_(frame), stroke_(stroke), fill_(fill) {}

  void walk(std::string_view data) {
    for (std::string_view token = next_token(data); !token.empty(); token = next_token(data)) {
      if (token == "C") line_to(start_x_, start_y_);
      const std::size_t count = numbers_of(token);
      if (count == 0) continue;
      double x = 0;
      double y = 0;
      for (std::size_t at = 0; at < count; ++at) {
        x = y;  // the last two are where it ends
        y = number_or(next_token(data), 0);
      }
      const double page_x = frame_.x(x, y);
      const double page_y = frame_.y(x, y);
      if (token == "M" || token == "S") {
        finish();
        start_x_ = x_ = page_x;
        start_y_ = y_ = page_y;
        extent_ = {x_, y_, x_, y_};
      } else {
        curved_ = curved_ || token != "L";
        line_to(page_x, page_y);
      }
    }
    finish();
  }

 private:
  void line_to(double x, double y) {
    const Box piece{std::min(x_, x), std::min(y_, y), std::max(x_, x), std::max(y_, y)};
    if (stroke_ && !curved_) add(rules_, piece);
    extent_.add(piece);
    x_ = x;
    y_ = y;
  }

  /// A filled shape may be a line itself.
  void finish() {
    if (fill_ && !curved_) add(rules_, extent_);
    curved_ = false;
  }

  PdfRules& rules_;
  const OfdFrame& frame_;
  bool stroke_;
  bool fill_;
  bool curved_ = false;
  double start_x_ = 0, start_y_ = 0;
  double x_ = 0, y_ = 0;
  Box extent_;
};

}  // namespace

void add_ofd_rules(pugi::xml_node path, PdfRules& rules) {
  const OfdFrame frame(path);
  const bool stroke = attribute(path, "Stroke") != "false";
  const bool fill = attribute(path, "Fill") == "true";
  const std::string data = text_of(child(path, "AbbreviatedData"));
  Path(rules, frame, stroke, fill).walk(data);
}

}  // namespace zhibiao::read_stage
