// One plan among several: what comparisons over documents take.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/document.hpp"
#include "zhibiao/model.hpp"

namespace zhibiao {

/// A document with the facts of it that are to be compared. Read from the document itself, or from a table of records
/// (then `document` holds what its rows say: issuer and plan year).
struct Plan {
  std::string file;  ///< name of the source, as its facts have it
  DocumentData document;
  std::vector<Item> items;  ///< empty for tables
  std::vector<Fact> facts;  ///< in the order of the text
};

}  // namespace zhibiao
