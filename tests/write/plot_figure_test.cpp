// Whole drawings, read back as XML.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "write/plot/figure.hpp"

using namespace zhibiao::write::plot;
using zhibiao::Decimal;
using zhibiao::Language;

namespace {

Mark mark(std::size_t at, const std::string& comparator, const std::string& value, const std::string& most = {},
          bool result = false) {
  Mark made;
  made.at = at;
  made.result = result;
  made.comparator = comparator;
  made.value = *Decimal::parse(value);
  if (!most.empty()) made.value_max = Decimal::parse(most);
  made.about = "about " + value;
  return made;
}

Figure figure(const std::vector<int>& years) {
  Figure made;
  made.title = "国务院 2017—2022";
  made.language = Language::zh;
  for (const int year : years) made.positions.push_back({std::to_string(year), year});
  return made;
}

std::string drawn(const Figure& figure) {
  std::ostringstream out;
  write_svg(out, figure);
  return out.str();
}

/// A drawing as a program reads it that knows nothing of ours.
class Read {
 public:
  explicit Read(const std::string& svg) {
    REQUIRE(xml_.load_buffer(svg.data(), svg.size()));
    for (const auto& node : xml_.select_nodes("//text")) texts.emplace_back(node.node().text().get());
  }
  std::size_t count(const std::string& path) const { return xml_.select_nodes(path.c_str()).size(); }
  pugi::xml_node node(const std::string& path) const { return xml_.select_node(path.c_str()).node(); }
  bool has(const std::string& text) const { return std::find(texts.begin(), texts.end(), text) != texts.end(); }
  double x_of(const std::string& text) const {
    for (const auto& node : xml_.select_nodes("//text")) {
      if (text == node.node().text().get()) return node.node().attribute("x").as_double();
    }
    FAIL("no text ", text);
    return 0;
  }
  /// Lines that join marks: those as thick as marks' edges.
  std::size_t joints() const { return count("//g[@stroke-width and not(@role)]/line"); }

  std::vector<std::string> texts;

 private:
  pugi::xml_document xml_;
};

Chart jobs() {
  return {"城镇新增就业", "人", "", {mark(0, ">=", "11000000"), mark(1, ">=", "11000000"), mark(2, ">=", "9000000")}};
}

}  // namespace

TEST_CASE("a drawing names its indicator, its unit in the scale of the values, its years, and every value") {
  Figure made = figure({2018, 2019, 2020});
  made.charts = {jobs(),
                 {"赤字率", "%", "", {mark(0, "~", "2.6"), mark(1, "=", "2.8"), mark(2, "<=", "3.6")}},
                 {"国内生产总值", "%", "increase", {mark(1, "range", "6", "6.5"), mark(2, ">", "6")}}};
  const Read read(drawn(made));
  for (const char* text : {"国务院 2017—2022", "城镇新增就业", "赤字率", "国内生产总值", "2018", "2019", "2020",
                           "≥ 1100", "≥ 900", "约2.6", "2.8", "≤ 3.6", "6–6.5", "> 6"}) {
    CHECK_MESSAGE(read.has(text), text);
  }
  CHECK(std::count(read.texts.begin(), read.texts.end(), "≥ 1100") == 2);
  CHECK(read.has("单位：万人"));
  CHECK(read.has("增加，单位：%"));
}

TEST_CASE("the legend tells targets, results and ranges apart by their shape, as far as they occur") {
  Figure made = figure({2018, 2019, 2020});
  made.charts = {jobs()};
  const Read plain(drawn(made));
  CHECK(plain.has("目标"));
  CHECK_FALSE(plain.has("文件中报告的完成值"));
  CHECK_FALSE(plain.has("区间"));
  CHECK(plain.count("//circle") == 4);  // one is the legend's
  CHECK(plain.count("//path") == 0);
  made.charts[0].marks.push_back(mark(2, "=", "11860000", {}, true));
  made.charts[0].marks[1] = mark(1, "range", "10000000", "11000000");
  made.language = Language::en;
  const Read rich(drawn(made));
  CHECK(rich.has("result that the plan reports"));
  CHECK(rich.has("range"));
  CHECK(rich.count("//circle") == 3);
  CHECK(rich.count("//path[@fill='#ffffff']") == 2);
  CHECK(rich.count("//rect[@rx]") == 2);
  CHECK(rich.has("1186"));
  CHECK(rich.has("in 万人"));
}

TEST_CASE("years stand at their true distances") {
  Figure made = figure({2012, 2018, 2020});
  made.charts = {jobs()};
  const Read read(drawn(made));
  const double first = read.x_of("2018") - read.x_of("2012");
  const double second = read.x_of("2020") - read.x_of("2018");
  CHECK(first == doctest::Approx(3 * second).epsilon(0.01));
}

TEST_CASE("neighbours are joined, a plan without the indicator leaves a gap") {
  Figure made = figure({2018, 2019, 2020, 2021});
  made.charts = {{"甲", "%", "", {mark(0, "=", "1"), mark(1, "=", "2"), mark(2, "=", "4"), mark(3, "=", "5")}}};
  CHECK(Read(drawn(made)).joints() == 3);
  made.charts[0].marks.erase(made.charts[0].marks.begin() + 2);
  CHECK(Read(drawn(made)).joints() == 1);
  // Results are not joined with targets.
  made.charts[0].marks.push_back(mark(2, "=", "4", {}, true));
  CHECK(Read(drawn(made)).joints() == 1);
}

