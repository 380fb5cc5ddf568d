// Writes plans sentence by sentence: every record that a sentence holds is noted as it is written.
#include "properties/plan.hpp"

#include <array>

namespace properties {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

template <typename List>
const auto& one_of(Random& random, const List& list) {
  return list[pick(random, 0, std::size(list) - 1)];
}

/// What is made, with its verb and measure word.
struct Thing {
  const char* verb;
  const char* name;
  const char* unit;
  const char* kind;
};
constexpr std::array<Thing, 16> kThings = {{{"新建", "公共停车场", "个", "count"},
                                            {"新增", "公交车", "辆", "count"},
                                            {"改造", "农村公路", "公里", "measure"},
                                            {"建设", "高标准农田", "亩", "measure"},
                                            {"新建", "农村公厕", "座", "count"},
                                            {"培育", "科技型企业", "家", "count"},
                                            {"新增", "养老床位", "张", "count"},
                                            {"新建", "普惠性幼儿园", "所", "count"},
                                            {"培训", "技术工人", "名", "count"},
                                            {"建成", "充电桩", "个", "count"},
                                            {"改造", "老旧小区", "个", "count"},
                                            {"新建", "气象观测站", "座", "count"},
                                            {"引进", "专业人才", "名", "count"},
                                            {"栽植", "苗木", "株", "count"},
                                            {"新增", "绿地", "平方米", "measure"},
                                            {"铺设", "污水管网", "公里", "measure"}}};
constexpr std::array<const char*, 8> kRates = {"森林覆盖率",       "生活垃圾无害化处理率", "农村自来水普及率",
                                               "义务教育巩固率",   "污水集中处理率",       "空气质量优良率",
                                               "主要农作物良种率", "建筑垃圾回收利用率"};
constexpr std::array<const char*, 4> kLimited = {"管网漏损率", "城镇登记失业率", "企业资产负债率", "水资源开发利用率"};
constexpr std::array<const char*, 5> kGrowing = {"地区生产总值", "社会消费品零售总额", "规模以上工业增加值",
                                                 "外贸进出口总额", "固定资产投资"};
constexpr std::array<const char*, 3> kFalling = {"单位生产总值能耗", "化学需氧量排放总量", "化肥使用量"};
constexpr std::array<const char*, 4> kSums = {"固定资产投资", "水利建设投资", "技术改造投资", "招商引资到位资金"};
constexpr std::array<const char*, 3> kDense = {"医疗机构床位", "养老护理床位", "托育机构托位"};
constexpr std::array<const char*, 8> kFillers = {"健全工作机制，压实各方责任。",     "加强统筹协调，形成工作合力。",
                                                 "坚持问题导向，补齐发展短板。",     "完善配套政策，优化营商环境。",
                                                 "强化督促检查，确保工作落到实处。", "大力宣传典型经验，营造良好氛围。",
                                                 "深化部门协作，提高服务水平。",     "规范资金管理，发挥使用效益。"};
constexpr std::array<const char*, 8> kHeadings = {"推进城乡建设", "加快产业转型", "改善生态环境", "保障民生福祉",
                                                  "优化公共服务", "夯实基层基础", "提升治理水平", "强化要素保障"};
constexpr int kYear = 2023;

struct Number {
  std::string text;
  std::string value;
};

/// 三千五百 as well as 3500, 3,500 and 0.35万.
Number count(Random& random) {
  switch (pick(random, 0, 5)) {
    case 0: {
      const std::size_t n = pick(random, 2, 1899);
      return {std::to_string(n), std::to_string(n)};
    }
    case 1: {
      const std::string high = std::to_string(pick(random, 1, 999));
      const std::string low = std::to_string(pick(random, 1000, 1999)).substr(1);
      return {high + "," + low, high + low};
    }
    case 2: {
      const std::string whole = std::to_string(pick(random, 1, 99));
      const std::string tenth = std::to_string(pick(random, 1, 9));
      return {whole + "." + tenth + "万", whole + tenth + "000"};
    }
    case 3: {
      const std::size_t n = pick(random, 2, 300);
      return {std::to_string(n) + "万", std::to_string(n) + "0000"};
    }
    case 4: {
      const std::size_t n = pick(random, 2, 9999);
      return {in_hanzi(n), std::to_string(n)};
    }
    default: {
      const std::size_t n = pick(random, 2, 99) * 10000 + pick(random, 0, 9) * 1000;
      return {in_hanzi(n), std::to_string(n)};
    }
  }
}

Number percent(Random& random) {
  const std::string whole = std::to_string(pick(random, 11, 98));
  if (pick(random, 0, 1) == 0) return {whole, whole};
  const std::string tenth = std::to_string(pick(random, 1, 9));
  return {whole + "." + tenth, whole + "." + tenth};
}

struct Bound {
  const char* before;
  const char* after;
  const char* value;
};
constexpr std::array<Bound, 9> kBounds = {{{"", "", "="},
                                           {"", "", "="},
                                           {"", "以上", ">="},
                                           {"不少于", "", ">="},
                                           {"至少", "", ">="},
                                           {"超过", "", ">"},
                                           {"", "左右", "~"},
                                           {"约", "", "~"},
                                           {"不低于", "", ">="}}};

struct Due {
  const char* text;
  const char* value;
};
constexpr std::array<Due, 8> kDues = {{{"", ""},
                                       {"", ""},
                                       {"", ""},
                                       {"到2025年底，", "2025-12-31"},
                                       {"年底前，", "2023-12-31"},
                                       {"2024年6月底前，", "2024-06-30"},
                                       {"三年内，", "P3Y"},
                                       {"到2027年，", "2027-12-31"}}};

/// Items are counted 一、二、三, things 一、两、三.
std::string ordinal(std::size_t number) { return number == 2 ? "二" : in_hanzi(number); }

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  void sentence(std::size_t form) {
    const Due due = one_of(random_, kDues);
    deadline_ = due.value;
    put(due.text);
    (this->*kForms[form].write)();
    put("。");
    if (pick(random_, 0, 2) == 0) put(one_of(random_, kFillers));
  }

