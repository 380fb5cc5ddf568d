// Text, lines for people. Input: two neighbouring characters; output: whether a line may end between them. What Chinese
// typesetting asks (GB/T 15834), in both widths. Tested by tests/text/line_break_test.cpp.
#include "text/line_break.hpp"

#include "text/chars.hpp"

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

}  // namespace zhibiao::text
