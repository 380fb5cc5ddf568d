// Two outlines side by side: what is new, gone, renamed and elsewhere, and how the command shows it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "zhibiao/analyze.hpp"
#include "zhibiao/compare_outlines.hpp"

using zhibiao::Item;
using zhibiao::OutlineChange;
using zhibiao::OutlineStatus;

namespace {

std::vector<Item> outline_of(const std::string& text) {
  return zhibiao::Analyzer().outline(zhibiao::Source("plan", text)).items;
}

/// `+ heading`, `- heading`, `~ new < old`, `> heading` (moved), `= heading`, each a line in the order given.
std::string told(const std::vector<Item>& before, const std::vector<Item>& after, bool all = false) {
  std::string text;
  for (const OutlineChange& change : compare_outlines(before, after)) {
    if (change.status == OutlineStatus::same && !change.moved && !all) continue;
    if (change.moved) text += ">";
    if (change.status == OutlineStatus::added) text += "+";
    if (change.status == OutlineStatus::dropped) text += "-";
    if (change.status == OutlineStatus::renamed) text += "~";
    if (change.status == OutlineStatus::same && !change.moved) text += "=";
    text += " " + (change.new_item ? after[*change.new_item] : before[*change.old_item]).heading;
    if (change.status == OutlineStatus::renamed) text += " < " + before[*change.old_item].heading;
    text += "\n";
  }
  return text;
}

std::string told(const std::string& before, const std::string& after) {
  return told(outline_of(before), outline_of(after));
}

const std::string kOld =
    "2021年工作要点\n"
    "一、全面加强党的建设\n（一）加强思想建设\n认真学习。\n（二）加强廉政建设\n认真检查。\n"
    "二、提升医疗服务能力\n（一）建设区域医疗中心\n抓紧建设。\n（二）发展中医药事业\n抓紧发展。\n"
    "三、做好疫情防控\n（一）强化监测预警\n每日监测。\n（二）推进疫苗接种\n应接尽接。\n";

}  // namespace

TEST_CASE("an outline against itself: nothing changes") {
  const auto items = outline_of(kOld);
  REQUIRE(items.size() == 9);
  const auto changes = compare_outlines(items, items);
  REQUIRE(changes.size() == 9);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CHECK(changes[i].status == OutlineStatus::same);
    CHECK(changes[i].old_item == i);
    CHECK(changes[i].new_item == i);
    CHECK_FALSE(changes[i].moved);
    CHECK(changes[i].similarity == doctest::Approx(1.0));
  }
  CHECK(zhibiao::compare_outlines({}, {}).empty());
  CHECK(told({}, items).starts_with("+ 全面加强党的建设\n+ 加强思想建设\n"));
  CHECK(told(items, {}).ends_with("- 做好疫情防控\n- 强化监测预警\n- 推进疫苗接种\n"));
}

TEST_CASE("another numbering, other brackets and blanks are no change") {
  const std::string renumbered =
      "2022年工作要点\n"
      "第一章 全面加强党的建设\n一、加强思想建设\n认真学习。\n二、加强廉政 建设\n认真检查。\n"
      "第二章 提升医疗服务能力\n一、建设区域医疗中心\n抓紧建设。\n二、发展中医药事业\n抓紧发展。\n"
      "第三章 做好疫情防控\n一、强化监测预警\n每日监测。\n二、推进疫苗接种\n应接尽接。\n";
  CHECK(told(kOld, renumbered).empty());
}

TEST_CASE("a section put in, one taken out: the others have not moved") {
  const std::string after =
      "2022年工作要点\n"
      "一、促进人口均衡发展\n（一）落实生育政策\n全面落实。\n"
      "二、全面加强党的建设\n（一）加强作风建设\n认真改进。\n（二）加强思想建设\n认真学习。\n（三）加强廉政建设\n认真检"
      "查。\n"
      "三、做好疫情防控\n（一）强化监测预警\n每日监测。\n";
  CHECK(told(kOld, after) ==
        "+ 促进人口均衡发展\n+ 落实生育政策\n+ 加强作风建设\n- 提升医疗服务能力\n- 建设区域医疗中心\n- 发展中医药事业\n"
        "- 推进疫苗接种\n");
}

