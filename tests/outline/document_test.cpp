// What a document says of itself: title, issuer, number, date, plan year, addressees, in all their forms.
#include "helpers.hpp"
#include "outline/dates.hpp"

using zhibiao::DocumentData;
using zhibiao::test::data_of;
using Names = std::vector<std::string>;

TEST_CASE("a letter that issues a plan") {
  const DocumentData data = data_of(
      "某某市卫生健康局文件\n\n某卫健〔2021〕31号\n\n市卫生健康局关于印发《2021 "
      "年全市\n卫生健康工作要点》的通知\n\n各区(市、县)卫生健康局，局属各单位：\n\n"
      "现将《2021年全市卫生健康工作要点》印发给你们，请认真贯彻落实。\n\n某某市卫生健康局\n\n2021年3月9日\n\n2021 "
      "年全市卫生健康工作要点\n\n"
      "今年工作的总体要求是稳中求进。\n\n一、深化改革\n\n落实《关于改革的意见》（国办发〔2020〕7号）。\n");
  CHECK(data.title == "2021年全市卫生健康工作要点");
  CHECK(data.issuer == "某某市卫生健康局");
  CHECK(data.doc_number == "某卫健〔2021〕31号");
  CHECK(data.issued == "2021-03-09");
  CHECK(data.plan_year == 2021);
  CHECK(data.addressees == Names{"各区(市、县)卫生健康局", "局属各单位"});
}

TEST_CASE("a database copy: the name without marks, the number in brackets, no signature") {
  const DocumentData data = data_of(
      "某省发展和改革委员会关于印发2020年某省数字经济发展工作方案的通知\n\n（某发改数字[2020]"
      "409号）\n\n各省辖市人民政府、示范区管委会、各省直管县（市）人民政府，"
      "省有关部门：\n　　《2020年某省数字经济发展工作方案》已经省政府同意，现印发你们，请认真贯彻落实。\n2020年5月31日"
      "\n2020年某省数字经济发展工作方案\n"
      "　　一、工作思路\n　　坚持创新驱动。\n");
  CHECK(data.title == "2020年某省数字经济发展工作方案");
  CHECK(data.issuer == "某省发展和改革委员会");
  CHECK(data.doc_number == "某发改数字〔2020〕409号");
  CHECK(data.issued == "2020-05-31");
  CHECK(data.addressees == Names{"各省辖市人民政府", "示范区管委会", "各省直管县（市）人民政府", "省有关部门"});
}

TEST_CASE("the letter's text names the plan otherwise than its subject") {
  const DocumentData data = data_of(
      "某市人民政府办公厅关于印发2019年数字化转型工作任务分工的通知\n各区县（市）人民政府：\n《2019年数字化转型主要工作"
      "任务及责任分工》已经市政府同意，现印发给你们。\n"
      "某市人民政府办公厅\n2019年6月13日\n2019年数字化转型主要工作任务及责任分工\n一、统筹规划\n");
  CHECK(data.title == "2019年数字化转型主要工作任务及责任分工");
}

TEST_CASE("a subject over three lines, a number behind it") {
  const DocumentData data = data_of(
      "某某县人民政府办公室\n\n关于印发某某县2022年健康行动实施方案的\n\n通　知\n\n某政办﹝2022﹞第9号\n\n各乡镇人民政"
      "府，县直各部门：\n\n"
      "《某某县2022年健康行动实施方案》已经县政府同意，现印发给你们。\n\n某某县人民政府办公室\n\n2022年5月6日\n\n某某县"
      "2022年健康行动实施方案\n\n一、目标\n");
  CHECK(data.title == "某某县2022年健康行动实施方案");
  CHECK(data.issuer == "某某县人民政府办公室");
  CHECK(data.doc_number == "某政办〔2022〕第9号");
  CHECK(data.issued == "2022-05-06");
}

