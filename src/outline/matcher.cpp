// Outline: patterns as they are run. Input: a text. Output: whether it can match, by what the pattern's table row says
// of every match. Tested by tests/outline/.
#include "outline/matcher.hpp"

#include "outline/characters.hpp"

namespace zhibiao::outline {

bool Matcher::may_match(std::string_view text) const {
  if (!pattern_.ends.empty() && !one_of(char_before(text, text.size()), pattern_.ends)) return false;
  return pattern_.needs.empty() || text.find(pattern_.needs) != std::string_view::npos;
}

}  // namespace zhibiao::outline
