// Read, web pages: blanks and lengths of text in characters. Tested by tests/read/html_test.cpp.
#include "read/html/chars.hpp"

namespace zhibiao::read_stage::html {

std::size_t visible_chars(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t ch = next_char(text, at);
    count += is_blank(ch) || is_invisible(ch) ? 0 : 1;
  }
  return count;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_blank(next_char(text, at))) continue;
    if (begin == text.size()) begin = start;
    end = at;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t ch = next_char(text, at);
    if (!is_blank(ch) && !is_invisible(ch)) out.append(text.substr(start, at - start));
  }
  return out;
}

std::string_view first_chars(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  while (at < text.size() && limit-- > 0) next_char(text, at);
  return text.substr(0, at);
}

}  // namespace zhibiao::read_stage::html
