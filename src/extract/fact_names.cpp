// Extract stage: the indicator and scope of a value, given what the values before it in its sentence were of. Tested by the
// frame rules' own examples and tests/specs/.
#include "extract/fact_names.hpp"

#include <algorithm>
#include <utility>

#include "extract/characters.hpp"
#include "extract/name_pieces.hpp"
#include "extract/parting.hpp"
#include "extract/trimming.hpp"
#include "extract/value_place.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

/// The things themselves in the name of what is measured of them: 规上工业企业|营业收入, 乡镇|的污水处理率.
std::string counted_of(const std::string& name, const rules::Lexicon& lexicon) {
  if (const auto of = name.find(words::kOf); of != std::string::npos && of > 0) return name.substr(0, of);
  std::size_t cut = name.size();
  for (std::size_t at = 0; at < name.size(); at += rules::char_length(name[at])) {
    const auto hit = lexicon.words().longest(name, at);
    const bool thing = (hit.value & lexicon.bits(WordClass::institution_noun)) != 0;
    if (thing && at + hit.length < name.size()) cut = at + hit.length;
  }
  return name.substr(0, cut);
}

/// An amount's name with 人均 and the like where the text has them; empty if it has none.
std::string averaged_name(const Sentence& sentence, const Reading& reading, std::string_view name,
                          const text::View& view, const rules::Lexicon& lexicon) {
  for (const Token& token : sentence.tokens) {
    if (token.tag != 'm' || token.span.begin < reading.indicator.begin || token.span.end > reading.indicator.end)
      continue;
    const std::string front = clean_name(sentence, {reading.indicator.begin, token.span.begin}, view, lexicon);
    const std::size_t at = name.starts_with(front) ? front.size() : 0;
    return std::string(name).insert(at, sentence.text.substr(token.span.begin, token.span.size()));
  }
  return {};
}

}  // namespace

std::string_view FactNamer::topic_of(std::string_view heading) const {
  constexpr std::size_t kLongest = 14 * kHan;
  if (heading.size() > kLongest || !ends_with_head(heading, lexicon_)) return {};
  // 提高居民收入 is a deed.
  const std::uint64_t deeds =
      classes_.finite | classes_.increase | classes_.decrease | classes_.modal | lexicon_.bits(WordClass::verb_promote);
  return (lexicon_.words().longest(heading, 0).value & deeds) == 0 ? heading : std::string_view();
}

void FactNamer::begin_sentence(std::string_view heading) {
  topic_ = topic_of(heading);
  before_ = {};
  counted_.clear();
  subject_.clear();
  whole_.clear();
}

void FactNamer::begin_matter() {
  if (!before_.indicator.empty()) before_.parted = std::move(before_.indicator);
  before_.indicator.clear();
  counted_.clear();
}

bool FactNamer::is(std::string_view word, std::uint64_t bits) const {
  return (lexicon_.words().find(word) & bits) != 0;
}

