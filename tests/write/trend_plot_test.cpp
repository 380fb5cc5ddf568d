// A trend as a drawing.
#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "write/trend_sample.hpp"

using namespace zhibiao;
using zhibiao_tests::made_trend;
using zhibiao_tests::MadeTrend;

namespace {

struct Drawn {
  explicit Drawn(const MadeTrend& made, Language language = Language::en) {
    std::ostringstream out;
    write::write_trend_plot(out, made.table, language);
    svg = out.str();
    REQUIRE(xml.load_buffer(svg.data(), svg.size()));
    for (const auto& node : xml.select_nodes("//text")) texts.emplace_back(node.node().text().get());
  }
  bool has(const std::string& text) const { return std::find(texts.begin(), texts.end(), text) != texts.end(); }
  bool tells(const std::string& text) const {
    return !xml.select_nodes(("//title[contains(., '" + text + "')]").c_str()).empty();
  }
  std::string svg;
  pugi::xml_document xml;
  std::vector<std::string> texts;
};

}  // namespace

TEST_CASE("every value of the table is in the drawing, milestones are not") {
  const Drawn drawn(made_trend());
  for (const char* text : {"城镇新增就业", "in 万人", "≥ 1100", "≥ 900", "1269", "国内生产总值", "increase, in %",
                           "~ 6.5", "6–6.5", "~ 5.5", "≤ 95", "2018", "2022"}) {
    CHECK_MESSAGE(drawn.has(text), text);
  }
  CHECK_FALSE(drawn.has("大楼开工"));
  CHECK(drawn.has("3 indicators in 4 plans · 国务院 · 2018–2022"));
  CHECK(drawn.has("in %/年"));
}

TEST_CASE("a pointer on a mark is told the plan, the value and the place") {
  const Drawn drawn(made_trend());
  CHECK(drawn.tells("2020 · ≥ 900万人 · plans/2020.txt:13"));
}

TEST_CASE("by issuer each plan is a line of its own") {
  MadeTrend made(false);
  made.table.by = write::TrendBy::issuer;
  made.plan(2020, "甲市", "甲市");
  made.plan(2021, "乙市", "乙市");
  made.row("签约率", "%");
  made.value(0, ">=", "62", "≥ 62");
  made.value(1, ">=", "90", "≥ 90");
  const Drawn drawn(made, Language::zh);
  for (const char* text : {"甲市", "乙市", "≥ 62", "≥ 90", "单位：%", "2份文件中的1项指标 · 2020—2021年"}) {
    CHECK_MESSAGE(drawn.has(text), text);
  }
}

TEST_CASE("a document's words stay words") {
  const Drawn drawn(made_trend());
  CHECK(drawn.svg.find("<script") == std::string::npos);
  CHECK(drawn.svg.find('\x1B') == std::string::npos);
}

TEST_CASE("the same table gives the same bytes") { CHECK(Drawn(made_trend()).svg == Drawn(made_trend()).svg); }
