// Every compiled-in rule carries examples of what it gives and of what it must not, and they hold.
#include <doctest/doctest.h>

#include <string>

#include "rules/helpers.hpp"
#include "zhibiao/rule_tests.hpp"
#include "zhibiao/rules.hpp"

namespace {

/// Failures of a user's rule file, one line each.
std::string failures_of(const std::string& text) {
  const helpers::TemporaryFile file(text);
  std::string all;
  for (const auto& failure : test_rules(zhibiao::Rules::with_files({file.path()}), {file.path()}).failures) {
    all += failure.substr(file.path().size()) + "\n";
  }
  return all;
}

const std::string kUnit = "[[units]]\nid = 'unit.mine'\nkind = 'count'\nwords = ['艘回']\n";
const std::string kYes = "yes = [{ text = '完成海上巡航35艘回', value = 35, unit = '艘回', comparator = '=' }]\n";
const std::string kNo = "no = ['做好艘回统计']\n";

}  // namespace

TEST_CASE("the examples of every compiled-in rule hold") {
  const auto report = test_rules(zhibiao::Rules::builtin(), {});
  CHECK(report.rules > 100);
  CHECK(report.examples > 500);
  for (const auto& failure : report.failures) CHECK_MESSAGE(failure.empty(), failure);
}

TEST_CASE("a user's rule with examples that hold has no failures") { CHECK(failures_of(kUnit + kYes + kNo).empty()); }

TEST_CASE("examples that do not hold are told with place, rule, text, found and wanted") {
  const std::string wrong = "yes = [{ text = '完成海上巡航35艘回', value = 36 }]\n";
  const std::string told = failures_of(kUnit + wrong + kNo);
  CHECK(told.starts_with(":1: rule 'unit.mine': '完成海上巡航35艘回': "));
  CHECK(told.find("value is '35', not '36'") != std::string::npos);

  const std::string none = failures_of(kUnit + "yes = ['加强海上巡航']\n" + kNo);
  CHECK(none.find("'加强海上巡航': the rule made no record") != std::string::npos);

  const std::string made = failures_of(kUnit + kYes + "no = ['完成海上巡航40艘回']\n");
  CHECK(made.find("'完成海上巡航40艘回': must give no record") != std::string::npos);

  const std::string unknown = failures_of(kUnit + "yes = [{ text = '完成海上巡航35艘回', valeu = 35 }]\n" + kNo);
  CHECK(unknown.find("unknown field 'valeu'") != std::string::npos);
}

TEST_CASE("a rule without yes or without no examples fails") {
  CHECK(failures_of(kUnit + kYes).find("no 'no' example") != std::string::npos);
  CHECK(failures_of(kUnit + kNo).find("no 'yes' example") != std::string::npos);
}

TEST_CASE("another rule's record is no success of this one") {
  const std::string told = failures_of(kUnit + "yes = [{ text = '新建停车位30个', value = 30 }]\n" + kNo);
  CHECK(told.find("the rule made no record") != std::string::npos);
}
