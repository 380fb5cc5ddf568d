// Extract stage: words of a sentence become tags. Listed words are verbs, adverbs and so on only where they can be: a verb
// opens a clause or touches a value, elsewhere it is part of a noun phrase (健康管理率). Tested by tests/extract/.
#include "extract/tags.hpp"

#include <algorithm>

#include "extract/reading.hpp"
#include "extract/tag_context.hpp"
#include "extract/value_place.hpp"

namespace zhibiao::extract {
namespace {

class Tagger : private TagContext {
 public:
  Tagger(std::string_view text, const Mentions& mentions, std::vector<TagWord> words, const rules::Lexicon& lexicon,
         const WordClasses& classes)
      : TagContext(text, mentions, std::move(words), lexicon, classes) {}

  std::vector<Token> run() {
    resolve();
    return merge();
  }

 private:
  /// A listed word and what stands around it.
  struct Word {
    std::size_t i;       ///< its token
    std::uint64_t mask;  ///< its classes
    char next;           ///< tag of the next token that says something; ' ' at the end
    char previous;       ///< tag of the token before
    bool clause_start;

    bool is(std::uint64_t bits) const { return (mask & bits) != 0; }
  };
  /// No tag yet: the next step is asked.
  static constexpr char kOpen = '\0';

  char resolve_word(std::size_t i, bool clause_start) const {
    const Word word{i, raws_[i].mask, next_significant(i), i > 0 ? raws_[i - 1].token.tag : ',', clause_start};
    for (const auto step : {&Tagger::as_payment, &Tagger::as_service, &Tagger::in_a_name, &Tagger::as_bound,
                            &Tagger::as_particle, &Tagger::before_value, &Tagger::as_adverb, &Tagger::as_verb}) {
      if (const char tag = (this->*step)(word); tag != kOpen) return tag;
    }
    const bool leads = word.next == 'Q' || word.next == 'S' || word.next == 'E';
    return word.is(classes_.preposition) && leads ? preposition(word) : 'N';
  }

  std::uint64_t open_verbs() const {
    return classes_.action | classes_.increase | classes_.decrease | classes_.milestone | classes_.provide |
           classes_.reach | classes_.state | classes_.finite;
  }

  char preposition(const Word& word) const { return word.is(classes_.benefit) ? 'w' : 'p'; }

  /// What a sum is given as behind those who get it, and what leads to it: 对达标乡镇|再|奖补20万元, 首次上市|的|补助80万元.
  char as_payment(const Word& word) const {
    if (pays_those_before(word.i)) return 'V';
    const bool behind_verb = is_of(word.i) && is_one_of(word.previous, "VvH");
    return (word.is(classes_.adverb) || behind_verb) && pays_those_before(word.i + 1) ? 'A' : kOpen;
  }

  /// What is done for so many: behind them stands the clause's verb, whatever else it may be.
  char as_service(const Word& word) const {
    const bool behind_them = word.previous == 'N' || word.previous == 'S' || word.previous == 'A';
    const std::uint64_t verbs = open_verbs() | classes_.single | classes_.intransitive | classes_.handle;
    if (!behind_them || !word.is(verbs | classes_.adverb) || !acts_for_counted(word.i)) return kOpen;
    if (word.is(verbs)) return fronts_compound(word.i) && !word.is(classes_.finite) ? kOpen : 'V';
    return word.next == 'V' || (word.i + 1 < raws_.size() && (raws_[word.i + 1].mask & verbs) != 0) ? 'A' : kOpen;
  }

  /// Verbs that what is behind them makes part of a name.
  char in_a_name(const Word& word) const {
    const bool noun_behind = word.i + 1 < raws_.size() && raws_[word.i + 1].token.tag == 'N';
    if (provides(word.i) && follows_holder(word.i)) return kOpen;
    // 清淤量, 签约率: a verb before the head of an indicator is part of its name.
    if (word.is(classes_.verbs() | classes_.finite) && !word.is(classes_.intransitive) && noun_behind) {
      const auto following = this->word(word.i + 1);
      // 医院完成项目总量的60%: but what is surely a verb keeps its object.
      const bool sure = word.is(classes_.handle | classes_.reach) && word.is(classes_.finite);
      const bool compound = (!word.clause_start || each_before(word.i)) && !sure;
      const std::uint64_t tails = classes_.suffix | (compound ? classes_.tail : 0);
      if ((lexicon_.words().find(following) & tails) != 0) return 'N';
    }
    if (word.is(classes_.distributive)) return 'F';
    // 物资保障等六个工作组: before 等 a verb is the last member of a list; 存贷比86.4: 比 before a value is a head.
    if (word.is(classes_.verbs()) && !word.clause_start && closes_list(word.i)) return 'N';
    const bool value_behind = word.i + 1 < raws_.size() && raws_[word.i + 1].token.tag == 'Q';
    return word.is(classes_.suffix) && word.previous == 'N' && value_behind ? 'N' : kOpen;
  }

