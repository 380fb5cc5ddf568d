// Text, lines for people. Input: two neighbouring characters, or text; output: whether a line may end between them, or where
// the text's first line ends. As Chinese typesetting asks (GB/T 15834), in both widths. Tested by
// tests/text/line_break_test.cpp.
#include "text/line_break.hpp"

#include "text/chars.hpp"
#include "text/width.hpp"

namespace zhibiao::text {
namespace {

constexpr CharSet kNeverFirst(U"，。；：、！？）》〉」』】〕］”’％‰…—·～)]},.;:!?%");
constexpr CharSet kNeverLast(U"（《〈「『【〔［“‘([{≥≤≈");

bool in_word(char32_t ch) { return is_alnum(ch) || ch == U'.' || ch == U'-' || ch == U'%'; }

}  // namespace

bool may_break(char32_t before, char32_t after) {
  if (before == U' ') return !kNeverFirst.has(after);
  return !kNeverFirst.has(after) && !kNeverLast.has(before) && !(in_word(before) && in_word(after));
}

std::size_t first_line(std::string_view text, std::size_t columns, bool (*may)(char32_t, char32_t),
                       LongWord long_word) {
  std::size_t used = 0;
  std::size_t last = 0;  // where the line may end
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t ch = next_char(text, at);
    if (here > 0 && may(before, ch)) last = here;
    used += char_width(ch);
    if (used > columns && last > 0) return last;
    if (used > columns && here > 0 && long_word == LongWord::cut) return here;
    before = ch;
  }
  return text.size();
}

}  // namespace zhibiao::text
