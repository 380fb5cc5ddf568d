// What becomes of a target: in order or not, by how much, and whether more is asked for.
#include <doctest/doctest.h>

#include "compare/plans.hpp"

using compare_tests::one_change;
using zhibiao::Change;
using zhibiao::name_of;

namespace {

/// `raised tighter +80 6.67%`, `changed definition`, `same`.
std::string told(const std::string& before, const std::string& after) {
  const Change change = one_change(before, after);
  if (!change.old_fact || !change.new_fact) return "not paired";
  std::string text(name_of(change.status));
  if (const auto strictness = name_of(change.strictness); !strictness.empty()) text += " " + std::string(strictness);
  for (const auto one : change.differs) text += " " + std::string(name_of(one));
  if (change.status == zhibiao::ChangeStatus::raised || change.status == zhibiao::ChangeStatus::lowered) {
    text +=
        " " + (change.delta ? change.delta->str() : "?") + " " + (change.percent ? change.percent->str() : "?") + "%";
  }
  return text;
}

}  // namespace

TEST_CASE("values are put in order after their units") {
  CHECK(told("新增床位1200张。", "新增床位1280张。") == "raised tighter 80 6.67%");
  CHECK(told("新增就业1.2万人。", "新增就业12000人。") == "same");
  CHECK(told("造林绿化1500亩。", "造林绿化100公顷。") == "same");
  CHECK(told("造林绿化1500亩。", "造林绿化200公顷。") == "raised tighter 100 100%");
  CHECK(told("出生缺陷发生率控制在5‰以内。", "出生缺陷发生率控制在0.5%以内。") == "same");
  CHECK(told("财政投入1.5亿元。", "财政投入18000万元。") == "raised tighter 30000000 20%");
  CHECK(told("修建绿道30公里。", "修建绿道45000米。") == "raised tighter 15000 50%");
  CHECK(told("培训骨干教师2000名。", "培训骨干教师3000人以上。") == "raised tighter comparator 1000 50%");
}

TEST_CASE("a bound and what is counted tell whether more is asked for") {
  CHECK(told("婴儿死亡率控制在7‰以内。", "婴儿死亡率控制在5.6‰以内。") == "lowered tighter -1.4 -20%");
  CHECK(told("孕产妇死亡率为15/10万。", "孕产妇死亡率为14/10万。") == "lowered tighter -1 -6.67%");
  CHECK(told("森林覆盖率达到45%以上。", "森林覆盖率达到44%以上。") == "lowered looser -1 -2.22%");
  CHECK(told("单位生产总值能耗下降3%。", "单位生产总值能耗下降3.5%。") == "raised tighter 0.5 16.67%");
  CHECK(told("城镇登记失业率控制在4%以内。", "城镇登记失业率控制在4.5%以内。") == "raised looser 0.5 12.5%");
  CHECK(told("单位GDP能耗下降3%。", "单位GDP能耗降幅达到3.5%。") == "raised tighter 0.5 16.67%");
  CHECK(told("减轻企业负担200亿元。", "企业减负150亿元。") == "lowered looser -5000000000 -25%");
}

TEST_CASE("a value that stays while its bound does not is changed; one that moves is put in order all the same") {
  CHECK(told("城镇调查失业率5.5%左右。", "城镇调查失业率控制在5.5%以内。") == "changed tighter comparator");
  CHECK(told("地区生产总值增长6%以上。", "地区生产总值增长5.5%左右。") == "lowered looser comparator -0.5 -8.33%");
  CHECK(told("新建公园10个。", "新建公园10个以上。") == "changed tighter comparator");
}

TEST_CASE("what has no common scale is changed, with the reason") {
  CHECK(told("规范化电子健康档案建档率达到90%以上。", "居民规范化电子健康档案覆盖率达到62%。")
            .starts_with("changed definition"));
  CHECK(told("服务业增加值达到55%。", "服务业增加值增长8%。") == "changed growth");
  CHECK(told("工业投资增长10%。", "工业投资达到4500亿元。") == "changed unit growth");
  CHECK(told("实施城中村改造25个。", "实施城中村改造6万户。") == "changed unit");
  CHECK(told("完成软件产品适配测试100个。", "完成软件产品适配认证400个。") == "changed definition");
  CHECK(told("60岁以上老年人健康管理率达到70%。", "65岁以上老年人健康管理率达到72%。") == "changed scope");
  CHECK(told("地方一般性转移支付增长7.8%。", "中央对地方转移支付增长18%。") == "changed definition");
}

TEST_CASE("deadlines: as far from the plan's year as before is the same") {
  CHECK(told("到2021年底，新建公园10个。", "到2022年底，新建公园10个。") == "same");
  CHECK(told("到2025年底，新建公园10个。", "到2025年底，新建公园10个。") == "same");
  CHECK(told("到2021年底，新建公园10个。", "到2022年6月底，新建公园10个。") == "changed tighter deadline");
  CHECK(told("到2021年底，新建公园10个。", "到2022年6月底，新建公园12个。") == "raised tighter deadline 2 20%");
  CHECK(told("到2021年底，新建公园10个。", "到2025年底，新建公园30个。") == "changed deadline");
  CHECK(told("新建公园10个。", "2022－2023年新建公园20个。") == "changed deadline");
}

TEST_CASE("ranges") {
  CHECK(told("每个村配备2-3名医生。", "每个村配备2-3名医生。") == "same");
  CHECK(told("每个村配备2-3名医生。", "每个村配备3-4名医生。") == "raised tighter ? ?%");
  CHECK(told("每个村配备1-5名医生。", "每个村配备2-3名医生。") == "changed");
}

TEST_CASE("of a range, a bound is held against the end that it is about") {
  CHECK(told("地区生产总值增长6%-6.5%。", "地区生产总值增长6%以上。") == "changed tighter comparator");
  CHECK(told("地区生产总值增长6%-6.5%。", "地区生产总值增长5.5%以上。").starts_with("lowered looser comparator"));
  CHECK(told("新建公园2-3个。", "新建公园4个以上。").starts_with("raised tighter comparator"));
  CHECK(told("婴儿死亡率控制在5‰以内。", "婴儿死亡率控制在4‰-6‰。").starts_with("raised looser comparator"));
  CHECK(told("地区生产总值增长6.5%左右。", "地区生产总值增长6%-6.5%。").starts_with("lowered looser comparator"));
}
