// Columns of text on a terminal.
#include <doctest/doctest.h>

#include "text/width.hpp"

using zhibiao::text::display_width;
using zhibiao::text::truncate_to_width;

TEST_CASE("wide characters take two columns, marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("指标") == 4);
  CHECK(display_width("（ａ）。") == 8);
  CHECK(display_width("“①‰—”") == 5);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200Db") == 2);
  CHECK(display_width("𠮷") == 2);
  CHECK(display_width("ｱ") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("cutting keeps within the columns and says so") {
  CHECK(truncate_to_width("指标表", 6) == "指标表");
  CHECK(truncate_to_width("指标表", 5) == "指标…");
  CHECK(truncate_to_width("指标表", 4) == "指…");
  CHECK(truncate_to_width("abcdef", 4) == "abc…");
  CHECK(truncate_to_width("指标", 1) == "…");
  CHECK(truncate_to_width("指标", 0).empty());
  for (std::size_t columns = 1; columns < 12; ++columns) {
    CHECK(display_width(truncate_to_width("a指b标c表d", columns)) <= columns);
  }
}
