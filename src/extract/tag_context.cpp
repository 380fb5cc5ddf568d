// Extract stage: what stands around a word of a sentence, asked when its tag is decided. Tested by tests/extract/tags_test.cpp.
#include "extract/tag_context.hpp"

#include "extract/characters.hpp"
#include "extract/reading.hpp"

namespace zhibiao::extract {

bool TagContext::measured(std::size_t i) const {
  if (i + 1 >= raws_.size()) return false;
  const Span next = raws_[i + 1].token.span;
  return (lexicon_.words().find(text_.substr(next.begin, next.size())) & classes_.suffix) != 0;
}

bool TagContext::moves_behind(std::size_t i) const {
  if (i + 1 >= raws_.size()) return false;
  // 培训高素质农民: one character moves a value only right before it.
  const bool moves = (raws_[i + 1].mask & (classes_.reach | classes_.increase | classes_.decrease)) != 0;
  return moves && (raws_[i + 1].token.span.size() > 3 || next_significant(i + 1) == 'Q');
}

bool TagContext::of_capacity(const Token& token) const {
  return mentions_.pers[static_cast<std::size_t>(token.mention)].rule->flag("capacity");
}

bool TagContext::names_measure(std::size_t i) const {
  if (i + 1 >= raws_.size()) return false;
  const Span next = raws_[i + 1].token.span;
  return ends_with_head(text_.substr(next.begin, next.size()), lexicon_);
}

char TagContext::next_significant(std::size_t i) const {
  const auto skip = classes_.adverb | classes_.distributive | classes_.bound | classes_.aspect;
  for (std::size_t j = i + 1; j < raws_.size(); ++j) {
    const auto& raw = raws_[j];
    if ((raw.mask & skip) != 0 || raw.token.tag == 'E' || raw.token.tag == 'D') continue;
    if ((raw.mask & classes_.closing) != 0 && j + 1 < raws_.size() && raws_[j + 1].token.tag == 'Q') continue;
    const bool verb = (raw.mask & classes_.verbs()) != 0 && !measured(j);
    return raw.token.tag == 'N' && verb ? 'V' : raw.token.tag;
  }
  return ' ';
}

bool TagContext::noun_behind_value(std::size_t i) const {
  for (std::size_t j = i + 1; j + 1 < raws_.size(); ++j) {
    if (raws_[j].token.tag != 'Q') continue;
    const TagWord& behind = raws_[j + 1];
    return behind.token.tag == 'N' &&
           (behind.mask & (classes_.conjunction | classes_.aspect | classes_.adverb | classes_.finite)) == 0;
  }
  return false;
}

bool TagContext::reaches_count(std::size_t i) const {
  constexpr std::size_t kLongest = 3 * kHan;
  if (i == 0 || !plain_noun_behind(i - 1) || raws_[i].token.span.size() > kLongest) return false;
  const std::size_t verb = i + 1;
  const bool reached = verb < raws_.size() && (raws_[verb].mask & classes_.reach) != 0;
  const std::size_t value = reached ? verb + 1 : verb;
  if (value >= raws_.size() || raws_[value].token.tag != 'Q') return false;
  const Quantity& quantity = mentions_.quantities[static_cast<std::size_t>(raws_[value].token.mention)];
  const bool passed = quantity.comparator == ">" && quantity.span.begin < quantity.core.begin;
  return quantity.kind == Kind::count && (reached || passed);
}

bool TagContext::qualifies(std::size_t i) const {
  return i + 1 < raws_.size() && text_.substr(raws_[i + 1].token.span.begin).starts_with(words::kOf);
}

bool TagContext::qualifies_behind(std::size_t i) const {
  for (std::size_t j = i + 1; j < raws_.size() && !is_break(raws_[j].token.tag) && raws_[j].token.tag != 'Q'; ++j) {
    if (is_of(j) && j + 1 < raws_.size() && raws_[j + 1].token.tag == 'N') return true;
  }
  return false;
}

bool TagContext::each_before(std::size_t i) const {
  if (i == 0 || raws_[i - 1].token.tag != 'E') return false;
  return mentions_.pers[static_cast<std::size_t>(raws_[i - 1].token.mention)].per.empty();
}

bool TagContext::spends_sum(std::size_t i) const {
  if (i == 0 || raws_[i - 1].token.tag != 'Q') return false;
  const Quantity& sum = mentions_.quantities[static_cast<std::size_t>(raws_[i - 1].token.mention)];
  const bool promotes = (raws_[i].mask & lexicon_.bits(WordClass::verb_promote)) != 0;
  if (sum.kind != Kind::money || (fronts_compound(i) && !promotes)) return false;
  std::size_t counted = i + 1;
  while (counted < raws_.size() && is_one_of(raws_[counted].token.tag, "NS")) ++counted;
  return counted > i + 1 && counted < raws_.size() && raws_[counted].token.tag == 'Q';
}

bool TagContext::parts_counts(std::size_t i) const {
  const auto counts = [&](std::size_t at) {
    const Token& token = raws_[at].token;
    return token.tag == 'Q' && mentions_.quantities[static_cast<std::size_t>(token.mention)].kind == Kind::count;
  };
  std::size_t before = i;
  while (before > 0 && raws_[before - 1].token.tag == 'N') --before;
  std::size_t behind = i + 1;
  while (behind < raws_.size() && raws_[behind].token.tag == 'N') ++behind;
  if (before == 0 || before == i || behind == i + 1 || behind >= raws_.size()) return false;
  // 示范片3处、白沙河1处|幸福河: what stands behind its number is counted, and no noun before it.
  const bool follows = behind + 1 < raws_.size() && raws_[behind + 1].token.tag == 'N';
  return counts(before - 1) && counts(behind) && !follows && !names_measure(behind - 2);
}

bool TagContext::closes_list(std::size_t i) const {
  return i + 2 < raws_.size() && (raws_[i + 1].mask & classes_.closing) != 0 && raws_[i + 2].token.tag == 'Q' &&
         text_.substr(raws_[i + 1].token.span.begin).substr(0, words::kOf.size()) != words::kOf;
}

bool TagContext::moves_to_level(std::size_t i) const {
  std::size_t j = i + 1;
  while (j < raws_.size() && (raws_[j].mask & (classes_.adverb | classes_.distributive)) != 0) ++j;
  return j + 1 < raws_.size() && (raws_[j].mask & classes_.reach) != 0 && next_significant(j) == 'Q';
}

bool TagContext::bounds_share(std::size_t i) const {
  std::size_t j = i + 1;
  while (j < raws_.size() && is_one_of(raws_[j].token.tag, "NSDEm") && (raws_[j].mask & classes_.closing) == 0) ++j;
  return j > i + 1 && j + 1 < raws_.size() && (raws_[j].mask & classes_.closing) != 0 && raws_[j + 1].token.tag == 'Q';
}

std::size_t TagContext::measured_out(std::size_t i) const {
  std::size_t j = i + 1;
  if (j < raws_.size() && (raws_[j].mask & classes_.bound) != 0) ++j;
  const std::size_t base = j;
  while (j < raws_.size() && is_one_of(raws_[j].token.tag, "NSED")) ++j;
  if (j + 1 >= raws_.size() || raws_[j].token.tag != 'Q') return 0;
  const bool of_base = j > base && is_of(j - 1);
  const bool places = (lexicon_.words().find(word(i)) & lexicon_.bits(WordClass::preposition_place)) != 0;
  std::size_t verb = j + 1;
  if (const std::size_t named = measure_named(j + 1); named != 0)
    verb = named;
  else if (!of_base && !(j > base && is_rate(j) && !places))
    return 0;
  if (verb >= raws_.size()) return 0;
  // 按5%的幅度压减一般性支出: without a base, it moves what it names.
  const std::uint64_t moves = j > base ? 0 : classes_.increase | classes_.decrease;
  const bool acts = (raws_[verb].mask & (classes_.action | classes_.provide | classes_.finite | moves)) != 0;
  // 按投资的15%给予补助: what is surely a verb keeps its object.
  const bool sure = (raws_[verb].mask & classes_.handle) != 0 && (raws_[verb].mask & classes_.finite) != 0;
  return acts && (sure || !fronts_compound(verb)) ? verb : 0;
}

std::size_t TagContext::measure_named(std::size_t i) const {
  if (i >= raws_.size()) return 0;
  // 每人1000元标准发放: 的 may be left out.
  if (!word(i).starts_with(words::kOf))
    return (lexicon_.words().find(word(i)) & lexicon_.bits(WordClass::indicator_empty)) != 0 ? i + 1 : 0;
  const std::size_t noun = is_of(i) ? i + 1 : i;
  if (noun >= raws_.size()) return 0;
  const auto name = noun == i ? word(i).substr(words::kOf.size()) : word(noun);
  const std::uint64_t measures = lexicon_.bits(WordClass::indicator_empty) | lexicon_.bits(WordClass::indicator_head);
  return (lexicon_.words().find(name) & measures) != 0 ? noun + 1 : 0;
}

bool TagContext::is_rate(std::size_t i) const {
  return mentions_.quantities[static_cast<std::size_t>(raws_[i].token.mention)].kind == Kind::rate;
}

bool TagContext::leads_to_measure(std::size_t i) const {
  const std::uint64_t others =
      classes_.benefit | classes_.conjunction | classes_.verbs() | classes_.finite | classes_.place;
  return (raws_[i].mask & classes_.preposition) != 0 && (raws_[i].mask & others) == 0;
}

bool TagContext::in_counted_places(std::size_t i) const {
  const bool carries_out = (raws_[i].mask & classes_.handle) != 0 && (raws_[i].mask & classes_.finite) != 0;
  if (i < 3 || !is_one_of(raws_[i - 1].token.tag, "NS") || carries_out) return false;
  std::size_t first = i - 1;
  bool counted = false;
  for (; first > 0 && is_one_of(raws_[first].token.tag, "NS/Q"); --first) counted |= raws_[first].token.tag == 'Q';
  if (!counted || raws_[first].token.tag != 'p' || !is_one_of(raws_[first + 1].token.tag, "QS")) return false;
  std::size_t value = i + 1;
  while (value < raws_.size() && is_one_of(raws_[value].token.tag, "NS")) ++value;
  return value > i + 1 && value < raws_.size() && raws_[value].token.tag == 'Q';
}

bool TagContext::acts_in_place(std::size_t i) const {
  if (fronts_compound(i)) return false;
  if (in_counted_places(i)) return true;
  if (i < 2 || raws_[i - 1].token.tag != 'S' || raws_[i - 2].token.tag != 'p' || !plain_noun_behind(i)) return false;
  return !names_measure(i) || word(i + 1).starts_with(words::kTotal);  // 推广应用面积 is a name, 建设|总面积 none
}

bool TagContext::acts_for_holder(std::size_t i) const {
  // 为低保家庭发放补助: what is given may be a verb elsewhere.
  if (provides(i)) return follows_holder(i);
  return plain_noun_behind(i) && !fronts_compound(i) && follows_holder(i);
}

bool TagContext::leads_to_receiver(std::size_t i) const {
  // 为 may be a verb: 总数为50个.
  const std::uint64_t others = classes_.verbs() | classes_.finite | classes_.conjunction;
  if ((raws_[i].mask & classes_.benefit) == 0 || (raws_[i].mask & others) != 0 || i == 0) return false;
  if (raws_[i - 1].token.tag != 'N') return false;
  const std::uint64_t bodies = lexicon_.bits(WordClass::institution_noun) | lexicon_.bits(WordClass::scope_holder) |
                               lexicon_.bits(WordClass::milestone_doer);
  if (!ends_with_bits(word(i - 1), bodies, lexicon_)) return false;
  for (std::size_t j = i + 2; j < raws_.size() && !is_break(raws_[j].token.tag); ++j) {
    if ((raws_[j].mask & (classes_.provide | classes_.intransitive | classes_.finite)) != 0) return true;
  }
  return false;
}

bool TagContext::provides(std::size_t i) const {
  const bool noun_behind = i + 1 < raws_.size() && raws_[i + 1].token.tag == 'N';
  return noun_behind && (raws_[i].mask & classes_.provide) != 0 && (raws_[i].mask & classes_.finite) != 0;
}

bool TagContext::follows_holder(std::size_t i) const {
  if (i < 2) return false;
  std::size_t j = i - 1;
  while (j > 0 && is_one_of(raws_[j].token.tag, "NS/")) --j;
  if (j + 1 == i) return false;
  // 在开发区建设厂房, 为老人提供服务
  if (raws_[j].token.tag != 'w' && word(j) != words::kIn) return false;
  return names_holder(j + 1, i);
}

bool TagContext::names_holder(std::size_t first, std::size_t end) const {
  const std::uint64_t holders = lexicon_.bits(WordClass::population_noun) | lexicon_.bits(WordClass::institution_noun) |
                                lexicon_.bits(WordClass::scope_holder) | lexicon_.bits(WordClass::scope_part);
  const std::size_t from = raws_[first].token.span.begin;
  return ends_with_bits(text_.substr(from, raws_[end - 1].token.span.end - from), holders, lexicon_);
}

bool TagContext::acts_for_counted(std::size_t i) const {
  const auto before = [&](std::size_t j, std::string_view tags) {
    return j > 0 && is_one_of(raws_[j - 1].token.tag, tags);
  };
  std::size_t end = i;
  while (before(end, "A")) --end;
  std::size_t from = end;
  while (before(from, "NS")) --from;
  if (from == end || !before(from, "Q")) return false;
  std::size_t lead = from - 1;
  while (before(lead, "NSEm/")) --lead;
  if (!before(lead, "w")) return false;
  if (!names_holder(from, end)) return false;
  // 为300名残疾人就业提供扶持
  const bool adverb = (raws_[i].mask & classes_.adverb) != 0;
  for (std::size_t j = adverb ? i + 2 : i + 1; j < raws_.size() && !is_break(raws_[j].token.tag); ++j) {
    if ((raws_[j].mask & (classes_.provide | classes_.finite)) != 0) return false;
  }
  return true;
}

bool TagContext::deals_with_counted(std::size_t i) const {
  std::size_t from = i;
  while (from > 0 && is_one_of(raws_[from - 1].token.tag, "NSEDm/Qv")) --from;
  const auto counted = [](const TagWord& one) { return one.token.tag == 'Q'; };
  return from > 0 && raws_[from - 1].token.tag == 'p' &&
         std::any_of(raws_.begin() + static_cast<std::ptrdiff_t>(from), raws_.begin() + static_cast<std::ptrdiff_t>(i),
                     counted);
}

bool TagContext::pays_those_before(std::size_t i) const {
  if (i == 0 || i >= raws_.size() || (raws_[i].mask & (classes_.action | classes_.provide)) == 0) return false;
  if ((raws_[i].mask & classes_.finite) != 0) return false;
  std::size_t sum = i + 1;
  while (sum < raws_.size() && (raws_[sum].mask & (classes_.adverb | classes_.bound)) != 0) ++sum;
  const bool money = sum < raws_.size() && raws_[sum].token.tag == 'Q' &&
                     mentions_.quantities[static_cast<std::size_t>(raws_[sum].token.mention)].kind == Kind::money;
  if (!money) return false;
  const bool gift = (raws_[i].mask & classes_.provide) != 0 ||
                    (lexicon_.words().find(word(i)) & lexicon_.bits(WordClass::indicator_head)) != 0;
  if (!gift) return false;
  std::size_t end = i;
  while (end > 0 && raws_[end - 1].token.tag == 'A' && !is_of(end - 1)) --end;
  if (end > 0 && is_of(end - 1)) return true;
  if (end == 0 || !is_one_of(raws_[end - 1].token.tag, "NS")) return false;
  if (word(end - 1).ends_with(words::kOf)) return true;
  std::size_t first = end;
  while (first > 0 && !is_break(raws_[first - 1].token.tag)) --first;
  while (first < end && is_one_of(raws_[first].token.tag, "ACDM")) ++first;
  if (first + 1 >= end || !is_one_of(raws_[first].token.tag, "pw")) return false;
  return names_holder(first + 1, end);
}

bool TagContext::counted_act_on(std::size_t i) const {
  if ((raws_[i].mask & classes_.preposition) == 0 || word(i) != words::kUpon) return false;
  std::size_t noun = i;
  while (noun > 0 && (raws_[noun - 1].token.tag == 'N' || raws_[noun - 1].token.tag == 'S')) --noun;
  if (noun == i || noun == 0 || raws_[noun - 1].token.tag != 'Q') return false;
  for (std::size_t j = i + 2; j < raws_.size() && !is_break(raws_[j].token.tag); ++j) {
    if ((raws_[j].mask & classes_.handle) != 0 && (raws_[j].mask & classes_.finite) != 0) return true;
  }
  return false;
}

bool TagContext::sums_one(std::size_t i) const {
  if ((raws_[i].mask & classes_.adverb) == 0) return false;
  std::size_t noun = i;
  while (noun > 0 && raws_[noun - 1].token.tag == 'N') --noun;
  return noun < i && (noun == 0 || is_one_of(raws_[noun - 1].token.tag, ",;:.SD"));
}

bool TagContext::fronts_compound(std::size_t i) const {
  if (i + 1 >= raws_.size()) return false;
  const Span next = raws_[i + 1].token.span;
  const auto word = text_.substr(next.begin, next.size());
  return (lexicon_.words().find(word) & (classes_.tail | classes_.suffix)) != 0;
}

bool TagContext::counts_compound(std::size_t i) const {
  return i + 2 < raws_.size() && raws_[i + 2].token.tag == 'Q' &&
         (lexicon_.words().find(text_.substr(raws_[i + 1].token.span.begin, raws_[i + 1].token.span.size())) &
          classes_.tail) != 0;
}

bool TagContext::opens_deed(std::size_t i) const {
  std::size_t counted = i;
  while (counted > 0 && raws_[counted - 1].token.tag == 'N') --counted;
  if (counted == i || counted == 0 || raws_[counted - 1].token.tag != 'Q') return false;
  std::size_t deed = i + 1;
  while (deed < raws_.size() && (raws_[deed].mask & classes_.adverb) != 0) ++deed;
  if (deed + 1 >= raws_.size()) return false;
  const bool promotes = (raws_[deed].mask & lexicon_.bits(WordClass::verb_promote)) != 0;
  const std::uint64_t sure = classes_.finite | (deed > i + 1 ? classes_.action : 0);
  const bool acts = promotes || ((raws_[deed].mask & sure) != 0 && !fronts_compound(deed));
  return acts && raws_[deed + 1].token.tag == 'N' && (raws_[deed + 1].mask & classes_.conjunction) == 0;
}

bool TagContext::plain_noun_behind(std::size_t i) const {
  const std::uint64_t others = classes_.verbs() | classes_.finite | classes_.adverb | classes_.modal |
                               classes_.preposition | classes_.connective | classes_.place;
  return i + 1 < raws_.size() && raws_[i + 1].token.tag == 'N' && (raws_[i + 1].mask & others) == 0;
}

bool TagContext::short_modal_behind(std::size_t i) const {
  return i + 2 < raws_.size() && (raws_[i + 1].mask & classes_.modal) != 0 && raws_[i + 1].token.span.size() == 3 &&
         (raws_[i + 2].mask & (classes_.verbs() | classes_.finite)) != 0;
}

bool TagContext::preposition_behind(std::size_t i) const {
  return i + 1 < raws_.size() && (raws_[i + 1].mask & classes_.preposition) != 0;
}

bool TagContext::verb_behind(std::size_t i) const {
  return i + 1 < raws_.size() &&
         (raws_[i + 1].mask & (classes_.finite | classes_.reach | classes_.increase | classes_.decrease)) != 0;
}

bool TagContext::opens_counted_name(std::size_t i) const {
  std::size_t first = i;
  while (first > 0 && (raws_[first - 1].mask & classes_.nominal) != 0) --first;
  if (first == 0 || raws_[first - 1].token.tag != 'Q') return false;
  std::size_t end = i + 1;
  while (end < raws_.size() && (raws_[end].mask & classes_.nominal) != 0) ++end;
  return end < raws_.size() && raws_[end].token.tag == 'N' && (raws_[end].mask & classes_.preposition) == 0;
}

bool TagContext::says_of_share(std::size_t i) const {
  const bool has = (raws_[i].mask & classes_.state) != 0 && raws_[i].token.span.size() <= kHan;  // 有
  const std::uint64_t others = classes_.increase | classes_.decrease | classes_.modal | classes_.adverb;
  if (has || (raws_[i].mask & others) != 0) return false;
  std::size_t end = i + 1;
  bool qualified = (raws_[i].mask & classes_.purpose) != 0;
  for (; end < raws_.size() && is_one_of(raws_[end].token.tag, "NS"); ++end) {
    if ((raws_[end].mask & (classes_.reach | classes_.modal | classes_.bound | classes_.preposition)) != 0) break;
    qualified = qualified || word(end).find(words::kOf) != std::string_view::npos;
  }
  if (!qualified || end < i + 2) return false;
  const std::string_view name = word(end - 1);
  for (std::size_t at = 0; at < name.size(); at += rules::char_length(name[at])) {
    const std::uint64_t bits = lexicon_.words().find(name.substr(at));
    if ((bits & lexicon_.bits(WordClass::indicator_bare)) != 0 && (bits & classes_.suffix) != 0) return true;
  }
  return false;
}

bool TagContext::names_measure_behind(std::size_t i) const {
  std::size_t end = i + 1;
  const auto plain = [&](std::size_t j) {
    // 执行|到位|金额: verbs that are often nouns may be part of it.
    const std::uint64_t stops = classes_.reach | classes_.increase | classes_.decrease | classes_.finite |
                                classes_.state | classes_.modal | classes_.preposition | classes_.bound;
    return is_one_of(raws_[j].token.tag, "N/m") && (raws_[j].mask & stops) == 0;
  };
  while (end < raws_.size() && plain(end)) ++end;
  if (end == i + 1 || end >= raws_.size() || next_significant(end - 1) == ' ') return false;
  const std::string_view name =
      text_.substr(raws_[i + 1].token.span.begin, raws_[end - 1].token.span.end - raws_[i + 1].token.span.begin);
  const auto between = [&](std::size_t j) {  // 报废汽车回收量较上年增长20%
    return raws_[j].token.tag == 'D' || (raws_[j].mask & (classes_.adverb | classes_.distributive)) != 0;
  };
  while (end + 1 < raws_.size() && between(end)) ++end;
  if ((raws_[end].mask & (classes_.reach | classes_.increase | classes_.decrease)) != 0)
    return next_significant(end) == 'Q' && ends_with_head(name, lexicon_);
  const bool valued = raws_[end].token.tag == 'Q' || (raws_[end].mask & classes_.bound) != 0;
  return valued && ends_with_bits(name, classes_.suffix, lexicon_);
}

}  // namespace zhibiao::extract
