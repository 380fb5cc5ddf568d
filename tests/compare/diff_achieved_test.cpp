// Last year's targets against this year's results: met, missed, or not to be told.
#include "zhibiao/achieved.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compare/diff_plan_folder.hpp"

using namespace diff_tests;
using Strings = std::vector<std::string>;

namespace {

/// What `--achieved` says of a target and the review sentence of the next plan.
std::string achieved(const std::string& target, const std::string& result) {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年工作要点\n一、目标\n" + target + "\n");
  const auto after = plans.write("b.txt", "2022年工作要点\n一、2021年工作回顾\n2021年，" + result + "\n");
  const auto rows = changes({before, after, "--achieved"});
  if (rows.empty() || rows[0]["old"].is_null() || rows[0]["new"].is_null()) return "no pair";
  return rows[0]["achieved"];
}

}  // namespace

TEST_CASE("a least value is met from the number on, a most up to it") {
  CHECK(achieved("疫苗接种率达到95%以上。", "疫苗接种率达到96.1%。") == "met");
  CHECK(achieved("疫苗接种率达到95%以上。", "疫苗接种率达到95%。") == "met");
  CHECK(achieved("疫苗接种率达到95%以上。", "疫苗接种率达到94.9%。") == "missed");
  CHECK(achieved("婴儿死亡率控制在5‰以内。", "婴儿死亡率为4.2‰。") == "met");
  CHECK(achieved("婴儿死亡率控制在5‰以内。", "婴儿死亡率为5.2‰。") == "missed");
}

TEST_CASE("without a bound more is better, but for what should be little") {
  CHECK(achieved("新增托位1000个。", "新增托位1200个。") == "met");
  CHECK(achieved("新增托位1000个。", "新增托位900个。") == "missed");
  CHECK(achieved("孕产妇死亡率为10/10万。", "孕产妇死亡率为8/10万。") == "met");
}

TEST_CASE("units are brought together, and what cannot be is unknown") {
  CHECK(achieved("新增就业1.2万人以上。", "新增就业12500人。") == "met");
  CHECK(achieved("婴儿死亡率控制在0.5%以内。", "婴儿死亡率为4‰。") == "met");
}

TEST_CASE("a bound that leaves it open makes no verdict") {
  CHECK(achieved("疫苗接种率达到95%以上。", "疫苗接种率达到94%以上。") == "unknown");
  CHECK(achieved("疫苗接种率达到95%以上。", "疫苗接种率超过96%。") == "met");
  CHECK(achieved("生产总值增长6%左右。", "生产总值增长5.8%。") == "unknown");
  CHECK(achieved("生产总值增长6%左右。", "生产总值增长6.1%。") == "met");
  CHECK(achieved("生产总值增长6%左右。", "生产总值增长3%。") == "missed");
}

TEST_CASE("what is not yet due is not missed") {
  CHECK(achieved("到2025年，疫苗接种率达到95%以上。", "疫苗接种率达到90%。") == "unknown");
  CHECK(achieved("到2025年，疫苗接种率达到95%以上。", "疫苗接种率达到96%。") == "met");
}

TEST_CASE("targets without a result are told, results without a target only counted") {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年工作要点\n一、目标\n新增托位1000个。新建公园3个。\n");
  const auto after =
      plans.write("b.txt", "2022年工作要点\n一、2021年工作回顾\n2021年，新增托位1200个。改造厕所8座。\n");
  const auto rows = changes({before, after, "--achieved"});
  CHECK(column(rows, "status") == Strings{"raised", "added", "dropped"});
  CHECK(column(rows, "achieved") == Strings{"met", "", "unknown"});
  CHECK(rows[0]["old"]["role"] == "target");
  CHECK(rows[0]["new"]["role"] == "result");
  const auto table = run({"diff", before, after, "--achieved", "--format", "table", "--lang", "en"});
  CHECK(table.out.find("not reported") != std::string::npos);
  CHECK(table.out.find("厕所") == std::string::npos);
  CHECK(table.out.find("1 met, 0 missed, 0 unknown, 1 not reported; 1 result answers no target\n") !=
        std::string::npos);
  CHECK(changes({before, after, "--achieved", "--only", "met"}).size() == 1);
  CHECK(run({"diff", before, after, "--achieved", "--exit-code"}).status == 0);
  CHECK(run({"diff", before, after, "--achieved", "--role", "target"}).status == 2);
  CHECK(run({"diff", before, after}).out.find("achieved") == std::string::npos);
}

TEST_CASE("a missed target makes --exit-code 1") {
  Plans plans;
  const auto before = plans.write("a.txt", "2021年工作要点\n一、目标\n新增托位1000个。\n");
  const auto after = plans.write("b.txt", "2022年工作要点\n一、2021年工作回顾\n2021年，新增托位800个。\n");
  CHECK(run({"diff", before, after, "--achieved", "--exit-code"}).status == 1);
}
