// Write, drawings: elements of SVG. Input: lengths and texts; output: nodes of a tree that pugixml escapes and saves.
// Tested by tests/write/plot_svg_test.cpp.
#include "write/plot/svg.hpp"

#include <fmt/format.h>

#include <new>

#include "text/chars.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::write::plot {
namespace {

/// pugixml says so, and no more, where it finds no memory: the drawing would lack something.
template <typename Made>
Made there(Made made) {
  if (!made) throw std::bad_alloc();
  return made;
}

}  // namespace

std::string number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string plain(std::string_view text) {
  const std::string safe = printable(text);
  std::string kept;
  kept.reserve(safe.size());
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t start = at;
    const char32_t ch = text::next_char(safe, at);
    // The two code points above U+001F that XML 1.0 refuses though they are valid UTF-8.
    if (ch != 0xFFFE && ch != 0xFFFF) kept.append(safe, start, at - start);
  }
  return kept;
}

/// A name that found no memory is told by nothing but its absence.
Svg Svg::add(const char* name) {
  const pugi::xml_node made = there(node_.append_child(name));
  there(*made.name());
  return Svg(made);
}

Svg& Svg::set(const char* name, std::string_view value) {
  pugi::xml_attribute attribute = node_.attribute(name);
  if (!attribute) attribute = there(node_.append_attribute(name));
  there(*attribute.name());
  there(attribute.set_value(plain(value).c_str()));
  return *this;
}

Svg& Svg::set(const char* name, double value) { return set(name, number(value)); }

Svg& Svg::say(std::string_view text) {
  there(there(node_.append_child(pugi::node_pcdata)).set_value(plain(text).c_str()));
  return *this;
}

Svg Svg::line(double x1, double y1, double x2, double y2) {
  return add("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2);
}

Svg Svg::rectangle(double x, double y, double width, double height) {
  return add("rect").set("x", x).set("y", y).set("width", width).set("height", height);
}

Svg Svg::circle(double x, double y, double radius) { return add("circle").set("cx", x).set("cy", y).set("r", radius); }

Svg Svg::path(std::string_view commands) { return add("path").set("d", commands); }

Svg Svg::text(double x, double y, Anchor anchor, std::string_view text) {
  Svg made = add("text").set("x", x).set("y", y);
  if (anchor == Anchor::middle) made.set("text-anchor", "middle");
  if (anchor == Anchor::end) made.set("text-anchor", "end");
  return made.say(text);
}

Svg& Svg::title(std::string_view text) {
  add("title").say(text);
  return *this;
}

}  // namespace zhibiao::write::plot
