// Encodings by name, and checks of UTF-8.
#include "read/encoding.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "zhibiao/read.hpp"

using namespace zhibiao::read_stage;

TEST_CASE("labels mean what browsers take them for") {
  for (const char* label : {"gbk", "GB2312", "gb18030", "x-gbk", " GBK\t", "cp936", "chinese"}) {
    CHECK(zhibiao::find_encoding(label) == "GB18030");
  }
  for (const char* label : {"utf-8", "UTF8", "utf-8-sig"}) CHECK(zhibiao::find_encoding(label) == "UTF-8");
  for (const char* label : {"big5", "Big5-HKSCS", "cp950"}) CHECK(zhibiao::find_encoding(label) == "Big5");
  for (const char* label : {"utf-16", "utf-16le", "unicode"}) CHECK(zhibiao::find_encoding(label) == "UTF-16LE");
  CHECK(zhibiao::find_encoding("utf-16be") == "UTF-16BE");
  for (const char* label : {"", " ", "utf", "gbk2", "latin1", "\xFF"}) CHECK(zhibiao::find_encoding(label).empty());
  for (const Encoding encoding : kEncodings) CHECK(encoding_of(name_of(encoding)) == encoding);
}

TEST_CASE("the first byte that is no UTF-8") {
  struct Case {
    std::string bytes;
    std::size_t at;
  };
  for (const Case& c : std::vector<Case>{{"a\x80", 1},
                                         {"ab\xC0\xAF", 2},
                                         {"\xED\xA0\x80", 0},
                                         {"\xF4\x90\x80\x80", 0},
                                         {"\xE4\xB8", 0},
                                         {"x\xE4\xB8y", 1},
                                         {"\xF5\x80\x80\x80", 0},
                                         {"\xE0\x80\x80", 0}}) {
    CAPTURE(c.bytes);
    CHECK(first_bad_utf8(c.bytes) == c.at);
  }
  for (const char* good : {"", "a", "é", "一", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEF\xBB\xBF"}) {
    CHECK_FALSE(first_bad_utf8(good).has_value());
  }
}

TEST_CASE("names of files are made UTF-8, byte by byte") {
  CHECK(valid_utf8("一.txt") == "一.txt");
  CHECK(valid_utf8("a\xFF\xE4.txt") == "a\xEF\xBF\xBD\xEF\xBF\xBD.txt");
}

TEST_CASE("blank text") {
  for (const char* blank : {"", " ", "\n\r\n\t", "\xEF\xBB\xBF", "\xE3\x80\x80\n\xC2\xA0", "\xE2\x80\x8B\f\v"}) {
    CHECK(is_blank(blank));
  }
  for (const char* text : {"a", " 一", "。", "\xEF\xBF\xBD"}) CHECK_FALSE(is_blank(text));
}