const rules::Rule* FactNamer::name(const Sentence& sentence, std::size_t index, Fact& fact) {
  const Reading& reading = sentence.readings[index];
  const Span own = sentence.mentions.quantities[index].indicator;
  Naming naming = name_fact(sentence, index, view_, lexicon_);
  if (!own.empty()) naming.indicator = clean_name(sentence, own, view_, lexicon_);
  if (fact.kind == Kind::count || fact.kind == Kind::measure) drop_deed(sentence, index, fact, naming.indicator);
  // 列入省级重点的项目12个: what the verb's own object qualifies is counted.
  if (fact.kind == Kind::count && is(fact.action, classes_.state) &&
      reading.indicator.end <= sentence.mentions.quantities[index].span.begin)
    naming.indicator = behind_of(std::move(naming.indicator));
  // 困难老年人|家庭: households are named with those who live in them.
  if (fact.kind == Kind::count && is(naming.indicator, lexicon_.bits(WordClass::population_noun)) &&
      sentence.text.find(naming.scope + naming.indicator) != std::string_view::npos)
    naming.indicator = std::exchange(naming.scope, {}) + naming.indicator;
  if (fact.kind == Kind::count && measured_next(sentence, index)) {
    const auto behind = sentence.text.substr(sentence.mentions.quantities[index].span.end);
    const bool named = !naming.scope.empty() && behind.starts_with(naming.scope);  // 75家省级龙头企业|营业收入
    naming.indicator = named ? std::exchange(naming.scope, {}) : counted_of(naming.indicator, lexicon_);
  }
  const bool bare = join_before(sentence, index, fact, naming);
  if (reading.frame != nullptr && reading.frame->view("carry") == "verb") name_by_verb(sentence, index, fact, naming);
  complete_half(fact, naming);
  const bool unnamed = naming.indicator.empty() || naming.indicator == fact.action;
  if (unnamed && (fact.kind == Kind::count || fact.kind == Kind::rate)) name_people(sentence, index, fact, naming);
  fill_in(sentence, index, fact, naming);
  take_topic(fact, naming);
  const rules::Rule* scope = naming.scope.empty() ? name_holder(sentence, index, naming) : nullptr;
  if (naming.indicator.empty()) fact.flags.emplace_back("indicator_missing");
  fact.indicator = naming.indicator;
  fact.scope = naming.scope;
  if (naming.scope_inferred) fact.flags.emplace_back("scope_inferred");
  // 收入32亿元,为预算的101%,增长4%: what grows is the income.
  // 人均收入2.1万元,较上年净增2000元: so does what it grows by, per head as it is.
  const bool grows = reading.direction != ' ' && reading.indicator.empty() && fact.indicator == before_.indicator;
  if (grows && fact.per.empty() && fact.unit == before_.unit) fact.per = before_.per;
  const bool past = reading.frame != nullptr && reading.frame->view("carry") == "past" && !before_.indicator.empty();
  // 播种面积8万亩,产量3万吨,增长2%: the output grows; a share of an income, or its size, does not hide the income.
  const bool relation = bare && (fact.kind == Kind::rate || fact.unit == before_.unit);
  if (!relation && !past) {
    before_.indicator = fact.indicator;
    before_.scope = fact.scope;
    before_.averaged =
        fact.kind == Kind::rate ? std::string() : averaged_name(sentence, reading, fact.indicator, view_, lexicon_);
    before_.rate =
        fact.kind == Kind::rate && reading.direction == ' ' && sentence.mentions.quantities[index].change.empty();
  }
  if (!in_parts(sentence, index)) whole_ = fact.indicator;
  before_.unit = fact.unit;
  before_.per = fact.per;
  before_.action = fact.action;
  before_.counts = fact.kind == Kind::count;
  before_.deed = fact.indicator == fact.action;
  before_.people = counts_people(sentence, index);
  if (before_.counts) counted_.push_back({fact.unit, fact.indicator});
  return scope;
}

void FactNamer::take_topic(const Fact& fact, Naming& naming) const {
  const bool only_reaches = naming.indicator == fact.action && is(fact.action, classes_.reach);
  if (!naming.scope.empty() || !(naming.indicator.empty() || only_reaches)) return;
  // 零售额增长18.2%;高于全省1.4个百分点: a rate of nothing is of what grew before the semicolon.
  if (before_.parted.empty())
    naming.indicator = topic_.empty() ? naming.indicator : std::string(topic_);
  else if (naming.indicator.empty() && fact.kind == Kind::rate)
    naming.indicator = before_.parted;
}

void FactNamer::complete_half(const Fact& fact, Naming& naming) const {
  // 基金收入增长5%、结余20亿元: a verb may be such a half, too.
  const std::string half = naming.indicator == before_.indicator ? fact.action : naming.indicator;
  for (const std::string* told : {&whole_, &before_.indicator}) {
    if (std::string whole = other_half(*told, half, halves_); !whole.empty()) naming.indicator = std::move(whole);
  }
}

void FactNamer::drop_deed(const Sentence& sentence, std::size_t index, const Fact& fact, std::string& name) const {
  const Reading& reading = sentence.readings[index];
  if (reading.indicator.begin < sentence.mentions.quantities[index].span.end) return;
  const bool promoted = is(fact.action, lexicon_.bits(WordClass::verb_promote));
  const bool behind = reading.action.begin >= reading.indicator.end;
  if (!name.empty() && (promoted || behind || reading.action.empty()))
    name = without_deed(std::move(name), behind || (promoted && fact.kind == Kind::count), lexicon_);
}