TEST_CASE("a web page's table with labels") {
  const DocumentData data = data_of(
      "索 引 "
      "号：\n000014349/"
      "2021-00085\n主题分类：\n卫生\n发文机关：\n某省人民政府办公厅\n成文日期：\n2021年06月04日\n标　　题：\n"
      "某省人民政府办公厅关于印发某省2021年重点工作任务的通知\n发文字号：\n某政办发〔2021〕20号\n发布日期：\n2021年06月"
      "17日\n"
      "各市人民政府，省政府各部门：\n《某省2021年重点工作任务》已经省政府同意，现印发给你们。\n某省2021年重点工作任务\n"
      "一、改革\n");
  CHECK(data.issuer == "某省人民政府办公厅");
  CHECK(data.issued == "2021-06-04");
  CHECK(data.doc_number == "某政办发〔2021〕20号");
  CHECK(data.title == "某省2021年重点工作任务");
}

TEST_CASE("joint letters and seals on behalf") {
  const DocumentData joint = data_of(
      "某自治区教育厅等六部门印发《某自治区学校美育三年行动计划（2021-"
      "2023年）》的通知\n各市教育局：\n现印发给你们。\n某自治区教育厅\n某自治区财政厅\n2021年4月26日\n"
      "某自治区学校美育三年行动计划（2021-2023年）\n一、基本思路\n");
  CHECK(joint.issuer == "某自治区教育厅");
  CHECK(joint.title == "某自治区学校美育三年行动计划（2021-2023年）");
  CHECK(joint.plan_year == 2021);
  const DocumentData office = data_of(
      "某市经济和信息化局关于印发《2020年某市数字经济工作要点》的通知\n市级有关部门：\n现将《2020年某市数字经济工作要点"
      "》印发你们。\n某市数字经济领导小组办公室\n"
      "（某市经济和信息化局代章）\n2020年6月17日\n2020年某市数字经济工作要点\n一、总体要求\n");
  CHECK(office.issuer == "某市数字经济领导小组办公室");
  CHECK(office.issued == "2020-06-17");
}

TEST_CASE("the body above the number, in full although the signature is short") {
  const DocumentData data = data_of(
      "某州市某楼区卫生健康局\n\n某卫办【2020】8号\n\n关于印发《某楼区2020年卫生健康工作要点》的通知\n\n区疾控中心/"
      "卫生监督所，各街道（镇）卫健办、社区卫生服务中心：\n\n"
      "现将《某楼区2020年卫生健康工作要点》印发给你们。\n\n某楼区卫生健康局\n\n2020年4月15日\n\n（此件主动公开）\n\n某"
      "楼区2020年卫生健康工作要点\n\n一、综合医改\n");
  CHECK(data.issuer == "某州市某楼区卫生健康局");
  CHECK(data.doc_number == "某卫办〔2020〕8号");
  CHECK(data.addressees == Names{"区疾控中心/卫生监督所", "各街道（镇）卫健办", "社区卫生服务中心"});
  CHECK(data.title == "某楼区2020年卫生健康工作要点");
}

TEST_CASE("addressees: 、 parts bodies, not the places of one body") {
  const auto to = [](const std::string& line) {
    return data_of("国务院关于做好就业工作的意见\n国发〔2018〕39号\n" + line +
                   "\n为做好就业工作，提出以下意见。\n一、稳定就业\n")
        .addressees;
  };
  CHECK(to("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：") ==
        Names{"各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"});
  CHECK(to("各区、县（市）人民政府，市政府各部门、各单位：") ==
        Names{"各区、县（市）人民政府", "市政府各部门", "各单位"});
  CHECK(to("各镇卫生院（分院）,委属各单位,机关各股室（办、中心）:") ==
        Names{"各镇卫生院（分院）", "委属各单位", "机关各股室（办、中心）"});
  CHECK(to("各区县、各部门，各人民团体：") == Names{"各区县", "各部门", "各人民团体"});
  CHECK(to("各市州、直管市、某某林区卫生健康委：") == Names{"各市州、直管市、某某林区卫生健康委"});
  CHECK(to("各县（市、区）卫生健康委（局）：") == Names{"各县（市、区）卫生健康委（局）"});
  CHECK(to("各委、办、局：") == Names{"各委、办、局"});
  CHECK(to("各位代表：").empty());
  CHECK(to("今年重点抓好以下工作：").empty());
}

