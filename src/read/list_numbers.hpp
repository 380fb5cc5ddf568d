// Read: the numbers of automatic lists as a word processor writes them.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::read_stage {

/// `number` in the form that OOXML calls `format` (`chineseCounting`: 十二, `decimalEnclosedCircle`: ⑫); plain digits
/// where the form is unknown or has no sign for that number; nothing for `none`.
std::string list_number(long number, std::string_view format);

}  // namespace zhibiao::read_stage
