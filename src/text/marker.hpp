// Markers of numbered items, as they look; whether one is an item is decided by the outline stage.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/chars.hpp"

namespace zhibiao::text {

/// How a marker is written. GB/T 9704 has hanzi, hanzi_paren, digit, digit_paren.
enum class MarkerStyle {
  part,         ///< 第一部分, 第一篇, 第一编
  chapter,      ///< 第一章
  section,      ///< 第一节
  article,      ///< 第一条
  hanzi,        ///< 一、
  hanzi_paren,  ///< （一） (一) ㈠
  dotted,       ///< 1.2 准确… (a decimal heading number)
  digit,        ///< 1. 1、 1．
  digit_paren,  ///< （1） (1) 1) 1） ⑴
  circled,      ///< ①
  letter,       ///< A. a.
  enumerated    ///< 一是 二是 (inline)
};

struct Marker {
  MarkerStyle style = MarkerStyle::hanzi;
  int ordinal = 0;         ///< 1 for 一, ①, 第一章
  std::size_t length = 0;  ///< bytes of the marker in the view, without list dash and blanks before it
  std::size_t offset = 0;  ///< bytes of list dash, bullet and blanks before the marker
  std::string label;       ///< ordinal as the path prints it: `三`, `31`
};

/// The characters that a marker can begin with, list dash, bullet and blanks aside. Few characters of a text are: whoever
/// looks for markers everywhere asks here first.
extern const CharSet kMarkerOpeners;

/// No marker is longer, with what may stand before it.
inline constexpr std::size_t kMarkerCharacters = 24;

/// A dash or bullet that may stand before a marker.
bool is_list_sign(char32_t ch);

/// The marker at the start of `line` (cleaned text, see View; a leading list dash or bullet is allowed), if it
/// looks like one: `2020年`, `5.2‰`, `3.5亿元` do not.
std::optional<Marker> match_marker(std::string_view line);
/// The same for a line's first characters (kMarkerCharacters are enough).
std::optional<Marker> match_marker(std::u32string_view line);

}  // namespace zhibiao::text
