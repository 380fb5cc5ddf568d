// The rules in force: the longest word wins, and a user's file adds to the rules or replaces them by id.
#include "rules/lexicon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "rules/helpers.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/rules.hpp"

using zhibiao::Rules;

namespace {

/// The unit word at the start of a text as the rules in force read it.
std::string unit_word(const std::string& text) {
  std::size_t length = 0;
  const auto* unit = Rules::builtin().lexicon().unit_at(text, 0, length);
  return unit == nullptr ? "" : text.substr(0, length);
}

std::string before_word(const std::string& text) {
  std::size_t length = 0;
  const auto* bound = Rules::builtin().lexicon().comparator_before(text, text.size(), length);
  return bound == nullptr ? "" : text.substr(text.size() - length) + " " + bound->value;
}

std::string after_word(const std::string& text) {
  std::size_t length = 0;
  const auto* bound = Rules::builtin().lexicon().comparator_after(text, 0, length);
  return bound == nullptr ? "" : text.substr(0, length) + " " + bound->value;
}

/// `mention comparator value unit` of the facts of a sentence read with these rules, joined by "; ".
std::string facts(const Rules& rules, const std::string& text) {
  zhibiao::Analyzer analyzer(rules);
  std::string all;
  for (const auto& fact : analyzer.analyze(zhibiao::Source("test", text), {2021}).facts) {
    all += (all.empty() ? "" : "; ") + fact.mention + " " + fact.comparator + " " +
           (fact.value ? fact.value->str() : "") + " " + fact.unit;
  }
  return all;
}

}  // namespace

TEST_CASE("the longest unit wins") {
  CHECK(unit_word("人次以上") == "人次");
  CHECK(unit_word("人以上") == "人");
  CHECK(unit_word("平方公里") == "平方公里");
  CHECK(unit_word("平方米") == "平方米");
  CHECK(unit_word("个百分点以上") == "个百分点");
  CHECK(unit_word("个") == "个");
  CHECK(unit_word("千瓦时") == "千瓦时");
  CHECK(unit_word("千瓦") == "千瓦");
  CHECK(unit_word("以上").empty());
  CHECK(unit_word("").empty());
}

TEST_CASE("units carry their base unit, denominator and kind") {
  const auto& lexicon = Rules::builtin().lexicon();
  const auto* points = lexicon.unit("个百分点");
  REQUIRE(points != nullptr);
  CHECK(points->unit == "百分点");
  CHECK(points->kind == zhibiao::Kind::rate);
  const auto* dust = lexicon.unit("微克/立方米");
  REQUIRE(dust != nullptr);
  CHECK(dust->unit == "微克");
  CHECK(dust->per == "立方米");
  CHECK(lexicon.unit("万") == nullptr);
  CHECK(lexicon.unit("没有这个单位") == nullptr);
}

TEST_CASE("the longest bound before a value wins") {
  CHECK(before_word("绿化面积不超过") == "不超过 <=");
  CHECK(before_word("绿化面积不得超过") == "不得超过 <=");
  CHECK(before_word("绿化面积超过") == "超过 >");
  CHECK(before_word("绿化面积不低于") == "不低于 >=");
  CHECK(before_word("绿化面积低于") == "低于 <");
  CHECK(before_word("绿化面积").empty());
}

TEST_CASE("the longest bound behind a value wins") {
  CHECK(after_word("及以上学历") == "及以上 >=");
  CHECK(after_word("以内。") == "以内 <=");
  CHECK(after_word("内完成") == "内 <=");
  CHECK(after_word("左右") == "左右 ~");
  CHECK(after_word("完成").empty());
}

TEST_CASE("classes of words") {
  const auto& lexicon = Rules::builtin().lexicon();
  CHECK(lexicon.class_bit("verb.reach") != 0);
  CHECK((lexicon.words().find("达到") & lexicon.class_bit("verb.reach")) != 0);
  CHECK((lexicon.words().find("达到") & lexicon.class_bit("verb.decrease")) == 0);
  CHECK(lexicon.class_bit("no.such.class") == 0);
  CHECK(lexicon.words().find("没有这个词") == 0);
}

TEST_CASE("a word table tells the longest word at a place and ends at characters") {
  zhibiao::rules::WordTable table;
  table.set("平方", 1);
  table.set("平方公里", 2);
  table.set("公里", 3);
  table.merge("公里", 4);
  CHECK(table.longest("平方公里", 0).value == 2);
  CHECK(table.longest("平方公里", 0).length == 12);
  CHECK(table.longest("平方公", 0).value == 1);
  CHECK(table.longest("平方公里", 6).value == 7);
  CHECK(table.longest("平", 0).length == 0);
  CHECK(table.longest("平方", 6).length == 0);
  CHECK(table.find("平") == 0);
}

TEST_CASE("a user's file adds words") {
  const std::string text = "完成海上巡航35艘次。";
  const helpers::TemporaryFile file("[[units]]\nid = 'unit.ships_mine'\nkind = 'count'\nwords = ['艘回']\n");
  CHECK(facts(Rules::builtin(), "完成海上巡航35艘回。").find("艘回") == std::string::npos);
  CHECK(facts(Rules::with_files({file.path()}), "完成海上巡航35艘回。") == "35艘回 = 35 艘回");
}

