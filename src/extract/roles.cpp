// Extract stage: target, result or mention. The words of the clause decide, then those of the sentence, then what the
// headings above say the section is. Tested by the cue rules' own examples and tests/specs/roles.toml.
#include <algorithm>
#include <cstdlib>

#include "extract/extractor.hpp"

namespace zhibiao::extract {
namespace {

std::optional<Role> role_named(const std::string& name) {
  for (const Role role : {Role::target, Role::result, Role::mention}) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

/// The part of the sentence between the clause marks around the value.
Span clause_around(std::string_view text, Span mention, std::string_view marks) {
  Span clause{0, text.size()};
  for (std::size_t at = mention.begin; at > 0; --at) {
    if (marks.find(text[at - 1]) != std::string_view::npos) {
      clause.begin = at;
      break;
    }
  }
  const std::size_t end = text.find_first_of(marks, mention.end);
  if (end != std::string_view::npos) clause.end = end;
  return clause;
}

/// What a cue's group of this name matches promises only where hope counts (力争, 预计).
constexpr std::string_view kHope = "hope";
/// What a cue's group of this name matches sums up what was done only where no heading or opener announces a plan (累计).
constexpr std::string_view kTally = "tally";
/// Openers, and those on a time that is not over: hope counts behind them.
constexpr std::string_view kOpener = "opener";
constexpr std::string_view kWeakOpener = "opener.weak";

/// Which words count that mean one thing in a plan and another in a review.
struct Admits {
  bool hopes = true;
  bool tallies = true;
};

/// Calls `take` for each cue rule of this place that matches, in file order. Words that are not admitted are passed over.
template <typename Take>
void for_each_cue(std::string_view text, std::string_view where, const rules::Lexicon& lexicon, Admits admits,
                  const Take& take) {
  std::vector<int> candidates;
  lexicon.cues().candidates(text, candidates);
  rules::Match match;
  for (const int index : candidates) {
    const auto& pattern = lexicon.cues().patterns()[static_cast<std::size_t>(index)];
    const std::string place = pattern.rule().get("where");
    if (place != where && !(where == kOpener && place == kWeakOpener)) continue;
    bool found = pattern.find(text, 0, match);
    const auto passed_over = [&] {
      return (!admits.hopes && !match.group(kHope).empty()) || (!admits.tallies && !match.group(kTally).empty());
    };
    while (found && passed_over()) found = pattern.find(text, match.span.end, match);
    if (found) take(pattern.rule(), match.span);
  }
}

/// The first cue rule for this place that matches; file order is priority.
const rules::Rule* find_cue(std::string_view text, std::string_view where, const rules::Lexicon& lexicon,
                            Admits admits = {}) {
  const rules::Rule* first = nullptr;
  for_each_cue(text, where, lexicon, admits, [&](const rules::Rule& cue, Span) {
    if (first == nullptr) first = &cue;
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

/// The year a heading names (2020年工作回顾), 0 if none.
int years_named(std::string_view heading, const rules::Lexicon& lexicon, const YearContext& years) {
  for (const auto& date : find_mentions(heading, lexicon, years).dates) {
    if (date.year > 0) return date.year;
  }
  return 0;
}

/// Whether a span of years (2024/2026) ends behind the plan's year.
bool spans_beyond(const std::string& deadline, int year) {
  const std::size_t slash = deadline.find('/');
  return slash != std::string::npos && std::atoi(deadline.c_str() + slash + 1) > year;
}

}  // namespace

const rules::Rule* opening_cue(std::string_view sentence, const rules::Lexicon& lexicon) {
  return find_cue(sentence, kOpener, lexicon);
}

void apply_opening(const rules::Rule& cue, Setting& setting) {
  const auto role = role_named(cue.get("role"));
  // What the heading says of a review is not weakened by a sentence in it: 截至年底,….
  if (!role || (*role == Role::result && setting.role == Role::result)) return;
  setting.role = *role;
  setting.cue = cue.id;
  setting.hopes = cue.get("where") == kWeakOpener;
}

Role role_of(const Sentence& sentence, Span mention, const Setting& setting, const rules::Lexicon& lexicon,
             std::string& cue) {
  const auto take = [&](const rules::Rule* rule) -> std::optional<Role> {
    if (rule == nullptr) return std::nullopt;
    const auto role = role_named(rule->get("role"));
    if (role) cue = rule->id;
    return role;
  };
  const Span clause = clause_around(sentence.text, mention, ",;");
  const auto clause_text = sentence.text.substr(clause.begin, clause.size());
  const DateMention* date = deadline_for(sentence, mention);
  const bool planned = setting.role == Role::target && !setting.cue.empty();
  const Admits admits{hope_counts(sentence, date, setting), !planned};
  if (const auto role = take(find_cue(clause_text, "clause", lexicon, admits))) return *role;
  // A year that has passed when the plan was made dates a result; one to come, a target.
  if (date != nullptr && date->year > 0 && setting.years.plan > 0) {
    // Of a span, its end decides: 2024—2026年 in a plan of 2025 is not over.
    if (date->year > setting.years.plan || spans_beyond(date->deadline, setting.years.plan)) return Role::target;
    if (date->year < setting.years.plan) return Role::result;
  }
  if (const auto role = take(find_cue(clause_text, "clause.weak", lexicon, admits))) return *role;
  const auto before = sentence.text.substr(0, clause.end);
  if (const auto role = take(find_cue(before, "sentence", lexicon, admits))) return *role;
  cue = setting.cue;
  return setting.role;
}

void apply_headings(const std::vector<outline::Node>& outline, int node, const rules::Lexicon& lexicon,
                    Setting& setting) {
  // A review anywhere above makes results (一、2020年工作回顾（二）完成重点任务); a heading that names both decides nothing.
  for (int at = node; at >= 0; at = outline[static_cast<std::size_t>(at)].parent) {
    const auto& heading = outline[static_cast<std::size_t>(at)].item.heading;
    const rules::Rule* result_cue = nullptr;
    const rules::Rule* target_cue = nullptr;
    Span result_words;
    for_each_cue(heading, "heading", lexicon, {}, [&](const rules::Rule& cue, Span words) {
      if (cue.get("role") == name_of(Role::result)) result_cue = &cue, result_words = words;
      // 主要工作成效: the 主要工作 inside says nothing of its own.
      const bool inside = result_cue != nullptr && result_words.begin <= words.begin && words.end <= result_words.end;
      if (cue.get("role") == name_of(Role::target) && !inside) target_cue = &cue;
    });
    bool result = result_cue != nullptr;
    const bool target = target_cue != nullptr;
    if (setting.cue.empty() && result != target) setting.cue = result ? result_cue->id : target_cue->id;
    const int year = years_named(heading, lexicon, setting.years);
    if (year > 0 && setting.years.plan > 0 && year < setting.years.plan && !target) result = true;
    if (!result) continue;
    if (!target) {
      if (result_cue != nullptr) setting.cue = result_cue->id;
      setting.role = Role::result;
      if (setting.years.review > 0) setting.years.now = setting.years.review;
    }
    return;
  }
}

}  // namespace zhibiao::extract
