// Read: the text of a DOCX part (the body, footnotes) in the order in which it is read.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "read/docx/numbering.hpp"
#include "read/docx/styles.hpp"
#include "read/text_builder.hpp"
#include "read/zip.hpp"

namespace zhibiao::read_stage {

/// A place in the text that points to a note.
struct NoteReference {
  bool endnote = false;
  long id = 0;
};

/// What the parts of one document share.
struct DocxContext {
  const Zip& zip;
  const Styles& styles;
  Numbering& numbering;
  TextBuilder& builder;
  std::vector<NoteReference> notes;  ///< in the order of the text
  std::size_t lost_symbols = 0;      ///< characters of fonts that only that font can show
  std::size_t embedded = 0;          ///< documents inside this one, which are not read
};

/// Adds the text below `story` (w:body, w:footnote) to the builder. `root` is the part's root, which declares the names.
void read_story(DocxContext& context, pugi::xml_node root, pugi::xml_node story);

}  // namespace zhibiao::read_stage
