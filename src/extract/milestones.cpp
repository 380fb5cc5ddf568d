// Extract stage: dated milestones. `市体育馆5月份开工建设`, `年底前全面完成设备采购`: a date of its own, something that is to
// happen by it, and no other quantity in the clause. Tested by tests/specs/deadlines.toml.
#include "extract/milestones.hpp"

#include <algorithm>
#include <optional>

#include "extract/characters.hpp"
#include "extract/deadline.hpp"
#include "extract/naming.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

bool ends_clause(char tag) { return is_break(tag) || tag == ')'; }

bool opens_predicate(char tag) {
  return tag == 'A' || tag == 'M' || tag == 'C' || tag == 'S' || tag == 'K' || tag == 'F';
}

/// One date's clause: tokens [first, last), the predicate from `predicate`.
struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t predicate = 0;
};

/// In a list (甲5月开工、乙6月开工) each member with a date of its own is a clause.
Clause clause_of(const std::vector<Token>& tokens, std::size_t date) {
  Clause clause{date, date + 1, date + 1};
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
  if (const std::size_t end = end_of_dated_member(tokens, date); end != 0) {
    clause.last = end;
    return clause;
  }
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

/// Whether the predicate has a date of its own: 年底前,甲工程6月完工.
bool dated_inside(const std::vector<Token>& tokens, const Clause& clause) {
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(clause.predicate),
                     tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return token.tag == 'D'; });
}

/// The sentence's milestones so far.
struct Earlier {
  const Milestone* last = nullptr;
  Span subject;  ///< of the first that has one before its date
};

/// What one date of a sentence is the term of. The date has a deadline.
class DatedClause {
 public:
  DatedClause(const Sentence& sentence, std::size_t token, const rules::Lexicon& lexicon, const WordClasses& classes)
      : text_(sentence.text),
        tokens_(sentence.tokens),
        quantities_(sentence.mentions.quantities),
        lexicon_(lexicon),
        classes_(classes),
        date_(static_cast<std::size_t>(tokens_[token].mention)),
        token_(token),
        mention_(sentence.mentions.dates[date_]),
        clause_(clause_of(tokens_, token)) {}

  /// The milestone of the date, if it makes one.
  std::optional<Milestone> milestone(const Earlier& before) {
    if (!may_date() || holds_value()) return {};
    const std::size_t verb = first_of_predicate();
    if (verb >= clause_.last) return {};
    rest_ = {tokens_[verb].span.begin, tokens_[clause_.last - 1].span.end};
    read_chain();
    if (chain_.empty()) return mention_.milestone ? without_verb_in_front(verb) : std::nullopt;
    if (!chain_tells() || follows_of(chain_.end)) return {};  // 11月召开的会议
    // 利用3年时间提升服务水平: a rise without its size, in a span without its end.
    if (is_relative() && is(chain_, classes_.increase | classes_.decrease)) return {};
    subject_ = subject_before_date();
    return chain_.end >= rest_.end ? done_to_subject(before) : done_to_object();
  }

