// Write, the report page: a document's text in stretches that each become a paragraph of the page.
#pragma once

#include <cstddef>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao::write::report {

/// A line of the source, or a part of one that starts with an item.
struct Stretch {
  Span span;             ///< without the line's end
  std::size_t line = 0;  ///< of the source, from 1; 0: goes on with the line of the stretch before
  std::size_t item = 0;  ///< number of the item that starts here, from 1; 0: none
  std::size_t page = 0;  ///< of the file, where a new one begins here; else 0
  bool gap = false;      ///< blank lines stand before it
  bool cells = false;    ///< a table's row, cells parted by tabs
};

/// In the order of the text; blank lines are no stretches.
std::vector<Stretch> make_stretches(const ReportDocument& document);

/// Where a titled item's marker and heading stand in the text; empty where they cannot be made out (a scan may print
/// them with blanks and line breaks inside).
Span heading_span(const Source& source, const Item& item);

}  // namespace zhibiao::write::report
