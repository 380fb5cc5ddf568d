// Write, the report page: indicators that several plans set, a small chart each.
#pragma once

#include <string>

#include "write/trend_writer.hpp"

namespace zhibiao::write::report {

/// Small charts over years, or by name where plans share a year or have none, with the table of all values behind a
/// fold. HTML with inline SVG, all text of documents escaped, without style attributes and scripts. Empty: no row.
std::string trends_html(const TrendTable& table, Language language);

}  // namespace zhibiao::write::report
