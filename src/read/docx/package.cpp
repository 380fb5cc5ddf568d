// Read, Office Open XML packages. Input: an archive; output: which part is which, by the relations it declares.
// Tested by tests/read/docx_test.cpp.
#include "read/docx/package.hpp"

#include "read/xml.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::read_stage {
namespace {

constexpr std::string_view kUsual = "word/document.xml";

std::string relations_part(const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

std::vector<Relation> relations_of(Zip& zip, const std::string& part) {
  std::vector<Relation> relations;
  const std::string where = relations_part(part);
  if (!zip.has(where)) return relations;
  const Xml xml(zip, where);
  for (const pugi::xml_node at : xml.root().children()) {
    if (attribute(at, "TargetMode") == "External") continue;
    const std::string_view type = attribute(at, "Type");
    relations.push_back({std::string(attribute(at, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                         resolve_path(part, attribute(at, "Target"))});
  }
  return relations;
}

std::string find_part(const Zip& zip, const std::vector<Relation>& relations, std::string_view type) {
  for (const Relation& at : relations) {
    if (at.type == type && zip.has(at.part)) return at.part;
  }
  return {};
}

std::string main_part(Zip& zip) {
  std::string part = find_part(zip, relations_of(zip, ""), "officeDocument");
  if (part.empty() && zip.has(kUsual)) part = kUsual;
  if (part.empty()) {
    throw Error(zip.name(),
                "the office document has no main part; it is damaged, save it again with the program that "
                "made it");
  }
  return part;
}

}  // namespace zhibiao::read_stage
