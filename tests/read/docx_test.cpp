// DOCX: the text comes out as a reader of the document sees it.
#include <doctest/doctest.h>

#include <string>

#include "read/docx_files.hpp"
#include "read/formats.hpp"
#include "zhibiao/error.hpp"

using zhibiao::Error;
using zhibiao::read_stage::read_docx;
using zhibiao_tests::docx;
using zhibiao_tests::docx_parts;
using zhibiao_tests::make_zip;
using zhibiao_tests::message_of;
using zhibiao_tests::p;
using zhibiao_tests::r;
using zhibiao_tests::text_of_docx;

namespace {

const std::string kTracked = R"(<w:p>)" + r("新增托位") +
                             R"(<w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del>)" +
                             R"(<w:ins w:id="2">)" + r("500") + "</w:ins>" + r("个") + R"(<w:moveFrom>)" + r("旧") +
                             "</w:moveFrom><w:moveTo>" + r("。") + "</w:moveTo></w:p>";

std::string run(const std::string& properties, const std::string& text) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

std::string field(const std::string& code, const std::string& result) {
  const std::string separator = result.empty() ? "" : R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + r(result);
  return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>)" + code + "</w:instrText></w:r>" +
         separator + R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

std::string cell(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}

std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }

std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

}  // namespace

TEST_CASE("paragraphs come out in order, a line each") {
  CHECK(text_of_docx(p("一、目标") + p("") + p("覆盖率达到90%。")) == "一、目标\n覆盖率达到90%。\n");
  CHECK(text_of_docx("<w:p>" + r("每千") + r("人口") + r("3.2个") + "</w:p>") == "每千人口3.2个\n");
}

TEST_CASE("tracked deletions are out, insertions in") { CHECK(text_of_docx(kTracked) == "新增托位500个。\n"); }

TEST_CASE("a paragraph whose end is deleted goes on in the next one") {
  const std::string first = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + r("新建医院") + "</w:p>";
  CHECK(text_of_docx(first + p("3家。") + p("完")) == "新建医院3家。\n完\n");
}

TEST_CASE("blanks, tabs and line breaks") {
  CHECK(text_of_docx(R"(<w:p><w:r><w:t xml:space="preserve">a </w:t><w:t> b </w:t><w:tab/><w:t>c</w:t></w:r></w:p>)") ==
        "a b c\n");
  CHECK(text_of_docx(R"(<w:p><w:r><w:t>2022年工作</w:t><w:br/><w:t>要点</w:t></w:r></w:p>)") == "2022年工作\n要点\n");
  CHECK(text_of_docx(R"(<w:p><w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3个</w:t></w:r></w:p>)") == "2-3个\n");
}

TEST_CASE("raised digits never become digits of the number before them") {
  CHECK(text_of_docx("<w:p>" + r("10") + run(R"(<w:vertAlign w:val="superscript"/>)", "4") + r("人、3m") +
                     run(R"(<w:vertAlign w:val="superscript"/>)", "2") + "</w:p>") == "10⁴人、3m²\n");
  CHECK(text_of_docx("<w:p>" + r("PM") + run(R"(<w:vertAlign w:val="subscript"/>)", "2.5") + "</w:p>") == "PM2.5\n");
}

TEST_CASE("hidden text is out, whether hidden itself or by its style") {
  CHECK(text_of_docx("<w:p>" + run("<w:vanish/>", "9") + run(R"(<w:vanish w:val="0"/>)", "1家") + "</w:p>") == "1家\n");
  const std::string styles = R"(<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>)"
                             R"(<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>)";
  const std::string body = "<w:p>" + run(R"(<w:rStyle w:val="a"/>)", "8") + r("2家") + "</w:p>" +
                           R"(<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>)" + r("窗体顶端") + "</w:p>";
  CHECK(text_of_docx(body, {{"styles", styles}}) == "2家\n");
}

