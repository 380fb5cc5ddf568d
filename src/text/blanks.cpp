// Text, blanks. Input: text. Output: the same without blanks. Tested by tests/specs/tables_grid.toml and the scores.
#include "text/blanks.hpp"

#include "text/chars.hpp"

namespace zhibiao::text {

std::string without_blanks(std::string_view text) {
  static const CharSet kBlanks(U" \t\n\u3000");
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = kBlanks.find(text, at);
    out += text.substr(at, blank - at);
    at = blank;
    if (at < text.size()) next_char(text, at);
  }
  return out;
}

}  // namespace zhibiao::text
