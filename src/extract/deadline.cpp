// Extract stage: which date of a sentence holds for a value. Tested by tests/specs/deadlines.toml.
#include "extract/deadline.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t kDayPrecision = 7;  // YYYY-MM
constexpr std::size_t kTwoYears = 9;      // YYYY/YYYY
constexpr const char* kYearEnd = "-12-31";

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  for (const auto mark : marks) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether a value to start from stands in the clause before a date.
bool goes_from(const Sentence& sentence, const DateMention& date) {
  return std::any_of(sentence.mentions.names.begin(), sentence.mentions.names.end(), [&](const Masked& name) {
    return name.rule->flag("starts") && name.span.end <= date.span.begin &&
           !holds_any(sentence.text.substr(name.span.end, date.span.begin - name.span.end), {",", ";"});
  });
}

/// 年内列入计划的6辆: the date belongs to what qualifies the thing counted.
bool qualifies(const Sentence& sentence, const DateMention& date) {
  return std::any_of(sentence.mentions.quantities.begin(), sentence.mentions.quantities.end(),
                     [&](const Quantity& quantity) {
                       if (quantity.span.begin < date.span.end) return false;
                       const auto between = sentence.text.substr(date.span.end, quantity.span.begin - date.span.end);
                       // 由2020年的80%提高到2025年的90%: there it dates its value; in 恢复到2019年的95% it only compares.
                       if (between == words::kOf) return !goes_from(sentence, date);
                       // 年底前完成任务的60%: there 的 says what the share is of.
                       if (date.milestone && quantity.kind == Kind::rate && quantity.unit == "%") return false;
                       return between.ends_with(words::kOf) && !holds_any(between, {",", ";"});
                     });
}

/// 新建3条高速、2座大桥年内通车: what a date behind a list says of its members, it says of all that are counted in it.
bool ends_list(const Sentence& sentence, Span mention, Span date) {
  bool list = false;
  char previous = 'Q';
  for (const Token& token : sentence.tokens) {
    if (token.span.end <= mention.end) continue;
    if (token.span.begin >= date.end) {
      if (is_one_of(token.tag, "AM")) continue;
      return list && (token.tag == 'V' || token.tag == 'v');
    }
    if (token.span.begin == date.begin) continue;
    if (!is_one_of(token.tag, "NSm/Q")) return false;
    // A value must stand before what it counts, or the date is for the last member only.
    if (previous == 'Q' && token.tag != 'N' && token.tag != 'S') return false;
    if (token.tag == 'Q' && previous != '/') return false;
    if (token.tag == '/') list = true;
    previous = token.tag;
  }
  return false;
}

/// Whether the date is of an earlier member of the list in which the value stands.
bool dates_other_member(const std::vector<Token>& tokens, const DateMention& date, Span mention) {
  const auto at = std::find_if(tokens.begin(), tokens.end(),
                               [&](const Token& token) { return token.span.begin == date.span.begin; });
  if (at == tokens.end()) return false;
  const std::size_t end = end_of_dated_member(tokens, static_cast<std::size_t>(at - tokens.begin()));
  return end != 0 && tokens[end].span.begin < mention.begin;
}

/// 水厂扩建工程6月底前通水,新建泵站3座: whether the day is all that is said of what stands before it, before the value's clause.
bool dates_other_clause(const Sentence& sentence, const DateMention& date, Span mention,
                        const rules::Lexicon& lexicon) {
  const auto& tokens = sentence.tokens;
  auto at = std::find_if(tokens.begin(), tokens.end(),
                         [&](const Token& token) { return token.span.begin == date.span.begin; });
  if (at == tokens.end() || at == tokens.begin() || !is_one_of((at - 1)->tag, "NQ")) return false;
  const auto acts = [&](const Token& token) {
    const auto word = sentence.text.substr(token.span.begin, token.span.size());
    return is_one_of(token.tag, "vVH") || (lexicon.words().find(word) & lexicon.bits(WordClass::verb_milestone)) != 0;
  };
  for (++at; at != tokens.end() && is_one_of(at->tag, "AM");) ++at;
  const auto verb = at;
  while (at != tokens.end() && acts(*at)) ++at;
  return at != verb && at != tokens.end() && is_one_of(at->tag, ",/;") && at->span.begin < mention.begin;
}

/// Where a value stands among those that one 分别 hands out.
struct Shares {
  std::size_t mark = 0;    ///< the token 分别
  std::size_t end = 0;     ///< the token behind the last of them
  std::size_t place = 0;   ///< how many of them stand before it
  std::size_t values = 0;  ///< how many there are; 0: no 分别 stands before it
};

