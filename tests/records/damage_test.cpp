// What happened to a cell.
#include "records/damage.hpp"

#include <doctest/doctest.h>

using zhibiao::records::damage_of;
using zhibiao::records::same_text;

TEST_CASE("blanks, line ends and spellings of numbers make no difference") {
  CHECK(same_text("1270张", "1270 张"));
  CHECK(same_text("托\n位", "托\r\n位"));
  CHECK(same_text("45.50%", "45.5%"));
  CHECK(same_text("7", "007"));
  CHECK_FALSE(same_text("45.5", "45.5%"));
  CHECK_FALSE(same_text("46%", "45%"));
  CHECK_FALSE(same_text("", "45%"));
}

TEST_CASE("damage has a name") {
  for (const char* shown : {"2月3日", "3-Feb", "Feb-03", "2026/2/3", "2026-02-03 00:00:00"}) {
    CAPTURE(shown);
    CHECK(damage_of(shown, "2-3") == "a spreadsheet took it for a date");
  }
  CHECK(damage_of("10:01", "10:1") == "a spreadsheet took it for a time");
  CHECK(damage_of("10:01:00", "10:1") == "a spreadsheet took it for a time");
  CHECK(damage_of("May-20", "2020-05") == "a spreadsheet took it for a date");
  CHECK(damage_of("45691", "2-3") == "perhaps a date or a time that a spreadsheet made of it");
  CHECK(damage_of("1.23457E+11", "123456789012") == "in scientific notation, whose last digits may be lost");
  CHECK(damage_of("5?以内", "5‰以内") == "characters lost where the table was saved in an encoding without them");
  CHECK(damage_of("??乡", "𠮷乡") == "characters lost where the table was saved in an encoding without them");
  CHECK(damage_of("床位\uFFFD", "床位数") == "characters lost where the table was read in a wrong encoding");
  CHECK(damage_of("鎬绘姇璧", "总投资") == "UTF-8 that was read as GBK");
  CHECK(damage_of("全年新增…", "全年新增床位1270张。") == "cut, as a workbook's cell holds no more");
}

TEST_CASE("what somebody changed is no damage") {
  CHECK(damage_of("96%", "95%").empty());
  CHECK(damage_of("3月4日", "2-3").empty());
  CHECK(damage_of("病床", "床位").empty());
  CHECK(damage_of("床位?", "床位").empty());
  CHECK(damage_of("", "床位").empty());
  CHECK(damage_of("床位", "").empty());
}
