// Extract stage: dated milestones. `市体育馆5月份开工建设`, `年底前全面完成设备采购`: a date of its own, something that is to
// happen by it, and no other quantity in the clause. Tested by tests/specs/deadlines.toml.
#include "extract/milestones.hpp"

#include <algorithm>

#include "extract/naming.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

bool ends_clause(char tag) { return tag == ',' || tag == ';' || tag == '.' || tag == ':' || tag == '(' || tag == ')'; }

bool opens_predicate(char tag) {
  return tag == 'A' || tag == 'M' || tag == 'C' || tag == 'S' || tag == 'K' || tag == 'F';
}

/// One date's clause: tokens [first, last), the date at `date`, the predicate from `predicate`.
struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t date = 0;
  std::size_t predicate = 0;
};

/// In a list (甲5月开工、乙6月开工) each member with a date of its own is a clause.
Clause clause_of(const std::vector<Token>& tokens, std::size_t date) {
  Clause clause{date, date + 1, date, date + 1};
  while (clause.first > 0 && !ends_clause(tokens[clause.first - 1].tag)) {
    if (tokens[clause.first - 1].tag == '/' &&
        std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                    [](const Token& t) { return t.tag == 'D'; })) {
      break;
    }
    --clause.first;
  }
  // `年底前,完成…`: a comma right behind the date does not end its clause.
  if (clause.last < tokens.size() && tokens[clause.last].tag == ',') ++clause.last;
  // `12月底前,按统一部署,完成…`: what is done follows the adverbial clause.
  while (clause.last < tokens.size() && tokens[clause.last].tag == 'p') {
    std::size_t next = clause.last;
    while (next < tokens.size() && !ends_clause(tokens[next].tag) && tokens[next].tag != 'Q') ++next;
    if (next >= tokens.size() || tokens[next].tag != ',') break;
    clause.last = next + 1;
  }
  clause.predicate = clause.last;
  std::size_t mark = 0;
  while (clause.last < tokens.size() && !ends_clause(tokens[clause.last].tag)) {
    if (tokens[clause.last].tag == '/') mark = clause.last;
    if (tokens[clause.last].tag == 'D' && mark != 0) {
      clause.last = mark;
      break;
    }
    ++clause.last;
  }
  return clause;
}

/// What the clause before an opening bracket is about: 完善档案(10月底前完成). Empty where a value stands there, which takes
/// the date as its deadline.
Span object_before_bracket(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0 || tokens[first - 1].tag != '(') return {};
  std::size_t from = first - 1;
  if (from > 0 && tokens[from - 1].tag == '.') --from;  // 完善档案。(10月底前完成)
  const std::size_t end = from;
  Span object;
  while (from > 0 && !ends_clause(tokens[from - 1].tag)) {
    --from;
    if (tokens[from].tag == 'Q') return {};
    if (tokens[from].tag == 'V') break;
    object = {tokens[from].span.begin, tokens[end - 1].span.end};
  }
  return object;
}

/// The verb at the end of a clause that opens with its subject: 桥梁工程全部完工. Verbs that may be nouns count behind an adverb.
Milestone closed_by_verb(Span clause, std::string_view text, const rules::Lexicon& lexicon,
                         const WordClasses& classes) {
  constexpr std::size_t kTwoHan = 6;
  Milestone milestone;
  for (std::size_t at = clause.begin + kTwoHan; at + kTwoHan <= clause.end; at += rules::char_length(text[at])) {
    const auto bits = lexicon.words().find(text.substr(at, clause.end - at));
    const bool adverb = at >= clause.begin + 2 * kTwoHan &&
                        (lexicon.words().find(text.substr(at - kTwoHan, kTwoHan)) & classes.adverb) != 0;
    if ((bits & classes.milestone) == 0 && !(adverb && (bits & classes.finite) != 0)) continue;
    milestone.indicator = {clause.begin, adverb ? at - kTwoHan : at};
    milestone.action = milestone.tail = {at, clause.end};
    break;
  }
  return milestone;
}

/// What is to be handed in or over by the date: 4月15日前将|方案报送县农办. `predicate` in tokens; brackets behind are none of it.
Milestone handed_over(const std::vector<Token>& tokens, Span predicate, std::string_view text,
                      const rules::Lexicon& lexicon, const WordClasses& classes) {
  Milestone milestone;
  const std::size_t start = tokens[predicate.begin].span.begin;
  const auto opener = lexicon.words().longest(text, start);
  if ((opener.value & classes.modal) == 0 || (opener.value & classes.preposition) == 0) return milestone;
  std::size_t act = predicate.begin;
  while (act < predicate.end && std::string_view("vVH").find(tokens[act].tag) == std::string_view::npos) ++act;
  if (act == predicate.end) return milestone;
  const auto bits = lexicon.words().find(text.substr(tokens[act].span.begin, tokens[act].span.size()));
  if ((bits & (classes.milestone | classes.finite)) == 0) return milestone;
  const std::size_t end = std::min(text.find('(', start), tokens[predicate.end - 1].span.end);
  milestone.action = tokens[act].span;
  milestone.indicator = {start + opener.length, end};
  return milestone;
}

