// Read, web pages: the labelled data of a document (索引号, 发文机关 …), from meta elements, tables, lists and lines.
#pragma once

#include <cstddef>
#include <string>

#include "read/html/tree.hpp"
#include "zhibiao/document.hpp"

namespace zhibiao::read_stage::html {

/// Reads the page's labelled data and marks the tables and lines that hold nothing else as left out.
DocumentData read_labels(Tree& tree);

/// The text below a node on one line, without blanks between Chinese characters; of a long text a little more than the
/// first `limit` bytes.
std::string line_of(const Node& node, std::size_t limit);

}  // namespace zhibiao::read_stage::html