const rules::Rule* FactNamer::name_holder(const Sentence& sentence, std::size_t index, Naming& naming) const {
  Holder holder = holders_.find(sentence, index, naming.indicator, view_);
  if (holder.rule == nullptr) return nullptr;
  naming.scope = std::move(holder.name);
  const std::size_t value = sentence.mentions.quantities[index].span.begin;
  const std::size_t end = std::min(holder.span.end, value);
  naming.scope_inferred = sentence.text.substr(end, value - end).find(',') != std::string_view::npos;
  return holder.rule;
}

bool FactNamer::join_before(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) {
  const Reading& reading = sentence.readings[index];
  // 事项100%实现网上办理,80%实现掌上办理: what follows joins the subject that stood before the first value.
  const bool joins = reading.frame != nullptr && reading.frame->view("carry") == "subject";
  if (joins)
    naming.indicator = subject_ + naming.indicator;
  else
    subject_ = reading.tail.empty() ? std::string() : clean_name(sentence, reading.indicator, view_, lexicon_);
  // 民生支出44亿元、占全市支出的68%: the share is of what was measured before.
  // It hides no more than a share named by its head does: 占全市支出的68%、增长3%.
  const bool links = reading.frame != nullptr && !reading.frame->view("link").empty();
  if (links && reading.indicator.empty()) {
    naming.indicator = before_.indicator + naming.indicator;
    return !before_.indicator.empty();
  }
  if (is(naming.indicator, lexicon_.bits(WordClass::indicator_bare))) return join_head(sentence, index, fact, naming);
  const bool behind = reading.indicator.end <= sentence.mentions.quantities[index].span.begin;
  // 公路建设完成投资3亿元: a sum's head of two characters says little.
  const bool sum =
      fact.kind == Kind::money && naming.indicator.size() == 2 * kHan && ends_with_head(naming.indicator, lexicon_);
  if (behind && (sum || counts_people(sentence, index))) join_subject(sentence, reading, sum, naming);
  return false;
}

void FactNamer::join_subject(const Sentence& sentence, const Reading& reading, bool sum, Naming& naming) const {
  const std::string whose = clean_name(sentence, subject_of(sentence, reading), view_, lexicon_);
  if (whose.empty() || naming.indicator.empty()) return;
  const std::uint64_t people = lexicon_.bits(WordClass::population_noun);
  // 失业人员实现再就业1.4万人: people are named with what they do; 学校招聘教师300人: other people than those are counted.
  const std::uint64_t others = people | lexicon_.bits(WordClass::institution_noun);
  const bool acts = ends_with_bits(whose, people, lexicon_) && !ends_with_bits(naming.indicator, others, lexicon_);
  // Bodies that do it are a sum's scope.
  const std::uint64_t holders = lexicon_.bits(WordClass::scope_subject) | lexicon_.bits(WordClass::scope_institution) |
                                lexicon_.bits(WordClass::scope_holder) | lexicon_.bits(WordClass::trim_back);
  const bool does = acted_thing(whose) && !ends_with_bits(whose, holders | classes_.adverb, lexicon_);
  if (sum ? does : acts) naming.indicator = whose + naming.indicator;
}