Shares shares_of(const std::vector<Token>& tokens, std::size_t index) {
  const auto at = std::find_if(tokens.begin(), tokens.end(),
                               [&](const Token& t) { return t.tag == 'Q' && t.mention == static_cast<int>(index); });
  auto mark = at;
  while (mark != tokens.begin() && mark->tag != 'F' && mark->tag != ';') --mark;
  if (at == tokens.end() || mark->tag != 'F') return {};
  const auto end = std::find_if(mark, tokens.end(), [](const Token& token) { return is_one_of(token.tag, ",;."); });
  const auto is_value = [](const Token& token) { return token.tag == 'Q'; };
  // A value behind the clause has none of the shares.
  return {static_cast<std::size_t>(mark - tokens.begin()), static_cast<std::size_t>(end - tokens.begin()),
          static_cast<std::size_t>(std::count_if(mark, std::min(at, end), is_value)),
          static_cast<std::size_t>(at < end ? std::count_if(mark, end, is_value) : 0)};
}

/// Whether the values of the list have one indicator, so that nothing but dates can tell them apart.
bool one_subject(const Sentence& sentence, std::size_t index, const Shares& shares) {
  const auto& readings = sentence.readings;
  const std::span clause = std::span(sentence.tokens).subspan(shares.mark, shares.end - shares.mark);
  return std::all_of(clause.begin(), clause.end(), [&](const Token& token) {
    return token.tag != 'Q' || readings[static_cast<std::size_t>(token.mention)].indicator == readings[index].indicator;
  });
}

/// Whether the date is of a year that a plan cannot mean to do things by, since it is over, nor a review to have done them.
bool of_other_year(const DateMention& date, const Setting& setting) {
  if (!is_planned(setting) || date.year == 0 || date.milestone) return false;
  if (setting.role == Role::target) return date.year < setting.years.plan;
  return setting.role == Role::result && !setting.hopes && setting.years.now > 0 && date.year > setting.years.now;
}

/// 12月底前完成|2023年度|剩余任务, in a review 成功争取|2024年|国债项目: such a year, between a verb and its object, says
/// which things they are.
bool names_batch(const Sentence& sentence, const DateMention& date, const Setting& setting,
                 const rules::Lexicon& lexicon) {
  if (!of_other_year(date, setting)) return false;
  const auto& tokens = sentence.tokens;
  const auto at = std::find_if(tokens.begin(), tokens.end(),
                               [&](const Token& token) { return token.span.begin == date.span.begin; });
  if (at == tokens.begin() || at == tokens.end() || at + 1 == tokens.end()) return false;
  if (!is_one_of((at + 1)->tag, "NSvA")) return false;
  if (setting.role == Role::target) return is_one_of((at - 1)->tag, "VvHR");
  // 力争完成2024年任务 promises in a review, too; so does 争取2024年产量达到5万吨.
  const bool promised = at - 1 != tokens.begin() && (at - 2)->tag == 'M';
  const bool reaches = at + 2 != tokens.end() && is_one_of((at + 2)->tag, "RVM");
  return !promised && !reaches && ends_with(sentence.text.substr(0, date.span.begin), WordClass::verb_action, lexicon);
}

/// 120个(2024年|40个、…): whether a value follows the date at once, which is that one's then.
bool dates_next(const Sentence& sentence, const DateMention& date) {
  const auto& values = sentence.mentions.quantities;
  return std::any_of(values.begin(), values.end(),
                     [&](const Quantity& one) { return one.span.begin == date.span.end; });
}

/// 三年新增150家,其中2022年50家、2023年100家;…: whether several values have their dates right before them, and this is one of those dates.
bool dates_one_of_several(const Sentence& sentence, const DateMention& date) {
  const auto& dates = sentence.mentions.dates;
  const auto several =
      std::count_if(dates.begin(), dates.end(), [&](const auto& one) { return dates_next(sentence, one); });
  return several > 1 && dates_next(sentence, date);
}

/// 全部完成(4月14日,园区通过复评): a bracket that tells of another day's event.
bool remarks(std::string_view sentence, std::string_view between, const DateMention& date) {
  return holds_any(between, {"(", "〔"}) && sentence.substr(date.span.end).starts_with(',');
}

/// Whether the date is but a part of a name: 支出(扣除2022年一次性补助)增长3%.
bool in_name(const Sentence& sentence, const DateMention& date) {
  const auto& tokens = sentence.tokens;
  const auto at = std::upper_bound(tokens.begin(), tokens.end(), date.span.begin,
                                   [](std::size_t begin, const Token& token) { return begin < token.span.end; });
  return at != tokens.end() && at->tag == 'N' && at->span.begin < date.span.begin;
}