  char as_bound(const Word& word) const {
    if (!word.is(classes_.bound)) return kOpen;
    const bool bounds_measure = word.previous == 'p' && word.i > 0 && measured_out(word.i - 1) != 0;
    // 每周至少探访1次: what is done may be no listed verb.
    const bool bounds_deed = word.is(lexicon_.bits(WordClass::bound_adverb)) && noun_at(word.i + 1) &&
                             !is_short(word.i + 1) && word.i + 2 < raws_.size() && raws_[word.i + 2].token.tag == 'Q';
    const bool bounds = bounds_measure || bounds_deed || bounds_share(word.i) || short_modal_behind(word.i);
    return word.next == 'Q' || word.next == 'V' || bounds ? 'K' : 'N';
  }

  /// Words of grammar, and modals and prepositions where their place is sure.
  char as_particle(const Word& word) const {
    const std::size_t i = word.i;
    const std::uint64_t behind = i + 1 < raws_.size() ? raws_[i + 1].mask : 0;
    const bool of_a_verb = i > 0 && is_one_of(word.previous, "VvGLHM");
    if (word.is(classes_.aspect) && of_a_verb) return 'A';
    if (word.is(classes_.modal) && word.previous == 'Q' && qualifies_behind(i)) return 'N';
    const bool done = word.is(classes_.modal) && (behind & classes_.aspect) != 0;
    if (done && word.clause_start) return 'M';  // 确保了3200个项目开工
    if (word.is(classes_.closing) && word.next == 'Q') return sums_one(i) ? 'A' : 'Z';
    if (counted_act_on(i)) return 'p';
    // 面积之和的3‰: a sum is a noun.
    if (word.is(classes_.conjunction) && is_of(i + 1)) return 'N';
    const bool links = word.next == 'Q' || word.previous == 'Q' || (word.previous == 'V' && word.next == 'V');
    // 建成5个停车场|并|投入使用: what joins clauses ends the name before it.
    const bool clause_behind = word.is(classes_.connective) && word.previous == 'N' && (behind & classes_.verbs()) != 0;
    if (word.is(classes_.conjunction)) return links ? '/' : clause_behind ? 'C' : 'N';
    if (word.is(classes_.place)) return 'S';
    const bool verb_next = (behind & (classes_.verbs() | classes_.finite | classes_.adverb)) != 0;
    if (word.is(classes_.modal) && word.is(classes_.preposition) && verb_next) return 'M';  // 将新建…
    // 争取上级资金3亿元: with a plain noun behind it, it is no modal.
    if (word.is(classes_.modal) && word.is(classes_.finite) && word.clause_start && plain_noun_behind(i)) return 'V';
    if (leads_to_receiver(i)) return 'w';
    if (word.is(classes_.preposition) && (word.clause_start || word.next == 'D')) return preposition(word);
    // 生产总值确保增长7%: no purpose.
    if (word.is(classes_.modal) && (behind & (classes_.increase | classes_.decrease)) != 0) return 'M';
    if (word.is(classes_.purpose) && word.previous == 'N' && word.next != 'Q') {
      const bool able = (lexicon_.words().find(this->word(i - 1)) & classes_.modal) != 0 && qualifies_behind(i);
      return able || qualifies(i) || says_of_share(i) ? 'N' : 'u';
    }
    return kOpen;
  }

  char before_value(const Word& word) const {
    // 控制在平均工资的3倍; 占总数的30%, 完成总量的30% say what is measured.
    const bool puts_level = word.is(classes_.reach) && !word.is(classes_.share | classes_.handle);
    if (puts_level && !word.clause_start && bounds_share(word.i)) return 'R';
    const bool expected =
        word.previous == 'M' && word.is(classes_.increase | classes_.decrease) && moves_to_level(word.i);
    if (word.next != 'Q' && !expected) return kOpen;
    if (word.is(classes_.intransitive)) return ends_object(word) ? 'N' : 'V';
    if (word.is(classes_.reach)) return 'R';
    if (word.is(classes_.increase)) return 'G';
    if (word.is(classes_.decrease)) return 'L';
    const bool verb_here = word.clause_start || word.is(classes_.finite | classes_.state) || noun_behind_value(word.i);
    // Behind another verb or noun it is the thing counted: 接收捐款1373万元, 政策内出生27300人.
    const bool follows_verb = word.previous == 'V' && !word.is(classes_.finite) && !noun_behind_value(word.i);
    const bool verb = word.is(open_verbs() | classes_.single | classes_.handle);
    return verb_here && !follows_verb && verb && !ends_object(word) ? 'V' : kOpen;
  }

