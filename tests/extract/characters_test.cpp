// Ends of words by characters: Chinese, Latin and both.
#include "extract/characters.hpp"

#include <doctest/doctest.h>

using zhibiao::extract::kHan;
using zhibiao::extract::last_characters;

TEST_CASE("the last characters of a text, whatever their bytes") {
  CHECK(last_characters("住院费用增幅", 2) == "增幅");
  CHECK(last_characters("住院费用增幅", 2).size() == 2 * kHan);
  CHECK(last_characters("网络5G", 2) == "5G");
  CHECK(last_characters("5G网", 2) == "G网");
  CHECK(last_characters("a𠮷", 1) == "𠮷");
}

TEST_CASE("a text with no more characters is given whole") {
  CHECK(last_characters("率", 2) == "率");
  CHECK(last_characters("比率", 2) == "比率");
  CHECK(last_characters("", 1).empty());
  CHECK(last_characters("率", 0).empty());
}