TEST_CASE("a speech: title over two lines, byline, date in brackets, year from a heading") {
  const DocumentData data = data_of(
      "不忘初心奋发有为再立新功\n全面推进全市教育事业高质量发展\n某某市教育委员会党委书记、主任张三\n(2020年4月28日)"
      "\n一、2019年工作回顾\n成绩显著。\n二、2020年重点工作\n"
      "任务明确。\n");
  CHECK(data.title == "不忘初心奋发有为再立新功全面推进全市教育事业高质量发展");
  CHECK(data.issuer == "某某市教育委员会");
  CHECK(data.issued == "2020-04-28");
  CHECK(data.plan_year == 2020);
  CHECK(data.addressees.empty());
  CHECK(data.doc_number.empty());
}

TEST_CASE("government work reports") {
  const DocumentData city = data_of(
      "2025年某某市政府工作报告\n——2025年1月15日在某某市第十六届人民代表大会第三次会议上\n市长　李四\n各位代表：\n现在"
      "，我代表市人民政府，向大会报告工作，请予审议。\n"
      "一、2024年工作回顾\n二、2025年主要任务\n");
  CHECK(city.title == "2025年某某市政府工作报告");
  CHECK(city.issuer == "某某市人民政府");
  CHECK(city.issued == "2025-01-15");
  CHECK(city.plan_year == 2025);
  const DocumentData state = data_of(
      "各位代表：\n现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2019年和今年以来工作回顾\n二、今年发展主要目"
      "标\n");
  CHECK(state.title.empty());
  CHECK(state.issuer == "国务院");
  CHECK(state.plan_year == 2020);
  const DocumentData chief = data_of(
      "政府工作报告\n——2022年3月5日在某省第十三届人民代表大会第五次会议上\n某省省长　王五\n各位代表：\n一、2022年工作"
      "\n");
  CHECK(chief.issuer == "某省人民政府");
}

TEST_CASE("a five-year plan: no letter, title over two lines, approved on a day") {
  const DocumentData data = data_of(
      "某某市国民经济和社会发展第十四个五年规划\n和二〇三五年远景目标纲要\n2021 年 1 月 27 "
      "日某某市第十五届人民代表大会第五次会议批准\n\n目 录\n\n为推进发展，制定本规划。\n一、发展基础\n");
  CHECK(data.title == "某某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要");
  CHECK(data.plan_year == 2021);
  CHECK(data.issued == "2021-01-27");
}

TEST_CASE("a plan's years below its title belong to it; of two bodies on one line the first issues") {
  const DocumentData data = data_of(
      "某省数字经济行动计划\n（2023—2025年）\n\n为加快发展，制定本计划。\n一、目标\n建成平台5个。\n\n某省大数据局    "
      "某省工业和信息化厅\n2023年4月28日\n");
  CHECK(data.title == "某省数字经济行动计划（2023—2025年）");
  CHECK(data.issuer == "某省大数据局");
}

TEST_CASE("a title printed twice, and a date alone under it") {
  const DocumentData data = data_of(
      "某市全面改进学校美育工作方案\n某市全面改进学校美育工作方案\n（2017年08月14日）\n\n　　为贯彻意见（国办发〔2015〕"
      "71号）精神，制定本方案。\n一、工作目标\n");
  CHECK(data.title == "某市全面改进学校美育工作方案");
  CHECK(data.issued == "2017-08-14");
  CHECK(data.plan_year == 2017);
  CHECK(data.doc_number.empty());
  const DocumentData page = data_of(
      "国务院关于加快推进装备产业转型升级的指导意见\n国务院关于加快推进\n装备产业转型升级的指导意见\n国发〔2018〕42号\n"
      "各省、自治区、直辖市人民政府：\n"
      "装备是发展的重要基础。\n一、总体要求\n国务院\n2018年12月21日\n");
  CHECK(page.title == "国务院关于加快推进装备产业转型升级的指导意见");
  CHECK(page.issuer == "国务院");
  CHECK(page.issued == "2018-12-21");
}

