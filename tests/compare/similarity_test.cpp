// Which targets of two plans are one indicator, and which only look alike.
#include <doctest/doctest.h>

#include "compare/plans.hpp"

using compare_tests::paired;

namespace {

struct Pair {
  std::string before;
  std::string after;
};

/// The words of the old target that the first new one answers; `none`.
std::string answered(const std::string& before, const std::string& after) {
  const auto old_facts = compare_tests::targets(before, 2021);
  const auto change = zhibiao::compare_facts(old_facts, compare_tests::targets(after, 2022)).changes.front();
  return change.new_fact && change.old_fact ? old_facts[*change.old_fact].mention : "none";
}

}  // namespace

TEST_CASE("one indicator in other words") {
  const std::vector<Pair> pairs = {
      {"规范化电子健康档案建档率达到90%以上。", "居民规范化电子健康档案覆盖率达到62%。"},
      {"新增托位1270个。", "新增婴幼儿托位1500个。"},
      {"65岁及以上老年人健康管理率达到70%。", "65岁以上老年人健康管理率达到72%。"},
      {"九年义务教育巩固率达到95%。", "全市义务教育巩固率达到95.5%。"},
      {"学前教育毛入园率达到85%以上。", "学前三年毛入园率达到90%以上。"},
      {"新建改建农村公路300公里。", "全年新改建农村公路350公里。"},
      {"新建高标准农田20万亩。", "建设高标准农田25万亩。"},
      {"主要农作物耕种收综合机械化率达到72%。", "农作物耕种收综合机械化水平达到73%。"},
      {"城镇新增就业5万人。", "新增城镇就业人数达到5.2万人。"},
      {"建成区绿化覆盖率达到40%。", "城市建成区绿化覆盖率达到41%。"},
      {"家庭医生签约服务覆盖率达到35%。", "家庭医生签约率达到38%。"},
      {"改造老旧小区120个。", "完成城镇老旧小区改造150个。"},
      {"新能源汽车推广应用1万辆。", "推广新能源汽车1.2万辆。"},
      {"规模以上工业增加值增长8%。", "规上工业增加值增长8.5%。"},
      {"空气质量优良天数比例达到85%。", "空气优良天数比率达到86%。"},
      {"规模以上服务业营业收入增长8%。", "规上服务业营业收入增长9%。"},
      {"农村常住居民人均可支配收入增长8%。", "农村居民人均可支配收入增长7.5%。"},
      {"PM2.5平均浓度控制在35微克/立方米以内。", "细颗粒物浓度控制在34微克/立方米以内。"},
      {"全社会研发经费支出相当于地区生产总值的比例达到3%。", "研发投入强度达到3.1%。"},
      {"开展职业技能培训5万人次。", "组织就业技能培训6万人次。"},
      {"新增托幼机构5家。", "新增托育服务机构7家。"},
      {"政务服务事项网上可办率达到90%。", "政务服务事项网上办理率达到95%。"},
      {"新认定国家高新技术企业200家。", "新增高新技术企业220家。"},
      {"新创建安宁疗护试点机构2家。", "新增安宁疗护机构3家。"},
  };
  for (const Pair& pair : pairs) CHECK_MESSAGE(paired(pair.before, pair.after), pair.before, " / ", pair.after);
}

TEST_CASE("words that are near in meaning") {
  const std::vector<Pair> pairs = {
      {"完成软件产品适配测试100个。", "完成软件产品适配认证400个。"},
      {"完成农产品质量检测1万批次。", "完成农产品质量检验1.2万批次。"},
      {"培养数字经济人才2000名。", "培养数字经济骨干3000名。"},
      {"引进海洋产业专家50名。", "引进海洋产业人才60名。"},
      {"网上申报办件率达到50%。", "办件网上受理率达到80%。"},
  };
  for (const Pair& pair : pairs) CHECK_MESSAGE(paired(pair.before, pair.after), pair.before, " / ", pair.after);
}

TEST_CASE("what one name leaves out, its sentence may say") {
  const std::vector<Pair> pairs = {
      {"支持高职院校改革考试办法，今年扩招100万人。", "推动高职院校扩招200万人。"},
      {"确保粮食播种面积1500万亩、总产125亿斤。", "粮食播种面积稳定在1500万亩，粮食产量达到130亿斤。"},
  };
  for (const Pair& pair : pairs) {
    const auto before = compare_tests::targets(pair.before, 2021);
    const auto after = compare_tests::targets(pair.after, 2022);
    REQUIRE(before.size() == after.size());
    for (const auto& change : zhibiao::compare_facts(before, after).changes) {
      CHECK_MESSAGE((change.old_fact && change.new_fact), pair.before, " / ", pair.after);
    }
  }
  CHECK_FALSE(paired("原煤总产1.8亿吨。", "蔬菜产量达到1300万吨。"));
}

TEST_CASE("a level against a growth is one indicator, where nothing else parts them") {
  CHECK(paired("地区生产总值增长6%。", "地区生产总值达到1200亿元。"));
  CHECK(paired("工业投资增长10%以上。", "工业投资4500亿元以上。"));
  CHECK(paired("技术合同成交额达到5000亿元。", "技术合同成交额增长10%。"));
  CHECK(paired("新能源汽车产量增长20%。", "新能源汽车产量达到25万辆。"));
  CHECK_FALSE(paired("规模以上工业增加值增长8%。", "规模以上工业企业达到800家。"));
  CHECK_FALSE(paired("农产品加工企业营业收入增长8%。", "新增农产品加工企业100家。"));
  CHECK_FALSE(paired("软件业务收入增长15%。", "软件著作权登记达到2万件。"));
}

