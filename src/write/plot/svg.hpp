// Write, drawings: one element of an SVG document, with everything in it escaped.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace zhibiao::write::plot {

/// Horizontal place of a text against its point.
enum class Anchor { start, middle, end };

/// An element under construction. Text and attributes go through pugixml, which escapes them, and lose what XML or a
/// terminal must not see; so no text of a document can become markup. Lengths are CSS pixels, rounded to tenths.
class Svg {
 public:
  explicit Svg(pugi::xml_node node) : node_(node) {}

  /// A new last child.
  Svg add(const char* name);

  Svg& set(const char* name, std::string_view value);
  Svg& set(const char* name, double value);
  /// The element's text, behind what it has.
  Svg& say(std::string_view text);

  Svg group() { return add("g"); }
  Svg line(double x1, double y1, double x2, double y2);
  Svg rectangle(double x, double y, double width, double height);
  Svg circle(double x, double y, double radius);
  Svg path(std::string_view commands);
  Svg text(double x, double y, Anchor anchor, std::string_view text);
  /// What a pointer that rests on the element is told.
  Svg& title(std::string_view text);

 private:
  pugi::xml_node node_;
};

/// A length as SVG has it: `12`, `7.5`, `-0.1`; never an exponent, a locale's comma or `-0`.
std::string number(double value);

/// Text that XML 1.0 can hold and a reader can see.
std::string plain(std::string_view text);

}  // namespace zhibiao::write::plot
