// Tests of the benchmark's arithmetic and table: what it prints is what was measured.
#include "bench/figures.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace zhibiao::bench;

TEST_CASE("median and spread") {
  CHECK(median_of({}) == 0);
  CHECK(median_of({3, 1, 2}) == 2);
  CHECK(median_of({4, 1, 2, 3}) == 2.5);
  CHECK(spread_of({5}) == 0);
  CHECK(spread_of({9, 10, 12}) == doctest::Approx(30));
}

TEST_CASE("growth is the exponent") {
  CHECK(growth_of(10, 1, 100, 10) == doctest::Approx(1));
  CHECK(growth_of(300, 0.1, 3000, 10) == doctest::Approx(2));
  CHECK(growth_of(10, 1, 10, 1) == 0);
  CHECK(growth_of(10, 0, 100, 1) == 0);
}

TEST_CASE("figures have three digits and no exponent") {
  CHECK(figure_text(0) == "0");
  CHECK(figure_text(0.05123) == "0.0512");
  CHECK(figure_text(13.248) == "13.2");
  CHECK(figure_text(2) == "2");
  CHECK(figure_text(1280.4) == "1280");
  CHECK(figure_text(12345678) == "12345678");
}

TEST_CASE("ratios are taken round by round") {
  const Row icu = {"reference", "icu", "MB/s", {}};
  const Row ours = {"program", "ours", "MB/s", at_least_times_icu(2)};
  Sheet sheet;
  sheet.set_reference(icu);
  // The machine was twice as fast in the second round: medians alone would say otherwise.
  for (const double speed : {10.0, 20.0, 40.0}) sheet.add(icu, speed);
  for (const double speed : {30.0, 60.0, 120.0}) sheet.add(ours, speed);
  CHECK(sheet.ratio(ours) == doctest::Approx(3));
  CHECK(sheet.median(ours) == doctest::Approx(60));
  CHECK(sheet.most_samples() == 3);
  CHECK(sheet.table().find("| yes |") != std::string::npos);
}

TEST_CASE("the table says what was not met and what was not measured") {
  Sheet sheet;
  sheet.add({"program", "start", "ms", at_most(40)}, 41);
  sheet.fail({"program", "two threads", "times", at_least(1.7)}, "no --jobs");
  const std::string table = sheet.table();
  CHECK(table.find("| ≤ 40 ms     | no        |") != std::string::npos);
  CHECK(table.find("| two threads |      – | times |") != std::string::npos);
  CHECK(table.find("| ≥ 1.7 times | no --jobs |") != std::string::npos);
}

TEST_CASE("a page keeps all but what stands between the marks") {
  const std::string page = "a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n";
  CHECK(with_table(page, "new\n") == "a\n<!-- bench -->\nnew\n<!-- /bench -->\nb\n");
  CHECK_THROWS_AS(with_table("a\n", "new\n"), std::runtime_error);
}
