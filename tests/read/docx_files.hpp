// Word documents for tests: the smallest files that hold a given body.
#pragma once

#include <map>
#include <string>

#include "read/archives.hpp"
#include "read/formats.hpp"

namespace zhibiao_tests {

inline const std::string kWordNames = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                                      R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
                                      R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")";

/// A run and a paragraph of plain text.
inline std::string r(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
inline std::string p(const std::string& text) { return "<w:p>" + r(text) + "</w:p>"; }

/// The parts of a document: content types, relations, the body, then the other parts (`styles`: what stands in them).
inline Parts docx_parts(const std::string& body, const std::map<std::string, std::string>& others = {}) {
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  Parts parts = {{"[Content_Types].xml", "<Types/>"},
                 {"_rels/.rels", R"(<Relationships><Relationship Id="r" Type=")" + types +
                                     R"(officeDocument" Target="word/document.xml"/></Relationships>)"},
                 {"word/document.xml", R"(<?xml version="1.0" encoding="UTF-8"?><w:document)" + kWordNames +
                                           "><w:body>" + body + "</w:body></w:document>"}};
  std::string relations;
  for (const auto& [name, content] : others) {
    relations += R"(<Relationship Id=")" + name + R"(" Type=")" + types + name + R"(" Target=")" + name + R"(.xml"/>)";
    parts.emplace_back("word/" + name + ".xml", "<w:" + name + kWordNames + ">" + content + "</w:" + name + ">");
  }
  parts.emplace_back("word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>");
  return parts;
}

inline std::string docx(const std::string& body, const std::map<std::string, std::string>& others = {}) {
  return make_zip(docx_parts(body, others));
}

inline std::string text_of_docx(const std::string& body, const std::map<std::string, std::string>& others = {}) {
  return zhibiao::read_stage::read_docx("a.docx", docx(body, others), {}).text;
}

}  // namespace zhibiao_tests
