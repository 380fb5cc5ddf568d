// Read, web pages: the markers of lists, which browsers print and the page's text does not have.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao::read_stage::html {

/// How an item is marked: `marks` is the list's `type` or `list-style-type`. `3. `, `c. `, `iii. `, `三、`; a bullet for
/// an unordered list; empty where the list says so.
std::string list_marker(bool ordered, std::string_view marks, int number);

/// True if the text begins with a marker of its own: `1.`, `（一）`, `一、`, `①`.
bool has_marker(std::string_view text);

}  // namespace zhibiao::read_stage::html
