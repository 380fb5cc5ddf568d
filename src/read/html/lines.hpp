// Read, web pages: lines that a site prints around a document.
#pragma once

#include <string_view>

namespace zhibiao::read_stage::html {

/// True for a line that offers to print or share the page, tells the way to it or its copyright.
bool is_page_furniture(std::string_view line);

/// True if the text names a kind of official document: 通知, 计划.
bool names_document(std::string_view text);

}  // namespace zhibiao::read_stage::html
