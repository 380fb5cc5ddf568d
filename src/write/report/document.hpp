// Write, the report page: one document's text with its marks, and its outline.
#pragma once

#include <string>

#include "write/report/index.hpp"

namespace zhibiao::write::report {

/// The text line by line as it was read, cut at items too; every fact a <mark> in its place.
std::string text_html(const DocumentIndex& index, Language language);

/// The items as nested lists with the number of targets in each; `open`: shown unfolded.
std::string outline_html(const DocumentIndex& index, bool open);

}  // namespace zhibiao::write::report
