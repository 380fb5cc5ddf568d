// Which lines go on with the line before them: scans and hard wrapping break sentences in two.
#pragma once

#include <vector>

#include "text/lines.hpp"
#include "text/view.hpp"

namespace zhibiao::text {

/// For each line whether it goes on with the last body line before it (furniture in between is passed over).
/// Linear in the text's length.
std::vector<bool> find_joins(const Lines& lines, const std::vector<ParagraphKind>& kinds);

}  // namespace zhibiao::text
