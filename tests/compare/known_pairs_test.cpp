// Five pairs that tools for comparing tables fail on, and the like of them, through the whole program: two small plans
// in, records of the changes out.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/in_process.hpp"
#include "read/folder.hpp"

using nlohmann::json;
using zhibiao_tests::Folder;

namespace {

/// What `diff` says of two plans' only section.
std::vector<json> changes(const std::string& before, const std::string& after) {
  Folder folder;
  const auto write = [&](const std::string& name, const std::string& title, const std::string& text) {
    std::ofstream(folder.path(name), std::ios::binary) << title << "\n一、重点任务\n" << text << "\n";
    return folder.path(name);
  };
  const std::string old_plan = write("old.txt", "2021年卫生健康工作要点", before);
  const std::string new_plan = write("new.txt", "2022年卫生健康工作要点", after);
  const auto outcome = zhibiao_tests::run({"diff", old_plan, new_plan, "--format", "jsonl"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  std::vector<json> all;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  return all;
}

/// The change in which both plans' only targets must have met.
json pair(const std::string& before, const std::string& after) {
  const auto all = changes(before, after);
  REQUIRE(all.size() == 1);
  REQUIRE_FALSE(all.front()["old"].is_null());
  REQUIRE_FALSE(all.front()["new"].is_null());
  return all.front();
}

}  // namespace

TEST_CASE("infant mortality: a bound that falls is tighter") {
  const json change = pair("婴儿死亡率控制在7‰以内。", "婴儿死亡率控制在5.6‰以内。");
  CHECK(change["status"] == "lowered");
  CHECK(change["strictness"] == "tighter");
  CHECK(change["delta"] == -1.4);
  CHECK(change["percent"] == -20);
}

TEST_CASE("maternal mortality: a rate out of a hundred thousand") {
  const json change = pair("孕产妇死亡率控制在15/10万以内。", "孕产妇死亡率控制在14/10万以内。");
  CHECK(change["status"] == "lowered");
  CHECK(change["strictness"] == "tighter");
  CHECK(change["delta"] == -1);
}

TEST_CASE("health records: kept for how many, or covering how many: another definition") {
  const json change = pair("规范化电子健康档案建档率达到90%。", "居民规范化电子健康档案覆盖率达到62%。");
  CHECK(change["status"] == "changed");
  CHECK(change["differs"][0] == "definition");
  CHECK(change["delta"].is_null());
}

TEST_CASE("nursery places: another name for the same, and more of them") {
  const json change = pair("新增托位1270个。", "新增婴幼儿托位1500个。");
  CHECK(change["status"] == "raised");
  CHECK(change["strictness"] == "tighter");
  CHECK(change["delta"] == 230);
}

TEST_CASE("old people's health: the age in brackets or before the name") {
  const json change = pair("老年人健康管理率（65岁及以上老年人）达到70%。", "65岁以上老年人健康管理率达到72%。");
  CHECK(change["status"] == "raised");
  CHECK(change["strictness"] == "tighter");
  CHECK(change["delta"] == 2);
}

TEST_CASE("all five at once, in another order: each finds its own") {
  const auto all = changes(
      "婴儿死亡率控制在7‰以内，孕产妇死亡率控制在15/10万以内。规范化电子健康档案建档率达到90%。新增托位1270个。"
      "老年人健康管理率（65岁及以上老年人）达到70%。",
      "65岁以上老年人健康管理率达到72%，居民规范化电子健康档案覆盖率达到62%。孕产妇死亡率控制在14/10万以内，"
      "婴儿死亡率控制在5.6‰以内。新增婴幼儿托位1500个。");
  REQUIRE(all.size() == 5);
  const std::vector<std::pair<double, double>> wanted = {{70, 72}, {90, 62}, {15, 14}, {7, 5.6}, {1270, 1500}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    REQUIRE_FALSE(all[i]["old"].is_null());
    REQUIRE_FALSE(all[i]["new"].is_null());
    CHECK(all[i]["old"]["value"] == wanted[i].first);
    CHECK(all[i]["new"]["value"] == wanted[i].second);
  }
}