TEST_CASE("of a field only the result is text") {
  CHECK(text_of_docx("<w:p>" + r("共") + field(" =SUM(1,2) ", "3") + r("家") + "</w:p>") == "共3家\n");
  CHECK(text_of_docx("<w:p>" + field(R"( eq \o\ac(○,3))", "") + r("建设") + "</w:p>") == "③建设\n");
  CHECK(text_of_docx(R"(<w:p><w:fldSimple w:instr=" DATE ">)" + r("3月") + "</w:fldSimple></w:p>") == "3月\n");
  const std::string open = R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + r("x") + "</w:p>";
  CHECK(text_of_docx(open + p("不丢")) == "不丢\n");
}

TEST_CASE("symbols of symbol fonts become the characters they look like") {
  const auto sym = [](const char* font, const char* code) {
    return R"(<w:sym w:font=")" + std::string(font) + R"(" w:char=")" + code + R"("/>)";
  };
  const auto document =
      read_docx("a.docx",
                docx("<w:p><w:r>" + sym("Symbol", "F0B3") + "<w:t>90%</w:t>" + sym("Wingdings", "F082") +
                     sym("Private", "F0AA") + sym("SimSun", "2460") + "</w:r></w:p>"),
                {});
  CHECK(document.text == "≥90%②①\n");
  REQUIRE(document.facts.warnings.size() == 1);
  CHECK(document.facts.warnings[0].starts_with("1 characters of symbol fonts"));
}

TEST_CASE("controls, links and tags are read through; placeholders are not text") {
  CHECK(text_of_docx("<w:p><w:hyperlink>" + r("甲") + "</w:hyperlink><w:smartTag>" + r("乙") +
                     "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" + r("丙") +
                     "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                     r("单击此处") + "</w:sdtContent></w:sdt></w:p>") == "甲乙丙\n");
}

TEST_CASE("a text box stands behind its paragraph, once") {
  const std::string box = "<w:txbxContent>" + p("框内3家") + "</w:txbxContent>";
  CHECK(text_of_docx("<w:p>" + r("前") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + box +
                     "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                     "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("后") + "</w:p>") == "前后\n框内3家\n");
}

TEST_CASE("equations are text") {
  CHECK(text_of_docx("<w:p>" + r("约") +
                     "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f>"
                     "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
                     "</m:oMath></w:p>") == "约1/3x²\n");
}

TEST_CASE("tables are rows of cells; merged cells keep the grid") {
  const std::string rows = row(cell(p("指标")) + cell(p("2021年"), R"(<w:gridSpan w:val="2"/>)")) +
                           row(cell(p("床位"), R"(<w:vMerge w:val="restart"/>)") + cell(p("10")) + cell(p("张"))) +
                           row(cell(p(""), "<w:vMerge/>") + cell(p("20") + p("左右")) + cell(p("张")));
  const auto document = read_docx("a.docx", docx(p("前") + table(rows) + p("后")), {});
  CHECK(document.text == "前\n\n指标\t2021年\t\n床位\t10\t张\n\t20 左右\t张\n\n后\n");
  const zhibiao::Source source("a.docx", document.text, document.facts);
  const zhibiao::Place place = source.place(document.text.find("20 左右"));
  CHECK(place == zhibiao::Place{.page = 0, .paragraph = 0, .table = 1, .row = 3, .cell = 2});
  CHECK(source.place(document.text.find("后")).paragraph == 2);
}

TEST_CASE("a table that only frames its text is no table; one in a cell is part of it") {
  CHECK(text_of_docx(table(row(cell(p("一、目标") + p("达到90%。"))))) == "一、目标\n达到90%。\n");
  const std::string inner = table(row(cell(p("甲")) + cell(p("1"))) + row(cell(p("乙")) + cell(p("2"))));
  CHECK(text_of_docx(table(row(cell(p("名")) + cell(inner + p(""))))) == "名\t甲 1 乙 2\n\n");
}

TEST_CASE("deleted rows are out") {
  const std::string deleted = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(p("x")) + cell(p("9")) + "</w:tr>";
  CHECK(text_of_docx(table(row(cell(p("甲")) + cell(p("1"))) + deleted)) == "甲\t1\n\n");
}

TEST_CASE("notes stand at the end, their numbers nowhere") {
  const std::string body = "<w:p>" + r("达到90%") + R"(<w:r><w:footnoteReference w:id="2"/></w:r>)" + r("。") +
                           "</w:p>" + "<w:p>" + r("完。") + R"(<w:r><w:endnoteReference w:id="2"/></w:r></w:p>)";
  const std::string footnotes = R"(<w:footnote w:type="separator" w:id="0">)" + p("线") + "</w:footnote>" +
                                R"(<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>)" + r("指常住人口。") +
                                "</w:p></w:footnote>";
  const std::string endnotes = R"(<w:endnote w:id="2">)" + p("见附件。") + "</w:endnote>";
  CHECK(text_of_docx(body, {{"footnotes", footnotes}, {"endnotes", endnotes}}) ==
        "达到90%。\n完。\n指常住人口。\n见附件。\n");
}

TEST_CASE("an entry of a table of contents has dots before its page number") {
  const std::string styles = R"(<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>)";
  CHECK(text_of_docx(
            R"(<w:p><w:pPr><w:pStyle w:val="10"/></w:pPr><w:r><w:t>一、目标</w:t><w:tab/><w:t>3</w:t></w:r></w:p>)",
            {{"styles", styles}}) == "一、目标……3\n");
}

TEST_CASE("the main part is found by relations, and other prefixes and the strict names are read") {
  auto parts = docx_parts(p("x"));
  parts[1].second =
      R"(<Relationships><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/w/main.xml"/></Relationships>)";
  parts[2] = {"w/main.xml",
              R"(<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other">)"
              R"(<x:body><x:p><x:r><x:t>严格</x:t></x:r><w:t>不是</w:t></x:p></x:body></x:document>)"};
  CHECK(read_docx("a.docx", make_zip(parts), {}).text == "严格\n");
}

