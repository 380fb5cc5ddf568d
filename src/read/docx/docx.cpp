// Read, DOCX (ISO/IEC 29500; .docm and .dotx are the same). Input: the bytes of the file; output: its text, footnotes and
// endnotes as paragraphs at the end, headers, footers and comments left out. Tested by tests/read/docx_test.cpp.
#include <fmt/format.h>

#include <optional>

#include "read/docx/body.hpp"
#include "read/docx/package.hpp"
#include "read/formats.hpp"
#include "read/xml.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

/// The notes that the text points to, once each, in its order. Their numbers are left out: beside a number of the text
/// they would change it.
void read_notes(DocxContext& context, Zip& zip, const std::string& part, bool endnotes) {
  if (part.empty()) return;
  const Xml xml(zip, part);
  std::unordered_map<long, pugi::xml_node> notes;
  for (const pugi::xml_node at : xml.root().children()) notes.emplace(number_attribute(at, "id", -1), at);
  const std::vector<NoteReference> references = context.notes;
  for (const NoteReference& reference : references) {
    const auto found = notes.find(reference.id);
    if (reference.endnote != endnotes || found == notes.end()) continue;
    read_story(context, xml.root(), found->second);
    notes.erase(found);
  }
}

}  // namespace

Document read_docx(const std::string& name, std::string_view bytes, const ReadOptions& options) {
  Zip zip(name, bytes, options.limits);
  const std::string main = main_part(zip);
  const std::vector<Relation> relations = relations_of(zip, main);
  const Xml document(zip, main);
  const pugi::xml_node body = child(document.root(), "body");
  if (!body) throw Error(name, "no Word document: its main part " + main + " has no text body; save it as DOCX again");

  Styles styles;
  if (const std::string part = find_part(zip, relations, "styles"); !part.empty())
    styles = Styles(Xml(zip, part).root());
  Numbering numbering;
  if (const std::string part = find_part(zip, relations, "numbering"); !part.empty()) {
    numbering = Numbering(Xml(zip, part).root(), styles);
  }
  TextBuilder builder;
  DocxContext context{zip, styles, numbering, builder, {}, 0, 0};
  read_story(context, document.root(), body);
  read_notes(context, zip, find_part(zip, relations, "footnotes"), false);
  read_notes(context, zip, find_part(zip, relations, "endnotes"), true);

  Document result = builder.take("docx");
  if (context.lost_symbols > 0) {
    result.facts.warnings.push_back(
        fmt::format("{} characters of symbol fonts have no meaning as text and are left out", context.lost_symbols));
  }
  if (context.embedded > 0) {
    result.facts.warnings.push_back(fmt::format("{} embedded documents are not read", context.embedded));
  }
  return result;
}

}  // namespace zhibiao::read_stage
