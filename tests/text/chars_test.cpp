// Characters one by one and many at once: sets, searching, counting, decoding.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/chars.hpp"

using zhibiao::text::CharSet;

namespace {

/// Characters of one, two, three and four bytes, none of them at a fixed distance from the start.
const std::string kMixed = "a。é指𠮷-标）é\"𠮷b指c";

std::vector<std::size_t> places(const CharSet& set, std::string_view text) {
  std::vector<std::size_t> found;
  for (std::size_t at = set.find(text, 0); at < text.size(); at = set.find(text, at)) {
    found.push_back(at);
    zhibiao::text::next_char(text, at);
  }
  return found;
}

}  // namespace

TEST_CASE("a set finds its characters wherever they stand, and no others") {
  const CharSet set(U"。é标\"c");
  for (std::size_t lead = 0; lead < 9; ++lead) {
    const std::string text = std::string(lead, 'x') + kMixed;
    std::vector<std::size_t> expected;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t ch = zhibiao::text::next_char(text, at);
      if (std::u32string_view(U"。é标\"c").find(ch) != std::u32string_view::npos) expected.push_back(begin);
    }
    REQUIRE(expected.size() == 6);
    CHECK(places(set, text) == expected);
  }
  CHECK(CharSet(U"z").find(kMixed, 0) == kMixed.size());
  CHECK(CharSet(U"a").find(kMixed, 1) == kMixed.size());
  CHECK(CharSet(U"指").find("", 0) == 0);
}

TEST_CASE("a set has ranges, and nothing above U+FFFF") {
  const CharSet set = CharSet(U"x").add(U'0', U'9').add(U"甲乙");
  for (const char32_t ch : std::u32string_view(U"x059甲乙")) CHECK(set.has(ch));
  for (const char32_t ch : std::u32string_view(U"y/:丙\U00020BB7")) CHECK_FALSE(set.has(ch));
}

TEST_CASE("characters are counted as they are decoded, whatever stands at the edges of words") {
  for (std::size_t from = 0; from < kMixed.size();) {
    std::size_t count = 0;
    for (std::size_t at = from; at < kMixed.size(); ++count) {
      zhibiao::text::next_char(kMixed, at);
      CHECK(zhibiao::text::count_characters(std::string_view(kMixed).substr(from, at - from)) == count + 1);
    }
    zhibiao::text::next_char(kMixed, from);
  }
  CHECK(zhibiao::text::count_characters("") == 0);
}

TEST_CASE("every character comes out as it went in, the last one too") {
  for (const char32_t ch : std::u32string_view(U"a~\u0080é\u07FF\u0800。指\uFFEE\U00010000𠮷\U0010FFFF")) {
    std::string text = "x";
    zhibiao::text::append_char(text, ch);
    CHECK(text.size() == 1 + zhibiao::text::utf8_size(ch));
    std::size_t at = 1;
    CHECK(zhibiao::text::next_char(text, at) == ch);
    CHECK(at == text.size());
    CHECK(zhibiao::text::last_char(text) == ch);
  }
}

TEST_CASE("a character that is cut off is U+FFFD") {
  std::size_t at = 0;
  CHECK(zhibiao::text::next_char("\xE6\x8C", at) == U'\uFFFD');
  CHECK(at == 1);
  CHECK(zhibiao::text::next_char("\xE6\x8C", at) == U'\uFFFD');
  CHECK(at == 2);
}

TEST_CASE("digits are counted wherever they stand among other bytes") {
  const std::string text = "/0:9 2021年、A1%90年代\xB0\xB9￥37.5";
  for (std::size_t from = 0; from <= text.size(); ++from) {
    const std::string_view rest = std::string_view(text).substr(from);
    const auto digits = std::count_if(rest.begin(), rest.end(), [](char one) { return one >= '0' && one <= '9'; });
    CHECK(zhibiao::text::count_digits(rest) == static_cast<std::size_t>(digits));
  }
}
