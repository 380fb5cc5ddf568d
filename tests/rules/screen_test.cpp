// Screens: a text that one of the patterns matches is let through, most others are not.
#include "rules/screen.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <vector>

using namespace zhibiao;
using rules::Screen;

namespace {

/// Patterns made of expressions, without fragments; `+ guard` behind one: what must stand before a match.
class Patterns {
 public:
  explicit Patterns(const std::vector<std::pair<std::string, std::string>>& expressions) {
    for (const auto& [match, before] : expressions) {
      rules::Rule& rule = rules_.emplace_back();
      rule.id = "test.pattern";
      rule.keys["match"] = match;
      if (!before.empty()) rule.keys["require_before"] = before;
      patterns_.emplace_back(rule, fragments_);
      all_.push_back(&patterns_.back());
    }
  }
  const std::vector<const rules::Pattern*>& all() const { return all_; }

 private:
  std::deque<rules::Rule> rules_;
  rules::Fragments fragments_{rules_, false};
  std::deque<rules::Pattern> patterns_;
  std::vector<const rules::Pattern*> all_;
};

}  // namespace

TEST_CASE("a word of each set that a pattern needs, guards' words too") {
  const Patterns patterns({{"(?:年底|月底)前", ""}, {"[0-9]+年", "(?:自|从)"}});
  const Screen screen(patterns.all());
  CHECK(screen.may_match("年底前完成"));
  CHECK(screen.may_match("从2021年起"));
  CHECK_FALSE(screen.may_match("2021年"));
  CHECK_FALSE(screen.may_match("从今年起"));
  CHECK_FALSE(screen.may_match("加强领导"));
  CHECK_FALSE(screen.may_match(""));
}

TEST_CASE("a pattern of which nothing can be said lets everything through; no patterns, nothing") {
  const Patterns patterns({{"年底前", ""}, {"[^,;]{2}", ""}});
  CHECK(Screen(patterns.all()).may_match("加强领导"));
  CHECK_FALSE(Screen(std::vector<const rules::Pattern*>()).may_match("年底前"));
}

TEST_CASE("letters of either case, rare characters and signs that stand for numbers") {
  const Patterns patterns({{"(?i)[a]级", ""}, {"&倍", ""}, {"第#条", ""}});
  const Screen screen(patterns.all(), [](char sign) {
    std::vector<Screen::Print> prints;
    if (sign == '#') prints = {{"1"}, {"2"}};
    if (sign == '&') prints = {{"一", true}, {"一点"}};
    return prints;
  });
  CHECK(screen.may_match("A级景区"));
  CHECK(screen.may_match("a级景区"));
  CHECK(screen.may_match("增加一倍"));
  CHECK(screen.may_match("一点五倍"));
  CHECK(screen.may_match("第12条"));
  CHECK_FALSE(screen.may_match("进一步加强"));
  CHECK_FALSE(screen.may_match("第三条"));
  const Patterns rare(std::vector<std::pair<std::string, std::string>>{{"\\x{20000}号", ""}});
  CHECK(Screen(rare.all()).may_match("\xF0\xA0\x80\x80号"));
}

TEST_CASE("more sets than there are bits") {
  std::vector<std::pair<std::string, std::string>> expressions;
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(1000 + i);
    expressions.emplace_back("甲" + number + "[^,]{0,4}乙" + number, "丙" + number);
  }
  const Patterns patterns(expressions);
  const Screen screen(patterns.all());
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(1000 + i);
    CAPTURE(number);
    CHECK(screen.may_match("丙" + number + "甲" + number + "的乙" + number));
  }
  CHECK_FALSE(screen.may_match("甲的乙"));
}
