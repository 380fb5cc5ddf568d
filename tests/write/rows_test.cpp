// Rows for programs: quoting, escaping, and that every form reads back as it was.
#include "write/rows.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace std::string_literals;
using namespace zhibiao;
using write::Column;

namespace {

std::string rows(Format format, const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& table,
                 const CsvStyle& style = {}) {
  std::ostringstream out;
  const auto writer = write::row_writer(out, format, columns, style);
  for (const auto& row : table) writer->row(row);
  writer->finish();
  return out.str();
}

const std::vector<Column> kColumns = {{"a", FieldType::text}, {"n", FieldType::decimal}, {"l", FieldType::list}};

/// A reader of RFC 4180 for the round trip.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> table(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& cell = table.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      cell.push_back('"');
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      table.back().emplace_back();
    } else if (!quoted && c == '\n') {
      table.emplace_back(1);
    } else {
      cell.push_back(c);
    }
  }
  table.pop_back();
  return table;
}

const std::vector<std::string> kHard = {"",         "plain",     "a,b",         "say \"x\"", "two\nlines",
                                        "cr\rhere", "tab\there", "back\\slash", " blank ",   "=1+1",
                                        "“引号”",   "é𠀀",       "\"",          "\\n",       "</script>"};

}  // namespace

TEST_CASE("csv quotes only what has to be quoted") {
  CHECK(rows(Format::csv, kColumns, {{"x", "1.5", "p q"}, {"", "", ""}}) == "a,n,l\nx,1.5,p q\n,,\n");
  CHECK(rows(Format::csv, kColumns, {{"a,\"b\"\n", "", ""}}) == "a,n,l\n\"a,\"\"b\"\"\n\",,\n");
  CHECK(rows(Format::csv, {{"a", FieldType::text}}, {{""}}) == "a\n\"\"\n");
  CHECK(rows(Format::csv, kColumns, {}) == "a,n,l\n");
}

TEST_CASE("csv reads back as it was") {
  for (const std::string& text : kHard) {
    CAPTURE(text);
    CHECK(read_csv(rows(Format::csv, kColumns, {{text, "1", text}}))[1] == std::vector<std::string>{text, "1", text});
  }
}

TEST_CASE("controls are shown as such in csv and tsv, and spelt in JSON: they drive terminals") {
  const std::string text =
      "a\x01\x1b[2J\x7f\xC2\x9B"
      "31m\u00A0\u00B7\u4E2D";
  const std::string shown =
      "a\uFFFD\uFFFD[2J\uFFFD\uFFFD"
      "31m\u00A0\u00B7\u4E2D";
  CHECK(rows(Format::csv, {{"a"}}, {{text}}) == "a\n" + shown + "\n");
  CHECK(rows(Format::tsv, {{"a"}}, {{text}}) == "a\n" + shown + "\n");
  CHECK(rows(Format::jsonl, {{"a"}}, {{text}}) ==
        "{\"a\":\"a\\u0001\\u001b[2J\\u007f\\u009b31m\u00A0\u00B7\u4E2D\"}\n");
  CHECK(rows(Format::jsonl, {{"a"}}, {{"\xC2"}}) == "{\"a\":\"\xC2\"}\n");
}

TEST_CASE("byte order mark, CR LF and GB18030 are written where asked for") {
  CHECK(rows(Format::csv, {{"指标"}}, {{"率"}}, {.bom = true}) == "\xEF\xBB\xBF指标\n率\n");
  CHECK(rows(Format::tsv, {{"a"}, {"b"}}, {{"1", "x\r\ny"}}, {.crlf = true}) == "a\tb\r\n1\tx\\r\\ny\r\n");
  CHECK(rows(Format::csv, {{"a"}}, {{"x\ny"}}, {.crlf = true}) == "a\r\n\"x\ny\"\r\n");
  // GB18030 has a place for every character: 中 in two bytes, 㐀 and 😀 in four.
  CHECK(rows(Format::csv, {{"a"}}, {{"中"}, {"\u3400"}, {"\U0001F600"}}, {.bom = true, .gb18030 = true}) ==
        "a\n\xD6\xD0\n\x81\x39\xEE\x39\n\x94\x39\xFC\x36\n");
}

TEST_CASE("tsv escapes tabs, line ends and backslashes") {
  CHECK(rows(Format::tsv, kColumns, {{"a\tb\nc\rd\\e", "2", ""}}) == "a\tn\tl\na\\tb\\nc\\rd\\\\e\t2\t\n");
}

TEST_CASE("json reads back as it was, exact numbers and null included") {
  for (const std::string& text : kHard) {
    CAPTURE(text);
    const auto one = nlohmann::json::parse(rows(Format::jsonl, kColumns, {{text, "1889400000", "x y"}}));
    CHECK((text.empty() ? one["a"].is_null() : one["a"].get<std::string>() == text));
    CHECK(one["n"].get<long>() == 1889400000);
    CHECK(one["l"] == nlohmann::json({"x", "y"}));
  }
  CHECK(rows(Format::jsonl, kColumns, {{"", "", ""}, {"\x01\"\\", "33.3333", "p"}}) ==
        "{\"a\":null,\"n\":null,\"l\":[]}\n{\"a\":\"\\u0001\\\"\\\\\",\"n\":33.3333,\"l\":[\"p\"]}\n");
}

TEST_CASE("json escapes a byte wherever it stands") {
  for (const char byte : {'"', '\\', '\n', '\x01', '\x1f', '\x7f'}) {
    for (std::size_t before = 0; before < 18; ++before) {
      const std::string text = std::string(before, '!') + byte + "标 []^~" + std::string(before % 3, byte);
      CAPTURE(text);
      const auto one = nlohmann::json::parse(rows(Format::jsonl, kColumns, {{text, "", ""}}));
      CHECK(one["a"].get<std::string>() == text);
    }
  }
}

TEST_CASE("a json array is whole for none, one and many rows") {
  for (std::size_t n = 0; n < 4; ++n) {
    const auto array =
        nlohmann::json::parse(rows(Format::json, kColumns, std::vector<std::vector<std::string>>(n, {"x", "1", ""})));
    CHECK(array.size() == n);
  }
  CHECK(rows(Format::json, kColumns, {}) == "[]\n");
}

TEST_CASE("markdown keeps a table a table") {
  CHECK(rows(Format::md, kColumns, {{"a|b\nc", "1", ""}}) ==
        "| a | n | l |\n| --- | ---: | --- |\n| a\\|b c | 1 | |\n");
  CHECK(write::markdown_text("<b>*x*_y_`z`[l]~\x1b[0m") == "&lt;b>\\*x\\*\\_y\\_\\`z\\`\\[l]\\~\\[0m");
}

TEST_CASE("every format is found by its name") {
  std::set<std::string_view> names;
  for (const Format format :
       {Format::table, Format::tree, Format::text, Format::csv, Format::tsv, Format::jsonl, Format::json, Format::md}) {
    CHECK(find_format(name_of(format)) == format);
    names.insert(name_of(format));
  }
  CHECK(names.size() == 8);
  CHECK_FALSE(find_format("xls").has_value());
}
