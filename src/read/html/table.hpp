// Read, web pages: tables of data and tables that only lay out a page.
#pragma once

#include <string>
#include <vector>

#include "read/html/tree.hpp"

namespace zhibiao::read_stage::html {

/// The cells of a table's rows as they stand in the page; tables inside of cells are not looked into.
using Rows = std::vector<std::vector<Node*>>;
Rows rows_of(const Node& table);

/// False: the table only puts things beside each other. It has one row or column, another table in a cell, or one cell
/// with nearly all of the text in several paragraphs.
bool is_data_table(const Node& table, const Rows& rows);

/// The text of the cells: a cell over several columns is followed by empty ones, one over several rows stands over
/// empty ones.
std::vector<std::vector<std::string>> grid_of(const Rows& rows);

}  // namespace zhibiao::read_stage::html
