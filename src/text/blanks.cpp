// Text, blanks. Input: text. Output: the same without blanks. Tested by tests/specs/tables_grid.toml and the scores.
#include "text/blanks.hpp"

#include "text/chars.hpp"

namespace zhibiao::text {

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t ch = next_char(text, at);
    if (ch != U' ' && ch != U'\t' && ch != U'\n' && ch != U'\u3000') out += text.substr(begin, at - begin);
  }
  return out;
}

}  // namespace zhibiao::text