TEST_CASE("files that are none say so") {
  const auto failure = [](const std::string& bytes) {
    return message_of<Error>([&] { read_docx("a.docx", bytes, {}); });
  };
  const auto with_document = [](const std::string& xml) {
    auto parts = docx_parts("");
    parts[2].second = xml;
    return make_zip(parts);
  };
  CHECK(failure(docx(p("x")).substr(0, 200)).starts_with("a.docx: the archive is cut off or damaged: "));
  CHECK(failure(make_zip({{"a", "b"}})).starts_with("a.docx: the office document has no main part"));
  CHECK(failure(with_document("<w:document")).starts_with("a.docx: the part word/document.xml is damaged: byte "));
  CHECK(failure(with_document("<w:document><w:body>\xFF</w:body></w:document>")) ==
        "a.docx: the part word/document.xml is damaged: byte 20 is not UTF-8; save the document again with the program "
        "that made it");
  CHECK(failure(with_document("<!DOCTYPE a [<!ENTITY b \"c\">]><w:document/>")) ==
        "a.docx: the part word/document.xml declares a DOCTYPE, which office files never do; it is not read");
  CHECK(failure(with_document("<workbook/>")).starts_with("a.docx: no Word document: "));
}

TEST_CASE("XML of any depth is an error, not a crash") {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 200000; ++i) deep += "</w:sdt>";
  CHECK(message_of<Error>([&] { text_of_docx(deep); }) ==
        "a.docx: its elements are nested deeper than 256 levels; --limit depth=N lifts this limit");
}

TEST_CASE("entities are never expanded and half characters never come out") {
  CHECK(text_of_docx(p("&lt;5% &bomb;")) == "<5% &bomb;\n");
  CHECK(text_of_docx(p("a&#xD800;b")).find("\xED\xA0\x80") == std::string::npos);
}
