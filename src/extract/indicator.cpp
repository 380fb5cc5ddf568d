// Extract stage: from the spans of a reading to the words a record prints: trimmed of verbs, adverbs and list marks that are
// no part of a name, places parted off as scope. Tested by the frame rules' own examples and tests/specs/scopes.toml.
#include "extract/naming.hpp"

#include <algorithm>

#include "extract/characters.hpp"
#include "extract/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

bool is_edge_mark(std::string_view one) {
  static constexpr std::string_view kMarks[] = {",", "，", "、", ";", "；", ":", "：", "。", " ", "\t", "_"};
  return std::find(std::begin(kMarks), std::end(kMarks), one) != std::end(kMarks);
}

/// Drops words of `class_bits` (and marks) at the front as long as something stays, but for words of `kept`.
Span trim_front(std::string_view text, Span span, const std::vector<std::size_t>& boundaries,
                const rules::Lexicon& lexicon, std::uint64_t class_bits, std::uint64_t kept) {
  while (!span.empty()) {
    const auto hit = lexicon.words().longest(text.substr(0, span.end), span.begin);
    const std::size_t size = char_length(text[span.begin]);
    const bool whole_word = std::binary_search(boundaries.begin(), boundaries.end(), span.begin + hit.length);
    const bool drops = (hit.value & class_bits) != 0 && (hit.value & kept) == 0;
    if (drops && hit.length < span.size() && whole_word) {
      span.begin += hit.length;
    } else if (is_edge_mark(text.substr(span.begin, size))) {
      span.begin += size;
    } else {
      break;
    }
  }
  return span;
}

Span trim_back(std::string_view text, Span span, const std::vector<std::size_t>& boundaries,
               const rules::Lexicon& lexicon, std::uint64_t class_bits) {
  for (bool again = true; again && !span.empty();) {
    again = false;
    for (std::size_t from = span.begin; from < span.end; from += char_length(text[from])) {
      const auto rest = text.substr(from, span.end - from);
      const bool whole_word = std::binary_search(boundaries.begin(), boundaries.end(), from);  // not the 应 of 供应
      const bool listed = whole_word && (lexicon.words().find(rest) & class_bits) != 0 && from > span.begin;
      if (listed || (is_edge_mark(rest) && rest.size() == char_length(text[from]))) {
        span.end = from;
        again = true;
        break;
      }
    }
  }
  return span;
}

/// Brackets or quotes that open or close outside the span are cut off.
Span balance(std::string_view text, Span span, const rules::Lexicon& lexicon) {
  const auto count = [&](std::string_view mark) {
    const auto part = text.substr(0, span.end + mark.size() - 1);  // no further: the sentence may be long
    int n = 0;
    for (std::size_t at = part.find(mark, span.begin); at < span.end; at = part.find(mark, at + 1)) ++n;
    return n;
  };
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"(", ")"}, {"（", "）"}, {"“", "”"}, {"《", "》"}};
  for (const auto& [open, close] : kPairs) {
    if (count(open) > count(close)) {
      const std::size_t at = text.rfind(open, span.end);
      if (at == span.begin)
        span.begin += open.size();
      else if (at != std::string_view::npos && at > span.begin)
        span.end = at;
    } else if (count(close) > count(open)) {
      const std::size_t at = text.find(close, span.begin);
      // “每村1名医生”要求: what was quoted is the thing; 达到“三级医院”服务能力: what stands behind is.
      const bool names_nothing = (lexicon.words().find(text.substr(at + close.size(), span.end - at - close.size())) &
                                  lexicon.bits(WordClass::indicator_empty)) != 0;
      if (at + close.size() < span.end && !names_nothing)
        span.begin = at + close.size();
      else
        span.end = at;
    }
  }
  return span;
}

