// Read, OFD (GB/T 33190-2016). Input: the bytes of the file; output: its text, by the layout stages that PDF pages go
// through too. Signatures, attachments, annotations and page templates are left out. Tested by tests/read/ofd_test.cpp.
#include <utility>
#include <vector>

#include "read/formats.hpp"
#include "read/ofd/page.hpp"
#include "read/pdf/layout.hpp"
#include "read/xml.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr const char* kEntry = "OFD.xml";
constexpr Box kUsualPage = {0, 0, 210, 297};  // A4, in millimetres

/// A part named in another one; some programs write names from the document's folder or the top instead.
std::string locate(const Zip& zip, const std::string& from, const std::string& document, std::string_view target) {
  for (const std::string& base : {from, document, std::string()}) {
    std::string part = resolve_path(base, target);
    if (zip.has(part)) return part;
  }
  throw Error(zip.name(), "the archive is cut off or damaged: it has no part " + resolve_path(from, target) +
                              "; get the file again");
}

/// The size in a PageArea; `otherwise` if it names none.
Box page_size(pugi::xml_node area, const Box& otherwise) {
  const Box box = ofd_box(text_of(child(area, "PhysicalBox")));
  return box.width() > 0 && box.height() > 0 ? box : otherwise;
}

/// Reads a document's pages in their order.
void add_pages(Zip& zip, const std::string& document, std::vector<PdfPage>& pages) {
  const Xml xml(zip, document);
  const Box usual = page_size(child(child(xml.root(), "CommonData"), "PageArea"), kUsualPage);
  for (const pugi::xml_node at : child(xml.root(), "Pages").children()) {
    if (local_name(at.name()) != "Page") continue;
    std::string place(attribute(at, "BaseLoc"));
    if (place.empty()) place = text_of(child(at, "BaseLoc"));  // as some programs write it
    const Xml page(zip, locate(zip, document, document, place));
    const Box size = page_size(child(page.root(), "Area"), usual);
    pages.push_back(lay_out(read_ofd_page(zip, page.root()), pages.size() + 1, size));
  }
}

/// The documents of the file, mostly one: the parts named by DocRoot.
std::vector<std::string> documents(Zip& zip) {
  const Xml xml(zip, kEntry);
  if (child(xml.root(), "Encryptions") || zip.has("Encryptions.xml")) {
    throw Error(zip.name(), "an encrypted OFD document; save it without encryption");
  }
  std::vector<std::string> found;
  for (const pugi::xml_node body : xml.root().children()) {
    if (local_name(body.name()) != "DocBody") continue;
    const std::string root = text_of(child(body, "DocRoot"));
    if (!root.empty()) found.push_back(locate(zip, kEntry, kEntry, root));
  }
  if (found.empty()) throw Error(zip.name(), "the OFD document names no content (DocRoot); get the file again");
  return found;
}

}  // namespace

Document read_ofd(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  Zip zip(name, bytes, options.limits);
  if (!zip.has(kEntry)) throw Error(name, "no OFD document: its archive has no OFD.xml; get the file again");
  std::vector<PdfPage> pages;
  for (const std::string& document : documents(zip)) add_pages(zip, document, pages);
  drop_pdf_furniture(pages);
  Document result = write_pdf_text(std::move(pages));
  result.facts.format = "ofd";
  return result;
}

}  // namespace zhibiao::read_stage
