// Extract stage: text without blanks. Tested by tests/specs/tables_grid.toml and the scores.
#include "extract/blanks.hpp"

#include "rules/utf8.hpp"

namespace zhibiao::extract {

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto one = text.substr(at, rules::char_length(text[at]));
    if (one != " " && one != "\t" && one != "\n" && one != "　") out += one;
    at += one.size();
  }
  return out;
}

}  // namespace zhibiao::extract