  Plan run(std::size_t sentences) {
    put("示范市2023年重点工作要点\n\n");
    put("为做好全年工作，现就有关事项安排如下。\n\n");
    for (std::size_t i = 0; i < sentences; ++i) {
      open_item(i);
      form_ = kForms[i % kForms.size()].name;
      sentence(i % kForms.size());
      put("\n");
    }
    return std::move(plan_);
  }

  struct Form {
    const char* name;
    void (Writer::*write)();
  };
  static const std::array<Form, 13> kForms;

 private:
  void put(const std::string& text) { plan_.text += text; }

  /// Every ninth sentence opens a chapter, every third a section.
  void open_item(std::size_t sentence) {
    constexpr std::size_t kChapter = 9;
    constexpr std::size_t kSection = 3;
    const std::size_t chapter = sentence / kChapter + 1;
    const std::size_t section = sentence % kChapter / kSection + 1;
    const std::size_t item = sentence % kSection + 1;
    if (sentence % kChapter == 0) put(ordinal(chapter) + "、" + one_of(random_, kHeadings) + "\n");
    if (sentence % kSection == 0)
      put("（" + ordinal(section) + "）" + one_of(random_, kHeadings) + "。" + one_of(random_, kFillers) + "\n");
    put(std::to_string(item) + "．");
    path_ = ordinal(chapter) + "/" + ordinal(section) + "/" + std::to_string(item);
  }

  void note(Fields fields) {
    Wanted wanted{form_, plan_.text.size(), std::move(fields)};
    wanted.fields.insert(wanted.fields.end(), {{"item", path_}, {"role", "target"}, {"deadline", deadline_}});
    plan_.wanted.push_back(std::move(wanted));
  }

