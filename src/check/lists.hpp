// Check: the outline's items as lists of numbers, for those who count them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/marker.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::check {

/// An item as a member of a list.
struct Member {
  std::size_t item = 0;  ///< index in the analysis' items
  text::MarkerStyle style = text::MarkerStyle::hanzi;
  int ordinal = 0;
  std::string prefix;  ///< of decimal numbers: `1.2` of `1.2.3`
  int parent = -1;     ///< index of the item that holds it
  Span marker;         ///< bytes of the source

  bool like(const Member& other) const { return style == other.style && prefix == other.prefix; }
};

/// The items with the numbers that their markers say, in the order of the text; those whose marker cannot be read again are
/// left out.
std::vector<Member> members_of(const Source& source, const Analysis& analysis);

/// Looks for numbers that the outline does not have as items.
class NumberSearch {
 public:
  /// Both must outlive it.
  NumberSearch(const Source& source, const Analysis& analysis) : source_(source), analysis_(analysis) {}

  /// Whether a number of that style stands anywhere in these bytes, be it in mid-line or damaged a little (`10.5G产业`), or,
  /// at a line's start, in a style like it: then it is not missing.
  bool holds(Span where, text::MarkerStyle style, int ordinal) const;
  /// The marker of exactly that style and number with which a line of these bytes begins.
  std::optional<Span> at_line_start(Span where, text::MarkerStyle style, int ordinal) const;

 private:
  bool is_item(Span line) const;

  const Source& source_;
  const Analysis& analysis_;
};

}  // namespace zhibiao::check