/// `A、B等总投资`: behind 等 only the head is measured.
Span behind_list(const Sentence& sentence, Span span, const rules::Lexicon& lexicon) {
  const std::uint64_t closing = lexicon.bits(WordClass::closing);
  constexpr std::size_t kShortNoun = 2 * kHan;
  const std::uint64_t head = lexicon.bits(WordClass::indicator_head);
  const std::uint64_t bare = lexicon.bits(WordClass::indicator_bare);
  for (std::size_t at = span.begin; at < span.end; at += char_length(sentence.text[at])) {
    const auto hit = lexicon.words().longest(sentence.text.substr(0, span.end), at);
    if ((hit.value & closing) == 0 || at + hit.length >= span.end) continue;
    // 跨河大桥等总投资: one member is a list too; 全市的… is none.
    const bool list = sentence.text.substr(span.begin, at - span.begin).find("、") != std::string_view::npos;
    const bool whole_word = std::binary_search(sentence.boundaries.begin(), sentence.boundaries.end(), at);
    if (!list && (!whole_word || sentence.text.substr(at).starts_with(words::kOf))) continue;
    const auto rest = sentence.text.substr(at + hit.length, span.end - at - hit.length);
    const std::uint64_t bits = lexicon.words().find(rest);
    // A、B等资金: a short noun is what the members are.
    if ((bits & bare) != 0 || ((bits & head) != 0 && rest.size() > kShortNoun)) return {at + hit.length, span.end};
  }
  return span;
}

/// 达到国家标准的比例: the verb at the front says what the share is of.
bool is_share_of_act(std::string_view name, const rules::Lexicon& lexicon) {
  const std::size_t of = name.rfind(words::kOf);
  return of != std::string_view::npos && of > 0 &&
         (lexicon.words().find(name.substr(of + words::kOf.size())) & lexicon.bits(WordClass::indicator_bare)) != 0;
}

/// 新增(优化)|客运线路: a short bracket at the front belongs to the verb before it.
std::size_t behind_bracket(std::string_view text, Span span) {
  constexpr std::size_t kLongest = 6 * kHan;
  const std::string_view name = text.substr(span.begin, span.size());
  const std::size_t close = name.find(')');
  const bool opens = name.starts_with("(") && close != std::string_view::npos;
  return opens && close <= kLongest && close + 1 < name.size() ? span.begin + close + 1 : span.begin;
}

Span trimmed(const Sentence& sentence, Span span, const rules::Lexicon& lexicon) {
  if (span.empty()) return span;
  span = behind_list(sentence, span, lexicon);
  const bool act = is_share_of_act(sentence.text.substr(span.begin, span.size()), lexicon);
  const std::uint64_t verbs = act ? lexicon.bits(WordClass::verb_reach) | lexicon.bits(WordClass::verb_milestone) : 0;
  span = trim_front(sentence.text, span, sentence.boundaries, lexicon, lexicon.bits(WordClass::trim_front), verbs);
  span.begin = behind_bracket(sentence.text, span);
  span = trim_back(sentence.text, span, sentence.boundaries, lexicon, lexicon.bits(WordClass::trim_back));
  return balance(sentence.text, span, lexicon);
}

}  // namespace

Span trailing_part(std::string_view text, Span indicator, bool coverage, const rules::Lexicon& lexicon) {
  const std::uint64_t parts = lexicon.bits(WordClass::scope_part) | lexicon.bits(WordClass::population_noun) |
                              lexicon.bits(WordClass::institution_noun);
  const auto name = text.substr(indicator.begin, indicator.size());
  for (std::size_t at = 4 * kHan; at + 2 * kHan <= name.size(); ++at) {
    if (text::is_trail(name[at])) continue;
    const std::uint64_t part = lexicon.words().find(name.substr(at));
    if ((part & parts) == 0) continue;
    const bool rank = (part & parts) == lexicon.bits(WordClass::scope_part);  // 涉农|乡镇 is a body's name
    if (coverage && rank) return {indicator.begin + at, indicator.end};
    // Two characters at least: 标准, not 率.
    for (std::size_t from = 0; from + 2 * kHan <= at; from += char_length(name[from])) {
      if ((lexicon.words().find(name.substr(from, at - from)) & lexicon.bits(WordClass::indicator_head)) != 0)
        return {indicator.begin + at, indicator.end};
    }
  }
  return {};
}

std::string clean_name(const Sentence& sentence, Span span, const text::View& view, const rules::Lexicon& lexicon) {
  span = trimmed(sentence, span, lexicon);
  if (span.empty()) return {};
  std::string name =
      text::without_blanks(view.display({sentence.view.begin + span.begin, sentence.view.begin + span.end}));
  // Of a pair of straight quotes one may stand outside.
  if (std::count(name.begin(), name.end(), '"') % 2 != 0) name.erase(name.rfind('"'), 1);
  return name;
}