TEST_CASE("plans by name, or of one year, become a dot plot with a line for each") {
  Figure made = figure({2020, 2020});
  made.positions = {{"濉溪县卫生健康委员会", 2020}, {"贵阳市卫生健康局", 2020}};
  made.charts = {{"签约率", "%", "", {mark(0, ">=", "62"), mark(1, ">=", "90")}}};
  for (const bool by_name : {false, true}) {
    made.by_name = by_name;
    if (by_name) made.positions[1].year = 2021;
    const Read read(drawn(made));
    CHECK(read.has("濉溪县卫生健康委员会"));
    CHECK(read.has("贵阳市卫生健康局"));
    CHECK(read.has("≥ 62"));
    CHECK(read.has("≥ 90"));
    CHECK(read.joints() == 0);
  }
}

TEST_CASE("text of documents cannot become markup") {
  Figure made = figure({2018, 2019, 2020});
  made.title = "</title><script>alert(1)</script>";
  made.charts = {jobs()};
  made.charts[0].title = "<script>alert(1)</script>";
  made.charts[0].unit = "\"><script>x\x1B";
  made.charts[0].marks[0].about = "]]><script/>\x01";
  made.charts[0].marks[0].comparator = "<script>";
  made.positions[0].name = "<script>";
  for (const bool by_name : {false, true}) {
    made.by_name = by_name;
    const std::string svg = drawn(made);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find('\x1B') == std::string::npos);
    const Read read(svg);
    CHECK(read.count("//script") == 0);
    CHECK(read.has("<script>alert(1)</script>"));
  }
}

TEST_CASE("screen readers are told what it is, and pointers what a mark says") {
  Figure made = figure({2018, 2019, 2020});
  made.charts = {jobs(), jobs()};
  const Read read(drawn(made));
  const pugi::xml_node root = read.node("/svg");
  CHECK(std::string(root.attribute("role").value()) == "img");
  std::istringstream ids(root.attribute("aria-labelledby").value());
  std::size_t named = 0;
  for (std::string id; ids >> id; ++named) {
    const pugi::xml_node about = read.node("/svg/*[@id='" + id + "']");
    CHECK_FALSE(std::string(about.text().get()).empty());
  }
  CHECK(named == 2);
  CHECK(std::string(read.node("/svg/title").text().get()) == made.title);
  CHECK(read.count("//g/title[.='about 9000000']") == 2);
  CHECK(std::string(root.attribute("font-family").value()).ends_with("sans-serif"));
}

TEST_CASE("charts stand in rows of four, inside the drawing, and do not cover each other") {
  Figure made = figure({2018, 2019, 2020});
  for (int i = 0; i < 7; ++i) made.charts.push_back(jobs());
  const Read read(drawn(made));
  const double width = read.node("/svg").attribute("width").as_double();
  const double height = read.node("/svg").attribute("height").as_double();
  CHECK(std::string(read.node("/svg").attribute("viewBox").value()).starts_with("0 0 "));
  std::map<double, std::set<double>> heads;  // x of the titles by y
  pugi::xml_document xml;
  REQUIRE(xml.load_string(drawn(made).c_str()));
  for (const auto& found : xml.select_nodes("//text")) {
    const pugi::xml_node text = found.node();
    CHECK(text.attribute("x").as_double() >= 0);
    CHECK(text.attribute("x").as_double() <= width);
    CHECK(text.attribute("y").as_double() <= height);
    if (std::string(text.text().get()) == "城镇新增就业") {
      heads[text.attribute("y").as_double()].insert(text.attribute("x").as_double());
    }
  }
  REQUIRE(heads.size() == 2);
  CHECK(heads.begin()->second.size() == 4);
  CHECK(heads.rbegin()->second.size() == 3);
}

TEST_CASE("many years take wider charts, and every value is still printed") {
  std::vector<int> years;
  for (int year = 1999; year < 2023; ++year) years.push_back(year);
  Figure made = figure(years);
  Chart chart{"失业率", "%", "", {}};
  for (std::size_t i = 0; i < years.size(); ++i) chart.marks.push_back(mark(i, "<=", std::to_string(100 + i)));
  made.charts = {chart, chart};
  const Read read(drawn(made));
  for (std::size_t i = 0; i < years.size(); ++i) CHECK(read.has("≤ " + std::to_string(100 + i)));
  CHECK(read.has("2022"));
  CHECK(read.has("1999"));
}

TEST_CASE("nothing to draw is a drawing that says so little") {
  const Read read(drawn(figure({})));
  CHECK(read.count("/svg") == 1);
  CHECK(read.has("国务院 2017—2022"));
}

TEST_CASE("the same figure gives the same bytes") {
  Figure made = figure({2018, 2019, 2020});
  made.charts = {jobs(), jobs()};
  CHECK(drawn(made) == drawn(made));
}