TEST_CASE("the body that opens a title with what it is about") {
  const DocumentData notice = data_of(
      "某某市体育局关于做好2022年全民健身工作的通知\n各县区：\n为做好工作，现通知如下。\n一、目标\n新建球场9片。\n");
  CHECK(notice.title == "某某市体育局关于做好2022年全民健身工作的通知");
  CHECK(notice.issuer == "某某市体育局");
  const DocumentData about = data_of("关于做好2022年全民健身工作的通知\n一、目标\n新建球场9片。\n");
  CHECK(about.issuer.empty());
}

TEST_CASE("the body on the line below the title; a speech at the end of a year is about the next") {
  const DocumentData points = data_of(
      "2022年全市体育工作要点\n某某市体育局\n2022年，全市体育系统围绕中心工作，重点做好以下工作。\n一、群众体育\n新建球"
      "场9片。\n");
  CHECK(points.title == "2022年全市体育工作要点");
  CHECK(points.issuer == "某某市体育局");
  const DocumentData budget = data_of(
      "某某区2021年财政预算执行情况和2022年财政预算草案的报告\n——2022年1月10日在某某区第三届人民代表大会第二次会议上\n"
      "某某区财政局\n各位代表：\n现将预算草案提请大会审议。\n一、重点支出\n教育支出12亿元。\n");
  CHECK(budget.issuer == "某某区财政局");
  const DocumentData cover =
      data_of("某某市“十四五”水利发展规划\n（某某市水利局  2021年11月）\n第一章  发展目标\n新建水库2座。\n");
  CHECK(cover.issuer == "某某市水利局");
  const DocumentData speech = data_of(
      "政府工作报告\n——2021年12月18日在某某区第三届人民代表大会第一次会议上\n各位代表：\n现在，向大会报告工作。\n"
      "一、抓项目、兴产业\n新签约项目62个。\n");
  CHECK(speech.issued == "2021-12-18");
  CHECK(speech.plan_year == 2022);
  const DocumentData looking_back = data_of(
      "政府工作报告\n——2021年12月18日在某某区第三届人民代表大会第一次会议上\n各位代表：\n"
      "2021年是本届政府的开局之年，全区迎难而上。\n一、抓项目、兴产业\n新签约项目62个。\n");
  CHECK(looking_back.plan_year == 2022);
  const DocumentData spring = data_of(
      "政府工作报告\n——2021年2月8日在某某区第三届人民代表大会第一次会议上\n各位代表：\n现在，向大会报告工作。\n"
      "一、抓项目、兴产业\n新签约项目62个。\n");
  CHECK(spring.plan_year == 2021);
  const DocumentData part =
      data_of("综合各方面因素，建议2024年经济社会发展主要预期目标为：生产总值增长6%。\n（一）兴产业。\n");
  CHECK(part.plan_year == 2024);
}

