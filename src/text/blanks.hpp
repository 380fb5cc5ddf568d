// Blanks in names and cells: documents set them for looks.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::text {

/// The text without blanks of either width, tabs and line ends.
std::string without_blanks(std::string_view text);

}  // namespace zhibiao::text