 private:
  std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }
  bool is(Span span, std::uint64_t bits) const { return (lexicon_.words().find(slice(span)) & bits) != 0; }
  bool follows_of(std::size_t at) const { return text_.substr(at, rest_.end - at).starts_with(words::kOf); }
  /// Whether the date is a span without its end: 3年内.
  bool is_relative() const { return mention_.deadline.starts_with("P"); }

  /// A bare year counts only where the verb follows at once (2021年启动…): 2021年,… merely opens a sentence.
  bool may_date() const { return mention_.milestone || (mention_.year != 0 && clause_.predicate == token_ + 1); }

  /// Whether the date is the deadline of a value of its clause.
  bool holds_value() const {
    return std::any_of(token_at(clause_.first), token_at(clause_.last), [&](const Token& token) {
      // 总投资3亿元的水厂项目6月底通水: what is said of the subject is no value of the clause.
      const bool said = token.span.end <= mention_.span.begin && text_.substr(token.span.end).starts_with(words::kOf);
      return token.tag == 'Q' && !said;
    });
  }

  /// The token behind the predicate's adverbs and what else opens it.
  std::size_t first_of_predicate() const {
    std::size_t verb = clause_.predicate;
    while (verb < clause_.last && (opens_predicate(tokens_[verb].tag) || is(tokens_[verb].span, classes_.adverb)))
      ++verb;
    return verb;
  }

  /// The verbs that the predicate opens with: 建成并投入使用, 建设完成.
  void read_chain() {
    const std::uint64_t verbs =
        classes_.milestone | classes_.action | classes_.finite | classes_.provide | classes_.handle | classes_.reach;
    const std::uint64_t links = classes_.conjunction | classes_.connective | classes_.adverb | classes_.aspect;
    chain_ = {rest_.begin, rest_.begin};
    while (chain_.end < rest_.end) {
      const auto hit = lexicon_.words().longest(text_.substr(0, rest_.end), chain_.end);
      const std::uint64_t wanted = chain_.empty() ? verbs : verbs | links;
      if ((hit.value & wanted) == 0) break;
      // 建成完善的…体系: what stands before 的 is said of the thing.
      if (!chain_.empty() && follows_of(chain_.end + hit.length)) break;
      // 建成|覆盖城乡的体系: so it is behind another verb.
      const bool qualifies =
          (hit.value & (classes_.finite | classes_.reach | classes_.state)) != 0 &&
          (hit.value & classes_.milestone) == 0 &&
          text_.substr(chain_.end, rest_.end - chain_.end).find(words::kOf) != std::string_view::npos;
      // 印发|考核方案: or makes one noun with what stands behind it.
      const bool fronts = is({chain_.end + hit.length, rest_.end}, classes_.tail) && (hit.value & links) == 0;
      if (!chain_.empty() && (qualifies || fronts)) break;
      acts_ = acts_ || (hit.value & (classes_.milestone | classes_.finite | classes_.action)) != 0;
      chain_.end += hit.length;
      if ((hit.value & verbs) != 0) act_ = {chain_.begin, chain_.end};  // 完成|全部, 实现|与
    }
  }

  /// Whether the verbs tell of an act that ends; behind a bare year, one by which plans are judged.
  bool chain_tells() const {
    return acts_ &&
           (mention_.milestone || (lexicon_.words().longest(text_, chain_.begin).value & classes_.milestone) != 0);
  }

  /// The predicate opens with its subject: 5月底前,各县完成事项梳理; 3月底前桥梁工程全部完工. `first` is its first token.
  std::optional<Milestone> without_verb_in_front(std::size_t first) const {
    if (clause_.predicate == token_ + 1) {
      const auto handed = handed_over(first);
      return handed ? handed : closed_by_verb(subject_before_date());
    }
    const std::size_t act = first_verb(first);
    const bool acts = act > first && act < clause_.last && is(tokens_[act].span, classes_.milestone | classes_.finite);
    if (acts) return act_of_subject(first, act);
    // `5月底前,数据中心投入使用`: its verb ends the clause. Behind `到2025年,` a vision follows, no term.
    const bool term = !text_.substr(0, mention_.span.end).ends_with(words::kYear);
    return term && !dated_inside(tokens_, clause_) ? closed_by_verb({}) : std::nullopt;
  }

  /// `5月底前,各县完成事项梳理`: all of it is the name, from the token `first` on; `act` is its verb.
  std::optional<Milestone> act_of_subject(std::size_t first, std::size_t act) const {
    const Span verb = tokens_[act].span;
    // …水平明显提高: who sees a rise without its size has seen no milestone.
    if (act + 1 == clause_.last && is(verb, classes_.increase | classes_.decrease)) return {};
    // 在商业街区建成一批智慧书店: where it is done is no part of what is.
    const bool placed = tokens_[first].tag == 'p' && act + 1 < clause_.last &&
                        is(tokens_[first].span, lexicon_.bits(WordClass::preposition_place));
    return Milestone{date_, verb, {placed ? verb.end : rest_.begin, rest_.end}, {}};
  }

  /// What is to be handed in or over by the date: 4月15日前将|方案报送县农办. Brackets behind are none of it.
  std::optional<Milestone> handed_over(std::size_t first) const {
    const auto opener = lexicon_.words().longest(text_, rest_.begin);
    if ((opener.value & classes_.modal) == 0 || (opener.value & classes_.preposition) == 0) return {};
    const std::size_t act = first_verb(first);
    if (act == clause_.last || !is(tokens_[act].span, classes_.milestone | classes_.finite)) return {};
    const std::size_t end = std::min(text_.find('(', rest_.begin), rest_.end);
    return Milestone{date_, tokens_[act].span, {rest_.begin + opener.length, end}, {}};
  }

  /// The first token of the predicate from `first` on that is a verb; its end where none is.
  std::size_t first_verb(std::size_t first) const {
    while (first < clause_.last && !is_one_of(tokens_[first].tag, "vVH")) ++first;
    return first;
  }

  /// The verb at the end of a clause that opens with its subject: 桥梁工程全部完工. Verbs that may be nouns count behind an
  /// adverb. A subject before the date belongs to it: 电厂年底前|主体工程封顶.
  std::optional<Milestone> closed_by_verb(Span subject) const {
    for (std::size_t at = rest_.begin + 2 * kHan; at + 2 * kHan <= rest_.end; at += rules::char_length(text_[at])) {
      const Span verb{at, rest_.end};
      const Span before{at - 2 * kHan, at};
      const bool adverb = at >= rest_.begin + 4 * kHan && is(before, classes_.adverb);
      if (!is(verb, adverb ? classes_.milestone | classes_.finite : classes_.milestone)) continue;
      if (!subject.empty() && !is_doer(slice(subject))) return Milestone{date_, verb, subject, rest_};
      return Milestone{date_, verb, {rest_.begin, adverb ? before.begin : at}, verb};
    }
    return {};
  }

  /// The subject before the date; empty where the clause has none.
  Span subject_before_date() const {
    std::size_t end = token_;
    while (end > clause_.first && is_one_of(tokens_[end - 1].tag, "pMA")) --end;
    // 县医院迁建项目6月底封顶: behind its subject a verb is part of the name.
    const auto in_name = [&](std::size_t t) {
      const bool inner =
          tokens_[t].tag == 'V' && t > clause_.first && (tokens_[t - 1].tag == 'S' || tokens_[t - 1].tag == 'N');
      return inner || is_one_of(tokens_[t].tag, "NvSH/m");
    };
    std::size_t first = end;
    while (first > clause_.first && in_name(first - 1)) --first;
    const bool named = first < end && tokens_[end - 1].tag == 'N';
    return named ? Span{tokens_[first].span.begin, tokens_[end - 1].span.end} : Span{};
  }

  /// The verbs end the clause: 甲项目6月封顶. What they are done to stands before the date, or in the clause before.
  std::optional<Milestone> done_to_subject(const Earlier& before) const {
    if (!subject_.empty()) return Milestone{date_, chain_, subject_, chain_};
    if (goes_on() && before.last != nullptr && !before.last->tail.empty())
      return Milestone{date_, chain_, before.last->indicator, chain_};  // 甲项目6月封顶,12月竣工
    // 甲项目6月开工,9月完成桩基,12月投用: what is dated clause by clause is of the first's subject, or the topic.
    if (goes_on() && before.last != nullptr && dated_before()) {
      const Span whole = before.subject.empty() ? topic_of_sentence() : before.subject;
      if (!whole.empty()) return Milestone{date_, chain_, whole, chain_};
    }
    if (const Span topic = topic_before(); !topic.empty() && !is_relative())
      return Milestone{date_, chain_, topic, chain_};  // 大中修:7月底前开工;11月底前建成
    // 物流园项目:总投资2亿元,占地50亩,6月开工: a profile's terms are its project's.
    if (const Span project = project_profiled(); !project.empty() && !is_relative())
      return Milestone{date_, chain_, project, chain_};
    const Span object = object_of_clause(tokens_, clause_.first);
    // 一季度完成前期工作,二季度开工: what is built is not the work of the step before.
    const bool step = goes_on() && dated_before() && ends_with(slice(object), WordClass::milestone_empty, lexicon_);
    if (!object.empty() && !step && !is_relative()) return Milestone{date_, chain_, object, chain_};
    const Span outside = object_before_bracket(tokens_, clause_.first);
    if (!outside.empty()) return Milestone{date_, chain_, outside, {}};
    // 6月底前完成, 力争3年内创建成功: of something said before. 年内创建:… is of what follows.
    const bool announces = clause_.last < tokens_.size() && tokens_[clause_.last].tag == ':';
    if (is(chain_, classes_.reach) || is_relative() || announces) return {};
    return Milestone{date_, chain_, chain_, {}};
  }

  /// What stands before the colon that the sentence opens with, where nothing else is named since; empty where that is nothing.
  Span topic_before() const {
    const std::size_t colon = colon_of_topic();
    const bool named = std::any_of(token_at(std::min(colon + 1, clause_.first)), token_at(clause_.first),
                                   [](const Token& token) { return token.tag == 'N' || token.tag == ':'; });
    return named ? Span{} : topic_of_sentence();
  }

  /// The same, whatever is named since.
  Span topic_of_sentence() const {
    const std::size_t colon = colon_of_topic();
    if (colon == 0 || colon >= clause_.first || tokens_[colon].tag != ':' || tokens_[colon - 1].tag == 'S') return {};
    const Span topic{tokens_.front().span.begin, tokens_[colon - 1].span.end};
    const bool empty = is(topic, lexicon_.bits(WordClass::milestone_empty) | lexicon_.bits(WordClass::indicator_empty));
    return empty || is_doer(slice(topic)) ? Span{} : topic;
  }

  /// The topic of a sentence that tells what its project costs; else empty.
  Span project_profiled() const {
    const bool costs = std::any_of(token_at(0), token_at(clause_.first), [this](const Token& token) {
      return token.tag == 'Q' && quantities_[static_cast<std::size_t>(token.mention)].kind == Kind::money;
    });
    return costs ? topic_of_sentence() : Span{};
  }

  /// The token behind the noun phrase that the sentence opens with.
  std::size_t colon_of_topic() const {
    std::size_t colon = 0;
    while (colon < clause_.first && is_one_of(tokens_[colon].tag, "NvSHm/")) ++colon;
    return colon;
  }

  /// Whether the clause before has a date too.
  bool dated_before() const {
    std::size_t from = clause_.first - 1;
    while (from > 0 && !ends_clause(tokens_[from - 1].tag)) --from;
    return std::any_of(token_at(from), token_at(clause_.first), [](const Token& token) { return token.tag == 'D'; });
  }

  /// What the verbs are done to stands behind them: 年底前全面完成设备采购.
  std::optional<Milestone> done_to_object() const {
    Span object{chain_.end, rest_.end};
    Span act = act_;
    if (is(object, lexicon_.bits(WordClass::milestone_empty) | lexicon_.bits(WordClass::indicator_empty))) {
      // 完成|招标工作: with its deed an empty word names what is completed.
      act = {chain_.begin, chain_.begin + lexicon_.words().longest(text_, chain_.begin).length};
      const auto deed = lexicon_.words().longest(text_, act.end);  // 完成上述工作 tells of none
      const bool none = (deed.value & lexicon_.bits(WordClass::trim_front)) != 0;
      if (act.end >= chain_.end || none || !is(act, classes_.reach)) return {};
      object.begin = act.end;
    }
    // 各县人民政府(要)年底前制定细则: whose duty it is names no milestone.
    if (subject_.empty() || is_doer(slice(subject_))) return Milestone{date_, act, object, {}};
    return Milestone{date_, act, subject_, rest_};
  }

  /// Whether a name, but for a modal behind it, ends with those whose duty it is.
  bool is_doer(std::string_view name) const {
    const auto last = last_characters(name, 1);
    const bool modal = last.size() < name.size() && (lexicon_.words().find(last) & classes_.modal) != 0;
    if (modal) name.remove_suffix(last.size());
    return ends_with(name, WordClass::milestone_doer, lexicon_);
  }

  /// Whether the clause goes on with what was said in the one before.
  bool goes_on() const {
    return clause_.first > 0 && (tokens_[clause_.first - 1].tag == '/' || tokens_[clause_.first - 1].tag == ',');
  }

  std::vector<Token>::const_iterator token_at(std::size_t index) const {
    return tokens_.begin() + static_cast<std::ptrdiff_t>(index);
  }

  const std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Quantity>& quantities_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  const std::size_t date_;   ///< index into the sentence's dates
  const std::size_t token_;  ///< the date's
  const DateMention& mention_;
  const Clause clause_;
  Span rest_;          ///< the predicate, without what opens it
  Span chain_;         ///< the verbs at its front, with what links them
  Span act_;           ///< the same up to the last verb
  bool acts_ = false;  ///< one of them is an act that ends
  Span subject_;
};

}  // namespace

std::vector<Milestone> find_milestones(const Sentence& sentence, const rules::Lexicon& lexicon,
                                       const WordClasses& classes) {
  std::vector<Milestone> found;
  Span subject;
  for (std::size_t token = 0; token < sentence.tokens.size(); ++token) {
    const Token& date = sentence.tokens[token];
    if (date.tag != 'D' || sentence.mentions.dates[static_cast<std::size_t>(date.mention)].deadline.empty()) continue;
    const Earlier before{found.empty() ? nullptr : &found.back(), subject};
    const auto one = DatedClause(sentence, token, lexicon, classes).milestone(before);
    if (!one) continue;
    if (subject.empty() && !one->tail.empty()) subject = one->indicator;
    found.push_back(*one);
  }
  return found;
}

}  // namespace zhibiao::extract
