// The words and patterns by which the outline stage knows documents, kept in one table file (words.cpp)
// so that no code has to hold them. Patterns are RE2 syntax over the view's text without blanks, in
// which ，（）：； and full-width digits are ASCII.
#pragma once

#include <span>
#include <string_view>

namespace zhibiao::outline::words {

using Words = std::span<const std::string_view>;
using Pattern = const std::string_view;

// Structure.
extern Pattern kAnnexLine;        ///< a line that opens an annex: 附件, 附件2, 附表1
extern Pattern kListIntro;        ///< a line whose numbers are no items: 附件:1.…, 注:1.…; group 1 what follows
extern Pattern kNumeralList;      ///< 一、二、三产业: numerals in a row, no marker
extern Pattern kReferenceGoesOn;  ///< what stands behind a number that is referred to: （三）项, （三）至（五）

// Bodies.
extern const Words kBodyEndings;            ///< how the name of a body ends: 局, 委员会, 人民政府
extern const Words kAddresseeEndings;       ///< how a recipient ends, besides bodies: 单位, 处室, 医院
extern const Words kPlaceEndings;           ///< a place that stands for its government: 各区县, 各乡镇
extern Pattern kLetterhead;                 ///< XX文件 on a line of its own; group 1 the body
extern Pattern kByline;                     ///< body, post and name under a speech's title; group 1 the body
extern Pattern kChiefByline;                ///< 上海市市长龚正; group 1 the place
extern Pattern kSpokenFor;                  ///< 我代表国务院,向大会…; group 1 the body
extern Pattern kReportTitle;                ///< 上海市政府工作报告; group 1 the place
extern Pattern kIssuerLabel;                ///< 发文机关:X; group 1 the body
extern Pattern kSealNote;                   ///< (XX代章)
extern Pattern kJointly;                    ///< 等六部门 behind the leading body
extern const std::string_view kGovernment;  ///< what a place's government is called

// Letters and titles.
extern Pattern kSubject;        ///< A关于印发B的通知; groups A and B
extern Pattern kSubjectOpen;    ///< the first line of a subject printed over several lines
extern Pattern kFlatTitle;      ///< a title that text follows without a break; group 1 the title
extern Pattern kIssuedInText;   ///< 现将《B》印发给你们, 《B》已经…现印发; one of three groups is B
extern Pattern kTitleLabel;     ///< 标题:X; group 1 the title
extern Pattern kNoTitle;        ///< short lines on top that are no title
extern Pattern kSpeechAddress;  ///< 各位代表:, 同志们:
extern Pattern kFlatOpening;    ///< a letter without line breaks; groups: subject, number, addressees, body, date

extern Pattern kNextRecipient;    ///< how the next recipient begins behind a place and 、
extern Pattern kSalutationOpens;  ///< how a salutation to bodies begins, or has within: 各…

// Numbers and dates.
extern const std::string_view kNumberSign;  ///< what closes a 发文字号
extern Pattern kDocNumber;                  ///< a line that is a 发文字号; groups: code, year, number
extern Pattern kDocNumberLabel;             ///< 文号:X of a header; the same groups
extern Pattern kDate;                       ///< a date; groups: year, month, day
extern Pattern kDateLine;                   ///< a line that holds a date alone
extern Pattern kDateOpens;                  ///< a line that opens with a full date
extern Pattern kSignedDate;                 ///< body and date on one line; groups: body, date
extern Pattern kMeetingDate;     ///< a line under the title that dates a meeting: ——2022年3月5日在…会议上
extern Pattern kIssuedLabel;     ///< 成文日期:X; group 1 the date
extern Pattern kPublishedLabel;  ///< 发布日期:X; group 1 the date
extern Pattern kPrintNote;       ///< XX办公室2022年3月30日印发; groups: body, date
extern const Words kNumerals;    ///< 〇 一 … 九 by value; 十 is the last
extern const std::string_view kZeros;   ///< other signs for 〇
extern const std::string_view kTwenty;  ///< 廿
extern const std::string_view kDashes;  ///< signs between two years of a span

// Plan years.
extern Pattern kYearSpan;    ///< 2021-2023年; group 1 the first year
extern Pattern kYear;        ///< 2021年 (or 二○二一年); groups: year, what follows
extern Pattern kFiveYears;   ///< 十四五, 第十四个五年; group 1 or 2 the numeral behind 十
extern Pattern kPastTail;    ///< 工作回顾, 执行情况: the year before
extern Pattern kFarTail;     ///< 远景目标: not the year planned for
extern Pattern kPlanTail;    ///< 工作, 任务, 目标 … behind a year
extern Pattern kYearOfPlan;  ///< 2021年全市…工作要点, 2021年是… in the opening; group 1 the year

}  // namespace zhibiao::outline::words
