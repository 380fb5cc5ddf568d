// Read, web pages: a document's title where it stands outside of the document's own part of the page.
#pragma once

#include <string>
#include <vector>

#include "read/html/tree.hpp"

namespace zhibiao::read_stage::html {

/// What the page says the title is: its heading, or its `title` without the site's name. Empty: nothing that could be
/// one. `body`: where the text is.
std::string title_of_page(const Tree& tree, const std::string& labelled, const Node& body);

/// How a title stands to the first lines of a text.
enum class TitlePlace {
  missing,   ///< the text does not have it
  in_text,   ///< the text brings it, or the title of what the page's title is about
  completes  ///< the text begins with its last part: 政府工作报告 of 某县2018年政府工作报告
};
TitlePlace place_of(const std::string& title, const std::vector<std::string>& opening);

}  // namespace zhibiao::read_stage::html
