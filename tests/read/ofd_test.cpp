// OFD (GB/T 33190): pages' text comes out in reading order, whatever the order of the objects in the file.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "read/archives.hpp"
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

using zhibiao::Error;
using zhibiao::read_stage::read_ofd;
using zhibiao_tests::make_zip;
using zhibiao_tests::message_of;
using zhibiao_tests::Parts;

namespace {

const std::string kNames = R"( xmlns:ofd="http://www.ofdspec.org/2016")";

/// A line as most programs write it: one object, a step for each character, half as wide for digits.
std::string line(double x, double y, const std::string& text, double size = 5) {
  std::string steps;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte >= 0xC0) steps += fmt::format("{} ", byte < 0x80 ? size / 2 : size);
  }
  return fmt::format(
      R"(<ofd:TextObject ID="9" Boundary="{} {} 150 {}" Font="3" Size="{}"><ofd:TextCode X="0" Y="{}" DeltaX="{}">{}</ofd:TextCode></ofd:TextObject>)",
      x, y - size, size * 1.2, size, size, steps, text);
}

/// A line drawn from one place to another, as the border of a cell is.
std::string rule(double x0, double y0, double x1, double y1) {
  return fmt::format(
      R"(<ofd:PathObject ID="8" Boundary="{} {} {} {}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L {} {}</ofd:AbbreviatedData></ofd:PathObject>)",
      x0, y0, x1 - x0, y1 - y0, x1 - x0, y1 - y0);
}

std::string layer(const std::string& objects, const std::string& type = "Body") {
  return fmt::format(R"(<ofd:Layer ID="1" Type="{}">{}</ofd:Layer>)", type, objects);
}

Parts ofd_parts(const std::vector<std::string>& pages) {
  Parts parts = {
      {"OFD.xml", "<ofd:OFD" + kNames +
                      R"( Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml)"
                      "</ofd:DocRoot></ofd:DocBody></ofd:OFD>"}};
  std::string list;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const std::string place = fmt::format("Pages/Page_{}/Content.xml", page);
    list += fmt::format(R"(<ofd:Page ID="{}" BaseLoc="{}"/>)", page + 10, place);
    parts.emplace_back("Doc_0/" + place,
                       "<ofd:Page" + kNames + "><ofd:Content>" + pages[page] + "</ofd:Content></ofd:Page>");
  }
  parts.emplace_back("Doc_0/Document.xml",
                     "<ofd:Document" + kNames +
                         R"(><ofd:CommonData><ofd:TemplatePage ID="2" BaseLoc="Tpls/T/Content.xml"/>)"
                         "</ofd:CommonData><ofd:Pages>" +
                         list + "</ofd:Pages></ofd:Document>");
  return parts;
}

zhibiao::read_stage::Document read(const std::vector<std::string>& pages) {
  return read_ofd("a.ofd", make_zip(ofd_parts(pages)), {});
}

std::string text_of_page(const std::string& objects) { return read({layer(objects)}).text; }

}  // namespace

TEST_CASE("lines are put together to paragraphs from top to bottom, pages in their order, page numbers left out") {
  const std::string full = "到年底，全市二级以上医院和基层医疗机构的预约诊";
  std::vector<std::string> pages;
  for (int page = 1; page <= 3; ++page) {
    pages.push_back(layer(line(30, 120, "疗率达到90%。") + line(40, 100, fmt::format("（{}）目标", page)) +
                          line(100, 285, fmt::format("- {} -", page), 4) + line(40, 110, full)));
  }
  const auto document = read(pages);
  const std::string paragraph = full + "疗率达到90%。\n";
  CHECK(document.text == "（1）目标\n" + paragraph + "（2）目标\n" + paragraph + "（3）目标\n" + paragraph);
  CHECK(document.facts.format == "ofd");
  const zhibiao::Source source("a.ofd", document.text, document.facts);
  CHECK(source.place(0).page == 1);
  CHECK(source.place(document.text.find("（2）")).page == 2);
}

TEST_CASE("objects on one baseline are one line, a gap between them a blank") {
  CHECK(text_of_page(line(40, 50, "3家") + line(30, 50.4, "医院")) == "医院3家\n");
  CHECK(text_of_page(line(30, 50, "医院") + line(42, 50, "3家")) == "医院 3家\n");
  CHECK(text_of_page(line(30, 50, "PM2.5和GDP") + line(60, 50, "M") + line(63.5, 50, "2")) == "PM2.5和GDP M2\n");
}

TEST_CASE("a grid of lines is a table, whatever stands in how many lines in its cells") {
  std::string grid;
  for (const double y : {40.0, 50.0, 70.0, 80.0}) grid += rule(30, y, 150, y);
  for (const double x : {30.0, 60.0, 120.0, 150.0}) grid += rule(x, 40, x, 80);
  const std::string cells = line(32, 47, "序号") + line(62, 47, "指标") + line(122, 47, "目标值") + line(32, 62, "1") +
                            line(62, 57, "每千人口医疗卫生") + line(62, 66, "机构床位数") + line(122, 62, "7.5张") +
                            line(32, 77, "2") + line(62, 77, "人均预期寿命") + line(122, 77, "80岁");
  const auto document = read({layer(line(40, 30, "二、主要指标") + grid + cells + line(40, 90, "三、任务"))});
  CHECK(
      document.text ==
      "二、主要指标\n\n序号\t指标\t目标值\n1\t每千人口医疗卫生机构床位数\t7.5张\n2\t人均预期寿命\t80岁\n\n三、任务\n");
  const zhibiao::Source source("a.ofd", document.text, document.facts);
  CHECK(source.place(document.text.find("7.5张")) ==
        zhibiao::Place{.page = 1, .paragraph = 0, .table = 1, .row = 2, .cell = 3});
}

