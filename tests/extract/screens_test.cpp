// What lets sentences be passed over never passes over one that a rule matches; numbers found once are those found anew.
#include "extract/screens.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "rules/helpers.hpp"
#include "zhibiao/rules.hpp"

using namespace zhibiao;

namespace {

const rules::Lexicon& lexicon() {
  static const Rules rules = Rules::builtin();
  return rules.lexicon();
}

template <typename Wanted>
bool some_matches(const rules::PatternSet& set, const std::string& text, const Wanted& wanted) {
  rules::Match match;
  return std::any_of(set.patterns().begin(), set.patterns().end(),
                     [&](const rules::Pattern& pattern) { return wanted(pattern) && pattern.find(text, 0, match); });
}

std::string shown(const std::vector<extract::Number>& numbers) {
  std::string all;
  for (const auto& number : numbers) {
    all += std::to_string(number.span.begin) + "-" + std::to_string(number.span.end) + "=" + number.value.str() + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("a text that a rule matches is let through") {
  const extract::Screens screens(lexicon());
  const auto all = [](const rules::Pattern&) { return true; };
  const auto date = [](const rules::Pattern& pattern) { return pattern.rule().type == "date"; };
  // Those of a year are told by the digits that a sentence opens with.
  const auto opener = [](const rules::Pattern& pattern) {
    return pattern.where().starts_with("opener") && pattern.where() != extract::kYearOpener;
  };
  const auto of_year = [](const rules::Pattern& pattern) { return pattern.where() == extract::kYearOpener; };
  const auto heading = [](const rules::Pattern& pattern) { return pattern.where() == "heading"; };
  std::size_t refused = 0;
  const std::vector<std::string> texts = helpers::varied_texts();
  for (const std::string& text : texts) {
    CAPTURE(text);
    const std::string lifted = extract::find_figures(text, lexicon()).lifted.text();
    const bool counts = screens.quantities.may_match(text);
    if (!counts) CHECK_FALSE(some_matches(lexicon().quantities(), lifted, all));
    if (!screens.dates.may_match(text)) CHECK_FALSE(some_matches(lexicon().prose(), text, date));
    if (!screens.openers.may_match(text)) CHECK_FALSE(some_matches(lexicon().prose(), text, opener));
    if (!text.starts_with("19") && !text.starts_with("20")) CHECK_FALSE(some_matches(lexicon().prose(), text, of_year));
    if (!screens.headings.may_match(text)) CHECK_FALSE(some_matches(lexicon().prose(), text, heading));
    refused += counts ? 0 : 1;
  }
  CHECK(refused > texts.size() / 10);
}

TEST_CASE("numbers outside of masked spans are those of a text scanned with the spans left out") {
  std::mt19937 random(1949);
  const std::string pieces[] = {"十四五", "三", "5", "家", "2021年", "百", ".", "点", ",", "-", "万", "第", "一", "的"};
  std::size_t known = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    std::vector<std::size_t> ends{0};
    for (std::size_t i = 0; i < 1 + random() % 7; ++i) {
      text += pieces[random() % std::size(pieces)];
      ends.push_back(text.size());
    }
    const std::size_t first = random() % ends.size();
    const std::size_t second = random() % ends.size();
    if (ends[first] >= ends[second]) continue;
    const std::vector<Span> masked{{ends[first], ends[second]}};
    const auto outside = extract::numbers_outside(text, extract::scan_numbers(text, {}, lexicon()), masked);
    if (!outside) continue;
    ++known;
    CAPTURE(text);
    CAPTURE(masked[0].begin);
    CAPTURE(masked[0].end);
    CHECK(shown(*outside) == shown(extract::scan_numbers(text, masked, lexicon())));
  }
  CHECK(known > 2000);
}
