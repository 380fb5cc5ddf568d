// Write, the report page: put together from its parts.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "zhibiao/report.hpp"

namespace zhibiao::write::report {

/// A part of the page above the documents: charts, changes, trends.
struct Section {
  std::string id;     ///< of the element, for links: `changes`
  std::string title;  ///< as text
  std::string html;   ///< what is below the title, text in it escaped; empty: the section is left out
};

/// write_report() with more sections, which stand behind the charts in the order given.
void write_page(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options,
                std::span<const Section> sections);

}  // namespace zhibiao::write::report