TEST_CASE("digits take half the room of characters") {
  const std::string digits =
      R"(<ofd:TextObject Boundary="30 40 99 9" Size="5"><ofd:TextCode X="0" Y="8" DeltaX="5 5 2.5 2.5 2.5 2.5">新增1270个</ofd:TextCode></ofd:TextObject>)";
  CHECK(text_of_page(digits) == "新增1270个\n");
}

TEST_CASE("every character may be an object of its own, scaled and moved by its matrix") {
  std::string objects;
  int at = 0;
  for (const char* character : {"年", "底", "前"}) {
    objects += fmt::format(
        R"(<ofd:TextObject Boundary="{} 40 9 9" CTM="5 0 0 5 1 2" Size="1"><ofd:TextCode X="0" Y="1">{}</ofd:TextCode></ofd:TextObject>)",
        30 + 5 * at++, character);
  }
  CHECK(text_of_page(objects) == "年底前\n");
}

TEST_CASE("a later TextCode goes on where it does not say its place") {
  CHECK(
      text_of_page(
          R"(<ofd:TextObject Boundary="30 40 99 20" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="5">甲乙</ofd:TextCode>)"
          R"(<ofd:TextCode X="10" DeltaX="5">丙丁</ofd:TextCode><ofd:TextCode X="0" Y="15">戊</ofd:TextCode></ofd:TextObject>)") ==
      "甲乙丙丁\n戊\n");
}

TEST_CASE("raised digits never become digits of the number before them") {
  CHECK(text_of_page(line(30, 50, "共10") + line(40, 48, "4", 3) + line(41.6, 50, "人")) == "共10⁴人\n");
}

TEST_CASE("text drawn twice for boldness is read once; repeated characters stay") {
  CHECK(text_of_page(line(30, 50, "一一得一") + line(30.2, 50.1, "一一得一")) == "一一得一\n");
}

TEST_CASE("background, hidden objects and templates are left out") {
  auto parts = ofd_parts(
      {layer(line(30, 20, "水印"), "Background") +
       layer(
           R"(<ofd:PageBlock>)" + line(30, 40, "正文") + "</ofd:PageBlock>" +
           R"(<ofd:TextObject Visible="false" Boundary="9 9 9 9"><ofd:TextCode X="0" Y="0">隐</ofd:TextCode></ofd:TextObject>)")});
  parts.emplace_back("Doc_0/Tpls/T/Content.xml", "<ofd:Page" + kNames + "/>");
  CHECK(read_ofd("a.ofd", make_zip(parts), {}).text == "正文\n");
}

TEST_CASE("a document of pictures has no text") { CHECK(read({layer("<ofd:ImageObject ID=\"3\"/>")}).text.empty()); }

TEST_CASE("files that are none say so") {
  const auto failure = [](const Parts& parts) {
    return message_of<Error>([&] { read_ofd("a.ofd", make_zip(parts), {}); });
  };
  auto parts = ofd_parts({layer(line(30, 40, "文"))});
  REQUIRE(failure(parts).empty());
  SUBCASE("a page that is not there") {
    parts.erase(parts.begin() + 1);
    CHECK(
        failure(parts) ==
        "a.ofd: the archive is cut off or damaged: it has no part Doc_0/Pages/Page_0/Content.xml; get the file again");
  }
  SUBCASE("no OFD at all") {
    parts.erase(parts.begin());
    CHECK(failure(parts) == "a.ofd: no OFD document: its archive has no OFD.xml; get the file again");
  }
  SUBCASE("encrypted") {
    parts[0].second = "<ofd:OFD" + kNames + "><ofd:Encryptions>Encryptions.xml</ofd:Encryptions></ofd:OFD>";
    CHECK(failure(parts) == "a.ofd: an encrypted OFD document; save it without encryption");
  }
  SUBCASE("nothing in it") {
    parts[0].second = "<ofd:OFD" + kNames + "/>";
    CHECK(failure(parts).starts_with("a.ofd: the OFD document names no content"));
  }
}

TEST_CASE("lists of steps cannot cost more than the text has characters") {
  CHECK(
      text_of_page(
          R"(<ofd:TextObject Boundary="30 40 99 9" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 999999999 5 g 9">甲乙</ofd:TextCode></ofd:TextObject>)") ==
      "甲乙\n");
  CHECK(
      text_of_page(
          R"(<ofd:TextObject Boundary="nan inf 1 1" CTM="a" Size="-"><ofd:TextCode X="1e999" Y="">丙</ofd:TextCode></ofd:TextObject>)") ==
      "丙\n");
}