  /// Writes a value with its bound and notes its record.
  void value(const Bound& bound, const Number& number, const std::string& unit, Fields fields) {
    fields.insert(fields.end(),
                  {{"comparator", bound.value}, {"value", number.value}, {"value_max", ""}, {"unit", unit}});
    note(std::move(fields));
    put(bound.before + number.text + unit + bound.after);
  }

  void object() {  // 新建停车位300个以上
    const Thing& thing = one_of(random_, kThings);
    put(std::string(thing.verb) + thing.name);
    value(one_of(random_, kBounds), count(random_), thing.unit,
          {{"indicator", thing.name}, {"kind", thing.kind}, {"action", thing.verb}});
  }

  void counted() {  // 新建300个停车位
    const Thing& thing = one_of(random_, kThings);
    put(thing.verb);
    value(kBounds[0], count(random_), thing.unit,
          {{"indicator", thing.name}, {"kind", thing.kind}, {"action", thing.verb}});
    put(thing.name);
  }

  void list() {  // 新建停车位300个、幼儿园6所
    const Thing& first = one_of(random_, kThings);
    put(std::string(first.verb) + first.name);
    value(kBounds[0], count(random_), first.unit,
          {{"indicator", first.name}, {"kind", first.kind}, {"action", first.verb}});
    const Thing* second = &one_of(random_, kThings);
    while (second->name == first.name) second = &one_of(random_, kThings);
    put(std::string("、") + second->name);
    value(kBounds[0], count(random_), second->unit, {{"indicator", second->name}, {"kind", second->kind}});
  }

  void clauses() {  // 新建停车位300个，新增公交车20辆
    object();
    put("，");
    object();
  }

  void rate() {  // 森林覆盖率达到46%以上
    const char* name = one_of(random_, kRates);
    const char* verb = pick(random_, 0, 1) == 0 ? "达到" : "提高到";
    put(std::string(name) + verb);
    value(one_of(random_, kBounds), percent(random_), "%", {{"indicator", name}, {"kind", "rate"}, {"change", ""}});
  }

  void rate_in_words() {  // 森林覆盖率达到百分之四十六
    const char* name = one_of(random_, kRates);
    put(std::string(name) + "达到");
    const std::size_t n = pick(random_, 11, 98);
    note({{"indicator", name}, {"kind", "rate"}, {"comparator", "="}, {"value", std::to_string(n)}, {"unit", "%"}});
    put("百分之" + in_hanzi(n));
  }

  void limit() {  // 失业率控制在4.5%以内
    const char* name = one_of(random_, kLimited);
    put(std::string(name) + "控制在");
    value({"", pick(random_, 0, 1) == 0 ? "以内" : "以下", "<="}, percent(random_), "%",
          {{"indicator", name}, {"kind", "rate"}});
  }

  void growth() {  // 地区生产总值增长6%左右
    const bool rises = pick(random_, 0, 2) > 0;
    const char* name = rises ? one_of(random_, kGrowing) : one_of(random_, kFalling);
    put(std::string(name) + (rises ? "增长" : "下降"));
    value(one_of(random_, kBounds), percent(random_), "%",
          {{"indicator", name}, {"kind", "rate"}, {"change", rises ? "increase" : "decrease"}});
  }

  void money() {  // 完成固定资产投资12.5亿元
    const char* name = one_of(random_, kSums);
    put(std::string("完成") + name);
    const std::string whole = std::to_string(pick(random_, 1, 999));
    const std::string part = std::to_string(pick(random_, 1, 9));
    const bool large = pick(random_, 0, 1) == 0;
    value(one_of(random_, kBounds),
          {whole + "." + part + (large ? "亿" : "万"), whole + part + (large ? "0000000" : "000")}, "元",
          {{"indicator", name}, {"kind", "money"}, {"action", "完成"}});
  }