TEST_CASE("where both are there, a growth is answered by the growth and a level by the level") {
  const auto before = compare_tests::targets("财政收入增长5%，总额达到300亿元。技术合同成交额达到80亿元，增长10%。");
  const auto after = compare_tests::targets("技术合同成交额增长12%，达到90亿元。财政收入增长4%。");
  std::size_t pairs = 0;
  for (const auto& change : zhibiao::compare_facts(before, after).changes) {
    if (!change.old_fact || !change.new_fact) continue;
    ++pairs;
    CHECK(before[*change.old_fact].unit == after[*change.new_fact].unit);
  }
  CHECK(pairs == 3);
}

TEST_CASE("what shares most of its words and is something else") {
  const std::vector<Pair> pairs = {
      {"城镇登记失业率控制在4.5%以内。", "城镇调查失业率控制在5.5%以内。"},
      {"初中毛入学率达到99%。", "高中毛入学率达到92%。"},
      {"新增充电桩5000个。", "累计建成充电桩30000个。"},
      {"地区生产总值增长6%。", "单位地区生产总值能耗下降3%。"},
      {"婴儿死亡率控制在4‰以内。", "孕产妇死亡率控制在10/10万以内。"},
      {"高血压患者规范管理率达到60%。", "糖尿病患者规范管理率达到60%。"},
      {"新建中小学10所。", "新建公办幼儿园10所。"},
      {"小学新增学位5000个。", "初中新增学位3000个。"},
      {"专任教师学历合格率达到98%。", "校车驾驶员培训合格率达到98%。"},
      {"生猪出栏100万头。", "肉牛出栏10万头。"},
      {"粮食播种面积稳定在500万亩。", "油料播种面积稳定在100万亩。"},
      {"农药利用率达到40%。", "农膜回收率达到85%。"},
      {"高速公路通车里程达到800公里。", "农村公路总里程达到8000公里。"},
      {"建成5G基站5000个。", "建成气象观测站50个。"},
      {"港口货物吞吐量达到1亿吨。", "港口集装箱吞吐量达到100万标箱。"},
      {"铁路货运量增长10%。", "水路货运量增长10%。"},
      {"新增PM2.5监测站点10个。", "新增噪声监测站点10个。"},
      {"培育省级智能工厂50家。", "培育省级绿色工厂50家。"},
      {"新建数字乡村示范县20个。", "新建智慧社区示范点20个。"},
      {"社会消费品零售总额增长8%。", "固定资产投资增长8%。"},
      {"城镇居民人均可支配收入增长7%。", "农村居民人均可支配收入增长7%。"},
      {"制造业企业研发费用加计扣除比例提高到100%。", "科技型中小企业研发费用加计扣除比例提高到100%。"},
      {"普惠性幼儿园覆盖率达到85%。", "公办幼儿园在园幼儿占比达到50%。"},
      {"中央本级基础研究支出增长10%。", "中央本级支出增长3%。"},
      {"教育支出增长6%。", "一般公共预算支出增长4%。"},
      {"装备制造业增加值增长10%。", "制造业增加值增长6%。"},
      {"汽车产业产值增长20%。", "制造业产值增长6%。"},
      {"能源工业增长6.5%。", "工业投资增长10%。"},
      {"新引进顶尖人才40名。", "新增各类人才25万名。"},
      {"原煤产量达到1.8亿吨。", "粮食产量达到1300万吨。"},
      {"审批事项减少10%以上。", "非涉密工程建设项目审批事项100%网上办理。"},
      {"培训乡村医生500名。", "培训中小学教师500名。"},
      {"完成食品安全检测5万批次。", "完成软件产品适配测试100个。"},
  };
  for (const Pair& pair : pairs) CHECK_MESSAGE(!paired(pair.before, pair.after), pair.before, " / ", pair.after);
}

TEST_CASE("of two targets with one name, the one is answered that is alike beside its name too") {
  // Each time the other one stands first: between equals the place would decide for it.
  CHECK(answered("服务业投资达到60%。服务业投资达到600亿元。", "服务业投资达到700亿元。") == "600亿元");
  CHECK(answered("新建公园10座。新建公园20个。", "新建公园15个。") == "20个");
  CHECK(answered("每万人口床位数达到60张。每千人口床位数达到6张。", "每千人口床位数达到7张。") == "6张");
  CHECK(answered("床位数达到6000张。每千人口床位数达到6张。", "每千人口床位数达到7张。") == "6张");
  CHECK(answered("农药使用量增长3%。农药使用量下降5%。", "农药使用量下降6%。") == "5%");
  CHECK(answered("县域就诊率达到60%。县域就诊率提高5个百分点。", "县域就诊率提高3个百分点。") == "5个百分点");
  CHECK(answered("建成4G基站500个。建成5G基站300个。", "建成5G基站400个。") == "300个");
  CHECK(answered("60岁以上老年人健康管理率达到70%。65岁以上老年人健康管理率达到72%。",
                 "65岁以上老年人健康管理率达到74%。") == "72%");
  CHECK(answered("到2025年底，新建公园10个。到2021年底，新建公园30个。", "到2022年底，新建公园20个。") == "30个");
  CHECK(answered("新建公园50个以内。新建公园10个以上。", "新建公园12个以上。") == "10个以上");
}

TEST_CASE("a result is answered by the result, a target by the target") {
  auto before = compare_tests::targets("新建公园10个。新建公园20个。", 2021);
  const auto after = compare_tests::targets("新建公园15个。", 2022);
  REQUIRE(before.size() == 2);
  before.front().role = zhibiao::Role::result;
  CHECK(zhibiao::compare_facts(before, after).changes.front().old_fact == 1);
}
