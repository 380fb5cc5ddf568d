// Changes and trends in the report page, as their reader meets them.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "cli/diff_parts.hpp"
#include "write/report/changes.hpp"
#include "write/report/trends.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/trend.hpp"

using namespace zhibiao;

namespace {

const std::string kOld =
    "2021年全市卫生健康工作要点\n一、强基层\n"
    "（一）签约。家庭医生重点人群签约率达到70%以上。新建公办托育机构3家。开展义诊12场。\n";
const std::string kNew =
    "2022年全市卫生健康工作要点\n一、强基层\n"
    "（一）签约。家庭医生重点人群签约率稳步提高到75%以上。新建公办托育机构3家。培训社区护士80名。\n";

Plan plan(const std::string& text, const std::string& file) {
  Analysis analysis = Analyzer().analyze(Source(file, text));
  return {file, std::move(analysis.document), std::move(analysis.items), std::move(analysis.facts)};
}

std::string changes(const std::vector<Plan>& before, const std::vector<Plan>& after, Language language,
                    const write::report::FactPlace& place = {}) {
  const write::Diff diff = cli::make_diff(before, after, match_plans(before, after), {}, Rules::builtin());
  return write::report::changes_html(diff, language, place);
}

pugi::xml_document parsed(const std::string& html) {
  pugi::xml_document page;
  REQUIRE_MESSAGE(page.load_string(html.c_str(), pugi::parse_default | pugi::parse_ws_pcdata), html);
  return page;
}

std::string text_of(const pugi::xpath_node& found) {
  std::string text;
  for (const auto& part : found.node().select_nodes(".//text()")) text += part.node().value();
  return text;
}

std::vector<std::string> texts(const pugi::xml_document& page, const std::string& path) {
  std::vector<std::string> texts;
  for (const auto& found : page.select_nodes(path.c_str())) texts.push_back(text_of(found));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("changes in the page: each target stands in the group of what became of it") {
  const auto page = parsed(changes({plan(kOld, "old.txt")}, {plan(kNew, "new.txt")}, Language::zh));
  CHECK(texts(page, "//details/summary") == Texts{"上调（1项）", "取消（1项）", "新增（1项）", "不变（1项）"});
  const auto names = [&](const std::string& status) {
    return texts(page, "//details[@data-status='" + status + "']//h4");
  };
  CHECK(names("raised") == Texts{"家庭医生重点人群签约率"});
  CHECK(names("dropped") == Texts{"义诊"});
  CHECK(names("added") == Texts{"社区护士"});
  CHECK(names("same") == Texts{"公办托育机构"});
  // What is no news is folded away.
  CHECK(page.select_nodes("//details[@open]").size() == 3);
  CHECK_FALSE(page.select_node("//details[@data-status='same' and @open]"));
}

TEST_CASE("changes in the page: both sentences are whole, and what differs is marked in each") {
  const auto page = parsed(changes({plan(kOld, "old.txt")}, {plan(kNew, "new.txt")}, Language::en));
  const std::string raised = "//details[@data-status='raised']";
  CHECK(texts(page, raised + "//blockquote") ==
        Texts{"家庭医生重点人群签约率达到70%以上。", "家庭医生重点人群签约率稳步提高到75%以上。"});
  CHECK(texts(page, raised + "//del") == Texts{"达到70"});
  CHECK(texts(page, raised + "//ins") == Texts{"稳步提高到75"});
  CHECK(texts(page, raised + "//*[@class='change-old']") == Texts{"≥ 70%"});
  CHECK(texts(page, raised + "//*[@class='change-new']") == Texts{"≥ 75%"});
  CHECK(texts(page, raised + "//*[@class='change-place']") == Texts{"oldold.txt, line 3", "newnew.txt, line 3"});
  // A target without partner says so on the other side.
  CHECK(texts(page, "//details[@data-status='added']//*[@class='change-place']").front() == "not in the old document");
}

TEST_CASE("changes in the page: sentences lead to their place in the text, where the page has it") {
  const auto place = [](const Fact& fact) { return fact.file == "new.txt" ? "f" + std::to_string(fact.line) : ""; };
  const auto page = parsed(changes({plan(kOld, "old.txt")}, {plan(kNew, "new.txt")}, Language::en, place));
  CHECK(page.select_nodes("//details[@data-status='raised']//a[@href='#f3']").size() == 1);
  CHECK(page.select_nodes("//details[@data-status='dropped']//a").empty());
}

TEST_CASE("changes in the page: markup in sentences and names of files is text") {
  const auto page = parsed(changes(
      {plan("2021年全市卫生健康工作要点\n一、签约\n签约率达到70%。\n", "<b>old</b>.txt")},
      {plan("2022年全市卫生健康工作要点\n一、签约\n落实<img src=x>工作，签约率达到80%。\n", "new.txt")}, Language::en));
  CHECK(page.select_nodes("//img").empty());
  CHECK(texts(page, "//blockquote") == Texts{"签约率达到70%。", "落实<img src=x>工作，签约率达到80%。"});
  CHECK(texts(page, "//*[@class='change-place']/span").front() == "<b>old</b>.txt, line 3");
}

TEST_CASE("trends in the page: a chart for each indicator, all values in the table") {
  std::vector<Plan> plans = {plan(kOld, "old.txt"), plan(kNew, "new.txt")};
  const Trend trend = follow_facts(plans);
  const auto table = write::make_trend_table(plans, trend, write::TrendBy::year, false);
  const auto page = parsed(write::report::trends_html(table, Language::zh));
  const auto drawings = page.select_nodes("//figure/svg[@role='img']");
  REQUIRE(drawings.size() == table.rows.size());
  CHECK(drawings.size() == 2);
  CHECK(texts(page, "//thead//th") == Texts{"指标", "单位", "2021", "2022"});
  CHECK(texts(page, "//tbody/tr[1]/*") == Texts{"家庭医生重点人群签约率", "%", "≥ 70", "≥ 75"});
  // What a screen reader says of the drawing has the values too.
  CHECK(text_of(page.select_node("//desc")) == "家庭医生重点人群签约率，%：2021 ≥ 70，2022 ≥ 75");
  // No wider than a telephone.
  for (const auto& found : drawings) CHECK(found.node().attribute("width").as_double() <= 320);
  CHECK(page.select_nodes("//*[@style]").empty());
}

TEST_CASE("trends in the page: nothing that two plans share, no section") {
  std::vector<Plan> plans = {plan("2021年要点\n新建医院3家。\n", "a.txt"), plan("2022年要点\n植树8万株。\n", "b.txt")};
  const auto table = write::make_trend_table(plans, follow_facts(plans), write::TrendBy::year, false);
  CHECK(write::report::trends_html(table, Language::zh).empty());
}
