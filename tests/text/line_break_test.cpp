// Lines break where a Chinese or English reader expects it.
#include "text/line_break.hpp"

#include <doctest/doctest.h>

#include <string>

using zhibiao::text::may_break;

TEST_CASE("no line begins with a mark that closes or stops") {
  for (const char32_t mark : std::u32string(U"，。；：、！？）》〉」』】〕”’％‰…—),.;:!?%"))
    CHECK_FALSE(may_break(U'率', mark));
  CHECK(may_break(U'，', U'率'));
  CHECK(may_break(U'率', U'（'));
}

TEST_CASE("no line ends with a mark that opens") {
  for (const char32_t mark : std::u32string(U"（《〈「『【〔“‘([")) CHECK_FALSE(may_break(mark, U'率'));
}

TEST_CASE("words and numbers stay whole") {
  CHECK_FALSE(may_break(U'b', U'e'));
  CHECK_FALSE(may_break(U'3', U'.'));
  CHECK_FALSE(may_break(U'.', U'2'));
  CHECK_FALSE(may_break(U'1', U'-'));
  CHECK(may_break(U'd', U' '));
  CHECK(may_break(U' ', U'b'));
  CHECK(may_break(U'康', U'档'));
  CHECK(may_break(U'位', U'3'));
}
