// Values as people read them: short, and exact.
#include "write/value.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "write/sample.hpp"

using zhibiao::Decimal;
using zhibiao::write::short_number;
using zhibiao::write::value_text;
using zhibiao_tests::fact;

TEST_CASE("large numbers are scaled where that is shorter") {
  struct Case {
    const char* number;
    const char* text;
  };
  for (const Case& c : std::vector<Case>{{"1889400000", "18.894亿"},
                                         {"14000000000000", "14万亿"},
                                         {"50000", "5万"},
                                         {"8000", "8000"},
                                         {"12000", "1.2万"},
                                         {"12345", "12345"},
                                         {"0", "0"},
                                         {"0.5", "0.5"},
                                         {"116000000", "1.16亿"},
                                         {"-50000", "-5万"},
                                         {"13731400", "1373.14万"}}) {
    CHECK(short_number(*Decimal::parse(c.number)) == c.text);
  }
}

TEST_CASE("comparator, range, unit, denominator and change") {
  CHECK(value_text(fact("x", "=", "95", "%")) == "95%");
  CHECK(value_text(fact("x", ">=", "95", "%")) == "≥ 95%");
  CHECK(value_text(fact("x", "<", "7.5", "‰")) == "< 7.5‰");
  CHECK(value_text(fact("x", "~", "500000", "元")) == "~ 50万元");
  CHECK(value_text(fact("x", "<=", "20", "/10万")) == "≤ 20/10万");
  CHECK(value_text(fact("x", "=", "10", ":1")) == "10:1");
  auto range = fact("x", "range", "2", "个");
  range.value_max = Decimal(3);
  CHECK(value_text(range) == "2-3个");
  auto per = fact("x", ">=", "50000", "管");
  per.per = "日";
  CHECK(value_text(per) == "≥ 5万管/日");
  auto change = fact("x", ">=", "1", "百分点");
  change.change = "decrease";
  CHECK(value_text(change) == "≥ ↓1百分点");
  CHECK(value_text(zhibiao::Fact{}).empty());
}
