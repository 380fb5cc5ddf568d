// The cells of a trend: one column a plan under a name of its own, every value as text in the row's unit.
#include <doctest/doctest.h>

#include "write/trend_writer.hpp"

using zhibiao::Decimal;
using zhibiao::Fact;
using zhibiao::Kind;
using zhibiao::Plan;
using zhibiao::Role;
using zhibiao::Trend;
using zhibiao::TrendRow;
using zhibiao::write::make_trend_table;
using zhibiao::write::TrendBy;
using zhibiao::write::TrendTable;

namespace {

Fact fact(const std::string& value, const std::string& comparator = "=", Role role = Role::target) {
  Fact made;
  made.indicator = "床位";
  made.kind = Kind::count;
  made.role = role;
  made.comparator = comparator;
  made.value = Decimal::parse(value);
  made.unit = "张";
  return made;
}

Plan plan(const std::string& file, const std::string& issuer, std::optional<int> year, std::vector<Fact> facts = {}) {
  Plan made;
  made.file = file;
  made.document.issuer = issuer;
  made.document.plan_year = year;
  made.facts = std::move(facts);
  return made;
}

std::vector<std::string> labels(const std::vector<Plan>& plans, TrendBy by) {
  std::vector<std::string> all;
  for (const auto& column : make_trend_table(plans, {}, by, false).columns) all.push_back(column.label);
  return all;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("columns are years, the oldest first; by issuer they keep their order") {
  const std::vector<Plan> plans = {plan("b.txt", "甲市", 2021), plan("a.txt", "甲市", 2019)};
  CHECK(labels(plans, TrendBy::year) == Labels{"2019", "2021"});
  const std::vector<Plan> offices = {plan("b.txt", "甲市", 2021), plan("a.txt", "乙市", 2019)};
  CHECK(labels(offices, TrendBy::issuer) == Labels{"甲市", "乙市"});
}

TEST_CASE("columns of one name say more, and only these") {
  const std::vector<Plan> plans = {plan("a.txt", "甲市", 2021), plan("b.txt", "乙市", 2021),
                                   plan("c.txt", "乙市", 2020)};
  CHECK(labels(plans, TrendBy::year) == Labels{"2020", "2021 甲市", "2021 乙市"});
  CHECK(labels(plans, TrendBy::issuer) == Labels{"甲市", "乙市 2021", "乙市 2020"});
  const std::vector<Plan> files = {plan("x/a.txt", "甲市", 2021), plan("y/a.txt", "甲市", 2021),
                                   plan("b.txt", "甲市", 2021)};
  CHECK(labels(files, TrendBy::year) == Labels{"2021 甲市 x/a.txt", "2021 甲市 y/a.txt", "2021 甲市 b.txt"});
  const std::vector<Plan> twice = {plan("a.txt", "甲市", 2021), plan("a.txt", "甲市", 2021)};
  CHECK(labels(twice, TrendBy::year) == Labels{"2021 甲市 a.txt", "2021 甲市 a.txt (2)"});
}

TEST_CASE("a plan without a year or an issuer goes by what it has, and stands last by year") {
  const std::vector<Plan> plans = {plan("a.txt", "甲市", std::nullopt), plan("b.txt", "乙市", 2021),
                                   plan("c.txt", "", std::nullopt)};
  CHECK(labels(plans, TrendBy::year) == Labels{"2021", "甲市", "c.txt"});
  CHECK(labels(plans, TrendBy::issuer) == Labels{"甲市", "乙市", "c.txt"});
}

TEST_CASE("cells tell value and comparator; the unit is the row's") {
  const std::vector<Plan> plans = {plan("a", "甲市", 2020, {fact("12000", ">="), fact("11500", "=", Role::result)}),
                                   plan("b", "甲市", 2021), plan("c", "甲市", 2022, {fact("3", "range")})};
  TrendRow row;
  row.indicator = "床位";
  row.unit = "张";
  row.per = "千人口";
  row.cells = {{0, 0, Decimal(12000), {}, 0.9}, {0, 1, Decimal(11500), {}, 0.8}, {2, 0, Decimal(3), Decimal(5), 0.7}};
  Trend trend;
  trend.rows = {row};
  const TrendTable table = make_trend_table(plans, trend, TrendBy::year, true);
  REQUIRE(table.rows.size() == 1);
  CHECK(unit_text(table.rows[0]) == "张/千人口");
  const auto& entries = table.rows[0].entries;
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].target.text == "≥ 1.2万");
  CHECK(entries[0].target.number == "1.2万");
  CHECK(entries[0].target.similarity == doctest::Approx(0.9));
  CHECK(entries[0].result.text == "1.15万");
  CHECK_FALSE(entries[1].target);
  CHECK_FALSE(entries[1].result);
  CHECK(entries[2].target.text == "3-5");
  CHECK_FALSE(make_trend_table(plans, trend, TrendBy::year, false).rows[0].entries[0].result);
}

TEST_CASE("a milestone's cell is its date; growth shows its direction with the unit") {
  Fact milestone;
  milestone.kind = Kind::deadline;
  milestone.deadline = "2021-06";
  const std::vector<Plan> plans = {plan("a", "甲市", 2021, {milestone})};
  TrendRow row;
  row.cells = {{0, 0, {}, {}, 1}};
  row.unit = "%";
  row.change = "decrease";
  Trend trend;
  trend.rows = {row};
  const TrendTable table = make_trend_table(plans, trend, TrendBy::year, false);
  CHECK(table.rows[0].entries[0].target.text == "2021-06");
  CHECK(table.rows[0].kind == Kind::deadline);
  CHECK(unit_text(table.rows[0]) == "↓%");
}

TEST_CASE("by issuer, what most of them set stands first") {
  const std::vector<Plan> plans = {plan("a", "甲市", 2021, {fact("1"), fact("2")}),
                                   plan("b", "乙市", 2021, {fact("3"), fact("4")}),
                                   plan("c", "丙市", 2021, {fact("5")})};
  TrendRow two;
  two.indicator = "二";
  two.cells = {{0, 0, Decimal(1), {}, 1}, {1, 0, Decimal(3), {}, 1}};
  TrendRow three;
  three.indicator = "三";
  three.cells = {{0, 1, Decimal(2), {}, 1}, {1, 1, Decimal(4), {}, 1}, {2, 0, Decimal(5), {}, 1}};
  Trend trend;
  trend.rows = {two, three};
  CHECK(make_trend_table(plans, trend, TrendBy::issuer, false).rows[0].indicator == "三");
  CHECK(make_trend_table(plans, trend, TrendBy::year, false).rows[0].indicator == "二");
}
