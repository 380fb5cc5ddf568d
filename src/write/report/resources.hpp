// Write, the report page: what the build makes of the templates, style and script in this folder
// (tools/cmake/embed_report.cmake).
#pragma once

#include <string_view>

namespace zhibiao::write::report {

/// A style or script that stands in the page, and by which digest the page's policy knows it.
struct Resource {
  std::string_view text;    ///< exactly what stands between the tags
  std::string_view digest;  ///< `sha256-…`, in base64
};

Resource style();
Resource script();

/// The text of NAME.html.mustache in this folder; empty if there is none.
std::string_view page_template(std::string_view name);

}  // namespace zhibiao::write::report
