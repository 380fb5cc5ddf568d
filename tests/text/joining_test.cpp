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
