// Write, the report page's drawings. Input: documents with their facts; output: HTML for the page's upper part.
#include "write/report/charts.hpp"

namespace zhibiao::write::report {

std::string charts_html(std::span<const ReportDocument>, Language) { return {}; }

}  // namespace zhibiao::write::report
