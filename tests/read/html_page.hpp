// Pages for the tests of web pages: made here, read by the reader for HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/formats.hpp"

namespace html_page {

inline zhibiao::read_stage::Document read(std::string_view page, const zhibiao::ReadOptions& options = {}) {
  return zhibiao::read_stage::read_html("page.html", page, options);
}

/// The lines of the text, blank ones left out.
inline std::vector<std::string> lines(std::string_view page) {
  const std::string text = read(page).text;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

using Lines = std::vector<std::string>;

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace html_page
