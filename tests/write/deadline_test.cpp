// What deadlines of records say: the date by which they are over, and its year.
#include "zhibiao/model.hpp"

#include <doctest/doctest.h>

using namespace zhibiao;

TEST_CASE("a deadline is over at the end of its span") {
  CHECK(deadline_end("2018/2020") == "2020");
  CHECK(deadline_end("2020-12-31") == "2020-12-31");
  CHECK(deadline_end("P3Y") == "P3Y");
  CHECK(deadline_end("").empty());
}

TEST_CASE("the year of a deadline; lengths of time have none") {
  CHECK(deadline_year("2018/2020") == 2020);
  CHECK(deadline_year("2020-12-31") == 2020);
  CHECK(deadline_year("2020-05") == 2020);
  CHECK(deadline_year("2020") == 2020);
  CHECK(deadline_year("P3Y") == 0);
  CHECK(deadline_year("202") == 0);
  CHECK(deadline_year("") == 0);
}