TEST_CASE("a renamed section is known by its words, or by what stands in it") {
  const std::string after =
      "2022年工作要点\n"
      "一、坚持和加强党的全面领导\n（一）加强思想建设\n认真学习。\n（二）加强廉政建设\n认真检查。\n"
      "二、实施攀登计划\n（一）建设区域医疗中心\n抓紧建设。\n（二）发展中医药事业\n抓紧发展。\n"
      "三、抓紧抓实疫情防控工作\n（一）强化监测预警\n每日监测。\n（二）加快推进新冠疫苗接种\n应接尽接。\n";
  CHECK(told(kOld, after) ==
        "~ 坚持和加强党的全面领导 < 全面加强党的建设\n~ 实施攀登计划 < 提升医疗服务能力\n"
        "~ 抓紧抓实疫情防控工作 < 做好疫情防控\n~ 加快推进新冠疫苗接种 < 推进疫苗接种\n");
  CHECK(told("一、2020年工作回顾\n甲。\n二、2021年工作安排\n乙。\n",
             "一、2021年工作回顾\n甲。\n二、2022年工作安排\n乙。\n") ==
        "~ 2021年工作回顾 < 2020年工作回顾\n~ 2022年工作安排 < 2021年工作安排\n");
}

TEST_CASE("what changed places: the smallest number of items, and of two sections the smaller one") {
  const std::string after =
      "2022年工作要点\n"
      "一、做好疫情防控\n（一）推进疫苗接种\n应接尽接。\n（二）强化监测预警\n每日监测。\n（三）发展中医药事业\n抓紧发展"
      "。\n"
      "二、全面加强党的建设\n（一）加强思想建设\n认真学习。\n（二）加强廉政建设\n认真检查。\n"
      "三、提升医疗服务能力\n（一）建设区域医疗中心\n抓紧建设。\n";
  const std::string lines = told(kOld, after);
  CHECK(lines.starts_with("> 做好疫情防控\n"));
  CHECK(lines.find("> 发展中医药事业\n") != std::string::npos);  // below another parent
  CHECK(lines.find("建设\n") == std::string::npos);
  CHECK(std::count(lines.begin(), lines.end(), '>') == 3);  // one of the two that changed places
  const std::string small = "一、规划\n甲。\n二、投资\n（一）项目\n乙。\n（二）资金\n丙。\n三、监督\n丁。\n";
  const std::string turned = "一、投资\n（一）项目\n乙。\n（二）资金\n丙。\n二、规划\n甲。\n三、监督\n丁。\n";
  CHECK(told(small, turned) == "> 规划\n");
}

TEST_CASE("equal headings stay with their sections") {
  const std::string before =
      "一、交通\n（一）目标任务\n甲。\n（二）保障措施\n乙。\n二、水利\n（一）目标任务\n丙。\n（二）保障措施\n丁。\n";
  const std::string after =
      "一、教育\n（一）目标任务\n戊。\n（二）保障措施\n己。\n二、交通\n（一）目标任务\n甲。\n（二）保障措施\n乙。\n"
      "三、水利\n（一）目标任务\n丙。\n（二）保障措施\n丁。\n";
  CHECK(told(before, after) == "+ 教育\n+ 目标任务\n+ 保障措施\n");
  CHECK(told(after, before) == "- 教育\n- 目标任务\n- 保障措施\n");
  // What every section has is no sign that one became another.
  const std::string other =
      "一、交通\n（一）目标任务\n甲。\n（二）保障措施\n乙。\n二、教育\n（一）目标任务\n丙。\n（二）保障措施\n丁。\n";
  const std::string lines = told(before, other);
  CHECK(lines.find("~ 教育") == std::string::npos);
  CHECK(lines.find("+ 教育\n") != std::string::npos);
  CHECK(lines.find("- 水利\n") != std::string::npos);
}

TEST_CASE("one way round mirrors the other") {
  const std::string after =
      "2022年工作要点\n"
      "一、坚持和加强党的全面领导\n（一）加强思想建设\n认真学习。\n"
      "二、做好疫情防控\n（一）强化监测预警\n每日监测。\n（二）推进疫苗接种\n应接尽接。\n（三）储备防疫物资\n足额储备。"
      "\n"
      "三、提升医疗服务能力\n（一）建设区域医疗中心\n抓紧建设。\n";
  const auto old_items = outline_of(kOld);
  const auto new_items = outline_of(after);
  std::map<std::pair<int, int>, std::pair<OutlineStatus, bool>> there;
  std::map<std::pair<int, int>, std::pair<OutlineStatus, bool>> back;
  const auto at = [](const std::optional<std::size_t>& item) { return item ? static_cast<int>(*item) : -1; };
  const auto turned = [](OutlineStatus status) {
    if (status == OutlineStatus::added) return OutlineStatus::dropped;
    return status == OutlineStatus::dropped ? OutlineStatus::added : status;
  };
  for (const auto& one : compare_outlines(old_items, new_items)) {
    there[{at(one.old_item), at(one.new_item)}] = {one.status, one.moved};
  }
  for (const auto& one : compare_outlines(new_items, old_items)) {
    back[{at(one.new_item), at(one.old_item)}] = {turned(one.status), one.moved};
  }
  CHECK(there.size() == 10);
  CHECK(there == back);
}
