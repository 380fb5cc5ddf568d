// Which line breaks are damage and which are meant.
#include <doctest/doctest.h>

#include <string>

#include "helpers.hpp"

using helpers::paragraphs;
using helpers::repaired;

namespace {

/// Running text around the lines in question, as any document has it.
const std::string kBefore = "1.加强排查，落实责任，全年开展检查三次。\n\n2.完善制度，细化流程，做到有章可循。\n\n";
const std::string kAfter = "\n\n8.健全机制，加强考核，推动工作落实。\n\n9.强化宣传，营造氛围，及时总结经验。\n";

/// The paragraphs between those, parted by ¶.
std::string between(const std::string& lines) {
  const auto all = paragraphs(kBefore + lines + kAfter);
  std::string out;
  for (std::size_t i = 2; i + 2 < all.size(); ++i) out += (out.empty() ? "" : "¶") + all[i];
  return out;
}

}  // namespace

TEST_CASE("a sentence broken over a page is one again") {
  CHECK(between("3.对老旧小区开展摸底，按照轻重缓急安排，适时公布改造\n\n工程进度，接受群众监督。") ==
        "3.对老旧小区开展摸底,按照轻重缓急安排,适时公布改造工程进度,接受群众监督。");
  CHECK(between("3.推进学校建设，完善配套设施，\n\n方便居民就近入学。") ==
        "3.推进学校建设,完善配套设施,方便居民就近入学。");
  CHECK(between("3.推进学校建设，引进“名校长\n\n”和骨干教师。") == "3.推进学校建设,引进“名校长”和骨干教师。");
  CHECK(between("3.推进学校建设，实施新一轮“名师计\n\n划”。") == "3.推进学校建设,实施新一轮“名师计划”。");
  CHECK(between("3.推进学校建设，改善农村学校办学条件的\n\n各项措施要落地。") ==
        "3.推进学校建设,改善农村学校办学条件的各项措施要落地。");
}

TEST_CASE("numbers and words split by a break") {
  CHECK(between("3.做好服务，为 70 以\n\n上老年人体检。") == "3.做好服务,为70以上老年人体检。");
  CHECK(between("3.做好服务，重点管理辖区 6\n\n类人群的健康档案。") == "3.做好服务,重点管理辖区6类人群的健康档案。");
  CHECK(between("3.做好服务，引进 smart\ncity 平台，提高效率。") == "3.做好服务,引进smart city平台,提高效率。");
}

TEST_CASE("titles, items, addressees and dates stand for themselves") {
  CHECK(between("三、提升质量，优化服务\n\n今年要突出重点，补齐短板。") ==
        "三、提升质量,优化服务¶今年要突出重点,补齐短板。");
  CHECK(between("（二）提升质量\n\n（三）优化服务") == "(二)提升质量¶(三)优化服务");
  CHECK(between("3.加强应急演练，做好物资保障工作\n- 4.修订预案，完善体系。") ==
        "3.加强应急演练,做好物资保障工作¶4.修订预案,完善体系。");
  CHECK(repaired("关于印发年度计划的通知\n\n各县（区）教育局，各直属学校：\n\n现将计划印发给你们，请认真执行。\n\n某市"
                 "教育局\n\n"
                 "2021年3月2日\n") ==
        "关于印发年度计划的通知¶各县(区)教育局,各直属学校:¶现将计划印发给你们,请认真执行。¶某市教育局¶2021年3月2日");
  CHECK(repaired("凝心聚力谱写新篇\n奋力推进教育事业发展\n某市教育局局长张三\n（2021年3月2日）\n") ==
        "凝心聚力谱写新篇¶奋力推进教育事业发展¶某市教育局局长张三¶(2021年3月2日)");
}

TEST_CASE("table cells one a line are not glued") {
  const std::string cells =
      "任务\n内容\n时限\n单位\n1.摸底调查\n开展全市摸底，建立台账，形成问题清单\n6月底前\n市住建局，各区政府\n"
      "2."
      "制定方案\n编制实施方案，明确任务分工\n7月底前\n市住建局，市财政局，市自然资源局\n推进试点建设，总结推广经验\n9月"
      "底前\n市住建局\n";
  CHECK(paragraphs(cells).size() == 15);
  CHECK(paragraphs("序号\n\n1\n\n综合整治河道\n\n条\n\n350\n\n396\n\n113%\n\n2\n\n新建管网\n\n公里\n\n40\n").size() ==
        11);
}

TEST_CASE("hard-wrapped text is unwrapped, its paragraphs are not") {
  // Twenty characters a line; titles and last lines are shorter.
  const std::string text =
      "一、发展基础\n"
      "过去五年是全县经济社会发展极不平凡的五\n年面对复杂严峻的形势，全县上下团结一心\n攻坚克难，较好完成了各项目标任务"
      "，地区\n"
      "生产总值年均增长百分之六。居民收入稳步\n增长，生态环境持续改善。\n"
      "二、总体要求\n"
      "坚持新发展理念，坚持稳中求进工作总基调\n，以高质量发展为主题，以改革创新为根本\n动力，统筹发展和安全，加快建设现"
      "代化经\n"
      "济体系，构建新格局。\n"
      "三、主要目标\n"
      "到二〇二五年，综合实力显著增强，城乡融\n合水平明显提高，基本公共服务实现均等化\n，人民生活更加美好，社会文明程度"
      "得到新\n提高。\n";
  CHECK(repaired(text) ==
        "一、发展基础¶过去五年是全县经济社会发展极不平凡的五年面对复杂严峻的形势,全县上下团结一心攻坚克难,"
        "较好完成了各项目标任务,"
        "地区生产总值年均增长百分之六。居民收入稳步增长,生态环境持续改善。¶二、总体要求¶坚持新发展理念,"
        "坚持稳中求进工作总基调,"
        "以高质量发展为主题,以改革创新为根本动力,统筹发展和安全,加快建设现代化经济体系,构建新格局。¶三、主要目标¶"
        "到二〇二五年,综合实力显著增强,城乡融合水平明显提高,基本公共服务实现均等化,人民生活更加美好,"
        "社会文明程度得到新提高。");
}

