// Read, a page of an OFD. Input: the tree of a Content.xml; output: its characters and lines, each where the page shows
// it. Tested by tests/read/ofd_test.cpp.
#include "read/ofd/page.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/xml.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr double kUsualSize = 3.7;  // millimetres; of an object that names no size
constexpr double kNarrow = 0.5;     // width of a letter or digit to its size
constexpr double kBroad = 0.7;      // of M, W, %
constexpr double kFarthest = 1e6;   // millimetres: no place is further away

/// A list of steps from character to character: `4 4 g 3 2` is 4 4 2 2 2. No more than `most` are made.
std::vector<double> steps(std::string_view list, std::size_t most) {
  std::vector<double> all;
  while (all.size() < most) {
    std::string_view token = next_token(list);
    if (token.empty()) break;
    double times = 1;
    if (token == "g") {
      times = number_or(next_token(list), 0);
      token = next_token(list);
    }
    const double step = number_or(token, 0);
    for (; times >= 1 && all.size() < most; times -= 1) all.push_back(step);
  }
  return all;
}

std::u32string code_points(const std::string& text) {
  std::u32string points;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, text.size(), point);
    if (point == 0xAD) point = U'-';  // drawn, so it is no hint for a line break
    if (point >= 0x20) points += static_cast<char32_t>(point);
  }
  return points;
}

/// The width of a character to its size, as most fonts have it.
double share_of(char32_t character) {
  if (is_wide(character)) return 1;
  const bool broad =
      (character >= U'A' && character <= U'Z') || character == U'm' || character == U'w' || character == U'%';
  return broad ? kBroad : kNarrow;
}

/// One TextObject.
class TextObject {
 public:
  TextObject(pugi::xml_node node, std::vector<OfdGlyph>& out) : out_(out), frame_(node) {
    const double size = number_or(attribute(node, "Size"), kUsualSize);
    advance_ = size * number_or(attribute(node, "HScale"), 1);
    height_ = size * std::hypot(frame_.c, frame_.d);
    width_ = advance_ * std::hypot(frame_.a, frame_.b);
  }

  /// One TextCode; without X or Y it goes on from the one before.
  void add(pugi::xml_node code) {
    x_ = number_or(attribute(code, "X"), x_);
    y_ = number_or(attribute(code, "Y"), y_);
    const std::u32string text = code_points(text_of(code));
    const std::vector<double> right = steps(attribute(code, "DeltaX"), text.size());
    const std::vector<double> down = steps(attribute(code, "DeltaY"), text.size());
    double x = x_;
    double y = y_;
    for (std::size_t at = 0; at < text.size(); ++at) {
      double share = share_of(text[at]);
      // The step to the next character knows better how wide a letter is.
      if (at < right.size() && advance_ > 0) share = std::max(share, std::min(right[at] / advance_, 1.0));
      out_.push_back({text[at], frame_.x(x, y), frame_.y(x, y), height_, width_ * share});
      if (at < right.size()) {
        x += right[at];
      } else if (down.empty()) {
        x += advance_ * share;
      }
      if (at < down.size()) y += down[at];
    }
  }

 private:
  std::vector<OfdGlyph>& out_;
  OfdFrame frame_;
  double advance_ = 0;  // in its own coordinates
  double height_ = 0;   // of the font, on the page
  double width_ = 0;
  double x_ = 0;
  double y_ = 0;
};

}  // namespace

std::string_view next_token(std::string_view& list) {
  constexpr std::string_view kBlanks = " \t\r\n,";
  list.remove_prefix(std::min(list.find_first_not_of(kBlanks), list.size()));
  const std::string_view token = list.substr(0, std::min(list.find_first_of(kBlanks), list.size()));
  list.remove_prefix(token.size());
  return token;
}

double number_or(std::string_view token, double otherwise) {
  double value = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
  return error == std::errc() && std::isfinite(value) && std::abs(value) < kFarthest ? value : otherwise;
}

Box ofd_box(std::string_view text) {
  Box box;
  for (double* value : {&box.x0, &box.y0, &box.x1, &box.y1}) *value = number_or(next_token(text), 0);
  box.x1 += box.x0;
  box.y1 += box.y0;
  return box;
}

OfdFrame::OfdFrame(pugi::xml_node object) {
  const Box boundary = ofd_box(attribute(object, "Boundary"));
  left = boundary.x0;
  top = boundary.y0;
  std::string_view matrix = attribute(object, "CTM");
  for (double* value : {&a, &b, &c, &d, &e, &f}) *value = number_or(next_token(matrix), *value);
}

OfdPage read_ofd_page(const Zip& zip, pugi::xml_node root) {
  OfdPage page;
  const auto enter = [&](pugi::xml_node node) {
    const std::string_view name = local_name(node.name());
    if (name == "Layer") return attribute(node, "Type") != "Background";
    if (name != "TextObject" && name != "PathObject") return true;
    if (attribute(node, "Visible") == "false") return false;
    if (name == "PathObject") {
      add_ofd_rules(node, page.rules);
      return false;
    }
    TextObject object(node, page.glyphs);
    for (const pugi::xml_node code : node.children()) {
      if (local_name(code.name()) == "TextCode") object.add(code);
    }
    return false;
  };
  walk(zip, root, enter, [](pugi::xml_node) {});
  return page;
}

}  // namespace zhibiao::read_stage
