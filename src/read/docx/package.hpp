// Read: how the parts of an Office Open XML file hang together (ISO/IEC 29500-2), DOCX and XLSX alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/zip.hpp"

namespace zhibiao::read_stage {

/// One part's pointer to another.
struct Relation {
  std::string id;    ///< `rId3`
  std::string type;  ///< the last step of its type: `styles`, `officeDocument`, `worksheet`
  std::string part;  ///< the part it points to, from the archive's top: `word/styles.xml`
};

/// The relations of a part, those that lead out of the file left out; of the file itself for an empty `part`.
std::vector<Relation> relations_of(Zip& zip, const std::string& part);

/// The first part of that type among the relations that the archive has; empty if there is none.
std::string find_part(const Zip& zip, const std::vector<Relation>& relations, std::string_view type);

/// The part that holds the document, whatever it is named; throws Error if there is none.
std::string main_part(Zip& zip);

}  // namespace zhibiao::read_stage