TEST_CASE("a page on which no width stands out is unwrapped") {
  // Lines as PDF gives them: blanks around numbers, so that hardly two full lines are equally wide; the first ones of
  // paragraphs, without numbers, are.
  const auto all = paragraphs(
      "各位代表：\n"
      "现在，我代表镇人民政府向大会报告工作，请予审议，\n"
      "并请各位列席人员提出意见。\n"
      "一、过去一年工作\n"
      "全年实现规上工业产值 1326 亿元、总量居全县第二位，增长\n"
      "7%；完成固定资产投资 4.3 亿元，其中工业投资 1.8 亿\n"
      "元，增长 12%；村集体经营性收入 12960 万元、居民收入 3.1\n"
      "万元，年均增长 16.85%，发展后劲增强。\n"
      "过去一年，我们坚持生态优先，环境质量持续改善，发\n"
      "展底色更加鲜明。完成造林 120000 亩，清理各类河道 18 公\n"
      "里，关停散乱企业 600 家，空气优良天数达 330.5 天，较上年\n"
      "增加 1.5 天，获评省级卫生乡镇、生态示范镇，建成污水\n"
      "处理站 300 座、铺设管网 14.5 公里，农村生活污水治理率比上年\n"
      "提高 9 个百分点。\n"
      "过去一年，我们坚持民生为本，群众生活持续改善，办\n"
      "好实事 10 件。新建学校 2 所、改造校舍 8 栋，新增学位\n"
      "600 个，引进教师 25 名。\n"
      "过去一年，我们坚持改革为先，发展活力持续增强，培\n"
      "育经营主体 320 户，新增规上企业 5 家，兑付奖补资金 80\n"
      "万元。\n");
  REQUIRE(all.size() == 7);
  CHECK(all[1] == "现在,我代表镇人民政府向大会报告工作,请予审议,并请各位列席人员提出意见。");
  CHECK(all[2] == "一、过去一年工作");
  CHECK(all[3].starts_with("全年实现规上工业产值1326亿元、总量居全县第二位,增长7%;完成固定资产投资4.3亿元"));
  CHECK(all[3].ends_with("村集体经营性收入12960万元、居民收入3.1万元,年均增长16.85%,发展后劲增强。"));
  CHECK(all[4].starts_with("过去一年,我们坚持生态优先"));
  CHECK(all[4].ends_with("农村生活污水治理率比上年提高9个百分点。"));
  CHECK(all[6].ends_with("兑付奖补资金80万元。"));
}

TEST_CASE("what looks like a marker at a wrapped line's start can be the rest of a word") {
  std::string text;
  for (int i = 0; i < 8; ++i)
    text +=
        "各级各部门要坚持问题导向和目标导向相统\n一、坚持重点突破和整体推进相结合，落实\n落细各项任务，提高治理效能。"
        "\n";
  const auto all = paragraphs(text);
  CHECK(all.size() == 8);
  CHECK(all.front() ==
        "各级各部门要坚持问题导向和目标导向相统一、坚持重点突破和整体推进相结合,落实落细各项任务,提高治理效能。");
}

TEST_CASE("breaks of the seeds") {
  // The source line after each of these breaks belongs to the paragraph that starts at the other.
  const std::vector<std::vector<std::pair<std::size_t, std::size_t>>> joined = {
      {{20, 22},
       {34, 36},
       {82, 84},
       {112, 114},
       {125, 127},
       {155, 157},
       {173, 175},
       {181, 183},
       {190, 192},
       {205, 207},
       {220, 222}},
      {},
      {{29, 31}, {41, 43}, {47, 49}, {57, 59}, {67, 69}, {87, 89}},
      {{21, 23},
       {33, 35},
       {39, 41},
       {49, 51},
       {57, 59},
       {65, 67},
       {77, 79},
       {81, 83},
       {87, 89},
       {95, 97},
       {99, 101},
       {105, 107}},
      {{34, 35}}};
  const auto sources = helpers::seeds();
  REQUIRE(sources.size() == joined.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto view = zhibiao::text::repair(sources[i]);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    std::size_t lines = 0;
    for (const auto& paragraph : view.paragraphs()) {
      const auto span = view.source_span(paragraph.span);
      const std::size_t last = sources[i].position(span.end - 1 - (span.end > 1 ? 1 : 0)).line;
      if (last != paragraph.line) found.emplace_back(paragraph.line, last);
      ++lines;
    }
    CHECK(found == joined[i]);
    CHECK(lines > 30);
  }
}