TEST_CASE("papers about other papers keep their own names; a heading below a whole title is none of it") {
  const auto title = [](const std::string& text) { return data_of(text).title; };
  const std::string rest =
      "各县人民政府：\n现将《政府工作报告》2021年重点任务分解下达，请抓好落实。\n一、目标\n新建水库2座。\n";
  CHECK(title("某某市人民政府关于分解落实《政府工作报告》重点工作的通知\n" + rest) ==
        "某某市人民政府关于分解落实《政府工作报告》重点工作的通知");
  CHECK(title("某某市人民政府关于印发《政府工作报告》分工方案的通知\n" + rest) == "《政府工作报告》分工方案");
  CHECK(title("某某市人民政府关于印发《河长制方案》和《湖长制方案》的通知\n" + rest) == "河长制方案");
  const std::string text = "全局上下共同努力。\n一、重点工程\n治理河道12公里。\n";
  CHECK(title("某某局2021年工作总结及计划\n上半年工作总结\n" + text) == "某某局2021年工作总结及计划");
  CHECK(title("某某局2021年工作要点\n总体要求\n" + text) == "某某局2021年工作要点");
  CHECK(title("某某局2021年工作总结\n及2022年工作计划\n" + text) == "某某局2021年工作总结及2022年工作计划");
  CHECK(data_of("2021年12月15日在某某县第三届人民代表大会第一次会议上\n" + text).plan_year != 2021);
}

TEST_CASE("a paper that only reports is of the year it reports on") {
  const auto year = [](const std::string& text) { return data_of(text + "新建水库2座。\n").plan_year; };
  CHECK(year("某某局2021年工作总结\n一、水利建设\n") == 2021);
  CHECK(year("某某局2021年工作总结\n一、工作成效\n二、2022年工作打算\n") == 2022);
  CHECK(year("某某局2021年工作总结和2022年工作计划\n一、水利建设\n") == 2022);
  CHECK(year("2021年上半年工作总结和下半年工作计划\n一、2021年上半年工作总结\n") == 2021);
  CHECK(year("“十三五”规划实施情况的报告\n一、水利建设\n") == 2020);
  CHECK(year("某某局“十三五”工作总结和“十四五”工作思路\n一、水利建设\n") == 2021);
}

TEST_CASE("a web page's day behind or below the title; the body that a title opens with") {
  const DocumentData behind = data_of(
      "某某区安居街道办事处2021年工作总结和2022年工作安排 2022-02-11\n一、2021年主要工作回顾\n救助困难群众320人次。\n");
  CHECK(behind.title == "某某区安居街道办事处2021年工作总结和2022年工作安排");
  CHECK(behind.issuer == "某某区安居街道办事处");
  CHECK(behind.issued == "2022-02-11");
  CHECK(behind.plan_year == 2022);
  const DocumentData below =
      data_of("某某市水利局2020年工作总结及2021年工作计划\n- 时间：2021-01-20\n一、2020年工作总结\n疏浚沟渠67条。\n");
  CHECK(below.title == "某某市水利局2020年工作总结及2021年工作计划");
  CHECK(below.issuer == "某某市水利局");
  CHECK(below.issued == "2021-01-20");
  const DocumentData bylined =
      data_of("2015年乡政府工作计划\n\n时间：03-03 作者：某某 栏目：工作计划\n一、任务\n疏浚沟渠67条。\n");
  CHECK(bylined.title == "2015年乡政府工作计划");
  CHECK(data_of("县水利局2021年工作计划\n一、任务\n疏浚沟渠67条。\n").issuer.empty());
  CHECK(data_of("全市2021年水利工作要点\n一、任务\n疏浚沟渠67条。\n").issuer.empty());
}

TEST_CASE("a chapter right below the title is none of it") {
  const DocumentData data =
      data_of("某某市水利发展规划\n第一章 基础\n第一节 成就\n新建水库2座。\n第二章 目标\n新建泵站3座。\n");
  CHECK(data.title == "某某市水利发展规划");
}

TEST_CASE("the signature at the end, in numerals; the print note's date is none") {
  const DocumentData data = data_of(
      "某市关于加强医保工作的实施意见\n\n为加强医保工作，提出以下意见。\n\n一、目标\n\n参保率达到95%"
      "。\n\n某某市人民政府\n\n二○二一年十月八日\n\n某某市人民政府办公室 2021年10月12日印发\n");
  CHECK(data.issued == "2021-10-08");
  CHECK(data.issuer == "某某市人民政府");
  CHECK(data.plan_year == 2021);
}

