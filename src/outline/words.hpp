// The words and patterns by which the outline stage knows documents, kept in one table file (words.cpp)
// so that no code has to hold them. Patterns are RE2 syntax over the view's text without blanks, in
// which ，（）：； and full-width digits are ASCII.
#pragma once

#include <span>
#include <string_view>

namespace zhibiao::outline::words {

using Words = std::span<const std::string_view>;

/// A pattern, and what every text that matches shows at a glance: most texts need no more.
struct Pattern {
  constexpr Pattern(std::string_view expression, std::string_view needed = {}, std::string_view ending = {})
      : regex(expression), needs(needed), ends(ending) {}
  std::string_view regex;
  std::string_view needs;  ///< it holds these words; empty: nothing is known
  std::string_view ends;   ///< it ends with one of these characters; empty: with any
};

// Structure.
extern const Pattern kAnnexLine;  ///< a line that opens an annex: 附件, 附件2, 附表1
extern const Pattern kTitledAnnex;  ///< the same with the annex's title, where a table follows: 附件1：重点任务清单
extern const Pattern kListIntro;  ///< a line whose numbers are no items: 附件:1.…, 注:1.…; group 1 what follows
extern const Pattern kNumeralList;          ///< 一、二、三产业: numerals in a row, no marker
extern const std::string_view kClassSigns;  ///< what makes a number in brackets part of a name: 小(1)型, (2)类
extern const Pattern kReferenceGoesOn;  ///< what stands behind a number that is referred to: （三）项, （三）至（五）

// Bodies.
extern const Words kBodyEndings;            ///< how the name of a body ends: 局, 委员会, 人民政府
extern const Words kAddresseeEndings;       ///< how a recipient ends, besides bodies: 单位, 处室, 医院
extern const Words kPlaceEndings;           ///< a place that stands for its government: 各区县, 各乡镇
extern const Pattern kLetterhead;           ///< XX文件 on a line of its own; group 1 the body
extern const Pattern kByline;               ///< body, post and name under a speech's title; group 1 the body
extern const Pattern kChiefByline;          ///< 上海市市长龚正; group 1 the place
extern const Pattern kBracketByline;        ///< (江州市气象局2021年11月); group 1 the body
extern const Pattern kSpokenFor;            ///< 我代表国务院,向大会…; group 1 the body
extern const Pattern kBodyOfTitle;          ///< 某市水利局2022年工作总结; group 1 the body
extern const Pattern kReportTitle;          ///< 上海市政府工作报告; group 1 the place
extern const Pattern kIssuerLabel;          ///< 发文机关:X; group 1 the body
extern const Pattern kSealNote;             ///< (XX代章)
extern const Pattern kJointly;              ///< 等六部门 behind the leading body
extern const std::string_view kGovernment;  ///< what a place's government is called

// Letters and titles.
extern const Pattern kSubject;      ///< A关于印发B的通知; groups A and B
extern const Pattern kMoreNames;    ///< behind 》: nothing, or what joins the next name
extern const Pattern kSubjectOpen;  ///< the first line of a subject printed over several lines
extern const Pattern kFlatTitle;    ///< a title that text follows without a break; group 1 the title
extern const Pattern kIssuedInText;  ///< 现将《B》印发给你们, 《B》已经…现印发; one of three groups is B
extern const Pattern kTitleLabel;     ///< 标题:X; group 1 the title
extern const Pattern kNoTitle;        ///< short lines on top that are no title
extern const Pattern kTitleEnds;      ///< …工作计划, …实施方案(试行): a title may be over here
extern const Pattern kHeadingAlone;   ///< 上半年工作回顾, 总体要求: a heading without a marker
extern const Pattern kSpeechAddress;  ///< 各位代表:, 同志们:
extern const Pattern kFlatOpening;    ///< a letter without line breaks; groups: subject, number, addressees, body, date

extern const Pattern kNextRecipient;    ///< how the next recipient begins behind a place and 、
extern const Pattern kSalutationOpens;  ///< how a salutation to bodies begins, or has within: 各…

// Numbers and dates.
extern const std::string_view kNumberSign;  ///< what closes a 发文字号
extern const Pattern kDocNumber;            ///< a line that is a 发文字号; groups: code, year, number
extern const Pattern kDocNumberLabel;       ///< 文号:X of a header; the same groups
extern const Pattern kDate;                 ///< a date; groups: year, month, day
extern const Pattern kDateLine;             ///< a line that holds a date alone
extern const Pattern kYearsOfTitle;         ///< a plan's years, on a line of their own below its title
extern const Pattern kDateEnds;             ///< a date behind a title on its line; group 1 the date
extern const Pattern kPartOpens;            ///< 第一章, 第一节: opens a part, and is no title
extern const Pattern kDateOpens;            ///< a line that opens with a full date
extern const Pattern kSignedDate;           ///< body and date on one line; groups: body, date
extern const Pattern kMeetingDate;  ///< a line under the title that dates a meeting: ——2022年3月5日在…会议上
extern const Pattern kIssuedLabel;      ///< 成文日期:X; group 1 the date
extern const Pattern kPublishedLabel;   ///< 发布日期:X; group 1 the date
extern const Pattern kPrintNote;        ///< XX办公室2022年3月30日印发; groups: body, date
extern const Words kNumerals;           ///< 〇 一 … 九 by value; 十 is the last
extern const std::string_view kZeros;   ///< other signs for 〇
extern const std::string_view kTwenty;  ///< 廿
extern const std::string_view kDashes;  ///< signs between two years of a span

// Plan years.
extern const Pattern kYearSpan;    ///< 2021-2023年; group 1 the first year
extern const Pattern kYear;        ///< 2021年 (or 二○二一年); groups: year, what follows
extern const Pattern kFiveYears;   ///< 十四五, 第十四个五年; group 1 or 2 the numeral behind 十
extern const Pattern kPastTail;    ///< 工作回顾, 执行情况: the year before; not of half a year or a quarter
extern const Pattern kFarTail;     ///< 2035年远景目标, 2021年12月15日在…: no year that is planned for
extern const Pattern kPlanTail;    ///< 工作, 任务, 目标 … behind a year
extern const Pattern kYearOfPlan;  ///< 2021年全市…工作要点, 2021年是… in the opening; group 1 the year

}  // namespace zhibiao::outline::words