  void range() {  // 新建幼儿园3-5所
    const Thing& thing = one_of(random_, kThings);
    put(std::string(thing.verb) + thing.name);
    const std::size_t low = pick(random_, 2, 50);
    const std::size_t high = low + pick(random_, 1, 20);
    note({{"indicator", thing.name},
          {"kind", thing.kind},
          {"comparator", "range"},
          {"value", std::to_string(low)},
          {"value_max", std::to_string(high)},
          {"unit", thing.unit}});
    put(std::to_string(low) + one_of(random_, std::array<const char*, 3>{"-", "—", "至"}) + std::to_string(high) +
        thing.unit);
  }

  void density() {  // 每千人口养老护理床位达到3.5张
    const char* name = one_of(random_, kDense);
    const char* unit = std::string(name).ends_with("床位") ? "张" : "个";
    put(std::string("每千人口") + name + "达到");
    const std::string n = std::to_string(pick(random_, 2, 9)) + "." + std::to_string(pick(random_, 1, 9));
    value(one_of(random_, kBounds), {n, n}, unit, {{"indicator", name}, {"kind", "rate"}, {"per", "千人口"}});
  }

  void each_its_own() {  // 甲率、乙率分别达到80%和90%以上
    const std::size_t first = pick(random_, 0, kRates.size() - 1);
    const std::size_t second = (first + pick(random_, 1, kRates.size() - 1)) % kRates.size();
    put(std::string(kRates[first]) + "、" + kRates[second] + "分别达到");
    const bool suffix = pick(random_, 0, 1) == 0;
    const Bound shared{"", "", suffix ? ">=" : "="};
    value(shared, percent(random_), "%", {{"indicator", kRates[first]}, {"kind", "rate"}});
    put("和");
    value({"", suffix ? "以上" : "", shared.value}, percent(random_), "%",
          {{"indicator", kRates[second]}, {"kind", "rate"}});
  }

  void of_which() {  // 新增养老床位500张，其中护理型床位300张
    put("新增养老床位");
    value(kBounds[0], count(random_), "张", {{"indicator", "养老床位"}, {"kind", "count"}});
    put("，其中护理型床位");
    value(kBounds[0], count(random_), "张", {{"indicator", "护理型床位"}, {"kind", "count"}});
  }

  Random random_;
  Plan plan_;
  std::string form_;
  std::string path_;
  std::string deadline_;
};

constexpr std::array<Writer::Form, 13> Writer::kForms = {{{"object", &Writer::object},
                                                          {"counted", &Writer::counted},
                                                          {"list", &Writer::list},
                                                          {"clauses", &Writer::clauses},
                                                          {"rate", &Writer::rate},
                                                          {"rate_in_words", &Writer::rate_in_words},
                                                          {"limit", &Writer::limit},
                                                          {"growth", &Writer::growth},
                                                          {"money", &Writer::money},
                                                          {"range", &Writer::range},
                                                          {"density", &Writer::density},
                                                          {"each_its_own", &Writer::each_its_own},
                                                          {"of_which", &Writer::of_which}}};

}  // namespace

std::vector<std::string> forms() {
  std::vector<std::string> names;
  for (const auto& form : Writer::kForms) names.emplace_back(form.name);
  return names;
}

Plan make_plan(unsigned seed, std::size_t sentences) { return Writer(seed).run(sentences); }

std::string in_hanzi(std::size_t number) {
  constexpr std::array<const char*, 10> kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::array<const char*, 4> kPowers = {"", "十", "百", "千"};
  if (number == 2) return "两";
  if (number >= 10000) {
    const std::size_t low = number % 10000;
    return (number / 10000 == 2 ? "两" : in_hanzi(number / 10000)) + std::string("万") +
           (low == 0 ? "" : (low < 1000 ? "零" : "") + in_hanzi(low));
  }
  std::string text;
  bool gap = false;
  for (std::size_t power = 4, scale = 1000; power-- > 0; scale /= 10) {
    const std::size_t digit = number / scale % 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += kDigits[0];
    gap = false;
    if (!(digit == 1 && power == 1 && text.empty())) text += power == 3 && digit == 2 ? "两" : kDigits[digit];
    text += kPowers[power];
  }
  return text;
}

}  // namespace properties
