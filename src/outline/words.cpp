// The outline stage's table of words and patterns: how bodies, titles, letters, numbers and dates of
// official documents are written (GB/T 9704 and what is met in practice). Data only.
// Tested by tests/outline/.
#include "outline/words.hpp"

#include <array>

namespace zhibiao::outline::words {
namespace {

constexpr auto kBodyEndingTable = std::to_array<std::string_view>(
    {"局",         "委员会", "人民政府", "办公室",     "厅",     "部",         "国务院", "政府",   "卫健委",
     "发改委",     "省委",   "市委",     "县委",       "区委",   "党委",       "党组",   "州委",   "盟委",
     "旗委",       "办公厅", "领导小组", "指挥部",     "管委会", "街道办事处", "办事处", "总局",   "署",
     "监局",       "协会",   "联合会",   "中心",       "总队",   "支队",       "法院",   "检察院", "总工会",
     "行政公署",   "行署",   "联席会议", "组委会",     "国资委", "改革委",     "健康委", "事务委", "建设委",
     "农业农村委", "交通委", "商务委",   "经信委",     "编办",   "医院",       "大学",   "学院",   "集团",
     "公司",       "常委会", "中央",     "工作委员会", "工委",   "团委",       "纪委",   "监委",   "银行",
     "学校",       "联社",   "研究院",   "科学院"});
constexpr auto kAddresseeEndingTable = std::to_array<std::string_view>(
    {"单位", "部门", "机构", "处室", "科室", "股室", "卫健办", "办",   "委",   "站",   "所",
     "队",   "院",   "校",   "会",   "社",   "厂",   "企业",   "集团", "支行", "分行", "科",
     "处",   "室",   "直属", "高校", "各部", "公所", "社区",   "中队", "馆",   "台",   "各组",
     "小组", "个人", "同志", "团体", "场",   "分局", "专班",   "协会", "组织", "景区", "中心"});
constexpr auto kPlaceEndingTable = std::to_array<std::string_view>(
    {"街道", "乡镇", "镇",   "开发区", "新区", "园区", "林区", "功能区", "旗县", "区县", "县区",
     "市区", "县市", "市州", "盟市",   "地区", "各县", "各区", "各市",   "各州", "村"});
constexpr auto kNumeralTable =
    std::to_array<std::string_view>({"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});

// A year in digits or numerals, as far as patterns need it.
#define ZHIBIAO_YEAR "(?:19|20)[0-9]{2}"
#define ZHIBIAO_NUMERAL "[〇○零０ОOo一二三四五六七八九]"
#define ZHIBIAO_DATE                                                    \
  "(?:" ZHIBIAO_YEAR "年[0-9]{1,2}月(?:[0-9]{1,2}日)?|" ZHIBIAO_NUMERAL \
  "{4}年[一二三四五六七八九十]{1,2}月"                      \
  "(?:[一二三四五六七八九十廿]{1,3}日)?|" ZHIBIAO_YEAR "[-/.][0-9]{1,2}[-/.][0-9]{1,2})"
// What is Chinese of a text's characters: 々, 〇, the ideographs and their extensions.
#define ZHIBIAO_HAN "\\x{3005}\\x{3007}\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{3FFFF}"
#define ZHIBIAO_NUMBER \
  "([" ZHIBIAO_HAN "A-Za-z]+?)[〔\\[【(﹝〈](" ZHIBIAO_YEAR ")[〕\\]】)﹞〉]((?:第)?[0-9]{1,5}(?:-[0-9]{1,3})?)号"

}  // namespace

const Pattern kAnnexLine("(?:附件|附表|附录|附图|附)(?:[0-9]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3})?", "附");
const Pattern kTitledAnnex("(?:附件|附表|附录|附)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?[: ].{3,60}", "附");
const Pattern kListIntro("^(?:附件|附表|附|注|备注|说明|注释)[0-9]{0,2}[::](.*)", ":");
const Pattern kNumeralList("^[一二三四五六七八九十]、[一二三四五六七八九十](?:、[一二三四五六七八九十]|[产级类])",
                           "、");
const std::string_view kClassSigns = "型类号";
const Pattern kReferenceGoesOn(
    "^(?:[项款条目号](?:[、,和及至或的所之中规]|情形|$)|[、,和及与至到或]*\\([一二三四五六七八九十]|[、,]|所[列述]|"
    "规定的)");

const Words kBodyEndings = kBodyEndingTable;
const Words kAddresseeEndings = kAddresseeEndingTable;
const Words kPlaceEndings = kPlaceEndingTable;
const Pattern kLetterhead("^([^,。:;]+?)(?:\\(?(?:通知|函|令|公告)\\)?)?文件$", "文件");
const Pattern kByline(
    "^([^,。:;]+?)(?:党委|党组|党工委|工委)?(?:副书记|书记|主任|局长|厅长|部长|院长|会长|总理|组长|署长|校长).{0,16}$");
const Pattern kChiefByline(
    "^(.{1,12}?(?:省|市|县|区|州|盟|旗))(?:人民政府|政府)?(?:代)?(?:省长|市长|县长|区长|州长|盟长|旗长|主席).{0,10}$");
const Pattern kBracketByline("^\\(([^,。:;()]+?)(?:" ZHIBIAO_YEAR "年[0-9]{1,2}月(?:[0-9]{1,2}日)?)?\\)$", ")");
const Pattern kSpokenFor("代表([^,。;:]+?),?向(?:大会|本次大会|第)", "代表");
const Pattern kReportTitle("^(?:" ZHIBIAO_YEAR "年)?(.{1,14}?(?:省|市|县|区|州|盟|旗))(?:人民)?政府工作报告",
                           "政府工作报告");
const Pattern kBodyOfTitle(
    "^([^省市县区州盟旗镇乡全我本,。:;][^,。:;]{2,24}?(?:局|厅|委员会|办事处|管委会))" ZHIBIAO_YEAR
    "年.*(?:总结|要点|计划|安排|思路|打算)",
    "年");
const Pattern kIssuerLabel(
    "^(?:发文机关|发文机构|发布机构|发布机关|发文单位|制发机关|制定机关|发布单位|责任部门|公开主体)[::](.+)$", ":");
const Pattern kSealNote("^\\([^()]+(?:代章|盖章|印章|章)\\)$", "", ")");
const Pattern kJointly("等[0-9一二三四五六七八九十]{1,3}(?:个)?(?:部门|单位|委|厅|局|机关).*$");
const std::string_view kGovernment = "人民政府";

const Pattern kSubject(
    "^([^《。:;]*?)(?:关于)?(?:印发|转发|批转|下发|发布|公布|颁布|颁发|批准)(?:实施|执行)?(.+?)的?(?:补充)?"
    "(?:通知|函|决定|公告|通告|批复|命令|令|请示)(?:\\([^()]*\\))?$",
    "", "知函定告复令示)");
const Pattern kMoreNames("^(?:[、和及与暨等《(]|$)");
const Pattern kSubjectOpen("(?:关于|印发|转发|批转)");
const Pattern kFlatTitle("^(.{4,60}?(?:要点|方案|计划|规划|纲要|意见|报告|通知|措施|清单|安排)(?:\\([^()]{1,20}\\))?)");
const Pattern kIssuedInText(
    "(?:现将|现把|现印发|现下发|将)《([^《》]+(?:《[^《》]*》[^《》]*)?)》(?:[,、和及与]|《[^《》]*》|\\([^()]*\\)|"
    "予以|"
    "一并|等[^。]{0,12}?|随[^。]{0,6}?)*(?:印发|下发|发给|转发|发布|公布)(?:给)?(?:你们|各)|"
    "(?:现将|现把|现印发|现下发)《([^《》]+(?:《[^《》]*》[^《》]*)?)》(?:[^0-9" ZHIBIAO_HAN
    "]|[予一印下发公转批随等呈报]|$)|"
    "《([^《》]+)》[^。《》]*现(?:予以|予)?(?:印发|发布|公布|下发|转发)",
    "《");
const Pattern kTitleLabel("^(?:标题|名称|信息名称|文件名称|公文标题)[::](.+)$", ":");
const Pattern kNoTitle(
    "^(?:目录|目次|前言|引言|序言|附件|附表|附|主动公开|依申请公开|不予公开|此件.*|机密.*|秘密.*|内部.*|签发人.*|"
    "公开方式.*|.{0,3}政府公报.*|(?:时间|日期|来源|信息来源|作者|编辑|栏目|浏览次数|点击数)[::].*)[0-9]*[::]?$");
const Pattern kTitleEnds(
    "(?:总结|小结|计划|要点|方案|规划|纲要|报告|汇报|打算|思路|安排|谋划|意见|清单)(?:\\([^()]{1,20}\\))?$");
const Pattern kHeadingAlone("^(?:" ZHIBIAO_YEAR
                            "年度?|上半年|前三季度|去年|上年|过去[一二三四五]年|[一二三五]年来的?|截至目前)[^,。:;]{0,"
                            "16}(?:回顾|总结|情况|成效|成绩|工作)$|"
                            "^(?:今年|下半年|下一?步|当前|主要|总体|指导|基本|工作|目标|重点|存在|现状|面临|取得|任务|"
                            "发展|规划|编制)[^,。:;]{1,14}$");
const Pattern kSpeechAddress("^(?:各位|同志|尊敬|主席团|主席)");
const Pattern kFlatOpening("^([^。:]+?的(?:通知|意见|决定|函))([" ZHIBIAO_HAN "]+[〔\\[【(﹝]" ZHIBIAO_YEAR
                           "[〕\\]】)﹞][0-9]{1,4}号)?"
                           "([^。:]*:)?((?:[^。]*。)+?)([" ZHIBIAO_HAN "]+)(" ZHIBIAO_DATE ")");

const Pattern kNextRecipient("^(?:各|有关|市|县|区|省|委|局|州|中央|驻|在)");
const Pattern kSalutationOpens("^(?:有关|全|市|县|区|省|州|国|中|机关|局|委|本|直属|驻|在|所属|镇|乡)|各");

const std::string_view kNumberSign = "号";
const Pattern kDocNumber("^\\(?" ZHIBIAO_NUMBER "\\)?(?:签发人.*)?$", "号");
const Pattern kDocNumberLabel("^(?:发文字号|发文文号|文号|文件编号|文件字号|字号)[::]" ZHIBIAO_NUMBER, "号");
const Pattern kDate("(" ZHIBIAO_YEAR "|" ZHIBIAO_NUMERAL
                    "{4})[年/.-]([0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:(?:月|[/"
                    ".-])(?:([0-9]{1,2}|[一二三四五六七八九十廿]{1,3})日?)?)");
const Pattern kDateLine("^[(—-]*(" ZHIBIAO_DATE ")\\)?$", "", "月日0123456789)");
const Pattern kYearsOfTitle("\\(" ZHIBIAO_YEAR "年?[-—–~～至]+" ZHIBIAO_YEAR "年\\)", ")");
const Pattern kDateOpens("^[(—-]*" ZHIBIAO_YEAR "年[0-9]{1,2}月[0-9]{1,2}日", "月");
const Pattern kSignedDate("^([^,。:;]+?)(" ZHIBIAO_DATE ")$", "", "月日0123456789");
const Pattern kDateEnds("[(]?(" ZHIBIAO_YEAR "-[0-9]{2}-[0-9]{2})\\)?$", "-");
const Pattern kPartOpens("^第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:章|节|篇|部分|、)", "第");
const Pattern kMeetingDate("^[(—-]*(" ZHIBIAO_DATE ")[^。]*(?:会|会议|会议上|会上|通过|批准|讲话|报告)\\)?$");
const Pattern kIssuedLabel("^[-·•]?(?:成文日期|成文时间|发文日期|发文时间|签发日期|生成日期)[::](" ZHIBIAO_DATE ")",
                           ":");
const Pattern kPublishedLabel("^[-·•]?(?:发布日期|发布时间|公开日期|印发日期|公布日期|日期|时间)[::](" ZHIBIAO_DATE ")",
                              ":");
const Pattern kPrintNote("^([^,。:;]+?)(" ZHIBIAO_DATE ")印发", "印发");
const Words kNumerals = kNumeralTable;
const std::string_view kZeros = "○零０ОOo";
const std::string_view kTwenty = "廿";
const std::string_view kDashes = "—–－-~～至";

const Pattern kYearSpan("((?:19|20)[0-9]{2})年?[-—–~至到]+(?:(?:19|20)?[0-9]{2})年?");
const Pattern kYear("(" ZHIBIAO_YEAR "|" ZHIBIAO_NUMERAL "{4})年(.*)", "年");
const Pattern kFiveYears("十([一二三四五六七八九])五[”\"’]?|第十([一二三四五六七八九])个五年");
const Pattern kPastTail("^[^0-9与暨半季]{0,22}?(?:回顾|总结|(?:完成|执行|进展|实施|落实|工作)情况|成就|成效|成绩)");
const Pattern kFarTail("^(?:的)?远景|^[0-9]{1,2}月[0-9]{1,2}日");
const Pattern kPlanTail("工作|任务|目标|要求|安排|打算|思路|部署|重点|计划|要点|举措|措施");
const Pattern kYearOfPlan("(" ZHIBIAO_YEAR
                          ")年[^。;]{0,30}?(?:工作要点|工作计划|工作方案|工作安排|工作思路|行动计划|实施方案|重点工作|"
                          "总体要求|总体思路|工作的总|主要预期目标|为民办实事|民生实事)|(" ZHIBIAO_YEAR ")年,?是",
                          "年");

}  // namespace zhibiao::outline::words
