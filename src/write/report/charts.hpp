// Write, the report page: drawings above the documents, each with its table.
#pragma once

#include <span>
#include <string>

#include "zhibiao/report.hpp"

namespace zhibiao::write::report {

/// Figures of all facts: HTML with inline SVG, all text of documents escaped, no style attributes and no scripts (the
/// page's policy forbids them). Empty: there is nothing to draw.
std::string charts_html(std::span<const ReportDocument> documents, Language language);

}  // namespace zhibiao::write::report
