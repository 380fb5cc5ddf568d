// Read, web pages: the chosen part of a page as paragraphs and tables.
#pragma once

#include <string>
#include <vector>

#include "read/html/tree.hpp"
#include "read/text_builder.hpp"

namespace zhibiao::read_stage::html {

/// Writes what is shown below a node: a block's text is a paragraph, so is a line that `<br>` ends; items of ordered
/// lists carry their numbers, others a bullet; tables of data are tables, those for layout paragraphs.
void write_text(const Node& node, TextBuilder& builder);

/// The lines below a node, as `write_text` would write them; rows of tables with blanks between the cells.
std::vector<std::string> lines_of(const Node& node);

}  // namespace zhibiao::read_stage::html
