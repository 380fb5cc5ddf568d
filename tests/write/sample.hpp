// Facts and analyses made by hand for the writers' tests.
#pragma once

#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "zhibiao/write.hpp"

namespace zhibiao_tests {

using zhibiao::Decimal;

inline zhibiao::Fact fact(const std::string& indicator, const std::string& comparator, const std::string& value,
                          const std::string& unit) {
  zhibiao::Fact made;
  made.file = "a.txt";
  made.indicator = indicator;
  made.comparator = comparator;
  made.value = Decimal::parse(value);
  made.unit = unit;
  made.mention = value + unit;
  return made;
}

/// A plan with two sections, four targets, a result and a mention.
inline zhibiao::Analysis sample() {
  zhibiao::Analysis analysis;
  analysis.document.title = "2020年工作要点";
  analysis.document.issuer = "某市卫生健康局";
  analysis.document.doc_number = "某卫〔2020〕8号";
  analysis.document.issued = "2020-03-29";
  analysis.document.plan_year = 2020;
  analysis.document.addressees = {"各县", "局属各单位"};
  analysis.items = {{3, 1, "一、", "一", "服务能力", true, {10, 90}},
                    {4, 2, "(一)", "一/一", "床位", true, {20, 90}},
                    {7, 1, "二、", "二", "投入", true, {90, 200}}};
  auto beds = fact("床位", ">=", "1270", "张");
  beds.item = "一/一";
  beds.action = "新增";
  beds.span = {30, 38};
  beds.line = 4;
  beds.deadline = "2020-05";
  auto rate = fact("建档率", ">=", "62.50", "%");
  rate.kind = zhibiao::Kind::rate;
  rate.item = "一/一";
  rate.scope = "65岁及以上老年人";
  rate.span = {50, 55};
  rate.line = 5;
  rate.deadline = "2020-05-31";
  rate.flags = {"approximate", "unit_inferred"};
  auto money = fact("总投资", "=", "1889400000", "元");
  money.kind = zhibiao::Kind::money;
  money.item = "二";
  money.span = {100, 110};
  money.line = 8;
  money.deadline = "P3Y";
  zhibiao::Fact opening;
  opening.file = "a.txt";
  opening.kind = zhibiao::Kind::deadline;
  opening.indicator = "大楼开工";
  opening.item = "二";
  opening.span = {120, 125};
  opening.line = 9;
  opening.deadline = "2019/2020";
  opening.mention = "年内";
  auto result = fact("诊疗", "=", "38", "人次");
  result.role = zhibiao::Role::result;
  result.item = "二";
  result.span = {130, 135};
  result.line = 9;
  auto mention = fact("", "=", "3", "级");
  mention.role = zhibiao::Role::mention;
  mention.span = {140, 145};
  analysis.facts = {beds, rate, money, opening, result, mention};
  for (zhibiao::Fact& one : analysis.facts) {
    one.issuer = analysis.document.issuer;
    one.year = analysis.document.plan_year;
  }
  return analysis;
}

using MakeWriter = std::unique_ptr<zhibiao::Writer> (*)(std::ostream&, const zhibiao::WriteOptions&);

/// What a writer makes of the documents.
inline std::string written(MakeWriter make, const zhibiao::WriteOptions& options,
                           const std::vector<std::pair<std::string, zhibiao::Analysis>>& documents) {
  std::ostringstream out;
  const auto writer = make(out, options);
  for (const auto& [file, analysis] : documents) writer->write(file, analysis);
  writer->finish();
  return out.str();
}

inline std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

}  // namespace zhibiao_tests