std::string clean_action(const Sentence& sentence, Span span, const text::View& view) {
  // 控制在, 提高到: the particle leads to the value; 达到, 降到 are whole.
  for (const auto particle : words::kToParticles) {
    const auto word = sentence.text.substr(span.begin, span.size());
    if (word.size() > 2 * kHan && word.ends_with(particle)) span.end -= particle.size();
  }
  return text::without_blanks(view.display({sentence.view.begin + span.begin, sentence.view.begin + span.end}));
}

namespace {

/// The indicator without denominators (初中每学年课时) and, where these are the record's too, without 人均 and the like.
std::string name_without_means(const Sentence& sentence, Span indicator, bool per_head, const text::View& view,
                               const rules::Lexicon& lexicon) {
  std::string name;
  std::size_t from = indicator.begin;
  for (const Token& token : sentence.tokens) {
    const bool taken = token.tag == 'E' || (per_head && token.tag == 'm');
    if (!taken || token.span.begin < indicator.begin || token.span.end > indicator.end) continue;
    name += clean_name(sentence, {from, token.span.begin}, view, lexicon);
    from = token.span.end;
  }
  return name + clean_name(sentence, {from, indicator.end}, view, lexicon);
}

/// The body at the head of an indicator that says whose it is (制造业企业|加计扣除比例), where what is left still names an
/// indicator; empty where there is none.
Span leading_subject(const Sentence& sentence, Span indicator, bool coverage, bool changes,
                     const rules::Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3 * kHan;  // a bare 企业 before its noun is part of the name: 企业研发经费
  constexpr std::size_t kShortestRest = 5 * kHan;  // 普惠小微企业|贷款增幅 is one name
  constexpr std::size_t kShortestCovered = 2;
  const std::uint64_t bit = lexicon.bits(coverage ? WordClass::scope_institution : WordClass::scope_subject);
  Span subject;
  if ((lexicon.words().longest(sentence.text, indicator.begin).value & lexicon.bits(WordClass::scope_blocked)) != 0)
    return {};
  const auto& boundaries = sentence.boundaries;
  auto boundary = std::lower_bound(boundaries.begin(), boundaries.end(), indicator.begin + kShortest);
  for (; boundary != boundaries.end(); ++boundary) {
    const std::size_t end = *boundary;
    if (end + (coverage ? kShortestCovered : kShortestRest) > indicator.end || !subject.empty()) break;
    const bool goes_on =
        (lexicon.words().longest(sentence.text, end).value & lexicon.bits(WordClass::scope_blocked)) != 0;
    if (goes_on || sentence.text.substr(end).starts_with(")")) continue;
    for (std::size_t from = indicator.begin; from < end; from += char_length(sentence.text[from])) {
      if ((lexicon.words().find(sentence.text.substr(from, end - from)) & bit) != 0) subject = {indicator.begin, end};
    }
  }
  if (subject.empty()) return {};
  // 政府采购授予中小企业合同占比: who is acted upon is no body that acts.
  const bool acted = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.tag == 'v' && subject.begin < token.span.begin && token.span.end < subject.end;
  });
  if (acted) return {};
  if (balance(sentence.text, subject, lexicon) != subject) return {};
  const auto rest = sentence.text.substr(subject.end, indicator.end - subject.end);
  const auto name = sentence.text.substr(indicator.begin, indicator.size());
  // A list of bodies says no one's, but levels do: 市、县两级|医疗机构.
  const std::size_t mark = indicator.begin + name.find("、");
  const auto& names = sentence.mentions.names;
  const bool levels =
      std::any_of(names.begin(), names.end(), [&](const Masked& one) { return one.span.contains(mark); });
  if (name.find("、") < subject.size() && !levels) return {};
  return coverage || changes || ends_with_head(rest, lexicon) ? subject : Span{};
}

/// An indicator and its scope as spans of the sentence, while the one is parted from the other.
struct Parting {
  Span indicator;
  Span scope;
};

