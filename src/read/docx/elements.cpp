// Read, elements of a DOCX. Input: a name; output: what it means for the text. Tested by tests/read/docx_test.cpp.
#include "read/docx/elements.hpp"

#include <unordered_map>

namespace zhibiao::read_stage {

Element find_element(std::string_view name) {
  static const std::unordered_map<std::string_view, Element> kElements = {
      {"p", Element::paragraph},
      {"r", Element::run},
      {"t", Element::text},
      {"tab", Element::tab},
      {"ptab", Element::tab},
      {"br", Element::line_break},
      {"cr", Element::line_break},
      {"noBreakHyphen", Element::hyphen},
      {"sym", Element::symbol},
      {"fldChar", Element::field_mark},
      {"instrText", Element::field_code},
      {"sdt", Element::control},
      {"footnoteReference", Element::footnote},
      {"endnoteReference", Element::endnote},
      {"tbl", Element::table},
      {"tr", Element::row},
      {"tc", Element::cell},
      {"txbxContent", Element::box},
      {"altChunk", Element::embedded},
      {"subDoc", Element::embedded},
      // Properties, tracked deletions, and what stands above ruby text.
      {"pPr", Element::left_out},
      {"rPr", Element::left_out},
      {"sectPr", Element::left_out},
      {"tblPr", Element::left_out},
      {"tblGrid", Element::left_out},
      {"trPr", Element::left_out},
      {"tcPr", Element::left_out},
      {"sdtPr", Element::left_out},
      {"del", Element::left_out},
      {"moveFrom", Element::left_out},
      {"delText", Element::left_out},
      {"delInstrText", Element::left_out},
      {"rt", Element::left_out},
  };
  const auto found = kElements.find(name);
  return found == kElements.end() ? Element::through : found->second;
}

}  // namespace zhibiao::read_stage
