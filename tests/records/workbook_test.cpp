// Workbooks as office programs write them, made by hand.
#include <doctest/doctest.h>

#include <string>

#include "read/archives.hpp"
#include "records/helpers.hpp"

using namespace zhibiao_tests;

namespace {

const std::string kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const std::string kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
         "</Relationships>";
}

struct Sheets {
  std::string first;   ///< rows
  std::string second;  ///< rows of a second sheet; empty: none
  std::string strings;
  std::string book;  ///< in front of the sheets
};

std::string workbook(const Sheets& sheets) {
  const auto sheet = [](const std::string& rows) {
    return "<worksheet " + kMain + "><sheetData>" + rows + "</sheetData></worksheet>";
  };
  Parts parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", relations(relation("a", "officeDocument", "xl/workbook.xml"))},
      {"xl/workbook.xml", "<workbook " + kMain + " xmlns:r=\"" + kRelations + "\">" + sheets.book +
                              "<sheets><sheet name=\"表一\" sheetId=\"7\" r:id=\"rId1\"/>" +
                              (sheets.second.empty() ? "" : "<sheet name=\"表二\" sheetId=\"8\" r:id=\"rId2\"/>") +
                              "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       relations(relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                 relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml") + relation("s", "styles", "styles.xml") +
                 relation("t", "sharedStrings", "sharedStrings.xml"))},
      {"xl/worksheets/sheet1.xml", sheet(sheets.first)},
      {"xl/styles.xml",
       "<styleSheet " + kMain +
           "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy/m/d\"/></numFmts><cellStyleXfs><xf "
           "numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/>"
           "<xf numFmtId=\"17\"/><xf numFmtId=\"58\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml", "<sst " + kMain + ">" + sheets.strings + "</sst>"}};
  if (!sheets.second.empty()) parts.push_back({"xl/worksheets/sheet2.xml", sheet(sheets.second)});
  return make_zip(parts);
}

std::string inline_cell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

}  // namespace

TEST_CASE("cells of every kind") {
  const auto table = table_of(workbook(
      {.first =
           "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>标题</t></is></c></row>"
           "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c>" +
           inline_cell("C3", "期限") + inline_cell("D3", "原文数值") + inline_cell("F3", "单位") +
           inline_cell("G3", "item") +
           "</row>"
           "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>2</v></c><c r=\"B5\"><v>1.8893999999999999E9</v></c>"
           "<c r=\"C5\" s=\"1\"><v>44196</v></c><c r=\"D5\" s=\"2\"><v>0.45500000000000002</v></c>"
           "<c r=\"F5\" t=\"str\"><f>A1</f><v>个</v></c><c r=\"G5\"><v>3</v></c></row>"
           "<row><c t=\"b\"><v>1</v></c><c s=\"2\"><v>95</v></c><c s=\"3\"><v>43952</v></c><c s=\"4\"><v>45325</v></c>"
           "<c/><c t=\"e\"><v>#REF!</v></c></row>",
       .second = {},
       .strings = "<si><t>指标</t></si><si><r><t>数</t></r><r><rPr/><t>值</t></r><rPh><t>zhi</t></rPh></si>"
                  "<si><t xml:space=\"preserve\">普惠_x000D_\n托位_x4F4D_</t></si>",
       .book = {}}));
  CHECK(table.format == "xlsx");
  REQUIRE(table.rows.size() == 2);
  const auto& row = table.rows[0];
  CHECK(row.row == 5);
  CHECK(row.sheet == "表一");
  CHECK(said(row, "indicator") == "普惠\r\n托位_x4F4D_");
  CHECK(said(row, "value") == "1889400000");
  CHECK(said(row, "deadline") == "2020-12-31");
  CHECK(said(row, "mention") == "45.5%");
  CHECK(said(row, "unit") == "个");
  CHECK(said(row, "item") == "3");
  const auto& next = table.rows[1];
  CHECK(next.row == 6);
  CHECK(said(next, "indicator") == "TRUE");
  CHECK(said(next, "value") == "95");  // whatever its format shows
  CHECK(said(next, "deadline") == "2020-05");
  CHECK(said(next, "mention") == "2-3");
  CHECK(said(next, "unit") == "-");
  REQUIRE(next.troubles.size() == 1);
  CHECK(next.troubles[0].text == "#REF!");
}

TEST_CASE("all sheets with our header are read, others passed over") {
  const std::string header = "<row>" + inline_cell("A1", "indicator") + inline_cell("B1", "value") + "</row>";
  const std::string record = "<row><c t=\"str\"><v>床位</v></c><c><v>1</v></c></row>";
  const auto table =
      table_of(workbook({.first = "<row><c><v>1</v></c></row>", .second = header + record, .strings = {}, .book = {}}));
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].sheet == "表二");
  CHECK(table_of(workbook({.first = header + record, .second = header + record, .strings = {}, .book = {}}))
            .rows.size() == 2);
}

TEST_CASE("workbooks of 1904 count their days from there") {
  const std::string header = "<row>" + inline_cell("A1", "deadline") + inline_cell("B1", "value") + "</row>";
  const auto table = table_of(workbook({.first = header + "<row><c s=\"1\"><v>42734</v></c><c><v>1</v></c></row>",
                                        .second = {},
                                        .strings = {},
                                        .book = "<workbookPr date1904=\"1\"/>"}));
  REQUIRE(table.rows.size() == 1);
  CHECK(said(table.rows[0], "deadline") == "2020-12-31");
}

TEST_CASE("what is no workbook, or too much of one, is refused") {
  const std::string whole = workbook({.first = "<row/>", .second = {}, .strings = {}, .book = {}});
  CHECK(table_error(whole).find("no table of records") != std::string::npos);
  CHECK(table_error(whole.substr(0, whole.size() / 2)).find("cut off or damaged") != std::string::npos);
  CHECK(table_error(make_zip({{"content.xml", "<x/>"}})).find("save the table as XLSX or CSV") != std::string::npos);
  zhibiao::ReadOptions small;
  small.limits.part_bytes = 100;
  CHECK(table_error(whole, small).find("lifts this limit") != std::string::npos);
  // Columns and strings that are not there do no harm.
  CHECK_FALSE(
      table_error(
          workbook({.first = "<row r=\"-5\"><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
                    .second = {},
                    .strings = {},
                    .book = {}}))
          .empty());
}