bool FactNamer::join_head(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const {
  const Reading& reading = sentence.readings[index];
  // 设立总规模50亿元的产业基金: it is the size of what stands behind.
  if (const Span thing = thing_behind(sentence, index); !thing.empty()) {
    if (naming.scope.empty() || naming.scope_inferred) naming.scope = clean_name(sentence, thing, view_, lexicon_);
    naming.scope_inferred = false;
    return false;
  }
  // 白酒产业完成产值1600亿元: whose it is stands before the verb.
  if (const Span subject = subject_of(sentence, reading); !subject.empty()) {
    const std::string whose = clean_name(sentence, subject, view_, lexicon_);
    if (!ends_with(whose, WordClass::milestone_doer, lexicon_)) {
      naming.indicator = whose + naming.indicator;
      return false;
    }
  }
  // 设立产业基金,规模100亿元: of what the clause before is about.
  const bool opens = reading.indicator.begin > 0 && sentence.text[reading.indicator.begin - 1] == ',';
  if (before_.indicator.empty() && opens)
    naming.indicator = counted_object(sentence, index, view_, lexicon_, classes_) + naming.indicator;
  // …,总量达到2万亿元;2022年增速实现10%: of another date, but of the same subject.
  if (before_.indicator.empty() && !before_.parted.empty() && dated_anew(sentence, reading.indicator)) {
    naming.indicator = without_head(before_.parted, lexicon_) + naming.indicator;
    return false;
  }
  // 占比…,规模…: a head alone is no subject.
  if (before_.indicator.empty() || is(before_.indicator, lexicon_.bits(WordClass::indicator_bare))) return false;
  // 能耗降低20%,产值提升30%: what moved before is a measure of its own, of no subject.
  if (reading.direction != ' ' && !before_.change.empty() &&
      is(before_.indicator, lexicon_.bits(WordClass::indicator_head)))
    return false;
  // 转移支付增加1.5万亿元、规模近9.8万亿元: it measures the subject before it.
  // 税收收入8.9亿元,占比72%: a share or growth is of the amount as it was named, not of another rate.
  // 播种面积增长2%,产量增长3%: the growth of an amount is of what both measure.
  const bool relation = reading.direction == ' ' || is(naming.indicator, lexicon_.bits(WordClass::indicator_suffix));
  // 收入增长6.8%,增速连续11个季度…,增速高于…: how long a growth lasts is of the amount, too; told twice, it is one.
  const bool lasts = fact.kind == Kind::duration && is(naming.indicator, lexicon_.bits(WordClass::indicator_suffix));
  const bool of_amount = (fact.kind == Kind::rate || lasts) && !before_.rate && relation;
  if (before_.indicator.ends_with(naming.indicator)) {
    naming.indicator = before_.indicator;
    return true;
  }
  std::string whose = of_amount ? before_.indicator : without_head(before_.indicator, lexicon_);
  // 粮食年播种面积…,年产量…: what both begin with is told once.
  if (const auto last = last_characters(whose, 1); naming.indicator.starts_with(last))
    whose.resize(whose.size() - last.size());
  naming.indicator = whose + naming.indicator;
  return true;
}

void FactNamer::name_by_verb(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const {
  // 市级财政投入8亿元: an amount is named by its verb and who pays it.
  const bool names_sum = fact.kind == Kind::money && ends_with_head(fact.action, lexicon_);
  // 核查28家、整改27家: the verb is about the same things; 每季度通报1次, 立案7起: it is what is counted.
  const bool own_measure = is(fact.action, classes_.intransitive) ||
                           is(fact.unit, lexicon_.bits(WordClass::unit_repeated)) ||
                           fact.kind == Kind::duration ||  // 审批最多80天: how long is said of the deed
                           names_sum;
  const rules::Rule* unit = sentence.mentions.quantities[index].unit_rule;
  const bool people = counts_people(sentence, index);  // 实施名师工程,培养120人
  // 新建小学12所,幼儿园新增36所, 上市企业培育4家: bodies counted in their own unit do nothing themselves, but agencies do.
  const auto ends_on = [&](WordClass one) { return ends_with_bits(naming.indicator, lexicon_.bits(one), lexicon_); };
  // 债务清零,融资平台退出213户: nor do those that leave.
  const bool leaves = is(fact.action, lexicon_.bits(WordClass::trim_promoted)) && fact.kind == Kind::count;
  const bool counts = unit != nullptr && unit->view("counts") == "bodies";
  const bool added =
      ends_on(WordClass::institution_noun) &&
      (leaves || (counts && (fact.action.starts_with(words::kNew) || !ends_on(WordClass::milestone_doer))));
  const bool acts = (lexicon_.words().longest(fact.action, 0).value & classes_.finite) != 0;
  // 达到基本标准的|奖补20万元: what qualifies with 的 says who gets it.
  const Span before = sentence.readings[index].indicator;
  const bool qualifies = sentence.text.substr(before.begin, before.size()).ends_with(words::kOf);
  // 放映电影2400场,每村每月放映1场: what was done before is done to the same.
  const bool again = naming.indicator.empty() && !before_.deed && fact.action == before_.action;
  // 生猪存栏30万头、出栏50万头: a deed that is a measure too is one of the same subject.
  const bool measures = naming.indicator.empty() && is(fact.action, lexicon_.bits(WordClass::indicator_bare));
  if (measures && !before_.indicator.empty())
    naming.indicator = without_head(before_.indicator, lexicon_) + fact.action;
  else if (own_measure && again && !before_.indicator.empty())
    naming.indicator = before_.indicator;
  else if (own_measure)
    naming.indicator = (names_sum && !qualifies && pays(naming.indicator) ? naming.indicator : "") + fact.action;
  else if (naming.indicator.empty() && people && before_.counts && !before_.people)
    naming.indicator = fact.action;  // 处置火情80起、救援120人: people are not what was counted before
  else if (naming.indicator.empty() && before_.deed)
    naming.indicator = fact.action;  // 开工12个、竣工8个: the deed before is no thing to do this to
  else if (!before_.indicator.empty() && !acted_thing(naming.indicator) && !added)
    naming.indicator = counted_before(fact.unit);
  else if (naming.indicator.empty() && acts && !people)
    naming.indicator = counted_object(sentence, index, view_, lexicon_, classes_);
  else if (naming.indicator.empty())
    naming.indicator = same_deed(sentence, index, fact.action, view_, lexicon_);
  if (naming.indicator.empty()) naming.indicator = fact.action;
}

void FactNamer::name_people(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const {
  const std::size_t end = said_of(sentence, sentence.mentions.quantities[index].span);
  const auto& people = sentence.mentions.populations;
  const auto counted =
      std::find_if(people.begin(), people.end(), [&](const Masked& one) { return one.span.end == end; });
  if (counted == people.end()) return;
  // 60岁以上老年人46.8万人,其中80岁以上6.2万人: without a noun of its own it is a part of those.
  const auto whom = sentence.text.substr(counted->span.begin, counted->span.size());
  // 治理率达到40%,年收入10万元以上的村达到70%: the share is of those that reach what they are told by.
  const bool described = fact.kind == Kind::rate && counted->rule->flag("measured");
  if (!before_.indicator.empty() && !described && !ends_with(whom, WordClass::population_noun, lexicon_)) return;
  naming.indicator = clean_name(sentence, counted->span, view_, lexicon_);
  if (naming.scope == naming.indicator) naming.scope.clear();
}

std::string FactNamer::counted_before(const std::string& unit) const {
  const auto same =
      std::find_if(counted_.rbegin(), counted_.rend(), [&](const Counted& one) { return one.unit == unit; });
  std::string name = before_.counts || same == counted_.rend() ? before_.indicator : same->indicator;
  // 保障房|开工3000套、建成2000套: what was done to them before is not done again.
  const auto deed = last_characters(name, 2);
  if (name.size() > 4 * kHan && is(deed, classes_.milestone)) name.resize(name.size() - deed.size());
  return name;
}

bool FactNamer::pays(std::string_view name) const { return acted_thing(name) && !is(name, classes_.adverb); }

bool FactNamer::acted_thing(std::string_view name) const {
  const std::uint64_t bodies = lexicon_.bits(WordClass::milestone_doer) | lexicon_.bits(WordClass::institution_noun) |
                               lexicon_.bits(WordClass::population_noun) | lexicon_.bits(WordClass::scope_part);
  return !name.empty() && !ends_with_bits(name, bodies, lexicon_);
}

void FactNamer::fill_in(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const {
  const Reading& reading = sentence.readings[index];
  if (leaves_out(sentence, index, fact)) {
    std::string part = part_before(sentence, index, naming, lexicon_);
    // 机械化率达到86%,其中水稻达到92%: behind 其中 whatever has no measure of its own is a part.
    constexpr std::size_t kLongestPart = 8 * kHan;
    const bool bare = !naming.indicator.empty() && naming.indicator.size() <= kLongestPart &&
                      !ends_with_head(naming.indicator, lexicon_) &&
                      naming.indicator.find(words::kOf) == std::string::npos;
    if (part.empty() && bare && in_parts(sentence, index)) part = naming.scope + naming.indicator;
    if (!part.empty()) naming = named_as_before(measured_before(reading), before_.scope, part, lexicon_);
  }
  if (naming.indicator.empty() && reading.frame == nullptr && fact.kind == Kind::count)
    naming.indicator = told_by(sentence, index, view_, lexicon_);
  if (naming.indicator.empty()) {
    // 2022年达80%;到2025年达95%: said again of another date, it is said of the same matter.
    const bool again = before_.indicator.empty() && reading.carries && fact.unit == before_.unit;
    const std::string& carried = again ? before_.parted : before_.indicator;
    const bool carries = !carried.empty() && (reading.carries || fact.action.empty());
    // 全市出生28051人,同比增加8258人: what is carried on is carried on for the same whole.
    const bool of_whole = carries && (fact.unit == before_.unit || fact.kind == Kind::rate);
    if (of_whole && naming.scope.empty()) {
      naming.scope = before_.scope;
      naming.scope_inferred = !before_.scope.empty();
    }
    // 人均收入3.2万元,增长6%: the mean grows.
    const bool averaged = !again && !before_.averaged.empty() && reading.direction != ' ' && fact.kind == Kind::rate;
    const std::string& named = averaged ? before_.averaged : carried;
    naming.indicator = carries ? named : !fact.action.empty() ? fact.action : carried;
  }
  // 组织应急演练,|每年不少于2次: nothing but the value; it counts what the clause before is about.
  if (naming.indicator.empty() && reading.frame == nullptr && fact.kind != Kind::money)
    naming.indicator = clean_name(sentence, deed_before(sentence, index), view_, lexicon_);
  if (naming.indicator.empty() && reading.frame == nullptr)
    naming.indicator = counted_itself(sentence, index, view_, lexicon_);
  name_by_rank(sentence, index, fact, naming);
}

void FactNamer::name_by_rank(const Sentence& sentence, std::size_t index, const Fact& fact, Naming& naming) const {
  const bool ranked = is(naming.indicator, lexicon_.bits(WordClass::scope_part)) && fact.unit == before_.unit;
  if (!ranked || before_.indicator.empty()) return;
  const bool named = before_.scope.empty() && index > 0 && in_parts(sentence, index - 1);
  if (named && in_parts(sentence, index)) {
    // 其中省级媒体7条、市级16条: the same things of another rank; 其中中央媒体7篇、省级16篇: a part as the one before.
    const std::string things = things_ranked(before_.indicator, lexicon_);
    if (things.empty())
      naming.scope = std::exchange(naming.indicator, whole_);
    else
      naming.indicator += things;
  } else if (parted(sentence, index)) {
    // 小区85个,其中城区1个: a part of what was counted.
    naming.scope = naming.indicator;
    naming.indicator = without_rank(before_.indicator, lexicon_);
  } else {
    // 省级示范村5个、市级20个: the same things of another rank.
    naming.indicator += things_ranked(before_.indicator, lexicon_);
  }
}

const std::string& FactNamer::measured_before(const Reading& reading) const {
  const bool reaches = reading.action.size() > 0 && reading.indicator.end <= reading.action.begin;
  return before_.indicator.empty() && reaches ? before_.parted : before_.indicator;
}

bool FactNamer::leaves_out(const Sentence& sentence, std::size_t index, const Fact& fact) const {
  const Reading& reading = sentence.readings[index];
  // 服务半径城区不超过5公里、农村不超过15公里: an amount only where nothing but a rank or place stands there.
  const bool placed = fact.kind == Kind::measure && is(clean_name(sentence, reading.indicator, view_, lexicon_),
                                                       lexicon_.bits(WordClass::scope_part));
  const bool standard =
      fact.kind == Kind::money && is(sentence.text.substr(reading.action.begin, reading.action.size()),
                                     classes_.reach);  // 低保标准城市提高到760元、农村提高到500元
  const bool measures =
      standard || placed || fact.kind == Kind::rate || fact.kind == Kind::duration || fact.kind == Kind::level;
  // 居民收入增长8%,其中农村居民增长9%: both move.
  const bool level = reading.direction == ' ' && before_.change.empty();
  const bool moves = reading.direction != ' ' && !before_.change.empty() && in_parts(sentence, index);
  return measures && fact.unit == before_.unit && reading.tail.empty() && (level || moves) && !reading.distributed &&
         ends_with_head(measured_before(reading), lexicon_);
}

}  // namespace zhibiao::extract