TEST_CASE("a user's rule replaces the rule of its id, and only that") {
  const helpers::TemporaryFile file(
      "[[comparator]]\nid = 'bound.about.after'\nwhere = 'after'\nvalue = '~'\nwords = ['上下浮动']\n");
  const Rules mine = Rules::with_files({file.path()});
  CHECK(facts(Rules::builtin(), "新建停车位300个左右。") == "300个左右 ~ 300 个");
  CHECK(facts(mine, "新建停车位300个左右。") == "300个 = 300 个");
  CHECK(facts(mine, "新建停车位300个上下浮动。") == "300个上下浮动 ~ 300 个");
  CHECK(facts(mine, "新建停车位300个以上。") == "300个以上 >= 300 个");
  CHECK(facts(Rules::builtin(), "新建停车位300个左右。") == "300个左右 ~ 300 个");

  const auto infos = mine.list();
  CHECK(infos.size() == Rules::builtin().list().size());
  const auto found =
      std::find_if(infos.begin(), infos.end(), [](const auto& info) { return info.id == "bound.about.after"; });
  REQUIRE(found != infos.end());
  CHECK(found->place == file.path() + ":1");
  CHECK(found->source.find("上下浮动") != std::string::npos);
}

TEST_CASE("a user's words extend a group") {
  const helpers::TemporaryFile file("[[words]]\nid = 'my.verbs'\nextends = 'verb.reach'\nwords = ['飞升至']\n");
  const Rules mine = Rules::with_files({file.path()});
  const auto& lexicon = mine.lexicon();
  CHECK((lexicon.words().find("飞升至") & lexicon.class_bit("verb.reach")) != 0);
  CHECK((lexicon.words().find("达到") & lexicon.class_bit("verb.reach")) != 0);
  CHECK(Rules::builtin().lexicon().words().find("飞升至") == 0);
}

TEST_CASE("a user has room for groups of words, and may ask for one of them") {
  std::string text =
      "[[frame]]\nid = 'my.frame'\nmatch = '(?P<action>V)(?P<indicator>N)q'\nverb = 'my.verbs'\nchange = 'decrease'\n"
      "[[words]]\nid = 'my.verbs'\nwords = ['办结']\n";
  for (int i = 0; i < 80; ++i)
    text += "[[words]]\nid = 'my.group." + std::to_string(i) + "'\nwords = ['第" + std::to_string(i) + "组词']\n";
  const helpers::TemporaryFile file(text);
  const Rules mine = Rules::with_files({file.path()});
  const auto& lexicon = mine.lexicon();
  CHECK(lexicon.words().find("第79组词") != 0);
  CHECK((lexicon.words().find("第79组词") & lexicon.class_bit("my.verbs")) == 0);
  zhibiao::Analyzer analyzer(mine);
  const auto found = analyzer.analyze(zhibiao::Source("test", "办结案件30件。建成公园12个。"), {2021}).facts;
  REQUIRE(found.size() == 2);
  CHECK(found[0].change == "decrease");
  CHECK(found[1].change.empty());
}

TEST_CASE("a user's rule comes before the compiled-in ones of its type") {
  const std::string text = "到2025年底建成公园12个。";
  const helpers::TemporaryFile file("[[date]]\nid = 'my.date'\nmatch = '到2025年底'\ndeadline = '2025-06-30'\n");
  const Rules mine = Rules::with_files({file.path()});
  zhibiao::Analyzer analyzer(mine);
  const auto found = analyzer.analyze(zhibiao::Source("test", text), {2021}).facts;
  REQUIRE(found.size() == 1);
  CHECK(found.front().deadline == "2025-06-30");
}

TEST_CASE("of two user files the later one holds") {
  const std::string head = "[[comparator]]\nid = 'bound.about.after'\nwhere = 'after'\nvalue = '";
  const helpers::TemporaryFile first(head + ">='\nwords = ['左右']\n");
  const helpers::TemporaryFile second(head + "<='\nwords = ['左右']\n");
  CHECK(facts(Rules::with_files({first.path(), second.path()}), "新建停车位300个左右。") == "300个左右 <= 300 个");
  CHECK(facts(Rules::with_files({second.path(), first.path()}), "新建停车位300个左右。") == "300个左右 >= 300 个");
}

TEST_CASE("a pattern may use fragments of the compiled-in files and lists of words") {
  const helpers::TemporaryFile file("[[name]]\nid = 'name.mine'\nmatch = '{verb.reach}[0-9]+个停车位'\n");
  CHECK(facts(Rules::builtin(), "新增达到300个停车位。") != "");
  CHECK(facts(Rules::with_files({file.path()}), "新增达到300个停车位。") == "");
}

TEST_CASE("every compiled-in rule can be listed and shown") {
  const auto infos = Rules::builtin().list();
  CHECK(infos.size() > 300);
  for (const auto& info : infos) {
    if (info.type != "convert") CHECK_MESSAGE(!info.about.empty(), info.place);
    CHECK_MESSAGE(info.source.starts_with("[[" + info.type + "]]"), info.place);
    CHECK_MESSAGE(info.place.find(".toml:") != std::string::npos, info.id);
  }
}
