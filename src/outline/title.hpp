// The plan's title, and the letter that sends it.
#pragma once

#include <string>

#include "outline/opening.hpp"

namespace zhibiao::outline {

struct Title {
  std::string text;        ///< as printed, blanks removed; empty if there is none
  std::string sender;      ///< the body before 关于印发… in the letter's subject
  std::string day;         ///< as printed behind the title on its line, as web pages do; empty if there is none
  std::size_t behind = 0;  ///< index of the opening's line behind the subject or title
};

/// The title of what is issued: from the letter's subject or text, as the plan itself prints it; without a
/// letter the first lines.
Title find_title(const text::View& view, const Lines& lines);

}  // namespace zhibiao::outline
