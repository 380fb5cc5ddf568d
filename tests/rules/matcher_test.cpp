// The matcher against RE2: of every text both say the same, place by place and group by group.
#include "rules/matcher.hpp"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "rules/helpers.hpp"
#include "rules/lexicon.hpp"
#include "zhibiao/rules.hpp"

using namespace zhibiao;
using rules::Matcher;

namespace {

using Groups = std::vector<std::pair<std::size_t, std::size_t>>;

/// The first match at or behind `from` with its groups; empty where there is none.
Groups by_re2(const RE2& regex, const std::string& text, std::size_t from) {
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  Groups groups;
  if (!regex.Match(text, from, text.size(), RE2::UNANCHORED, found.data(), static_cast<int>(found.size())))
    return groups;
  for (const auto& piece : found) {
    const bool set = piece.data() != nullptr;
    const auto begin = set ? static_cast<std::size_t>(piece.data() - text.data()) : rules::kNoPlace;
    groups.emplace_back(begin, set ? begin + piece.size() : rules::kNoPlace);
  }
  return groups;
}

Groups by_matcher(const Matcher& matcher, const std::string& text, std::size_t from) {
  rules::Places places;
  Groups groups;
  const auto found = matcher.search(text, from, places);
  REQUIRE(found != Matcher::Found::unknown);
  if (found == Matcher::Found::no) return groups;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(matcher.groups()); ++i)
    groups.emplace_back(places[2 * i], places[2 * i + 1]);
  return groups;
}

/// Compares all matches in a text; tells how many there are.
std::size_t compare(const RE2& regex, const Matcher& matcher, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t from = 0; from <= text.size(); ++count) {
    const Groups expected = by_re2(regex, text, from);
    const Groups found = by_matcher(matcher, text, from);
    CAPTURE(text);
    CAPTURE(regex.pattern());
    CHECK(found == expected);
    if (expected.empty() || found != expected) break;
    from = std::max(expected[0].second, expected[0].first + 1);
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  }
  return count;
}

std::unique_ptr<const Matcher> known(const std::string& expression) {
  auto matcher = Matcher::make(expression);
  CAPTURE(expression);
  REQUIRE(matcher != nullptr);
  return matcher;
}

}  // namespace

TEST_CASE("choices, repeats and groups mean what they mean to RE2") {
  const std::vector<std::string> expressions = {
      "a|ab|abc",
      "(?:a|ab)(?:c|bcd)(d*)",
      "(a+?)(b*)",
      "(a{2,3}?)(a*)",
      "(?:甲乙|甲|乙丙){0,3}丙",
      "(?:甲乙|甲|乙丙|丁戊己|[子-寅]){1,2}(?P<x>丙)?",
      "[^,;。]{0,4}年",
      "^[甲乙]*$",
      "(?:^|,)(甲)|乙$",
      "(?:^|[,年])[甲乙]*丙",
      "(?:^甲|乙)+",
      "(?:^)?甲",
      "甲.*乙.*?丙",
      "[^,]{1,5}丙(?:年|$)",
      ".{0,3}?年.",
      "甲?$",
      "(?:甲|乙|)丙",
      "[0-9]+(?:\\.[0-9]+)?%",
      "\\d{2,}[-—到]\\d+",
      "(?:(甲)|(乙)|(丙))+",
      "(?:甲(乙)?){2}",
      "[\\x{4E00}-\\x{4E1F}]+",
      "a{0}b",
      "x*",
      "(?:ab?){1,3}?c",
      "[]a]+|[a-]+|[^]]",
      "a{,2}|{|}",
      "\\.\\*\\[",
  };
  const std::string alphabet[] = {"a", "b", "c",  "d", "x", "甲", "乙", "丙",   "丁戊己", "子", "年",
                                  ",", "1", "23", "%", ".", "-",  "]",  "{,2}", "}",      "一", ".*["};
  std::mt19937 random(7);
  std::size_t matches = 0;
  for (const auto& expression : expressions) {
    const auto matcher = known(expression);
    const RE2 regex(expression);
    REQUIRE(regex.ok());
    compare(regex, *matcher, "");
    for (int n = 0; n < 300; ++n) {
      std::string text;
      for (auto length = random() % 9; length-- > 0;) text += alphabet[random() % std::size(alphabet)];
      matches += compare(regex, *matcher, text);
    }
  }
  CHECK(matches > 4000);
}

TEST_CASE("a match that ends at a place is found from there backwards") {
  const auto matcher = Matcher::make("(?:新增|第[一二三]?)[甲乙]{0,2}", Matcher::Toward::start);
  REQUIRE(matcher != nullptr);
  for (const std::string text : {"新增", "今新增乙", "第", "第三甲乙"}) {
    CAPTURE(text);
    CHECK(matcher->at(text, text.size()) == Matcher::Found::yes);
  }
  for (const std::string text : {"", "增", "新增甲乙甲", "三甲", "新增丙"}) {
    CAPTURE(text);
    CHECK(matcher->at(text, text.size()) == Matcher::Found::no);
  }
  const auto opens = Matcher::make("^甲|乙", Matcher::Toward::start);
  CHECK(opens->at("甲", 3) == Matcher::Found::yes);
  CHECK(opens->at("丙甲", 6) == Matcher::Found::no);
}

TEST_CASE("what rules have no use for is left to RE2") {
  for (const char* expression :
       {"(?i)a", "\\bword", "(", "a)", "[a", "(?:a*)*", "a**", "\\w+", "[[:alpha:]]", "a{2,1}"}) {
    CAPTURE(expression);
    CHECK(Matcher::make(expression) == nullptr);
  }
}

TEST_CASE("a search that goes back without end is given up") {
  const auto matcher = known("(?:a|aa|aaa)*(?:a|aa|aaa)*b");
  rules::Places places;
  CHECK(matcher->search(std::string(400, 'a'), 0, places) == Matcher::Found::unknown);
}

TEST_CASE("every rule's pattern finds in plans what RE2 finds") {
  const auto all = helpers::varied_texts();
  REQUIRE(all.size() > 2000);
  const auto& lexicon = Rules::builtin().lexicon();
  std::size_t matches = 0;
  for (const auto* set : {&lexicon.prose(), &lexicon.quantities()}) {
    for (std::size_t i = 0; i < set->patterns().size(); ++i) {
      const auto& expression = set->patterns()[i].expression();
      const auto matcher = known(expression);
      const RE2 regex(expression);
      // Each with a part of the texts: all with all would take minutes.
      for (std::size_t n = i % 7; n < all.size(); n += 7) matches += compare(regex, *matcher, all[n]);
    }
  }
  CHECK(matches > 2000);
}

TEST_CASE("every frame finds in tags what RE2 finds") {
  std::mt19937 random(3);
  std::size_t matches = 0;
  for (const auto& frame : Rules::builtin().lexicon().frames().patterns()) {
    const auto matcher = known(frame.expression());
    const RE2 regex(frame.expression());
    for (int n = 0; n < 400; ++n) {
      std::string tags;
      for (auto length = 3 + random() % 20; length-- > 0;) tags += "NNNNqVRSAQ,/DEK"[random() % 15];
      matches += compare(regex, *matcher, tags);
    }
  }
  CHECK(matches > 300);
}