/// Whether the date opens what the sentence counts; an introduction may stand before it (据统计,今年1-11月,…).
bool opens(const Sentence& sentence, const DateMention& date) {
  const auto& values = sentence.mentions.quantities;
  const auto before = sentence.text.substr(0, date.span.begin);
  const bool first =
      &date == &sentence.mentions.dates.front() && (values.empty() || values.front().span.begin > date.span.begin);
  return before.empty() || (first && before.ends_with(',') && !holds_any(before, {";"}));
}

}  // namespace

std::size_t end_of_dated_member(const std::vector<Token>& tokens, std::size_t date) {
  if (date == 0 || tokens[date - 1].tag != 'N') return 0;
  std::size_t at = date + 1;
  while (at < tokens.size() && is_one_of(tokens[at].tag, "AM")) ++at;
  const std::size_t verb = at;
  while (at < tokens.size() && is_one_of(tokens[at].tag, "vVH")) ++at;
  const bool parts = at > verb && at + 1 < tokens.size() && tokens[at].tag == '/';
  return parts && is_one_of(tokens[at + 1].tag, "NSm") ? at : 0;
}

bool lists_years(std::string_view sentence, const DateMention& date) {
  const auto printed = sentence.substr(date.span.begin, date.span.size());
  return holds_any(printed, {"、", words::kAnd, words::kAsWellAs});
}

std::string distributed_deadline(const Sentence& sentence, std::size_t index) {
  const auto& tokens = sentence.tokens;
  const Shares shares = shares_of(tokens, index);
  if (shares.values < 2) return {};
  std::vector<std::string> dates;
  // 2022年、2025年,甲率分别…;乙率分别…: they hold on for one subject with as many values.
  std::vector<std::string> before;
  for (std::size_t i = 0; i < shares.mark; ++i) {
    const bool parts = tokens[i].tag == 'Q' || tokens[i].tag == ';';  // what another value was dated with
    if (parts && !dates.empty()) before = std::exchange(dates, {});
    if (tokens[i].tag != 'D') continue;
    const DateMention& date = sentence.mentions.dates[static_cast<std::size_t>(tokens[i].mention)];
    const std::string& deadline = date.deadline;
    const std::size_t slash = deadline.find('/');
    if (slash == std::string::npos)
      dates.push_back(deadline);
    else if (deadline.size() == kTwoYears && lists_years(sentence.text, date))
      dates.insert(dates.end(), {deadline.substr(0, slash) + kYearEnd, deadline.substr(slash + 1) + kYearEnd});
  }
  if (dates.empty() && one_subject(sentence, index, shares)) dates = std::move(before);
  return dates.size() == shares.values ? dates[shares.place] : std::string();
}

const DateMention* deadline_for(const Sentence& sentence, Span mention, const Setting& setting,
                                const rules::Lexicon& lexicon) {
  const DateMention* best = nullptr;
  for (const auto& date : sentence.mentions.dates) {
    if (date.deadline.empty() || in_name(sentence, date) || names_batch(sentence, date, setting, lexicon)) continue;
    if (date.span.begin < mention.begin) {
      // A month or day holds for its part of the sentence, a year to the full stop.
      const auto between = sentence.text.substr(date.span.end, mention.begin - date.span.end);
      // The first months of a year that open a review (今年1-11月,…) hold for all of its sentence.
      const bool within_year = date.deadline.size() >= kDayPrecision && !date.deadline.ends_with(kYearEnd) &&
                               !(date.rule != nullptr && date.rule->flag("so_far") && opens(sentence, date));
      // 新桥6月底开工,目前完成桩基120根: what stands now is not of that day.
      if (within_year && holds_any(between, {";", words::kNow})) continue;
      if (date.rule != nullptr && date.rule->flag("next_only") && holds_any(between, {",", "、", ";"})) continue;
      if (dates_other_member(sentence.tokens, date, mention)) continue;
      if (mention.begin != date.span.end && dates_one_of_several(sentence, date)) continue;
      if ((within_year || date.milestone) && dates_other_clause(sentence, date, mention, lexicon)) continue;
      if (!qualifies(sentence, date)) best = &date;
      continue;
    }
    // Behind the value it counts in the same clause only: …120公里(11月底前完成), 36例…于3月5日治愈.
    const auto between =
        sentence.text.substr(mention.end, date.span.begin > mention.end ? date.span.begin - mention.end : 0);
    const bool exact =
        date.milestone || (date.deadline.size() >= kDayPrecision && date.deadline.find('/') == std::string::npos);
    // A bracket behind the full stop dates all of the sentence.
    const bool closing = holds_any(between, {"。("});
    const bool near = !holds_any(between, {",", ";", "、"}) || ends_list(sentence, mention, date.span);
    if (exact && (closing || near) && !dates_next(sentence, date) && !remarks(sentence.text, between, date))
      best = &date;
    break;
  }
  return best;
}

}  // namespace zhibiao::extract
