// Outline: patterns as they are run. Input: a text. Output: whether it can match, by what the pattern's table row says
// of every match. Tested by tests/outline/.
#include "outline/matcher.hpp"

#include "outline/characters.hpp"

namespace zhibiao::outline {

Matcher::Matcher(const words::Pattern& pattern) : pattern_(pattern), regex_(pattern.regex) {
  const std::string_view ends = pattern.ends;
  for (std::size_t at = 0; at < ends.size();) {
    at += char_size(ends, at);
    last_bytes_.set(static_cast<unsigned char>(ends[at - 1]));
  }
}

bool Matcher::may_match(std::string_view text) const {
  if (!pattern_.ends.empty()) {
    // One byte refuses most texts.
    if (text.empty() || !last_bytes_[static_cast<unsigned char>(text.back())]) return false;
    if (!one_of(char_before(text, text.size()), pattern_.ends)) return false;
  }
  return pattern_.needs.empty() || text.find(pattern_.needs) != std::string_view::npos;
}

}  // namespace zhibiao::outline
