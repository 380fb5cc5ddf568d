// Tables for people: aligned, no wider than asked, nothing dangerous in them.
#include "write/table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "text/width.hpp"
#include "write/sample.hpp"

using zhibiao::text::display_width;
using zhibiao::write::Table;
using zhibiao_tests::lines;

namespace {

std::string printed(const Table& table, std::size_t width = 0, bool wrap = false) {
  std::ostringstream out;
  table.print(out, width, wrap);
  return out.str();
}

Table sample_table() {
  Table table(
      {{.title = "item"}, {.title = "name", .floor = 6}, {.title = "n", .right = true}, {.title = "kind", .drop = 1}});
  table.row({"一/1", "居民健康档案规范化电子建档率", "5", "rate"});
  table.row({"二", "beds", "1270", "count"});
  return table;
}

}  // namespace

TEST_CASE("columns are aligned by the width of characters") {
  CHECK(printed(sample_table()) ==
        "item  name                             n  kind\n"
        "一/1  居民健康档案规范化电子建档率     5  rate\n"
        "二    beds                          1270  count\n");
}

TEST_CASE("the table fits: long cells are cut, then columns go") {
  CHECK(printed(sample_table(), 36) ==
        "item  name                  n  kind\n"
        "一/1  居民健康档案规范…     5  rate\n"
        "二    beds               1270  count\n");
  CHECK(printed(sample_table(), 20) ==
        "item  name         n\n"
        "一/1  居民健…      5\n"
        "二    beds      1270\n");
  for (std::size_t width = 18; width < 60; ++width) {
    for (const std::string& line : lines(printed(sample_table(), width))) CHECK(display_width(line) <= width);
  }
  // What cannot fit at all is printed as narrow as it goes.
  CHECK(lines(printed(sample_table(), 3)).size() == 3);
}

TEST_CASE("wrapping loses nothing and breaks no Latin word") {
  Table table({{.title = "n"}, {.title = "text", .floor = 8}});
  table.row({"1", "居民健康档案 covered by category and kind"});
  const std::string text = printed(table, 15, true);
  CHECK(text ==
        "n  text\n"
        "1  居民健康档案\n"
        "   covered by\n"
        "   category and\n"
        "   kind\n");
}

TEST_CASE("wrapped Chinese text begins no line with a stop and ends none with an opening mark") {
  Table table({{.title = "text", .floor = 4}});
  table.row({"到2025年，每千人口托位数达到4.5个，普惠托位占比80%（《规划》所列），其中“示范”机构3家。"});
  for (std::size_t width = 10; width < 60; ++width) {
    for (const std::string& line : lines(printed(table, width, true))) {
      CHECK(display_width(line) <= width);
      for (const char* mark : {"，", "。", "）", "》", "”", "%"}) CHECK_FALSE(line.starts_with(mark));
      for (const char* mark : {"（", "《", "“"}) CHECK_FALSE(line.ends_with(mark));
    }
  }
}

TEST_CASE("empty columns are left out unless they are asked for") {
  Table table({{.title = "a"}, {.title = "b"}, {.title = "c", .hide_empty = false}});
  table.row({"1", "", ""});
  CHECK(printed(table) == "a  c\n1\n");
}

TEST_CASE("sections stand above their rows; no rows, no titles") {
  Table table({{.title = "a"}});
  table.section("first");
  table.row({"1"});
  CHECK(printed(table) == "a\n\nfirst\n1\n");
  CHECK(printed(Table({{.title = "a"}})).empty());
}

TEST_CASE("no line ends in blanks and no control character passes") {
  Table table({{.title = "a"}, {.title = "b"}});
  table.section("x\x1b]0;evil\x07");
  table.row({"\x1b[31mred\x1b[0m", ""});
  table.row({"two\nlines\r", "b"});
  const std::string text = printed(table);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(lines(text).size() == 5);
  for (const std::string& line : lines(text)) CHECK_FALSE(line.ends_with(' '));
}

TEST_CASE("colours change nothing but colours, whether cells are cut or continued") {
  using zhibiao::write::Look;
  Table table({{.title = "name", .floor = 6}, {.title = "n", .right = true}});
  table.section("one");
  table.row({"规范化电子健康档案", "5"}, {{0, Look::red}, {0, Look::underlined, {9, 15}}, {1, Look::green}});
  for (const bool wrap : {false, true}) {
    for (std::size_t width = 8; width < 30; ++width) {
      std::ostringstream out;
      table.print(out, width, wrap, true);
      std::string text = out.str();
      CHECK(text.find('\x1B') != std::string::npos);
      for (std::size_t at = text.find('\x1B'); at != std::string::npos; at = text.find('\x1B')) {
        text.erase(at, text.find('m', at) - at + 1);
      }
      CHECK(text == printed(table, width, wrap));
    }
  }
  std::ostringstream out;
  table.print(out, 0, false, true);
  CHECK(out.str().find("\x1B[31m规范化\x1B[0m\x1B[31;4m电子\x1B[0m\x1B[31m健康档案\x1B[0m  \x1B[32m5\x1B[0m\n") !=
        std::string::npos);
  CHECK(out.str().find("\x1B[1mone\x1B[0m\n") != std::string::npos);
}