  /// 新增减税降费及|退税30亿元: a verb joined to the noun before it is of the object that the clause's verb has already.
  bool ends_object(const Word& word) const {
    if (word.previous != 'N' || word.i < 2 || raws_[word.i - 2].token.tag != 'N') return false;
    const bool joined = (lexicon_.words().find(this->word(word.i - 1)) & classes_.conjunction) != 0;
    std::size_t first = word.i - 1;
    while (joined && first > 0 && raws_[first].token.tag == 'N') --first;
    return joined && raws_[first].token.tag == 'V';
  }

  char as_adverb(const Word& word) const {
    if (word.is(classes_.connective) && word.clause_start) return 'C';
    if (word.is(classes_.nominal) && opens_counted_name(word.i)) return 'N';
    if (!word.is(classes_.adverb | classes_.modal)) return kOpen;
    // 可办率, 全程接种覆盖率: in mid-phrase an adverb is one only before a verb that is surely a verb.
    const bool short_word = is_short(word.i);
    const bool sure = word.next == 'Q' || verb_behind(word.i) || (word.previous != 'N' && !short_word) ||
                      (short_word && word.next == 'V');
    const bool before_verb = word.clause_start || word.next == 'V';
    // 平均办理时限, 免费流感疫苗; but 优先在25个县
    const bool of_a_name =
        word.next == 'N' && word.is(classes_.nominal) && !(word.clause_start && preposition_behind(word.i));
    // 打造2个|高质量体检中心: what is counted may open with an adverb and a verb.
    const bool of_a_thing = (word.previous == 'Q' || word.previous == 'a') && fronts_compound(word.i + 1);
    if (word.is(classes_.adverb) && (before_verb || word.next == 'Q') && sure && !of_a_name && !of_a_thing) return 'A';
    return word.is(classes_.modal) && ((before_verb && sure) || short_modal_behind(word.i)) ? 'M' : kOpen;
  }

  char as_verb(const Word& word) const {
    if (word.is(classes_.action) && spends_sum(word.i)) return 'V';
    if (word.is(classes_.action | classes_.provide) && !word.clause_start &&
        (acts_in_place(word.i) || acts_for_holder(word.i)))
      return 'V';
    if (word.is(classes_.handle) && !word.clause_start)
      return word.is(classes_.finite) || deals_with_counted(word.i) ? 'H' : 'N';
    // 补贴提高到300元: a verb that is often a noun is one before a verb of movement.
    const std::uint64_t sure_verbs = classes_.finite | classes_.state | classes_.reach | classes_.increase |
                                     classes_.decrease | classes_.modal | classes_.adverb;
    const bool may_be_noun = word.clause_start && word.is(classes_.action) && !word.is(sure_verbs);
    if (may_be_noun && (moves_behind(word.i) || names_measure_behind(word.i))) return 'N';
    // 入驻企业达到200家, 注册用户突破10万人: what things do says which they are.
    const bool of_things = word.is(lexicon_.bits(WordClass::trim_promoted)) && !word.is(classes_.handle);
    const bool tells = of_things || (word.is(classes_.action) && !word.is(sure_verbs));
    if (word.clause_start && tells && reaches_count(word.i + 1)) return 'N';
    if (!word.is(open_verbs())) return kOpen;
    // 高, 多, 建: verbs only where a value follows.
    if (is_short(word.i) && !word.is(classes_.action | classes_.finite | classes_.state)) return kOpen;
    if (word.clause_start && says_of_share(word.i)) return 'v';
    if (word.clause_start || (word.previous == 'V' && word.next != 'Q' && word.is(classes_.finite))) return 'V';
    return word.is(classes_.finite) ? 'v' : 'N';
  }

  /// Words of one character.
  bool is_short(std::size_t i) const { return raws_[i].token.span.size() <= 3; }

  /// As resolve_word; what stands between a measure and its verb (5%|的比例|配备) says nothing.
  char resolve_measure(std::size_t i, std::size_t act, bool clause_start) const {
    const bool behind = i < act && i > 0 && raws_[i - 1].token.tag == 'Q';
    const bool measure = i < act && i > 1 && is_of(i - 1) && raws_[i - 2].token.tag == 'Q';
    if (behind || measure) return 'A';
    return raws_[i].mask != 0 ? resolve_word(i, clause_start) : raws_[i].token.tag;
  }