/// True where the predicate has a date of its own: 年底前,甲工程6月完工.
bool dated_inside(const std::vector<Token>& tokens, const Clause& clause) {
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(clause.predicate),
                     tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return token.tag == 'D'; });
}

}  // namespace

std::vector<Milestone> find_milestones(const Sentence& sentence, const rules::Lexicon& lexicon,
                                       const WordClasses& classes) {
  std::vector<Milestone> found;
  const auto& tokens = sentence.tokens;
  const std::uint64_t verbs =
      classes.milestone | classes.action | classes.finite | classes.provide | classes.handle | classes.reach;
  for (std::size_t d = 0; d < tokens.size(); ++d) {
    if (tokens[d].tag != 'D') continue;
    const auto date = static_cast<std::size_t>(tokens[d].mention);
    const DateMention& mention = sentence.mentions.dates[date];
    if (mention.deadline.empty()) continue;
    const Clause clause = clause_of(tokens, d);
    // A bare year counts only where the verb follows at once (2021年启动…): 2021年,… merely opens a sentence.
    if (!mention.milestone && (mention.year == 0 || clause.predicate != d + 1)) continue;
    // 总投资3亿元的水厂项目6月底通水: what is said of the subject is no value of the clause.
    const auto is_value = [&](const Token& token) {
      const bool said =
          token.span.end <= mention.span.begin && sentence.text.substr(token.span.end).starts_with(words::kOf);
      return token.tag == 'Q' && !said;
    };
    if (std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                    tokens.begin() + static_cast<std::ptrdiff_t>(clause.last), is_value))
      continue;
    std::size_t verb = clause.predicate;
    const auto adverbial = [&](const Token& token) {
      return (lexicon.words().find(sentence.text.substr(token.span.begin, token.span.size())) & classes.adverb) != 0;
    };
    const auto bits_of = [&](const Token& token) {
      return lexicon.words().find(sentence.text.substr(token.span.begin, token.span.size()));
    };
    const auto is_doer = [&](std::string_view name) {
      constexpr std::size_t kHan = 3;
      const bool modal =
          name.size() > kHan && (lexicon.words().find(name.substr(name.size() - kHan)) & classes.modal) != 0;
      return ends_with(modal ? name.substr(0, name.size() - kHan) : name, WordClass::milestone_doer, lexicon);
    };
    const auto rises = [&](std::size_t from, std::size_t to) {
      return (lexicon.words().find(sentence.text.substr(from, to - from)) & (classes.increase | classes.decrease)) != 0;
    };
    while (verb < clause.last && (opens_predicate(tokens[verb].tag) || adverbial(tokens[verb]))) ++verb;
    if (verb >= clause.last) continue;
    // The verb chain: 建成并投入使用, 建设完成.
    const std::size_t end = tokens[clause.last - 1].span.end;
    const std::size_t start = tokens[verb].span.begin;
    std::size_t at = start;
    bool milestone_verb = false;
    while (at < end) {
      const auto hit = lexicon.words().longest(sentence.text.substr(0, end), at);
      const bool link = (hit.value & (classes.conjunction | classes.connective | classes.adverb | classes.aspect)) != 0;
      if ((hit.value & verbs) == 0 && !(link && at > start)) break;
      // 建成完善的…体系: what stands before 的 is said of the thing.
      if (at > start && sentence.text.substr(at + hit.length, end - at - hit.length).starts_with(words::kOf)) break;
      milestone_verb = milestone_verb || (hit.value & (classes.milestone | classes.finite | classes.action)) != 0;
      at += hit.length;
    }
    if (at == start && mention.milestone && clause.predicate > d + 1) {
      // `5月底前,各县完成事项梳理`: the subject stands behind the date.
      std::size_t act = verb;
      while (act < clause.last && tokens[act].tag != 'v' && tokens[act].tag != 'V' && tokens[act].tag != 'H') ++act;
      const bool acts = act > verb && act < clause.last &&
                        (lexicon.words().find(sentence.text.substr(tokens[act].span.begin, tokens[act].span.size())) &
                         (classes.milestone | classes.finite)) != 0;
      // …水平明显提高: who sees a rise without its size has seen no milestone.
      const bool vague = acts && act + 1 == clause.last && rises(tokens[act].span.begin, tokens[act].span.end);
      // 在商业街区建成一批智慧书店: where it is done is no part of what is.
      const bool placed = acts && tokens[verb].tag == 'p' && act + 1 < clause.last &&
                          (bits_of(tokens[verb]) & lexicon.bits(WordClass::preposition_place)) != 0;
      const std::size_t from = placed ? tokens[act].span.end : start;
      if (acts && !vague) found.push_back({date, tokens[act].span, {from, end}, {}});
      // `5月底前,数据中心投入使用`: its verb ends the clause. Behind `到2025年,` a vision follows, no term.
      const bool term = !sentence.text.substr(0, mention.span.end).ends_with(words::kYear);
      if (!acts && term && !dated_inside(tokens, clause)) {
        Milestone closed = closed_by_verb({start, end}, sentence.text, lexicon, classes);
        closed.date = date;
        if (!closed.action.empty()) found.push_back(closed);
      }
      continue;
    }
    if (at == start && mention.milestone && clause.predicate == d + 1) {
      const Milestone handed = handed_over(tokens, {verb, clause.last}, sentence.text, lexicon, classes);
      if (!handed.action.empty()) {
        found.push_back(handed);
        found.back().date = date;
        continue;
      }
      // 3月底前桥梁工程全部完工: the verb ends the clause.
      Milestone closed = closed_by_verb({start, end}, sentence.text, lexicon, classes);
      closed.date = date;
      if (!closed.action.empty()) found.push_back(closed);
      continue;
    }
    if (!milestone_verb || at == start) continue;
    if (!mention.milestone && (lexicon.words().longest(sentence.text, start).value & classes.milestone) == 0) continue;
    Milestone milestone;
    milestone.date = date;
    milestone.action = {start, at};
    // The subject before the date, if the clause has one.
    std::size_t subject_end = d;
    while (subject_end > clause.first && (tokens[subject_end - 1].tag == 'p' || tokens[subject_end - 1].tag == 'M' ||
                                          tokens[subject_end - 1].tag == 'A'))
      --subject_end;
    std::size_t subject = subject_end;
    // 县医院迁建项目6月底封顶: behind its subject a verb is part of the name.
    const auto in_name = [&](std::size_t t) {
      const bool inner =
          tokens[t].tag == 'V' && t > clause.first && (tokens[t - 1].tag == 'S' || tokens[t - 1].tag == 'N');
      return inner || std::string_view("NvSH/m").find(tokens[t].tag) != std::string_view::npos;
    };
    while (subject > clause.first && in_name(subject - 1)) --subject;
    const bool has_subject = subject < subject_end && tokens[subject_end - 1].tag == 'N';
    if (sentence.text.substr(at, end - at).starts_with(words::kOf)) continue;  // 11月召开的会议
    // 利用3年时间提升服务水平: a rise without its size, in a span without its end.
    if (mention.deadline.starts_with("P") && rises(start, at)) continue;
    const bool goes_on =
        clause.first > 0 && (tokens[clause.first - 1].tag == '/' || tokens[clause.first - 1].tag == ',');
    const bool listed = goes_on && !found.empty() && !found.back().tail.empty();
    const Span object = object_of_clause(tokens, clause.first);
    if (at >= end && !has_subject && listed) {
      milestone.indicator = found.back().indicator;  // 甲项目6月封顶,12月竣工
      milestone.tail = milestone.action;
    } else if (at >= end && !has_subject && !object.empty() && !mention.deadline.starts_with("P")) {
      milestone.indicator = object;
      milestone.tail = milestone.action;
    } else if (at >= end && !has_subject) {
      const Span before = object_before_bracket(tokens, clause.first);
      const bool bare = (lexicon.words().find(sentence.text.substr(start, at - start)) & classes.reach) != 0;
      const bool relative = mention.deadline.starts_with("P");
      const bool announces = clause.last < tokens.size() && tokens[clause.last].tag == ':';  // 年内创建:…
      if (before.empty() && (bare || relative || announces))
        continue;  // 6月底前完成, 力争3年内创建成功: of something said before
      milestone.indicator = before.empty() ? milestone.action : before;
    } else if (at >= end) {
      milestone.indicator = {tokens[subject].span.begin, tokens[subject_end - 1].span.end};
      milestone.tail = milestone.action;
    } else {
      const std::uint64_t empty = lexicon.bits(WordClass::milestone_empty) | lexicon.bits(WordClass::indicator_empty);
      if ((lexicon.words().find(sentence.text.substr(at, end - at)) & empty) != 0) continue;
      milestone.indicator = {at, end};
      // 各县人民政府(要)年底前制定细则: whose duty it is names no milestone.
      const bool duty =
          has_subject && is_doer(sentence.text.substr(tokens[subject].span.begin,
                                                      tokens[subject_end - 1].span.end - tokens[subject].span.begin));
      if (has_subject && !duty) {
        milestone.indicator = {tokens[subject].span.begin, tokens[subject_end - 1].span.end};
        milestone.tail = {start, end};
      }
    }
    found.push_back(milestone);
  }
  return found;
}

}  // namespace zhibiao::extract
