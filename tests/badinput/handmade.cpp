// What chance would not make: encodings lied about, empty and blank files, other formats, limits exceeded by one, broken
// lines of JSON, rule files and tables, names that are no text.
#include <fmt/format.h>

#include <string>

#include "badinput/bad_files.hpp"
#include "cli/made_files.hpp"

namespace badinput {
namespace {

using namespace std::string_literals;
using zhibiao_tests::encoded;

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

std::string page(const std::string& label, const std::string& bytes) {
  return "<html><head><meta charset=" + label + "></head><body><p>" + bytes + "</p></body></html>";
}

void add_texts(std::vector<File>& files) {
  const std::string plan = kPlan;
  const std::string gbk = encoded(plan, "GBK");
  const std::string le = encoded(plan, "UTF-16LE");
  const std::vector<std::string> texts = {"",
                                          "\n",
                                          " \t\r\n\xE3\x80\x80",
                                          "\xEF\xBB\xBF",
                                          "\xFF\xFE",
                                          "\xFE\xFF",
                                          "\xFE\xFF\0"s,
                                          "\xFF\xFE\0\0"s,
                                          std::string(4096, '\0'),
                                          plan + '\0' + plan,
                                          "\0"s,
                                          "\xEF\xBB\xBF" + gbk,
                                          "\xFF\xFE" + plan,
                                          "\xFE\xFF" + le,
                                          plan + gbk,
                                          gbk + plan,
                                          le + plan,
                                          "\xFF\xFE" + le.substr(0, 101),
                                          "\xFF\xFE\x00\xD8\x41\x00"s,
                                          "\xFF\xFE\x41\x00\x00\xDC"s,
                                          plan + "\xED\xA0\x80\xED\xB0\x80",
                                          plan + "\xC0\xAF",
                                          plan + "\xF4\x90\x80\x80",
                                          plan + "\xF8\x88\x80\x80\x80",
                                          plan + "\xE4\xB8",
                                          "\x80\x81\x82",
                                          repeated("\x93\x80\xFE\xFF\x81\x07", 300),
                                          plan + "\x1B[2J\x1B]0;x\x07\x9B" + "31m",
                                          "\x1A\x04",
                                          plan + repeated("\x08", 500),
                                          repeated("\r", 5000),
                                          "\xEF\xBB\xBF\xEF\xBB\xBF" + plan,
                                          "\xE2\x80\xAE" + plan,
                                          repeated("\xE2\x80\x8B", 3000),
                                          "2021",
                                          "%",
                                          "（",
                                          "分别达到、和、%",
                                          "一、",
                                          repeated("（一）", 2000),
                                          repeated("《", 5000),
                                          repeated("9", 5000) + "%",
                                          "达到" + repeated("9", 400) + "." + repeated("9", 400) + "万亿元",
                                          repeated("1.", 3000),
                                          repeated("分别", 3000),
                                          "增长-" + repeated("0", 300) + "%",
                                          "达到1e999999%，0x10个，NaN张，∞元",
                                          "2021年13月45日前，完成9999年99月目标5个"};
  int number = 0;
  for (const std::string& text : texts) files.emplace_back(fmt::format("text-{}.txt", ++number), text);
}

void add_pages(std::vector<File>& files) {
  const std::string plan = kPlan;
  const std::vector<std::string> pages = {
      page("gbk", plan),
      page("utf-8", encoded(plan, "GBK")),
      page("utf-16", plan),
      page("nonsense", plan),
      page("big5", encoded(plan, "GBK")),
      page("utf-7", "+ZUle-"),
      page("utf-8", ""),
      "<html>",
      "<!DOCTYPE html>",
      "<p",
      "<html><body><script>" + plan,
      "<html><!-- " + plan,
      repeated("<div>", 257) + plan,
      repeated("<table><tr><td>", 90) + plan,
      page("utf-8", repeated("&", 3000)),
      page("utf-8", "&#0;&#x110000;&#xD800;&#99999999999;" + plan),
      "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">]><html><p>&a;" + plan + "</p></html>",
      page("utf-8", "<table><tr><td colspan=99999999 rowspan=99999999>指标<td>目标</table>" + plan),
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"\"\r\n\r\n--\r\n" + plan,
      "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!",
      "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=\n=Z=E4=B8"};
  int number = 0;
  for (const std::string& text : pages) files.emplace_back(fmt::format("page-{}.html", ++number), text);
}

std::string docx_with(const std::string& part, const std::string& bytes) {
  zhibiao_tests::Parts parts = zhibiao_tests::docx_parts(zhibiao_tests::p("新增床位5张。"));
  for (auto& [name, content] : parts) {
    if (name == part) content = bytes;
  }
  return zhibiao_tests::make_zip(parts);
}

void add_archives(std::vector<File>& files) {
  const auto word = [](const std::string& body) {
    return "<w:document" + std::string(zhibiao_tests::kWordNames) + "><w:body>" + body + "</w:body></w:document>";
  };
  zhibiao_tests::Parts many = zhibiao_tests::docx_parts(zhibiao_tests::p("新增床位5张"));
  while (many.size() < 10001) many.emplace_back(fmt::format("word/{}.xml", many.size()), "");
  const std::string part = "word/document.xml";
  const std::vector<std::string> archives = {
      zhibiao_tests::make_zip(many),
      zhibiao_tests::make_zip({}),
      "PK\x03\x04",
      "PK\x05\x06" + std::string(18, '\0'),
      docx_with(part, ""),
      docx_with(part, "<w:document"),
      docx_with(part, "\0\0\0"s),
      docx_with(part, word("")),
      docx_with(part, word(repeated("<w:p>", 255) + repeated("</w:p>", 255))),
      docx_with(part, word(std::string(1100000, ' '))),
      docx_with(part, "<!DOCTYPE x [<!ENTITY a 'b'>]>" + word("&a;")),
      docx_with(part, word("<w:p><w:r><w:t>\xFF</w:t></w:r></w:p>")),
      docx_with(part, encoded(word("新增5张"), "UTF-16LE")),
      docx_with("_rels/.rels", "<x/>"),
      docx_with("_rels/.rels", ""),
      docx_with("[Content_Types].xml", "<"),
      zhibiao_tests::docx(zhibiao_tests::p(repeated("新增床位", 87400))),
      zhibiao_tests::make_zip(zhibiao_tests::docx_parts(zhibiao_tests::p("新增床位5张")), "secret"),
      zhibiao_tests::make_zip({{"../../etc/passwd", "x"}, {"/etc/passwd", "x"}, {part, word("")}}),
      zhibiao_tests::make_zip({{"OFD.xml", "<ofd:OFD/>"}}),
      zhibiao_tests::make_zip({{"OFD.xml", "<"}}),
      zhibiao_tests::make_zip({{"OFD.xml", "<OFD><DocBody><DocRoot>../../x.xml</DocRoot></DocBody></OFD>"}}),
      zhibiao_tests::make_zip({{"xl/workbook.xml", "<workbook/>"}}),
      zhibiao_tests::make_zip({{"xl/workbook.xml", "<"}}),
      zhibiao_tests::make_zip(
          {{"xl/workbook.xml", "<workbook><sheets><sheet name='a' r:id='r1'/></sheets></workbook>"},
           {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Target='none.xml'/></Relationships>"}}),
      zhibiao_tests::make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})};
  int number = 0;
  for (const std::string& bytes : archives) files.emplace_back(fmt::format("archive-{}.docx", ++number), bytes);
}

void add_others(std::vector<File>& files) {
  const std::string nul(600, '\0');
  const std::vector<std::string> others = {"%PDF-1.4\n%%EOF\n",
                                           "%PDF-",
                                           "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>",
                                           "{\\rtf1\\ansi text}",
                                           "{\\rtf",
                                           "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                                           "\x89PNG\r\n\x1A\n" + nul,
                                           "\xFF\xD8\xFF\xE0" + nul,
                                           "GIF89a" + nul,
                                           "\x1F\x8B\x08" + nul,
                                           "7z\xBC\xAF\x27\x1C" + nul,
                                           "Rar!\x1A\x07" + nul,
                                           "BZh9" + nul,
                                           "\x7F"
                                           "ELF" +
                                               nul,
                                           "MZ" + nul,
                                           "SQLite format 3" + nul,
                                           "<?xml version=\"1.0\"?><plan>5%</plan>",
                                           "<?xml version=\"1.0\" encoding=\"nonsense\"?><x/>",
                                           "%!PS-Adobe-3.0\n",
                                           "#!/bin/sh\necho 5%\n"};
  int number = 0;
  for (const std::string& bytes : others) files.emplace_back(fmt::format("other-{}.dat", ++number), bytes);
}

void add_lines(std::vector<File>& files) {
  const std::vector<std::string> lines = {"{",
                                          "[]",
                                          "null",
                                          "5",
                                          "\"x\"",
                                          "{}",
                                          "{\"id\": \"a\"}",
                                          "{\"text\": \"5%\"}",
                                          "{\"id\": \"\", \"text\": \"达到5%\"}",
                                          "{\"id\": \"a\", \"text\": \"\"}",
                                          "{\"id\": \"a\", \"text\": 5}",
                                          "{\"id\": \"a\", \"text\": null}",
                                          "{\"id\": [], \"text\": \"5%\"}",
                                          "{\"id\": 1.5, \"text\": \"达到5%\"}",
                                          "{\"id\": \"a\", \"text\": \"达到5%\", \"year\": \"2021\"}",
                                          "{\"id\": \"a\", \"text\": \"达到5%\", \"year\": 99999}",
                                          "{\"id\": \"a\", \"text\": \"达到5%\", \"title\": 5}",
                                          "{\"id\": \"a\", \"text\": \"达到5%\"} x",
                                          "{\"id\": \"a\", \"id\": \"b\", \"text\": \"达到5%\"}",
                                          "{\"id\": \"a\", \"text\": \"\\ud800 5%\"}",
                                          "{\"id\": \"a\", \"text\": \"\xFF 5%\"}",
                                          "{\"id\": \"a\", \"text\": \"\\u0000达到5%\"}",
                                          "{'id': 'a'}",
                                          repeated("[", 5000),
                                          repeated("{\"a\":", 2000),
                                          "{\"id\": \"a\nb\", \"text\": \"5%\"}",
                                          "{\"id\": \"\\u001b[31m\", \"text\": \"\"}"};
  int number = 0;
  for (const std::string& line : lines) files.emplace_back(fmt::format("lines-{}.jsonl", ++number), line + "\n");
}

void add_rules(std::vector<File>& files) {
  const std::vector<std::string> rules = {"x",
                                          "[[",
                                          "[[words]]",
                                          "[[words]]\nid = 5",
                                          "[[words]]\nid = 'a'\nwords = 'x'",
                                          "[[words]]\nid = 'a b'\nwords = ['x']",
                                          "[[nonsense]]\nid = 'a'",
                                          "[words]\nid = 'a'",
                                          "words = 1",
                                          "[[words]]\nid = 'a'\nwords = []",
                                          "[[words]]\nid = 'a'\nwords = ['']",
                                          "[[words]]\nid = 'a'\nwords = [5]",
                                          "[[words]]\nid = 'a'\nextends = 'none'\nwords = ['x']",
                                          "[[units]]\nid = 'a'\nkind = 'none'\nwords = ['x']",
                                          "[[date]]\nid = 'a'\npattern = '('",
                                          "[[date]]\nid = 'a'\npattern = '(?P<year>\\d+'",
                                          "[[name]]\nid = 'a'\npattern = '(x{1000}){1000}'",
                                          "[[name]]\nid = 'a'\npattern = '{none}'",
                                          "[fragments]\na = '{b}'\nb = '{a}'\n[[name]]\nid = 'a'\npattern = '{a}'",
                                          "[[name]]\nid = 'a'\npattern = ''",
                                          "[[frame]]\nid = 'a'\npattern = '*'",
                                          "[[name]]\nid = 'a'\nid = 'b'",
                                          "[[words]]\nid = 'a'\nwords = ['\\\xFF']",
                                          "[[name]]\nid = 'a'\npattern = \"\\x\"",
                                          "[[quantity]]\nid = 'a'\npattern = 'x'\nvalue = 'none'",
                                          "[[name]]\nid = 'a'\npattern = 'x'\nyes = 5",
                                          repeated("[", 3000),
                                          repeated("a.", 2000) + "a = 1"};
  int number = 0;
  for (const std::string& text : rules) files.emplace_back(fmt::format("rules-{}.toml", ++number), text + "\n");
}

void add_tables(std::vector<File>& files) {
  const std::vector<std::string> tables = {"file,indicator,value\n",
                                           "file\n",
                                           ",,,\n",
                                           "indicator,value\n床位,many\n",
                                           "indicator,value\n\"床位,5\n",
                                           "indicator,indicator,value\n床位,床位,5\n",
                                           "file,indicator,value,value_max,comparator\na,床位,9,1,range\n",
                                           "file,indicator,value\na\n",
                                           "file,indicator,value\na,床位,5,6,7,8\n",
                                           "file;indicator;value\na;床位;5\n",
                                           "file\tindicator\tvalue\na\t床位\t5\\q\n",
                                           "指标,数值\n床位,5\n",
                                           "indicator,value,deadline\n床位,5,2021-99-99\n",
                                           "file,line,indicator,value\na,-1,床位,5\n",
                                           "file,start,end,indicator,value\na,99,5,床位,5\n",
                                           "indicator,value,kind,role\n床位,5,none,none\n",
                                           "indicator,value\n=cmd|' /C calc'!A0,5\n",
                                           "indicator,value\n床位,44197\n",
                                           "indicator,value\n床位,1E+15\n",
                                           "indicator,value\n床位,######\n",
                                           "indicator,value\n\"a\"b\"c\",5\n",
                                           "indicator,value\r床位,5\r",
                                           "\xEF\xBB\xBF\"indicator\",\"value\"\n",
                                           "[{\"indicator\": 5}]",
                                           "[1, 2]",
                                           "[{}]",
                                           "[{\"indicator\": \"床位\", \"value\": \"x\"}]",
                                           "{\"indicator\": \"床位\", \"value\": 5}\n{\"indicator\"",
                                           "[",
                                           "indicator,value\n" + repeated("床位,5,", 4000),
                                           repeated("indicator,", 3000) + "value\n" + repeated("5,", 3000) + "\n"};
  int number = 0;
  for (const std::string& text : tables) files.emplace_back(fmt::format("edited-{}.csv", ++number), text);
}

void add_names(std::vector<File>& files) {
  for (const std::string name : {"a\nb.txt", "\x1B[31mred\x1B[0m.txt", "\xB9\xE6\xBB\xAE.txt", "-rf.txt",
                                 "--output.txt", "=1+1.csv", "a\rzhibiao: done.txt", "\xE2\x80\xAEtxt.exe", "*.txt",
                                 "[a].txt", "a:12.txt", "\"quoted\",'x'.txt", " .txt", "<b>&amp;.html"}) {
    files.emplace_back(name, "达到\xFF\xFE\xFA%\n");
  }
}

}  // namespace

std::vector<Limited> limited_files() {
  const std::string line = repeated("新增床位5张，", 150);
  const std::string text = "一、工作\n" + line + "\n";
  const std::string body = zhibiao_tests::p(line);
  const std::string docx = zhibiao_tests::docx(body);
  const std::size_t part = zhibiao_tests::docx_parts(body)[2].second.size();
  const std::string list = page("utf-8", repeated("<p>新增床位5张", 40));
  const std::string wide = body + zhibiao_tests::p(std::string(std::size_t{2} << 20, ' '));
  const std::string blanks = zhibiao_tests::docx(wide);
  const std::size_t unpacked = zhibiao_tests::docx_parts(wide)[2].second.size();
  const std::size_t packed = zhibiao_tests::packed_size(blanks, "word/document.xml");
  return {{{"over-line.txt", text}, "line", line.size() - 1},
          {{"over-file.txt", text}, "file", text.size() - 1},
          {{"over-records.txt", text}, "records", 149},
          {{"over-part.docx", docx}, "part", part - 1},
          {{"over-parts.docx", docx}, "parts", zhibiao_tests::docx_parts(body).size() - 1},
          {{"over-depth.docx", docx}, "depth", 2},
          {{"over-ratio.docx", blanks}, "ratio", (unpacked - 1) / packed},
          {{"over-elements.html", list}, "elements", 44}};
}

std::vector<File> handmade_files() {
  std::vector<File> files;
  for (const auto add : {add_texts, add_pages, add_archives, add_others, add_lines, add_rules, add_tables, add_names})
    add(files);
  return files;
}

}  // namespace badinput