/// Whether a place or population at the front of an indicator is part of its name.
bool belongs_to_name(const Sentence& sentence, const Token& token, Span indicator, Kind kind,
                     const rules::Lexicon& lexicon) {
  if (token.mention < 0) return false;
  // 县级以上河流健康评价23条: what is counted keeps what says which.
  auto place = sentence.text.substr(token.span.begin, token.span.size());
  if (place.ends_with(")")) place = place.substr(0, place.rfind('('));  // 山区县(市、区)
  const bool body = ends_with(place, WordClass::institution_noun, lexicon);
  if (body && kind == Kind::count) return true;
  // 5岁以下儿童死亡率 is one name: a bare 死亡率 measures nothing; 水厂水质达标率 is two.
  const std::uint64_t rest = lexicon.words().find(sentence.text.substr(token.span.end, indicator.end - token.span.end));
  return (rest & lexicon.bits(WordClass::indicator_head)) != 0 &&
         (!body || (rest & lexicon.bits(WordClass::indicator_bare)) != 0);
}

/// Places and populations at the front say where, as long as something is left to measure; so do several of them joined.
void peel_places(const Sentence& sentence, Kind kind, const rules::Lexicon& lexicon, Parting& parts) {
  const std::uint64_t conjunction = lexicon.bits(WordClass::conjunction);
  Span& indicator = parts.indicator;
  Span& scope = parts.scope;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin != indicator.begin || token.span.end >= indicator.end) continue;
    const auto word = sentence.text.substr(token.span.begin, token.span.size());
    const bool link = token.tag == '/' || (lexicon.words().find(word) & conjunction) != 0;
    if (link && !scope.empty()) {
      indicator.begin = token.span.end;
    } else if (token.tag == 'S') {
      if (belongs_to_name(sentence, token, indicator, kind, lexicon)) break;
      if (scope.empty())
        scope = token.span;
      else if (scope.end == token.span.begin)
        scope.end = token.span.end;
      indicator.begin = token.span.end;
    }
  }
}

/// The cities and counties, two or more by their names, that stand before what is measured there (青山市、柳河县|优良天数比例);
/// empty where there are none.
Span listed_places(std::string_view text, Span indicator, const rules::Lexicon& lexicon) {
  constexpr std::string_view kMark = "、";
  constexpr std::size_t kShortest = 3 * kHan;
  constexpr std::size_t kLongest = 6 * kHan;
  constexpr std::size_t kShortestRest = 2 * kHan;
  const auto is_place = [&](std::size_t from, std::size_t end) {
    return end >= from + kShortest && end <= from + kLongest &&
           (lexicon.words().find(text.substr(end - kHan, kHan)) & lexicon.bits(WordClass::scope_part)) != 0;
  };
  std::size_t from = indicator.begin;
  for (std::size_t at = text.find(kMark, from); at < indicator.end; at = text.find(kMark, from)) {
    if (!is_place(from, at)) return {};
    from = at + kMark.size();
  }
  if (from == indicator.begin) return {};
  for (std::size_t end = from + kShortest; end + kShortestRest <= indicator.end; end += char_length(text[end])) {
    if (is_place(from, end)) return {indicator.begin, end};
  }
  return {};
}

/// Bodies at the front say whose it is; places and people at the end for whom, where nothing else does and none are counted.
void peel_bodies(const Sentence& sentence, const Quantity& quantity, const Reading& reading,
                 const rules::Lexicon& lexicon, Parting& parts) {
  const bool coverage = quantity.rule->flag("covers");
  const bool changes = reading.direction != ' ';  // what grows or falls is measured, whatever it ends on
  const Span subject = leading_subject(sentence, parts.indicator, coverage, changes, lexicon);
  if (!subject.empty()) {
    parts.scope = parts.scope.empty() ? subject : Span{std::min(parts.scope.begin, subject.begin), subject.end};
    parts.indicator.begin = subject.end;
  }
  if (!parts.scope.empty() || quantity.kind == Kind::count) return;
  const Span part = trailing_part(sentence.text, parts.indicator, coverage, lexicon);
  if (part.empty()) return;
  parts.scope = part;
  parts.indicator.end = part.begin;
}

