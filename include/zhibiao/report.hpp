// Something to look at: documents, their text and what was found in it, as one page for a browser.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "zhibiao/model.hpp"
#include "zhibiao/source.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao {

/// A document and what was found in it. Facts stand in the order of the text, their spans in `source`.
struct ReportDocument {
  Source source;
  Analysis analysis;
};

struct ReportOptions {
  Language language = Language::en;  ///< of the words around the data
  std::string title;                 ///< of the page; empty: the document's own, or how many there are
};

/// One HTML page that needs nothing else: no network, no file beside it. Text of documents is escaped, and a Content
/// Security Policy lets the browser run the page's own script and nothing that a document smuggled in. The same input
/// gives the same bytes.
void write_report(std::ostream& out, std::span<const ReportDocument> documents, const ReportOptions& options);

}  // namespace zhibiao