  void resolve() {
    bool clause_start = true;
    bool each = false;    // 每个村…: what is done to each follows
    std::size_t act = 0;  // 按总数的5%配备…: where the verb stands
    for (std::size_t i = 0; i < raws_.size(); ++i) {
      Token& token = raws_[i].token;
      const bool particle = (raws_[i].mask & classes_.aspect) != 0;
      if (token.tag == '/' && (opens_deed(i) || parts_counts(i))) token.tag = ',';
      raws_[i].verb =
          (raws_[i].mask & (classes_.action | classes_.provide | classes_.finite)) != 0 && !fronts_compound(i);
      raws_[i].modal = (raws_[i].mask & classes_.modal) != 0 && i + 1 < raws_.size() &&
                       (raws_[i + 1].mask & (classes_.verbs() | classes_.finite | classes_.bound)) != 0;
      if (token.tag == 'E') each = !of_capacity(token);
      if (each && raws_[i].verb && !names_measure(i) && !moves_behind(i)) clause_start = true, each = false;
      if (is_break(token.tag)) each = false;
      // 每周一次|的探视服务: what the value qualifies is a noun.
      if (token.tag == 'Q' && text_.substr(token.span.end).starts_with(words::kOf)) each = false;
      const std::size_t measured = leads_to_measure(i) ? measured_out(i) : 0;
      if (measured != 0) act = measured;
      if (i == act) clause_start = true;
      if (raws_[i].mask != 0 || i < act) token.tag = measured != 0 ? 'p' : resolve_measure(i, act, clause_start);
      if (particle)
        clause_start = false;
      else if (is_break(token.tag))
        clause_start = true;
      else if (token.tag == '/')
        clause_start =
            i > 0 && (raws_[i - 1].token.tag == 'V' || (raws_[i - 1].token.tag == 'Q' && !counts_compound(i + 1)));
      else if (token.tag == 'A' || token.tag == 'M')
        clause_start = true;
      else if (token.tag != 'S' && token.tag != 'D' && token.tag != 'C' && token.tag != 'E' && token.tag != 'K' &&
               token.tag != 'F')
        clause_start = false;
      if (token.tag == 'V') each = false;
      raws_[i].mask = 0;
    }
    each_nouns();
    means();
  }

  /// 人均, 日均 before a noun belong to its name: 人均可支配收入.
  void means() {
    for (std::size_t i = 0; i + 1 < raws_.size(); ++i) {
      Token& token = raws_[i].token;
      if (token.tag != 'E' || !mentions_.pers[static_cast<std::size_t>(token.mention)].rule->flag("mean")) continue;
      // 户均补助不低于1.4万元: what is given per head is a sum of its own.
      if (raws_[i + 1].token.tag == 'V' && money_behind(i + 1)) raws_[i + 1].token.tag = 'N';
      if (raws_[i + 1].token.tag == 'N') token.tag = 'm';
      // 人均每日食盐摄入量: so does the time between them.
      if (raws_[i + 1].token.tag == 'E' && noun_at(i + 2)) token.tag = raws_[i + 1].token.tag = 'm';
    }
  }

  /// 每个 counts the noun phrase behind it, up to a verb or a value.
  void each_nouns() {
    for (std::size_t i = 0; i < raws_.size(); ++i) {
      const Token& each = raws_[i].token;
      if (each.tag != 'E' || !mentions_.pers[static_cast<std::size_t>(each.mention)].per.empty()) continue;
      for (std::size_t j = i + 1; j < raws_.size(); ++j) {
        if (j > i + 1 && raws_[j].verb) break;   // 每个社区预算…: what is done to each
        if (j > i + 1 && raws_[j].modal) break;  // 每个县原则上…
        if (j > i + 1 && is_adverb(j)) break;    // 每辆车平均补贴…
        char& tag = raws_[j].token.tag;
        if (tag == 'S' || (tag == 'N' && raws_[j].token.mention < 0))
          tag = 'e';
        else if (tag == '/' && j + 1 < raws_.size() && raws_[j + 1].token.tag == 'N')
          tag = 'e';
        else
          break;
      }
      measured_of_each(i + 1);
    }
  }

