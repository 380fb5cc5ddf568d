// Extract stage: target, result or mention. The words of the clause decide, then those of the sentence, then what the
// headings above say the section is. Tested by the cue rules' own examples and tests/specs/roles.toml.
#include "extract/roles.hpp"

#include <algorithm>
#include <charconv>

#include "extract/deadline.hpp"

namespace zhibiao::extract {
namespace {

std::optional<Role> role_named(std::string_view name) {
  for (const Role role : {Role::target, Role::result, Role::mention}) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

/// The part of the sentence between the clause marks around the value.
Span clause_around(std::string_view text, Span mention) {
  const auto is_mark = [](char byte) { return byte == ',' || byte == ';'; };
  Span clause = mention;
  while (clause.begin > 0 && !is_mark(text[clause.begin - 1])) --clause.begin;
  while (clause.end < text.size() && !is_mark(text[clause.end])) ++clause.end;
  return clause;
}

/// What a cue's group of this name matches promises only where hope counts (力争, 预计).
constexpr std::string_view kHope = "hope";
/// What a cue's group of this name matches sums up what was done only where no heading or opener announces a plan (累计).
constexpr std::string_view kTally = "tally";

/// Which words count that mean one thing in a plan and another in a review.
struct Admits {
  bool hopes = true;
  bool tallies = true;
};

/// A stretch of a text, and what may match in all of it.
struct Stretch {
  std::string_view text;
  std::size_t begin = 0;  ///< in the whole text
  const rules::Candidates& candidates;
};

/// Calls `take` for each cue rule of this place that matches, in file order. Words that are not admitted are passed over.
template <typename Take>
void for_each_cue(const Stretch& stretch, std::string_view where, const rules::Lexicon& lexicon, Admits admits,
                  const Take& take) {
  const auto& [text, begin, candidates] = stretch;
  rules::Match match;
  for (const rules::Candidate& candidate : candidates) {
    const auto index = static_cast<std::size_t>(candidate.pattern);
    if (index < lexicon.first_cue() || candidate.last < begin) continue;
    const auto& pattern = lexicon.prose().patterns()[index];
    const std::string_view place = pattern.where();
    const bool opens = where == kOpener && (place == kWeakOpener || place == kYearOpener);
    const bool heads = where == kHeading && place == kWeakHeading;
    if (place != where && !opens && !heads) continue;
    // The words that a match needs stand in it: a match of the stretch begins where one of the whole text may.
    const std::size_t first = candidate.first > begin ? candidate.first - begin : 0;
    const std::size_t last = candidate.last == rules::kEndless ? candidate.last : candidate.last - begin;
    bool found = pattern.find(text, first, match, last);
    const auto passed_over = [&] {
      return (!admits.hopes && !match.group(kHope).empty()) || (!admits.tallies && !match.group(kTally).empty());
    };
    while (found && passed_over()) found = pattern.find(text, match.span.end, match, last);
    if (found && !take(pattern.rule(), match.span)) return;
  }
}

/// The first cue rule for this place that matches; file order is priority.
const rules::Rule* find_cue(const Stretch& stretch, std::string_view where, const rules::Lexicon& lexicon,
                            Admits admits = {}) {
  const rules::Rule* first = nullptr;
  for_each_cue(stretch, where, lexicon, admits, [&](const rules::Rule& cue, Span) {
    first = &cue;
    return false;
  });
  return first;
}

/// Whether words of hope promise here. A review says with them what was obtained (争取资金2亿元) or is provisional (预计达3%),
/// unless the date it gives lies ahead of it.
bool hope_counts(const Sentence& sentence, const DateMention* date, const Setting& setting) {
  const bool dated = date != nullptr && date->year > 0 && setting.years.plan > 0;
  if (dated && date->year < setting.years.plan) return false;
  if (setting.role != Role::result || setting.hopes) return true;
  const auto printed = dated ? sentence.text.substr(date->span.begin, date->span.size()) : std::string_view();
  return printed.find(std::to_string(dated ? date->year : 0)) != std::string_view::npos;
}

/// The last year that a heading names (2020年工作回顾), 0 if none.
int year_named(std::string_view heading, const rules::Lexicon& lexicon, const rules::Candidates& candidates,
               const YearContext& years) {
  if (!holds_date(heading, lexicon, candidates)) return 0;
  int last = 0;
  for (const auto& date : find_landmarks(heading, lexicon, candidates, years).dates) {
    // 实施|2023年续建项目: behind a verb the year says which things.
    if (ends_with(heading.substr(0, date.span.begin), WordClass::verb_action, lexicon)) continue;
    last = std::max({last, date.year, date.year > 0 ? deadline_year(date.deadline) : 0});
  }
  return last;
}

/// Whether a span of years (2024/2026) ends behind the plan's year.
bool spans_beyond(const std::string& deadline, int year) {
  return deadline.find('/') != std::string::npos && deadline_year(deadline) > year;
}

}  // namespace

const rules::Rule* opening_cue(std::string_view sentence, const rules::Candidates& candidates,
                               const rules::Lexicon& lexicon, bool of_years) {
  const rules::Rule* first = nullptr;
  for_each_cue({sentence, 0, candidates}, kOpener, lexicon, {}, [&](const rules::Rule& cue, Span) {
    if (!of_years && cue.view("where") == kYearOpener) return true;
    first = &cue;
    return false;
  });
  return first;
}

const rules::Rule* title_cue(std::string_view title, std::string_view where, const rules::Lexicon& lexicon) {
  rules::Candidates candidates;
  lexicon.prose().candidates(title, candidates);
  return find_cue({title, 0, candidates}, where, lexicon);
}

int reviewed_year(std::string_view title, int plan_year, const rules::Lexicon& lexicon) {
  if (plan_year == 0) return 0;
  constexpr std::size_t kMonth = 7;  // 2021-06
  rules::Candidates candidates;
  lexicon.prose().candidates(title, candidates);
  const auto dates = find_landmarks(title, lexicon, candidates, {plan_year, plan_year - 1, plan_year}).dates;
  const bool part = std::any_of(dates.begin(), dates.end(), [&](const DateMention& date) {
    return date.year == plan_year && date.deadline.size() >= kMonth && !date.deadline.ends_with("-12-31");
  });
  const bool reviews = find_cue({title, 0, candidates}, "title.both", lexicon) != nullptr;
  if (part && reviews) return plan_year;
  // 2021年工作总结, “十三五”实施情况: the paper reports on its own year.
  const rules::Rule* cue = find_cue({title, 0, candidates}, "title", lexicon);
  const bool reports = cue != nullptr && cue->view("role") == name_of(Role::result);
  const bool own = std::any_of(dates.begin(), dates.end(), [&](const DateMention& date) {
    return date.year == plan_year || deadline_year(date.deadline) == plan_year;
  });
  return reports && own ? plan_year : plan_year - 1;
}

void apply_title(const rules::Rule* cue, Setting& setting) {
  if (cue == nullptr) return;
  if (cue->view("role") == name_of(Role::target)) {
    setting.title = cue;
  } else if (setting.cue.empty() || setting.weak) {
    setting.role = Role::result;
    setting.cue = cue->id;
  }
}

int opening_year(std::string_view sentence) {
  constexpr std::size_t kDigits = 4;
  int year = 0;
  std::from_chars(sentence.data(), sentence.data() + std::min(kDigits, sentence.size()), year);
  return year;
}

bool names_past_year(std::string_view sentence, const YearContext& years) {
  const int year = opening_year(sentence);
  return year > 0 && year < years.plan;
}

bool looks_ahead(const rules::Rule& cue, std::string_view sentence, const rules::Candidates& candidates,
                 const YearContext& years, const rules::Lexicon& lexicon) {
  if (cue.view("role") != name_of(Role::result) || years.plan == 0) return false;
  const auto dates = find_landmarks(sentence, lexicon, candidates, years).dates;
  return std::any_of(dates.begin(), dates.end(),
                     [&](const DateMention& date) { return spans_beyond(date.deadline, years.plan); });
}

void apply_review(const rules::Rule& cue, int year, Setting& setting) {
  if (!setting.cue.empty() && !setting.weak) return;
  setting.role = Role::result;
  setting.cue = cue.id;
  setting.weak = false;
  const int reviewed = year > 0 ? year : setting.years.review;
  if (reviewed > 0) setting.years.now = reviewed;
}

void apply_opening(const rules::Rule& cue, Setting& setting) {
  const auto role = role_named(cue.view("role"));
  // What the heading says of a review is not weakened by a sentence in it: 截至年底,….
  if (!role || (*role == Role::result && setting.role == Role::result)) return;
  setting.role = *role;
  setting.cue = cue.id;
  setting.hopes = cue.view("where") == kWeakOpener;
  setting.past = cue.view("where") == kYearOpener;
  // 年末 and 全年 in what 2020年,… opens are of the year under review.
  if (setting.past && setting.years.review > 0) setting.years.now = setting.years.review;
}

Role role_of(const Sentence& sentence, Span mention, const DateMention* date, const Setting& setting,
             const rules::Lexicon& lexicon, std::string& cue) {
  const auto take = [&](const rules::Rule* rule) -> std::optional<Role> {
    if (rule == nullptr) return std::nullopt;
    const auto role = role_named(rule->view("role"));
    if (role) cue = rule->id;
    return role;
  };
  const Span clause = clause_around(sentence.text, mention);
  const Stretch around{sentence.text.substr(clause.begin, clause.size()), clause.begin, sentence.candidates};
  const bool planned = setting.role == Role::target && is_planned(setting);
  const Admits admits{hope_counts(sentence, date, setting), !planned};
  if (const auto role = take(find_cue(around, "clause", lexicon, admits))) return *role;
  // A year that has passed when the plan was made dates a result; one to come, a target.
  if (date != nullptr && date->year > 0 && setting.years.plan > 0) {
    // Of a span, its end decides: 2024—2026年 in a plan of 2025 is not over.
    if (date->year > setting.years.plan || spans_beyond(date->deadline, setting.years.plan)) return Role::target;
    if (date->year < setting.years.plan) return Role::result;
    if (setting.past) return Role::target;
  }
  if (const auto role = take(find_cue(around, "clause.weak", lexicon, admits))) return *role;
  const Stretch before{sentence.text.substr(0, clause.end), 0, sentence.candidates};
  if (const auto role = take(find_cue(before, "sentence", lexicon, admits))) return *role;
  cue = setting.cue;
  // 累计 in a paper that plans sums up what is to be done.
  const bool by_title = planned && cue.empty();
  if (by_title && find_cue(before, "sentence", lexicon, {admits.hopes, true}) != nullptr) cue = setting.title->id;
  return setting.role;
}

HeadingSays heading_says(std::string_view heading, const YearContext& years, const rules::Lexicon& lexicon,
                         const Screens& screens) {
  HeadingSays says;
  if (!screens.headings.may_match(heading) && !screens.dates.may_match(heading)) return says;
  rules::Candidates candidates;
  Span result_words;
  lexicon.prose().candidates(heading, candidates);
  for_each_cue({heading, 0, candidates}, kHeading, lexicon, {}, [&](const rules::Rule& cue, Span words) {
    if (cue.view("role") == name_of(Role::result)) says.result = &cue, result_words = words;
    // 主要工作成效: the 主要工作 inside says nothing of its own.
    const bool inside = says.result != nullptr && result_words.begin <= words.begin && words.end <= result_words.end;
    if (cue.view("role") != name_of(Role::target) || inside) return true;
    const bool weak = cue.view("where") == kWeakHeading;
    if (says.target == nullptr || !weak) says.weak = weak, says.target = &cue;
    return true;
  });
  says.year = year_named(heading, lexicon, candidates, years);
  says.weak = says.weak && says.year == 0;
  return says;
}

std::vector<HeadingSays> read_headings(const std::vector<outline::Node>& outline, const YearContext& years,
                                       const rules::Lexicon& lexicon, const Screens& screens) {
  std::vector<HeadingSays> all(outline.size());
  for (std::size_t i = 0; i < outline.size(); ++i)
    all[i] = heading_says(outline[i].item.heading, years, lexicon, screens);
  return all;
}

void apply_headings(const std::vector<outline::Node>& outline, const std::vector<HeadingSays>& headings, int node,
                    Setting& setting) {
  // A review anywhere above makes results (一、2020年工作回顾（二）完成重点任务); a heading that names both decides nothing.
  for (int at = node; at >= 0; at = outline[static_cast<std::size_t>(at)].parent) {
    const HeadingSays& says = headings[static_cast<std::size_t>(at)];
    // 2021年重点工作 in a plan for 2022 tells what was done.
    const bool past = says.year > 0 && setting.years.plan > 0 && says.year < setting.years.plan;
    const bool target = says.target != nullptr && !past;
    bool result = says.result != nullptr;
    if (setting.cue.empty() && result != target) {
      setting.cue = result ? says.result->id : says.target->id;
      setting.weak = target && says.weak;
    }
    if (target && !says.weak) setting.weak = false;
    if (past) result = true;
    if (!result || target) continue;
    if (says.result != nullptr) setting.cue = says.result->id;
    setting.role = Role::result;
    if (setting.years.review > 0) setting.years.now = setting.years.review;
    return;
  }
}

}  // namespace zhibiao::extract
