// What of a sentence is a quantity, a date, a population or only a name.
#include "extract/mentions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/helpers.hpp"

namespace {

using zhibiao::extract::find_mentions;
using zhibiao::extract::Mentions;

Mentions mentions_of(std::string_view text) {
  return find_mentions(text, zhibiao::Rules::builtin().lexicon(), {2021, 2020, 2021});
}

/// `mention comparator value[..max] unit[/per]` of each quantity, joined by "; ".
std::string quantities(const std::string& text) {
  std::string all;
  for (const auto& quantity : mentions_of(text).quantities) {
    all += (all.empty() ? "" : "; ") + text.substr(quantity.span.begin, quantity.span.size()) + " " +
           std::string(quantity.comparator) + (quantity.comparator.empty() ? "" : " ") + quantity.value.str() +
           (quantity.value_max ? ".." + quantity.value_max->str() : "") + " " + quantity.unit +
           (quantity.per.empty() ? "" : "/" + quantity.per);
  }
  return all;
}

std::string deadlines(const std::string& text) {
  std::string all;
  for (const auto& date : mentions_of(text).dates) {
    all += (all.empty() ? "" : "; ") + text.substr(date.span.begin, date.span.size()) + " " + date.deadline;
  }
  return all;
}

std::string populations(const std::string& text) {
  std::string all;
  for (const auto& one : mentions_of(text).populations)
    all += (all.empty() ? "" : "; ") + text.substr(one.span.begin, one.span.size());
  return all;
}

}  // namespace

TEST_CASE("a mention runs from its bound to its unit") {
  CHECK(quantities("新建停车位300个") == "300个 300 个");
  CHECK(quantities("检测能力不低于5万管/日") == "不低于5万管/日 >= 50000 管/日");
  CHECK(quantities("至少10个") == "至少10个 >= 10 个");
  CHECK(quantities("达到95%以上") == "95%以上 >= 95 %");
  CHECK(quantities("控制在8.5‰以下") == "8.5‰以下 <= 8.5 ‰");
  CHECK(quantities("控制在8.5‰") == "8.5‰ <= 8.5 ‰");
  CHECK(quantities("提高2个百分点") == "2个百分点 2 百分点");
  CHECK(quantities("约300万元") == "约300万元 ~ 3000000 元");
  CHECK(quantities("10余个") == "10余个 > 10 个");
  CHECK(quantities("装机5千瓦") == "5千瓦 5 千瓦");
  CHECK(quantities("装机5千千瓦") == "5千千瓦 5000 千瓦");
  CHECK(quantities("发电5千瓦时") == "5千瓦时 5 千瓦时");
  CHECK(quantities("不超过5%左右") == "不超过5%左右 ~ 5 %");
}

TEST_CASE("ranges") {
  CHECK(quantities("建设3-5个") == "3-5个 range 3..5 个");
  CHECK(quantities("增长5%—8%") == "5%—8% range 5..8 %");
  CHECK(quantities("培育2至3家") == "2至3家 range 2..3 家");
  CHECK(quantities("补助2-3万元") == "2-3万元 range 20000..30000 元");
  CHECK(quantities("建设三至五所") == "三至五所 range 3..5 所");
}

TEST_CASE("ratios, fractions, tenths, doubling, coverage") {
  CHECK(quantities("床护比达到1:0.8") == "1:0.8 1 :0.8");
  CHECK(quantities("覆盖率达到百分之九十五") == "百分之九十五 95 %");
  CHECK(quantities("三分之二以上的村") == "三分之二以上 >= 66.6667 %");
  CHECK(quantities("七成以上的村") == "七成以上 >= 70 %");
  CHECK(quantities("产值翻一番") == "翻一番 1 倍");
  CHECK(quantities("产值翻两番") == "翻两番 3 倍");
  CHECK(quantities("医保乡村全覆盖") == "全覆盖 100 %");
  CHECK(quantities("费用减半") == "减半 50 %");
  CHECK(quantities("医务人员零感染") == "零感染 0 ");
  CHECK(quantities("孕产妇死亡率控制在10/10万以下") == "10/10万以下 <= 10 /10万");
}

TEST_CASE("numbers that only name something are no quantities") {
  for (const std::string text :
       {"实施三年行动计划", "落实十三五规划", "召开第十五次党代会", "推进八大工程", "增强四个意识", "开展两癌筛查",
        "深化三医联动", "18项核心制度落实", "24小时值守", "拨打12345热线", "按10:1混检技术检测", "国发〔2021〕31号",
        "加强105国道养护", "最多跑一次", "世界500强"}) {
    CHECK_MESSAGE(quantities(text).empty(), text, " gives ", quantities(text));
  }
}

