// The text of cells made plain, dates and numbers as spreadsheets show them.
#include "records/text.hpp"

#include <doctest/doctest.h>

#include "records/dates.hpp"
#include "records/number_format.hpp"

using namespace zhibiao::records;

namespace {

std::string number(std::string_view text, bool decimal_comma = false) {
  const auto shown = shown_number(text, decimal_comma);
  return shown ? shown->str() : "none";
}

}  // namespace

TEST_CASE("blanks of all widths go from both ends, and only from there") {
  CHECK(trimmed("\xEF\xBB\xBF 　1270 张\xC2\xA0\r\n") == "1270 张");
  CHECK(trimmed(" 　\n").empty());
  CHECK(trimmed("张") == "张");
  CHECK(squeezed(" 1 270\n张　") == "1270张");
  CHECK(folded("　１２，７％ａＺ～") == "12,7%aZ~");
}

TEST_CASE("numbers as people and spreadsheets write them") {
  CHECK(number("1270") == "1270");
  CHECK(number("1,270") == "1270");
  CHECK(number("1,889,400,000") == "1889400000");
  CHECK(number("１２７０") == "1270");
  CHECK(number(" 12.50　") == "12.5");
  CHECK(number("-2") == "-2");
  CHECK(number("'95") == "95");
  CHECK(number("12,5") == "none");
  CHECK(number("12,5", true) == "12.5");
  CHECK(number("1.2,5", true) == "none");
  CHECK(number("95%") == "none");
  CHECK(number("九十五") == "none");
  CHECK(number("") == "none");
}

TEST_CASE("scientific notation") {
  CHECK(scientific_number("1.8894E+09")->str() == "1889400000");
  CHECK(scientific_number("1E-3")->str() == "0.001");
  CHECK_FALSE(scientific_number("1889400000"));
  CHECK_FALSE(scientific_number("1.5E"));
  CHECK_FALSE(scientific_number("E5"));
  CHECK_FALSE(scientific_number("1E999999999999"));
}

TEST_CASE("error values") {
  CHECK(is_error_value("#NAME?"));
  CHECK(is_error_value(" ####### "));
  CHECK(is_error_value("Err:508"));
  CHECK_FALSE(is_error_value("#1"));
  CHECK_FALSE(is_error_value(""));
}

TEST_CASE("deadlines in a spreadsheet's spelling come back") {
  for (const char* shown :
       {"2020/12/31", "2020-12-31", "2020.12.31", "2020/12/31 0:00", "2020-12-31 00:00:00", "2020-12-31T00:00:00",
        "2020年12月31日", "31-Dec-20", "12/31/2020", "31/12/2020", "２０２０/１２/３１"}) {
    CAPTURE(shown);
    CHECK(iso_deadline(shown) == "2020-12-31");
  }
  for (const char* shown : {"2020/5", "2020年5月", "May-20", "2020-05"}) {
    CAPTURE(shown);
    CHECK(iso_deadline(shown) == "2020-05");
  }
  // Neither guessed nor taken for dates.
  for (const char* shown : {"5/6/2020", "2018/2020", "P3Y", "2020", "2020/13/1", "10:01", "年底", "2020-05-XX", ""}) {
    CAPTURE(shown);
    CHECK(iso_deadline(shown).empty());
  }
  CHECK(iso_deadline("5/5/2020") == "2020-05-05");
}

TEST_CASE("days by their number") {
  CHECK(date_of_serial(44196, false) == "2020-12-31");
  CHECK(date_of_serial(1, false) == "1900-01-01");
  CHECK(date_of_serial(61, false) == "1900-03-01");
  CHECK(date_of_serial(42734, true) == "2020-12-31");
  CHECK(date_of_serial(0, false).empty());
  CHECK(date_of_serial(99999999, false).empty());
}

TEST_CASE("number formats of workbooks") {
  CHECK(shown_by("General") == Shows::number);
  CHECK(shown_by("#,##0.00_ ") == Shows::number);
  CHECK(shown_by("0.00%") == Shows::percent);
  CHECK(shown_by("yyyy\\-mm\\-dd") == Shows::date);
  CHECK(shown_by("[$-804]yyyy\"年\"m\"月\"d\"日\";@") == Shows::date);
  CHECK(shown_by("yyyy\"年\"m\"月\"") == Shows::month);
  CHECK(shown_by("mmm-yy") == Shows::month);
  CHECK(shown_by("m\"月\"d\"日\"") == Shows::month_day);
  CHECK(shown_by("h:mm") == Shows::time);
  CHECK(shown_by("[h]:mm:ss") == Shows::time);
  CHECK(shown_by("\"第\"0\"d\"") == Shows::number);
  CHECK(shown_by("[Red]0.0;[Blue]-0.0") == Shows::number);
  CHECK(shown_by(14L) == Shows::date);
  CHECK(shown_by(58L) == Shows::month_day);
  CHECK(shown_by(9L) == Shows::percent);
  CHECK(shown_by(0L) == Shows::number);
}

TEST_CASE("cells show what their formats make of numbers") {
  CHECK(plain_digits("1.8893999999999999E9") == "1889400000");
  CHECK(plain_digits("18.894000000000002") == "18.894");
  CHECK(plain_digits("nan").empty());
  CHECK(plain_digits("x").empty());
  CHECK(shown_text("44196", Shows::date, false) == "2020-12-31");
  CHECK(shown_text("43952", Shows::month, false) == "2020-05");
  CHECK(shown_text("45325", Shows::month_day, false) == "2-3");
  CHECK(shown_text("0.41736111111111113", Shows::time, false) == "10:01");
  CHECK(shown_text("0.45500000000000002", Shows::percent, false) == "45.5%");
  CHECK(shown_text("-1", Shows::date, false) == "-1");
  CHECK(shown_text("1e300", Shows::date, false) == "1e300");
}