  /// 每个服务区充电车位不少于8个: directly before a value, only the front of the noun phrase is what 每个 counts.
  void measured_of_each(std::size_t first) {
    std::size_t end = first;
    while (end < raws_.size() && raws_[end].token.tag == 'e') ++end;
    std::size_t value = end;
    while (value < raws_.size() && is_one_of(raws_[value].token.tag, "RAFK")) ++value;
    if (value >= raws_.size() || raws_[value].token.tag != 'Q' || noun_at(value + 1)) return;
    // 新建养老院2处,每处|床位不少于20张: each of those counted.
    const Span each = raws_[first - 1].token.span;
    const bool told = text_.substr(0, each.begin).find(word(first)) != std::string_view::npos;  // 示范片8个,每个示范片
    if (end == first + 1 && !told && !counted_each(text_, mentions_, each).empty()) raws_[first].token.tag = 'N';
    if (end < first + 2) return;
    std::size_t split = first + 1;
    for (std::size_t i = first; i + 1 < end; ++i) {
      const auto front =
          text_.substr(raws_[first].token.span.begin, raws_[i].token.span.end - raws_[first].token.span.begin);
      if (ends_with(front, WordClass::institution_noun, lexicon_)) split = i + 1;
    }
    constexpr std::size_t kHan = 3;
    if (split + 1 == end && word(split).size() <= kHan) return;  // 摊|位: one character measures nothing
    for (std::size_t i = split; i < end; ++i) raws_[i].token.tag = 'N';
  }

  bool money_behind(std::size_t i) const {
    std::size_t value = i + 1;
    while (value < raws_.size() && is_one_of(raws_[value].token.tag, "AKM")) ++value;
    if (value >= raws_.size() || raws_[value].token.tag != 'Q') return false;
    return mentions_.quantities[static_cast<std::size_t>(raws_[value].token.mention)].kind == Kind::money;
  }

  bool is_adverb(std::size_t i) const { return (lexicon_.words().find(word(i)) & classes_.adverb) != 0; }

  bool noun_at(std::size_t i) const { return i < raws_.size() && raws_[i].token.tag == 'N'; }

  std::vector<Token> merge() const {
    std::vector<Token> tokens;
    for (const auto& raw : raws_) {
      const char tag = raw.token.tag;
      if (!tokens.empty() && tokens.back().tag == tag && (tag == 'N' || tag == 'e')) {
        tokens.back().span.end = raw.token.span.end;
        continue;
      }
      // 淘汰、停建煤电产能: verbs that share their object are one.
      if (tag == 'V' && tokens.size() > 1 && tokens.back().tag == '/' && tokens[tokens.size() - 2].tag == 'V') {
        tokens.pop_back();
        tokens.back().span.end = raw.token.span.end;
        continue;
      }
      tokens.push_back(raw.token);
      if (tag == 'N') tokens.back().mention = -1;
    }
    return tokens;
  }
};

}  // namespace

WordClasses::WordClasses(const rules::Lexicon& lexicon) {
  const std::pair<std::uint64_t*, WordClass> groups[] = {{&action, WordClass::verb_action},
                                                         {&single, WordClass::verb_single},
                                                         {&reach, WordClass::verb_reach},
                                                         {&increase, WordClass::verb_increase},
                                                         {&decrease, WordClass::verb_decrease},
                                                         {&state, WordClass::verb_state},
                                                         {&milestone, WordClass::verb_milestone},
                                                         {&handle, WordClass::verb_handle},
                                                         {&provide, WordClass::verb_provide},
                                                         {&finite, WordClass::verb_finite},
                                                         {&adverb, WordClass::adverb},
                                                         {&modal, WordClass::modal},
                                                         {&connective, WordClass::connective},
                                                         {&preposition, WordClass::preposition},
                                                         {&place, WordClass::place},
                                                         {&conjunction, WordClass::conjunction},
                                                         {&distributive, WordClass::distributive},
                                                         {&bound, WordClass::bound},
                                                         {&aspect, WordClass::aspect},
                                                         {&closing, WordClass::closing},
                                                         {&suffix, WordClass::indicator_suffix},
                                                         {&tail, WordClass::compound_tail},
                                                         {&nominal, WordClass::adverb_nominal},
                                                         {&purpose, WordClass::verb_purpose},
                                                         {&intransitive, WordClass::verb_intransitive},
                                                         {&benefit, WordClass::preposition_benefit},
                                                         {&share, WordClass::verb_share}};
  for (const auto& [bits, group] : groups) *bits = lexicon.bits(group);
}

std::vector<Token> tag_sentence(std::string_view sentence, const Mentions& mentions,
                                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                                const WordClasses& classes) {
  return Tagger(sentence, mentions, split_words(sentence, mentions, boundaries, lexicon, classes), lexicon, classes)
      .run();
}

std::string tag_string(const std::vector<Token>& tokens) {
  std::string tags;
  tags.reserve(tokens.size());
  for (const auto& token : tokens) tags += token.tag;
  return tags;
}

}  // namespace zhibiao::extract
