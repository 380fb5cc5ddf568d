// Tables as people hand them back: separators, encodings, headers, cells.
#include <doctest/doctest.h>

#include <string>

#include "read/encode.hpp"
#include "records/helpers.hpp"

using namespace zhibiao_tests;

namespace {

const std::string kHeader = "file,indicator,value,unit,mention\n";

}  // namespace

TEST_CASE("columns are known by their names, wherever they stand") {
  const auto table = table_of("备注,数 值, Indicator ,VALUE_MAX,原文数值\n已核,1270,床位,,1270张\n");
  REQUIRE(table.rows.size() == 1);
  const auto& row = table.rows[0];
  CHECK(said(row, "value") == "1270");
  CHECK(said(row, "indicator") == "床位");
  CHECK(said(row, "value_max").empty());
  CHECK(said(row, "mention") == "1270张");
  CHECK(said(row, "unit") == "-");
  CHECK(row.troubles.empty());
  CHECK(table.format == "csv");
  CHECK(table.encoding == "UTF-8");
}

TEST_CASE("the header may stand below titles, and again further down") {
  const auto table = table_of("某市指标表\n\n填报人：,张三\n指标,数值\n床位,1\n指标,数值\n托位,2\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].row == 5);
  CHECK(table.rows[1].row == 7);
  CHECK(said(table.rows[1], "indicator") == "托位");
  // Eleven rows of something else first: no table of records.
  std::string late;
  for (int i = 0; i < 11; ++i) late += "说明,文字\n";
  CHECK(table_error(late + "指标,数值\n床位,1\n").find("no table of records") != std::string::npos);
}

TEST_CASE("a record that holds names of fields is no header") {
  const auto table = table_of("role,kind,indicator,mention\nmention,deadline,床位,年底\ntarget,count,托位,2个\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(said(table.rows[0], "role") == "mention");
  CHECK(said(table.rows[1], "indicator") == "托位");
}

TEST_CASE("separators are told by the header") {
  for (const std::string separator : {",", ";", "\t"}) {
    CAPTURE(separator);
    const auto table =
        table_of("指标" + separator + "数值" + separator + "单位\r\n床位" + separator + "1270" + separator + "张\r\n");
    REQUIRE(table.rows.size() == 1);
    CHECK(said(table.rows[0], "value") == "1270");
    CHECK(said(table.rows[0], "unit") == "张");
    CHECK(table.format == (separator == "\t" ? "tsv" : "csv"));
  }
  CHECK(said(table_of("sep=;\n指标;数值\n床位;12,5\n").rows.at(0), "value") == "12.5");
}

TEST_CASE("encodings are told by the bytes") {
  const std::string text = "指标,数值,单位,原文数值\r\n普惠托位,1270,个,1270个\r\n孕产妇死亡率,5,‰,5‰\r\n";
  const std::string tabs = "指标\t数值\t单位\t原文数值\r\n普惠托位\t1270\t个\t1270个\r\n";
  struct Case {
    std::string bytes;
    std::string encoding;
  };
  for (const Case& c : {Case{text, "UTF-8"}, Case{"\xEF\xBB\xBF" + text, "UTF-8"},
                        Case{encoded(text, "GBK"), "GB18030"}, Case{"\xFF\xFE" + encoded(tabs, "UTF-16LE"), "UTF-16LE"},
                        Case{"\xFE\xFF" + encoded(tabs, "UTF-16BE"), "UTF-16BE"}}) {
    CAPTURE(c.encoding);
    const auto table = table_of(c.bytes);
    CHECK(table.encoding == c.encoding);
    REQUIRE_FALSE(table.rows.empty());
    CHECK(said(table.rows[0], "indicator") == "普惠托位");
    CHECK(said(table.rows[0], "value") == "1270");
  }
  // A stray byte is refused with its place; what was asked for is used.
  CHECK(table_error(text + "\xFF\xFF\n").find("line 4") != std::string::npos);
  zhibiao::ReadOptions gbk;
  gbk.encoding = "gbk";
  CHECK(table_of(encoded(text, "GBK"), gbk).rows.size() == 2);
}

TEST_CASE("quotes, line ends in cells, and rows counted by lines") {
  const auto table = table_of("mention,indicator,value\r\n\"1,270\r\n张\",\"他说\"\"床位\"\"\",1\r\n2张,托位,2");
  REQUIRE(table.rows.size() == 2);
  CHECK(said(table.rows[0], "mention") == "1,270\r\n张");
  CHECK(said(table.rows[0], "indicator") == "他说\"床位\"");
  CHECK(table.rows[0].row == 2);
  CHECK(table.rows[1].row == 4);
}

TEST_CASE("a quote that is never closed does not swallow the table") {
  const auto table = table_of("indicator,mention\n\"床位,1张\n托位,2个\n校舍,3所\n");
  REQUIRE(table.rows.size() == 3);
  CHECK(said(table.rows[0], "indicator") == "\"床位");
  CHECK(said(table.rows[2], "mention") == "3所");
}

TEST_CASE("tab-separated cells of zhibiao and of Excel") {
  // zhibiao: no quotes, backslashes before what would break a row.
  const auto ours = table_of("indicator\tmention\tvalue\n\"四个\"床位\t1\\n张\t1\n\"全\"\ta\\\\b\t2\n");
  REQUIRE(ours.rows.size() == 2);
  CHECK(said(ours.rows[0], "indicator") == "\"四个\"床位");
  CHECK(said(ours.rows[0], "mention") == "1\n张");
  CHECK(said(ours.rows[1], "indicator") == "\"全\"");
  CHECK(said(ours.rows[1], "mention") == "a\\b");
  // Excel: quotes doubled inside, backslashes as they are.
  const auto excel = table_of("indicator\tmention\tvalue\r\n\"\"\"四个\"\"床位\"\t1张\t1\r\nC:\\x\t\"1,2\"\t3\r\n");
  REQUIRE(excel.rows.size() == 2);
  CHECK(said(excel.rows[0], "indicator") == "\"四个\"床位");
  CHECK(said(excel.rows[1], "indicator") == "C:\\x");
  CHECK(said(excel.rows[1], "mention") == "1,2");
}

TEST_CASE("--excel spellings are undone") {
  const auto table = table_of(
      "条目,比较,数值,期限,原句,原文数值\n三>四>31,≥,95,2020-05-XX,'=此,95%\n2>1,区间,2,2020/12/31 "
      "0:00,'-x,2-3\n,等于,1,44196,-2,1\n");
  REQUIRE(table.rows.size() == 3);
  CHECK(said(table.rows[0], "item") == "三/四/31");
  CHECK(said(table.rows[0], "comparator") == ">=");
  CHECK(said(table.rows[0], "deadline") == "2020-05");
  CHECK(said(table.rows[0], "sentence") == "=此");
  CHECK(said(table.rows[1], "comparator") == "range");
  CHECK(said(table.rows[1], "deadline") == "2020-12-31");
  CHECK(said(table.rows[1], "sentence") == "-x");
  CHECK(said(table.rows[1], "mention") == "2-3");
  CHECK(said(table.rows[2], "deadline") == "2020-12-31");
  CHECK(said(table.rows[2], "sentence") == "-2");
}

TEST_CASE("cells that cannot be understood say why, and the others are read") {
  const auto table = table_of(
      "indicator,value,line,role,comparator,unit,mention\n"
      "床位,很多,3.5,targte,≈≈,#NAME?,1张\n托位,1.8894E+09,3,Target,＞＝,个,####\n");
  REQUIRE(table.rows.size() == 2);
  const auto reason = [&](std::size_t row, const char* field) {
    const auto* trouble = table.rows[row].trouble(*zhibiao::find_field(field));
    return trouble == nullptr ? std::string() : trouble->text + ": " + trouble->reason;
  };
  CHECK(reason(0, "value") == "很多: no plain number");
  CHECK(reason(0, "line") == "3.5: no whole number");
  CHECK(reason(0, "role") == "targte: no role");
  CHECK(reason(0, "comparator") == "≈≈: no comparator");
  CHECK(reason(0, "unit") == "#NAME?: an error value of a spreadsheet");
  CHECK(said(table.rows[0], "value") == "-");
  CHECK(said(table.rows[0], "mention") == "1张");
  CHECK(said(table.rows[1], "value") == "1889400000");
  CHECK(said(table.rows[1], "role") == "target");
  CHECK(said(table.rows[1], "comparator") == ">=");
  CHECK(reason(1, "mention") == "####: what a spreadsheet shows where the column is too narrow");
  REQUIRE(table.warnings.size() == 1);
  CHECK(table.warnings[0] ==
        "1 cell in scientific notation, whose last digits may be lost (first: row 3, value 1.8894E+09)");
}

TEST_CASE("what is no table of records says what one needs") {
  CHECK(table_error("地区,面积\n某市,12\n").find("mention (原文数值), indicator (指标), value (数值)") !=
        std::string::npos);
  CHECK(table_error("").find("the file is empty") != std::string::npos);
  CHECK(table_error("%PDF-1.4\n").find("save the table as XLSX or CSV") != std::string::npos);
  CHECK(table_error("{\"a\":1}\n").find("no table of records") != std::string::npos);
  CHECK(table_of(kHeader).rows.empty());
}

TEST_CASE("every field can be read back") {
  for (const zhibiao::Field& field : zhibiao::fields()) {
    CAPTURE(field.name);
    std::string cell = field.type == zhibiao::FieldType::text ? "甲" : "12";
    if (field.name == "role") cell = "result";
    if (field.name == "kind") cell = "money";
    if (field.name == "comparator") cell = "<=";
    if (field.type == zhibiao::FieldType::list) cell = "approximate commitment";
    const std::string name(field.name);
    const bool key = name == "indicator";
    const auto table =
        table_of(key ? "indicator,mention\n" + cell + ",1\n" : name + ",indicator,value,mention\n" + cell + ",x,1,1\n");
    REQUIRE(table.rows.size() == 1);
    CHECK(said(table.rows[0], name.c_str()) == cell);
  }
}

TEST_CASE("JSON: lines, arrays, objects over several lines") {
  const std::string one =
      R"({"indicator":"床位","value":1889400000000000.5,"flags":["a","b"],"mention":"1,\n2","x":{"value":3}})";
  const std::string two = R"({"value":1e3,"指标":"托位","unit":null})";
  for (const std::string& text :
       {one + "\n" + two + "\n", "[" + one + ",\n" + two + "]", "\xEF\xBB\xBF[\n" + one + "\n,\n" + two + "\n]\n",
        "{\n" + one.substr(1) + "\n" + two}) {
    CAPTURE(text);
    const auto table = table_of(text);
    REQUIRE(table.rows.size() == 2);
    CHECK(said(table.rows[0], "value") == "1889400000000000.5");
    CHECK(said(table.rows[0], "flags") == "a b");
    CHECK(said(table.rows[0], "mention") == "1,\n2");
    CHECK(said(table.rows[1], "value") == "1000");
    CHECK(said(table.rows[1], "indicator") == "托位");
    CHECK(said(table.rows[1], "unit").empty());
    CHECK(said(table.rows[1], "mention") == "-");
    CHECK(table.warnings.empty());
  }
  CHECK(table_of("[]").rows.empty());
}

TEST_CASE("a broken line of JSON is told with its number, the others are read") {
  const std::string good = R"({"indicator":"床位","value":1})";
  const auto lines = table_of(good + "\n{\"indicator\":\n" + good + "\n3\n");
  REQUIRE(lines.rows.size() == 4);
  CHECK(lines.rows[1].row == 2);
  REQUIRE(lines.rows[1].troubles.size() == 1);
  CHECK(lines.rows[1].troubles[0].reason == "no object of JSON");
  CHECK(lines.rows[2].troubles.empty());
  CHECK(lines.rows[3].row == 4);
  const auto array = table_of("[\n" + good + ",\n{\"indicator\":},\n" + good + "\n]");
  REQUIRE(array.rows.size() == 3);
  CHECK(array.rows[1].row == 3);
  CHECK_FALSE(array.rows[1].troubles.empty());
  CHECK(array.rows[2].row == 4);
  CHECK(said(array.rows[2], "value") == "1");
}
