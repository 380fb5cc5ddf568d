// Exact decimals: reading, printing, arithmetic, ordering, limits.
#include "zhibiao/decimal.hpp"

#include <doctest/doctest.h>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using zhibiao::Decimal;

namespace {

Decimal d(const std::string& text) {
  const auto value = Decimal::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

/// Hundredths as text: 1889 -> "18.89".
std::string hundredths(int n) {
  std::string rest = std::to_string(n % 100);
  return std::to_string(n / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

}  // namespace

TEST_CASE("reads and prints plain numbers") {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : std::vector<Case>{{"0", "0"},
                                         {"-0", "0"},
                                         {"-0.0", "0"},
                                         {"007", "7"},
                                         {"95", "95"},
                                         {"2.90", "2.9"},
                                         {"-12.50", "-12.5"},
                                         {"0.05", "0.05"},
                                         {"-0.05", "-0.05"},
                                         {"1,270", "1270"},
                                         {"1 270", "1270"},
                                         {"12,345,678.9", "12345678.9"},
                                         {"999999999999999999", "999999999999999999"},
                                         {"0.000000000000000001", "0.000000000000000001"},
                                         {"100", "100"},
                                         {"1.000000000000000000000", "1"}}) {
    CAPTURE(c.text);
    CHECK(d(c.text).str() == c.expected);
    CHECK(d(d(c.text).str()) == d(c.text));
  }
}

TEST_CASE("refuses what is no plain number") {
  for (const char* text : {"",
                           "-",
                           ".5",
                           "5.",
                           "1.2.3",
                           "--1",
                           "+1",
                           "1e3",
                           " 1",
                           "1 ",
                           "12,34",
                           "1,2345",
                           "1234,567",
                           ",123",
                           "1,270 300",
                           "0,123",
                           "1,",
                           "1,,270",
                           "1. 5",
                           "abc",
                           "1２",
                           "1000000000000000000",
                           "9.9999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text).has_value());
  }
}

TEST_CASE("18.894 times 10^8 is 1889400000") {
  CHECK(d("18.894").scaled(8)->str() == "1889400000");
  CHECK(*d("18.894").scaled(8) == Decimal(1889400000));
  CHECK(d("16.4").scaled(8)->str() == "1640000000");
  CHECK(d("5").scaled(-2)->str() == "0.05");
}

TEST_CASE("all products of 0.01 … 999.99 with 10^4 and 10^8 are the integers they should be") {
  for (const int power : {4, 8}) {
    std::int64_t factor = 1;
    for (int i = 2; i < power; ++i) {
      factor *= 10;
    }
    const Decimal times(factor * 100);
    int wrong = 0;
    for (int n = 1; n < 100000; ++n) {
      const auto value = Decimal::parse(hundredths(n));
      const Decimal expected(n * factor);
      if (!value || value->scaled(power) != expected || value->times(times) != expected ||
          value->scaled(power)->str() != std::to_string(n * factor)) {
        ++wrong;
      }
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("scaling stops at 64 bits and 18 places") {
  CHECK_FALSE(d("999999999999999999").scaled(8).has_value());
  CHECK_FALSE(d("1").scaled(19).has_value());
  CHECK_FALSE(d("1").scaled(1000).has_value());
  CHECK_FALSE(d("1").scaled(-19).has_value());
  CHECK_FALSE(d("1").scaled(std::numeric_limits<int>::min()).has_value());
  CHECK(d("0").scaled(1000)->str() == "0");
  CHECK(d("10").scaled(-19)->str() == "0.000000000000000001");
}

TEST_CASE("sums and products are exact or empty") {
  CHECK(d("0.1").plus(d("0.2"))->str() == "0.3");
  CHECK(d("0.5").plus(d("-0.5"))->str() == "0");
  CHECK(d("1889400000").plus(d("0.01"))->str() == "1889400000.01");
  CHECK(d("1.52").times(d("-1.5"))->str() == "-2.28");
  CHECK(d("0.2").times(d("0.5"))->str() == "0.1");
  CHECK_FALSE(d("999999999999999999").times(d("99")).has_value());
  CHECK_FALSE(Decimal(std::numeric_limits<std::int64_t>::max()).plus(Decimal(1)).has_value());
  CHECK_FALSE(d("0.000000000000000001").times(d("0.1")).has_value());
  CHECK_FALSE(d("999999999999999999").plus(d("0.000000000000000001")).has_value());
}

TEST_CASE("quotients round half up") {
  struct Case {
    const char* over;
    const char* by;
    int places;
    const char* expected;
  };
  for (const Case& c : std::vector<Case>{{"100", "3", 4, "33.3333"},
                                         {"200", "3", 4, "66.6667"},
                                         {"1", "2", 0, "1"},
                                         {"-1", "2", 0, "-1"},
                                         {"1", "8", 2, "0.13"},
                                         {"0.3", "0.1", 0, "3"},
                                         {"1", "0.004", 0, "250"},
                                         {"0", "7", 3, "0"},
                                         {"7", "1000", 1, "0"},
                                         {"999999999999999999", "1", 0, "999999999999999999"}}) {
    CAPTURE(c.over);
    CAPTURE(c.by);
    REQUIRE(d(c.over).divided(d(c.by), c.places).has_value());
    CHECK(d(c.over).divided(d(c.by), c.places)->str() == c.expected);
  }
  CHECK_FALSE(d("1").divided(d("0"), 2).has_value());
  CHECK_FALSE(d("1").divided(d("3"), -1).has_value());
  CHECK_FALSE(d("1").divided(d("3"), 19).has_value());
  CHECK_FALSE(d("999999999999999999").divided(d("0.000000000000000001"), 18).has_value());
}

TEST_CASE("orders by value, not by digits") {
  const std::vector<std::string> sorted = {"-999999999999999999",  "-2",  "-1.9", "-0.01", "0",
                                           "0.000000000000000001", "0.5", "2",    "10",    "10.01",
                                           "999999999999999999"};
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t k = 0; k < sorted.size(); ++k) {
      CHECK((d(sorted[i]) < d(sorted[k])) == (i < k));
      CHECK((d(sorted[i]) == d(sorted[k])) == (i == k));
    }
  }
  CHECK(d("2.50") == d("2.5"));
  CHECK(d("7.5").approx() == doctest::Approx(7.5));
}