TEST_CASE("a web page's values without labels, then the letter") {
  const DocumentData data = data_of(
      "11330282002977026G/"
      "2022-155031\n市教育局\n主动公开\n计划总结\n2022-04-01\n2022-03-29\n面向社会\n各学校、局机关各科室:"
      "\n现将《2022年全市教育工作要点》印发给你们。\n某溪市教育局\n"
      "2022年3月29日\n2022年全市教育工作要点\n今年要求稳中求进。\n一、党的建设\n某溪市教育局办公室 "
      "2022年3月30日印发\n");
  CHECK(data.doc_number.empty());
  CHECK(data.issuer == "某溪市教育局");
  CHECK(data.issued == "2022-03-29");
  CHECK(data.addressees == Names{"各学校", "局机关各科室"});
}

TEST_CASE("a letter without line breaks") {
  const DocumentData data = data_of(
      "某某市人民政府关于印发某某市推进农业农村现代化“十四五”规划（2021—2025年）的通知某府发〔2021〕22号各区县（自治县"
      "）人民政府，市政府各部门，有关单位：现将《某某市推进农业农村现代化"
      "“十四五”规划（2021—2025年）》印发给你们，请认真贯彻执行。某某市人民政府2021年8月24日（此件公开发布）某某市推进农"
      "业农村现代化“十四五”规划（2021—2025年）为贯彻精神，加快农业农村"
      "现代化，制定本规划。第一章　发展基础基础更加牢固。第二章　发展目标目标更加明确。");
  CHECK(data.title == "某某市推进农业农村现代化“十四五”规划（2021—2025年）");
  CHECK(data.issuer == "某某市人民政府");
  CHECK(data.doc_number == "某府发〔2021〕22号");
  CHECK(data.issued == "2021-08-24");
  CHECK(data.plan_year == 2021);
  CHECK(data.addressees == Names{"各区县（自治县）人民政府", "市政府各部门", "有关单位"});
}

TEST_CASE("nothing printed, nothing said") {
  const DocumentData data = data_of("全面推进改革。2020年完成投资3亿元，根据《意见》（国发〔2019〕5号）办理。\n");
  CHECK(data.title.empty());
  CHECK(data.issuer.empty());
  CHECK(data.doc_number.empty());
  CHECK(data.issued.empty());
  CHECK(data.addressees.empty());
}

TEST_CASE("dates in digits and numerals") {
  using zhibiao::outline::first_date;
  CHECK(first_date("2022年3月29日") == "2022-03-29");
  CHECK(first_date("2017年08月14日") == "2017-08-14");
  CHECK(first_date("二○二一年三月二十九日") == "2021-03-29");
  CHECK(first_date("二〇〇六年十月十日") == "2006-10-10");
  CHECK(first_date("二零一九年十二月三十一日") == "2019-12-31");
  CHECK(first_date("2022-03-29") == "2022-03-29");
  CHECK(first_date("2022年3月") == "2022-03");
  CHECK(first_date("2022年13月1日").empty());
  CHECK(first_date("2022年").empty());
}

TEST_CASE("years planned for") {
  using zhibiao::outline::planned_year;
  CHECK(planned_year("2020年全市卫生健康工作要点") == 2020);
  CHECK(planned_year("数字经济三年行动计划(2020-2022年)") == 2020);
  CHECK(planned_year("行动方案(2021年—2023年)") == 2021);
  CHECK(planned_year("“十三五”卫生规划") == 2016);
  CHECK(planned_year("“十五五”规划建议") == 2026);
  CHECK(planned_year("第十四个五年规划和二〇三五年远景目标纲要") == 2021);
  CHECK(planned_year("2021年工作总结和2022年工作计划") == 2022);
  CHECK(planned_year("关于2021年国民经济和社会发展计划执行情况与2022年计划草案的报告") == 2022);
  CHECK(planned_year("二○二一年工作要点") == 2021);
  CHECK_FALSE(planned_year("政府工作报告").has_value());
}