TEST_CASE("a fixed phrase inside a number is none") {
  CHECK(quantities("建设农田六十八万一千亩") == "六十八万一千亩 681000 亩");
  CHECK(quantities("改造三公里道路") == "三公里 3 公里");
  CHECK(quantities("改造七千八百九十三公里道路") == "七千八百九十三公里 7893 公里");
}

TEST_CASE("short quotations hold names, not quantities") {
  CHECK(quantities("推进“5个一批”建设").empty());
  CHECK(quantities("推进“厕所革命”,改造300座") == "300座 300 座");
}

TEST_CASE("dates") {
  CHECK(deadlines("到2025年底") == "到2025年底 2025-12-31");
  CHECK(deadlines("年底前完成") == "年底前 2021-12-31");
  CHECK(deadlines("5月份开工") == "5月份 2021-05");
  CHECK(deadlines("2021年6月1日前") == "2021年6月1日前 2021-06-01");
  CHECK(deadlines("2024年2月底前") == "2024年2月底前 2024-02-29");
  CHECK(deadlines("3年内") == "3年内 P3Y");
  CHECK(deadlines("三年内") == "三年内 P3Y");
  CHECK(deadlines("6个月内") == "6个月内 P6M");
  CHECK(deadlines("2018—2020年") == "2018—2020年 2018/2020");
  CHECK(deadlines("上半年") == "上半年 2021-06-30");
  CHECK(deadlines("第三季度") == "第三季度 2021-09-30");
  CHECK(deadlines("二〇二五年") == "二〇二五年 2025-12-31");
  CHECK(deadlines("“十四五”末") == "“十四五”末 2025-12-31");
  CHECK(deadlines("今年") == "今年 2021-12-31");
}

TEST_CASE("a date without a known year has no deadline") {
  const auto mentions = find_mentions("年底前完成", zhibiao::Rules::builtin().lexicon(), {});
  REQUIRE(mentions.dates.size() == 1);
  CHECK(mentions.dates.front().deadline.empty());
}

TEST_CASE("digits of a date are no quantity, digits of a quantity are no date") {
  CHECK(quantities("到2025年底建成12个") == "12个 12 个");
  CHECK(deadlines("培训12025人").empty());
  CHECK(deadlines("新建停车位2035个").empty());
  CHECK(deadlines("捐赠1382.65万元").empty());
}

TEST_CASE("numbers that say for whom are populations") {
  CHECK(populations("为65岁及以上老年人体检") == "65岁及以上老年人");
  CHECK(populations("0-6岁儿童健康管理") == "0-6岁儿童");
  CHECK(populations("二级以上公立医院") == "二级以上公立医院");
  CHECK(quantities("为65岁及以上老年人体检2万人") == "2万人 20000 人");
  CHECK(quantities("二级以上公立医院达到12家") == "12家 12 家");
}

TEST_CASE("denominators") {
  const auto pers = [](const std::string& text) {
    std::string all;
    for (const auto& per : mentions_of(text).pers)
      all += (all.empty() ? "" : "; ") + text.substr(per.span.begin, per.span.size()) + " " + per.per;
    return all;
  };
  CHECK(pers("每千人口托位数3个") == "每千人口 千人口");
  CHECK(pers("每年提供1次") == "每年 年");
  CHECK(pers("年均增长5.2%") == "年均 年");
  CHECK(pers("每个村卫生室1名") == "每个 ");
}

TEST_CASE("mentions of one sentence do not overlap and stand in order") {
  const std::string text =
      "到2025年底，为65岁及以上老年人每年提供1次体检，森林覆盖率达到46%以上，新建3-"
      "5个公园，落实十四五规划，三年内投资2.5亿元，每千人口床位7.5张。";
  const Mentions mentions = mentions_of(text);
  std::vector<zhibiao::Span> spans;
  const auto collect = [&](const auto& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      CHECK_FALSE(list[i].span.empty());
      if (i > 0) CHECK(list[i - 1].span.end <= list[i].span.begin);
      spans.push_back(list[i].span);
    }
  };
  collect(mentions.names);
  collect(mentions.populations);
  collect(mentions.pers);
  collect(mentions.dates);
  collect(mentions.quantities);
  CHECK(spans.size() >= 10);
  std::sort(spans.begin(), spans.end(), [](auto a, auto b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < spans.size(); ++i) CHECK(spans[i - 1].end <= spans[i].begin);
}
