// Read: what the styles of a DOCX say about the text of their paragraphs and runs.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhibiao::read_stage {

/// The list a paragraph belongs to; where a part of it is not said, the style says it.
struct ListPlace {
  std::optional<long> list;   ///< w:numId; 0: none
  std::optional<long> level;  ///< w:ilvl, from 0
};

struct Style {
  ListPlace place;
  std::string list_style;  ///< of the styles it builds on, the one that names the list
  bool hidden = false;
  bool contents = false;  ///< an entry of a table of contents
};

class Styles {
 public:
  Styles() = default;
  /// `root` is that of word/styles.xml.
  explicit Styles(pugi::xml_node root);

  /// A paragraph's style by its id, with what it takes from those it builds on; the default one for an empty id.
  const Style& paragraph(std::string_view id) const;
  /// The same for a run; an empty id is no style.
  const Style& run(std::string_view id) const;

 private:
  const Style& find(const std::string& id) const;

  std::unordered_map<std::string, Style> styles_;
  std::string default_;
};

/// w:numPr of a paragraph's or style's properties.
ListPlace list_place(pugi::xml_node properties);

}  // namespace zhibiao::read_stage
