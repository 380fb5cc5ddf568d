// Patterns: what their table says of every match must be true of every match.
#include "outline/matcher.hpp"

#include <doctest/doctest.h>

#include <re2/re2.h>

#include <string>
#include <string_view>

using zhibiao::outline::Matcher;
namespace words = zhibiao::outline::words;

TEST_CASE("a text without what a pattern needs is no match, one with it may be") {
  const words::Pattern pattern("^a.*b$", "x", "bc");
  const Matcher matcher(pattern);
  CHECK(matcher.find("axb"));
  CHECK(matcher.fits("axb"));
  CHECK_FALSE(matcher.find("ab"));    // without x
  CHECK_FALSE(matcher.find("axbd"));  // another end
  CHECK_FALSE(matcher.find("axc"));   // the pattern itself decides
  CHECK_FALSE(matcher.find(""));
}

TEST_CASE("groups are filled") {
  const Matcher number(words::kDocNumber);
  std::string_view code;
  std::string_view year;
  std::string_view count;
  REQUIRE(number.find("濉卫健〔2021〕31号", &code, &year, &count));
  CHECK(code == "濉卫健");
  CHECK(year == "2021");
  CHECK(count == "31");
}

TEST_CASE("a match's place is told, and a group that took no part is empty") {
  const words::Pattern either("(a)b|(c)d");
  std::string_view a = "before";
  std::string_view c;
  const auto place = Matcher(either).place("..cd.", &a, &c);
  CHECK(place.begin == 2);
  CHECK(place.end == 4);
  CHECK(a.empty());
  CHECK(c == "c");
  CHECK(Matcher(either).place("abc").size() == 2);
  const auto none = Matcher(either).place("ac");
  CHECK(none.empty());
  CHECK(none.begin == 2);
}

TEST_CASE("what the matcher gives up or does not know is RE2's, groups too") {
  const words::Pattern endless("^(?:a|aa|aaa)*(?:a|aa|aaa)*(b?)(.*)$");
  const std::string text = std::string(400, 'a') + "\n";
  CHECK_FALSE(Matcher(endless).find(text));
  const words::Pattern bounded("\\b(a)(b)?\\b");
  std::string_view a;
  std::string_view b;
  const Matcher matcher(bounded);
  REQUIRE(matcher.find("ca a", &a, &b));
  CHECK(a == "a");
  CHECK(b.empty());
  CHECK(matcher.place("ca a").begin == 3);
  CHECK_FALSE(matcher.fits("a a"));
  CHECK(matcher.fits("ab"));
}

TEST_CASE("what the table says of a pattern holds for texts of every kind it takes") {
  struct Case {
    const words::Pattern& pattern;
    std::string_view text;
  };
  const Case cases[] = {
      {words::kAnnexLine, "附件2-1"},
      {words::kAnnexLine, "附录"},
      {words::kLetterhead, "贵阳市卫生健康局(通知)文件"},
      {words::kSpokenFor, "我代表国务院,向大会报告工作"},
      {words::kReportTitle, "2022年上海市人民政府工作报告"},
      {words::kIssuerLabel, "发文机关:市卫健委"},
      {words::kSealNote, "(市卫健委代章)"},
      {words::kSubject, "市卫健委关于印发要点的通知"},
      {words::kSubject, "市政府关于批转要点的函"},
      {words::kSubject, "市政府关于印发要点的决定"},
      {words::kSubject, "市政府关于发布要点的公告"},
      {words::kSubject, "市政府关于印发要点的批复"},
      {words::kSubject, "市政府关于公布要点的命令"},
      {words::kSubject, "关于印发要点的请示(试行)"},
      {words::kIssuedInText, "现将《要点》印发给你们"},
      {words::kIssuedInText, "《要点》已经同意,现予以印发"},
      {words::kTitleLabel, "标题:要点"},
      {words::kDocNumber, "(濉卫健〔2021〕31号)签发人:王某"},
      {words::kDocNumberLabel, "文号:濉卫健[2021]31号"},
      {words::kDateLine, "(2021年3月4日)"},
      {words::kDateLine, "二○二一年三月"},
      {words::kDateLine, "2021-03-04"},
      {words::kSignedDate, "市卫健委2021年3月4日"},
      {words::kSignedDate, "市卫健委2021.3.4"},
      {words::kSignedDate, "市卫健委二〇二一年三月"},
      {words::kDateOpens, "2021年3月4日在大会上"},
      {words::kIssuedLabel, "成文日期:2021-03-04"},
      {words::kPublishedLabel, "发布日期:2021年3月4日"},
      {words::kPrintNote, "市卫健委办公室2021年3月30日印发"},
      {words::kYear, "2022年重点工作"},
      {words::kYear, "二〇二二年重点工作"},
      {words::kYearOfPlan, "制定2022年全市卫生工作要点"},
      {words::kYearOfPlan, "2022年是关键之年"},
      {words::kListIntro, "附件:1.甲"},
      {words::kNumeralList, "一、二、三产业"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const RE2 regex(one.pattern.regex);
    CHECK(RE2::PartialMatch(one.text, regex));
    CHECK(Matcher(one.pattern).find(one.text));
    CHECK(Matcher(one.pattern).fits(one.text) == RE2::FullMatch(one.text, regex));
    CHECK_MESSAGE(zhibiao::rules::Matcher::make(one.pattern.regex), "left to RE2: ", one.pattern.regex);
  }
}
