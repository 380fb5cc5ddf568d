// Lines, columns and offsets of a source.
#include <doctest/doctest.h>

#include "zhibiao/source.hpp"

using zhibiao::Source;
using zhibiao::Span;

TEST_CASE("lines without their line ends") {
  const Source source("a", "一\r\n二三\n\n四");
  REQUIRE(source.line_count() == 4);
  CHECK(source.slice(source.line(1)) == "一");
  CHECK(source.slice(source.line(2)) == "二三");
  CHECK(source.slice(source.line(3)).empty());
  CHECK(source.slice(source.line(4)) == "四");
  CHECK(source.line(9).empty());
}

TEST_CASE("a final newline opens no further line") {
  CHECK(Source("a", "x\ny\n").line_count() == 2);
  CHECK(Source("a", "x\ny").line_count() == 2);
  CHECK(Source("a", "\n").line_count() == 1);
  CHECK(Source("a", "").line_count() == 0);
}

TEST_CASE("columns count code points, a byte order mark is none") {
  const Source source("a", "\xEF\xBB\xBF甲乙\n𠮷b丙");
  CHECK(source.position(3).column == 1);
  CHECK(source.position(6).column == 2);
  const auto place = source.position(source.text().find("丙"));
  CHECK(place.line == 2);
  CHECK(place.column == 3);
  CHECK(source.position(0).line == 1);
  CHECK(source.position(source.text().size()).line == 2);
}

TEST_CASE("columns of a long line count its characters") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 3 == 0 ? "a" : "字";
  const Source source("long", "甲\n" + text + "\n乙");
  std::size_t column = 1;
  for (std::size_t at = 4; at < 4 + text.size(); ++column) {
    const zhibiao::Position position = source.position(at);
    CHECK(position.line == 2);
    REQUIRE(position.column == column);
    at += text[at - 4] == 'a' ? 1 : 3;
  }
  CHECK(source.position(4 + text.size() + 1).line == 3);
  CHECK(source.position(4 + text.size() + 1).column == 1);
}

TEST_CASE("the line of an offset, and all characters") {
  const Source source("a", "一二\n三\n\n四");
  CHECK(source.line_at(0) == 1);
  CHECK(source.line_at(6) == 1);  // the line end is its line's
  CHECK(source.line_at(7) == 2);
  CHECK(source.line_at(11) == 3);
  CHECK(source.line_at(source.text().size()) == 4);
  CHECK(source.line_at(999) == 4);
  CHECK(source.character_count() == 7);
  CHECK(Source("a", "").line_at(0) == 1);
  CHECK(Source("a", "").character_count() == 0);
  CHECK(Source("a", std::string(5000, 'x') + "字").character_count() == 5001);
}
