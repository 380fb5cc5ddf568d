// Target, result or mention: what the cue rules say of a value, a sentence and a section.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/screens.hpp"
#include "extract/sentence.hpp"
#include "outline/outline.hpp"

namespace zhibiao::extract {

/// Target, result or mention, from the cue rules (roles.cpp); `cue` is the id of the one that decides. `date` is the mention's
/// deadline (deadline.hpp); nullptr: none.
Role role_of(const Sentence& sentence, Span mention, const DateMention* date, const Setting& setting,
             const rules::Lexicon& lexicon, std::string& cue);
/// The role that a sentence gives to the rest of its paragraph (一年来,… ; 下一步,…); nullptr: none. `candidates` are the
/// patterns of Lexicon::prose() that may match it. Without `of_years`, the year that it opens with says nothing.
const rules::Rule* opening_cue(std::string_view sentence, const rules::Candidates& candidates,
                               const rules::Lexicon& lexicon, bool of_years = true);
/// Whether a cue pattern can be one that opening_cue() asks, or that read_headings() does.
bool is_opener(const rules::Pattern& cue);
bool is_heading_cue(const rules::Pattern& cue);
/// Whether a sentence that seems to open a review is about a time that is not over: “十四五”期间完成… in a plan of 2023.
bool looks_ahead(const rules::Rule& cue, std::string_view sentence, const rules::Candidates& candidates,
                 const YearContext& years, const rules::Lexicon& lexicon);
/// The year that a sentence opens with; 0: none.
int opening_year(std::string_view sentence);
/// Whether it is before the plan's.
bool names_past_year(std::string_view sentence, const YearContext& years);
void apply_opening(const rules::Rule& cue, Setting& setting);
/// What a heading without a marker, or the paper's lead, says of text whose own headings say nothing. `year`: the one it names.
void apply_review(const rules::Rule& cue, int year, Setting& setting);
/// The year that a review in a document of this title is of: the one before the plan's, or the plan's own where the title
/// says that a part of it is over (2021年上半年工作总结及下半年工作计划). 0 if the plan's is unknown.
int reviewed_year(std::string_view title, int plan_year, const rules::Lexicon& lexicon);
/// The cue by which a document's title announces a plan or a review (`where` "title"), or first the one and then the other
/// ("title.both"); nullptr: it does not.
const rules::Rule* title_cue(std::string_view title, std::string_view where, const rules::Lexicon& lexicon);
/// What the title says of text whose headings say nothing, or nothing that it cannot overrule.
void apply_title(const rules::Rule* cue, Setting& setting);
/// What an item's heading says of the text below it.
struct HeadingSays {
  const rules::Rule* result = nullptr;  ///< the cue by which it announces a review
  const rules::Rule* target = nullptr;  ///< the cue by which it announces a plan
  int year = 0;                         ///< the last year it names, 0 if none
  bool weak = false;                    ///< `target` tells of what was done in a paper that reports: 主要措施
};
HeadingSays heading_says(std::string_view heading, const YearContext& years, const rules::Lexicon& lexicon,
                         const Screens& screens);
std::vector<HeadingSays> read_headings(const std::vector<outline::Node>& outline, const YearContext& years,
                                       const rules::Lexicon& lexicon, const Screens& screens);
/// Role and review year that the headings above an item give its text.
void apply_headings(const std::vector<outline::Node>& outline, const std::vector<HeadingSays>& headings, int node,
                    Setting& setting);

}  // namespace zhibiao::extract
