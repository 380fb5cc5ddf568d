// Elements of a drawing and its lines of text: nothing that a document says becomes markup or leaves its room.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "text/width.hpp"
#include "write/plot/svg.hpp"
#include "write/plot/wrap.hpp"

using namespace zhibiao::write::plot;
using Lines = std::vector<std::string>;

namespace {

std::string saved(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

}  // namespace

TEST_CASE("text and attributes come back as they were, and are no markup") {
  const std::string evil = "<script>alert(\"1\")</script> & ]]> '床位'";
  pugi::xml_document document;
  Svg svg = Svg(document).add("svg");
  svg.text(1, 2, Anchor::start, evil);
  svg.group().set("aria-label", evil).title(evil);
  const std::string text = saved(document);
  CHECK(text.find("<script") == std::string::npos);
  pugi::xml_document read;
  REQUIRE(read.load_string(text.c_str()));
  CHECK(std::string(read.select_node("//text").node().text().get()) == evil);
  CHECK(std::string(read.select_node("//g").node().attribute("aria-label").value()) == evil);
  CHECK(std::string(read.select_node("//title").node().text().get()) == evil);
}

TEST_CASE("characters that XML or a reader cannot take are left out") {
  CHECK(plain("a\x01\x1B[31mb\nc") == "a[31mb c");
  CHECK(plain("甲\xEF\xBF\xBE乙\xEF\xBF\xBF") == "甲乙");
  CHECK(plain("\xE2\x80\xAE甲") == "甲");
  CHECK(plain("\xFF甲") == "\uFFFD甲");
}

TEST_CASE("lengths are short and plain") {
  CHECK(number(12) == "12");
  CHECK(number(7.46) == "7.5");
  CHECK(number(-0.01) == "0");
  CHECK(number(1234567.0) == "1234567");
}

TEST_CASE("lines are broken by width, not inside words, nor before what closes") {
  CHECK(wrapped("城镇新增就业人数", 8, 3) == Lines{"城镇新增", "就业人数"});
  CHECK(wrapped("规范化电子健康档案 (ABC)", 12, 3) == Lines{"规范化电子健", "康档案 (ABC)"});
  CHECK(wrapped("服务人口覆盖率，达标", 14, 3) == Lines{"服务人口覆盖", "率，达标"});
  CHECK(wrapped("达到95.5%以上", 8, 3) == Lines{"达到", "95.5%以", "上"});
  CHECK(wrapped("Incomprehensibilities", 8, 5) == Lines{"Incompre", "hensibil", "ities"});
  CHECK(wrapped("", 8, 3).empty());
}

TEST_CASE("what does not fit the lines ends in an ellipsis, and no line is too wide") {
  const std::string text = "以乡镇（街道）为单位的适龄儿童国家免疫规划疫苗全程接种率以及其他";
  for (std::size_t columns = 4; columns < 30; ++columns) {
    const auto lines = wrapped(text, columns, 2);
    REQUIRE(lines.size() <= 2);
    for (const auto& line : lines) CHECK(zhibiao::text::display_width(line) <= columns);
    CHECK(lines.back().ends_with("…"));
  }
  CHECK(wrapped(text, 80, 2) == Lines{text});
}

TEST_CASE("wide characters are about twice as wide as narrow ones") {
  CHECK(text_width("甲乙", 10) == doctest::Approx(20));
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("1234", 10) < text_width("甲乙丙", 10));
}
