// Read: what the elements of WordprocessingML mean for the text.
#pragma once

#include <string_view>

namespace zhibiao::read_stage {

enum class Element {
  through,  // no meaning of its own: its children count
  left_out,
  paragraph,
  run,
  text,
  tab,
  line_break,
  hyphen,
  symbol,
  field_mark,
  field_code,
  control,
  footnote,
  endnote,
  table,
  row,
  cell,
  box,
  embedded,
};

/// By the name without its prefix.
Element find_element(std::string_view name);

}  // namespace zhibiao::read_stage