/// A place or population that holds for a value without standing at its indicator: it opens the value's clause, or one before.
Span scope_before(const Sentence& sentence, std::size_t value) {
  Span scope;
  char previous = ',';
  bool governed = false;
  bool population = false;
  bool valued = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= value) break;
    // What a preposition or verb has before it (对全县213个…) holds for its own clause only.
    if (token.tag == ',' && governed) scope = {};
    // 5岁以下儿童死亡率5.2‰,婴儿死亡率…: a population that has had its value does not hold on.
    if (token.tag == 'Q') valued = true;
    if (token.tag == ',' && valued && population) scope = {};
    const bool opens = std::string_view(",;:.(CDMA").find(previous) != std::string_view::npos;
    const bool follows = std::string_view("pwVF").find(previous) != std::string_view::npos;
    if (token.tag == 'S' && (opens || follows)) {
      scope = token.span;
      governed = follows;
      population = token.mention >= 0;
      valued = false;
    }
    if (token.tag == ';' || token.tag == '.') scope = {};
    previous = token.tag;
  }
  return scope;
}

/// `招引甲基地、乙园区等产业项目605个`: of what is counted, the noun behind 等 is the name and the members say which. The
/// indicator itself where there is no such list, or no noun of its own behind it.
Span counted_behind_list(const Sentence& sentence, Span indicator, const rules::Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3 * kHan;
  const auto name = sentence.text.substr(indicator.begin, indicator.size());
  const std::size_t mark = name.find("、");
  if (mark == std::string_view::npos) return indicator;
  const std::uint64_t closing = lexicon.bits(WordClass::closing);
  const auto& boundaries = sentence.boundaries;
  auto boundary = std::lower_bound(boundaries.begin(), boundaries.end(), indicator.begin + mark);
  for (; boundary != boundaries.end() && *boundary + kShortest < indicator.end; ++boundary) {
    const auto hit = lexicon.words().longest(sentence.text.substr(0, indicator.end), *boundary);
    const std::size_t behind = *boundary + hit.length;
    if ((hit.value & closing) == 0 || sentence.text.substr(*boundary).starts_with(words::kOf)) continue;
    if (behind + kShortest > indicator.end || sentence.text.substr(behind).starts_with(words::kOf)) continue;
    const Span members{indicator.begin, *boundary};
    if (balance(sentence.text, members, lexicon) != members) continue;  // 项目（合唱、舞蹈等）选拔赛
    return {behind, indicator.end};
  }
  return indicator;
}

/// The indicator's pieces as records print them, joined by the word that links them: 民生支出|占|全市支出.
std::string joined_name(const Sentence& sentence, const Reading& reading, Span indicator, const Quantity& value,
                        const text::View& view, const rules::Lexicon& lexicon) {
  const bool per_head = value.kind == Kind::money || value.kind == Kind::measure || value.kind == Kind::count;
  // 256家企业|亩均税收调查: a mean behind its value is part of the name.
  const auto name = [&](Span span) {
    return name_without_means(sentence, span, per_head && span.begin < value.span.begin, view, lexicon);
  };
  const std::string link(reading.frame != nullptr ? reading.frame->view("link") : std::string_view());
  return name(indicator) + link + name(reading.tail);
}

}  // namespace

Naming name_fact(const Sentence& sentence, std::size_t quantity, const text::View& view,
                 const rules::Lexicon& lexicon) {
  const Reading& reading = sentence.readings[quantity];
  const Quantity& mention = sentence.mentions.quantities[quantity];
  const std::size_t value = mention.span.begin;
  Parting parts{reading.indicator, reading.scope};
  if (mention.kind == Kind::count && reading.tail.empty())
    parts.indicator = counted_behind_list(sentence, parts.indicator, lexicon);
  peel_places(sentence, mention.kind, lexicon, parts);
  if (parts.scope.empty()) {
    parts.scope = listed_places(sentence.text, parts.indicator, lexicon);
    parts.indicator.begin = std::max(parts.indicator.begin, parts.scope.end);
  }
  peel_bodies(sentence, mention, reading, lexicon, parts);
  const bool alone = parts.scope.empty() && !parts.indicator.empty();
  if (alone) {
    const Span scope = scope_before(sentence, value);
    const bool named = scope.begin >= parts.indicator.begin && scope.end <= parts.indicator.end;
    if (!named) parts.scope = scope;
  }
  Naming naming;
  naming.indicator = joined_name(sentence, reading, parts.indicator, mention, view, lexicon);
  naming.scope = clean_name(sentence, parts.scope, view, lexicon);
  const std::size_t end = parts.scope.end;
  naming.scope_inferred = alone && !naming.scope.empty() && end < value &&
                          sentence.text.substr(end, value - end).find(',') != std::string_view::npos;
  return naming;
}

}  // namespace zhibiao::extract
