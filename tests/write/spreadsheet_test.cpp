// Cells that spreadsheets would take for something else.
#include "write/spreadsheet.hpp"

#include <doctest/doctest.h>

#include <string>

using zhibiao::find_field;
using zhibiao::write::excel_spelling;
using zhibiao::write::excel_would_convert;
using zhibiao::write::from_excel_spelling;
using zhibiao::write::guarded;
using zhibiao::write::unguarded;

TEST_CASE("what begins a formula gets an apostrophe, and loses it again") {
  for (const char* text : {"=1+1", "+改造", "-改造", "@SUM(A1)", "\t=1", "\r=1", "\n-x", "＝1", "＋1", "－1", "＠a",
                           "'=1", "''@a", "=", "-2-3", "+", "--1"}) {
    CAPTURE(text);
    CHECK(guarded(text) == "'" + std::string(text));
    CHECK(unguarded(guarded(text)) == text);
  }
  for (const char* text : {"", "新增", "5%", "-2", "+86", "+3.5", "-1.52%", "'甲", "a=b", "’-"}) {
    CAPTURE(text);
    CHECK(guarded(text) == text);
    CHECK(unguarded(text) == text);
  }
}

TEST_CASE("fields of ours are spelt so that Excel leaves them alone, and read back") {
  const auto spelt = [](const char* field, const std::string& text) {
    const std::string there = excel_spelling(*find_field(field), text);
    CHECK(from_excel_spelling(*find_field(field), there) == text);
    return there;
  };
  CHECK(spelt("item", "2/1/1") == "2>1>1");
  CHECK(spelt("item", "三/四/31") == "三>四>31");
  CHECK(spelt("deadline", "2020-05") == "2020-05-XX");
  CHECK(spelt("deadline", "2020-12-31") == "2020-12-31");
  CHECK(spelt("deadline", "2018/2020") == "2018/2020");
  CHECK(spelt("deadline", "P3Y") == "P3Y");
  CHECK(spelt("comparator", "=") == "等于");
  CHECK(spelt("comparator", ">=") == "≥");
  CHECK(spelt("comparator", "range") == "区间");
  CHECK(spelt("value", "-2") == "-2");
  CHECK(spelt("mention", "-2%") == "-2%");
  CHECK(spelt("sentence", "- 32. 完成") == "'- 32. 完成");
  for (const char* comparator : {"=", ">=", "<=", ">", "<", "~", "range", ""}) spelt("comparator", comparator);
}

TEST_CASE("what Excel would turn into a date, a time or another number") {
  for (const char* text : {"2-3", "10:1", "2020-05", "2/1/1", "1-2-3", "007", "1234567890123456"}) {
    CAPTURE(text);
    CHECK(excel_would_convert(text));
  }
  for (const char* text : {"2-3个", "2>1>1", "2020-05-XX", "5", "95%", "-2", "1-2-3-4", "-", "2-", "", "三/四"}) {
    CAPTURE(text);
    CHECK_FALSE(excel_would_convert(text));
  }
}
