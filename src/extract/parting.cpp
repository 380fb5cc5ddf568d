// Extract stage: whose or where it is, parted from what is measured: places, people and bodies at either end of an indicator
// and those that open its clause. Tested by the frame rules' own examples and tests/specs/scopes.toml.
#include "extract/parting.hpp"

#include <algorithm>

#include "extract/characters.hpp"
#include "extract/trimming.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

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
    // 省属企业|对|全省工业增长的贡献率: what leads to others goes on, too.
    const std::uint64_t behind = lexicon.words().longest(sentence.text, end).value;
    const bool leads =
        (behind & lexicon.bits(WordClass::preposition)) != 0 && (behind & lexicon.bits(WordClass::conjunction)) == 0;
    const bool goes_on = leads || (behind & lexicon.bits(WordClass::scope_blocked)) != 0;
    if (goes_on || sentence.text.substr(end).starts_with(")")) continue;
    for (std::size_t from = indicator.begin; from < end; from += char_length(sentence.text[from])) {
      if ((lexicon.words().find(sentence.text.substr(from, end - from)) & bit) != 0) subject = {indicator.begin, end};
    }
  }
  if (subject.empty()) return {};
  // 政府采购授予中小企业合同占比: who is acted upon is no body that acts.
  const bool acted = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.tag == 'v' && subject.begin <= token.span.begin && token.span.end < subject.end;
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
  if (name.find("、") <= subject.size() && !levels) return {};
  return coverage || changes || ends_with_head(rest, lexicon) ? subject : Span{};
}

/// Whether a place or population at the front of an indicator is part of its name.
bool belongs_to_name(const Sentence& sentence, const Token& token, Span indicator, Kind kind,
                     const rules::Lexicon& lexicon) {
  if (token.mention < 0) return false;
  // 县级以上河流健康评价23条: what is counted keeps what says which.
  auto place = sentence.text.substr(token.span.begin, token.span.size());
  if (place.ends_with(")")) place = place.substr(0, place.rfind('('));  // 山区县(市、区)
  const auto behind = sentence.text.substr(token.span.end, indicator.end - token.span.end);
  // 0-6岁儿童健康管理率、孕产妇系统管理率: of several measures it says whose the first is.
  const std::size_t mark = behind.find("、");
  if (mark != std::string_view::npos && ends_with(behind.substr(0, mark), WordClass::indicator_suffix, lexicon))
    return true;
  const bool body = ends_with(place, WordClass::institution_noun, lexicon);
  if (body && kind == Kind::count) return true;
  // 5岁以下儿童死亡率 is one name: a bare 死亡率 measures nothing; 水厂水质达标率 is two.
  const std::uint64_t rest = lexicon.words().find(behind);
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
    if (end < from + kShortest || end > from + kLongest) return false;
    const std::uint64_t kind = lexicon.words().find(text.substr(end - kHan, kHan));
    // 清河区 is a place, 养老院 is none.
    const bool holds = (kind & lexicon.bits(WordClass::scope_holder)) != 0 &&
                       !ends_with(text.substr(from, end - from), WordClass::institution_noun, lexicon);
    return holds || (kind & lexicon.bits(WordClass::scope_part)) != 0;
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

}  // namespace

Span trailing_part(std::string_view text, Span indicator, bool coverage, const rules::Lexicon& lexicon) {
  const std::uint64_t parts = lexicon.bits(WordClass::scope_part) | lexicon.bits(WordClass::population_noun) |
                              lexicon.bits(WordClass::institution_noun);
  const auto name = text.substr(indicator.begin, indicator.size());
  for (std::size_t at = 3 * kHan; at + 2 * kHan <= name.size(); ++at) {
    if (text::is_trail(name[at])) continue;
    const std::uint64_t part = lexicon.words().find(name.substr(at));
    if ((part & (parts | lexicon.bits(WordClass::scope_holder))) == 0) continue;
    // 道路清扫率|城区: who or where it is does not follow a rate within a name.
    const auto last = last_characters(name.substr(0, at), 1);
    if ((lexicon.words().find(last) & lexicon.bits(WordClass::indicator_suffix)) != 0)
      return {indicator.begin + at, indicator.end};
    if ((part & parts) == 0 || at < 4 * kHan) continue;
    const bool rank = (part & parts) == lexicon.bits(WordClass::scope_part);  // 涉农|乡镇 is a body's name
    if (coverage && rank) return {indicator.begin + at, indicator.end};
    // 分级评价|县级|医院: with its rank.
    const std::uint64_t before = lexicon.words().find(name.substr(at - 2 * kHan, 2 * kHan));
    const std::size_t whole = !rank && (before & lexicon.bits(WordClass::scope_part)) != 0 ? at - 2 * kHan : at;
    // Two characters at least: 标准, not 率.
    for (std::size_t from = 0; from + 2 * kHan <= whole; from += char_length(name[from])) {
      if ((lexicon.words().find(name.substr(from, whole - from)) & lexicon.bits(WordClass::indicator_head)) != 0)
        return {indicator.begin + whole, indicator.end};
    }
  }
  return {};
}

namespace {

/// 社区(村)全覆盖: bodies of another kind in a bracket belong to those before it; what is empty then was the name itself.
Span with_bracket(std::string_view text, Span subject, Span indicator) {
  const std::string_view behind = text.substr(subject.end, indicator.end - subject.end);
  if (subject.empty() || !behind.starts_with('(')) return subject;
  const std::size_t close = behind.find(')');
  if (close == std::string_view::npos || close + 1 == behind.size()) return {};
  return {subject.begin, subject.end + close + 1};
}

/// Bodies at the front say whose it is; places and people at the end for whom, where nothing else does and none are counted.
void peel_bodies(const Sentence& sentence, const Quantity& quantity, const Reading& reading,
                 const rules::Lexicon& lexicon, Parting& parts) {
  const bool coverage = quantity.rule->flag("covers");
  const bool changes = reading.direction != ' ';  // what grows or falls is measured, whatever it ends on
  const Span subject = with_bracket(
      sentence.text, leading_subject(sentence, parts.indicator, coverage, changes, lexicon), parts.indicator);
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
  bool part = false;
  bool population = false;
  bool valued = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= value) break;
    // What a preposition or verb has before it (对全县213个…) holds for its own clause only.
    if (token.tag == ',' && governed) scope = {};
    // 5岁以下儿童死亡率5.2‰,婴儿死亡率…: a population that has had its value does not hold on.
    if (token.tag == 'Q') valued = true;
    if (token.tag == ',' && valued && population) scope = {};
    // 新增|省级以上合作社|示范社5家、家庭农场9家; 其中|20万元以上的村|占60%、…: nor does what a verb or 其中 has before it.
    if (token.tag == '/' && valued && population && (governed || part)) scope = {};
    const bool opens = is_one_of(previous, ",;:.(CDMA");
    const bool follows = is_one_of(previous, "pwVF");
    if (token.tag == 'S' && (opens || follows)) {
      scope = token.span;
      governed = follows;
      part = previous == 'C';
      population = token.mention >= 0;
      valued = false;
    }
    if (token.tag == ';' || token.tag == '.') scope = {};
    previous = token.tag;
  }
  return scope;
}

/// 总投资3亿元|的物流园、|总投资5亿元: what the value before qualifies with 的 is no part of this one's name.
Span behind_qualified(std::string_view text, Span indicator, std::size_t value) {
  const auto name = text.substr(indicator.begin, indicator.size());
  const std::size_t mark = name.find("、");
  const bool qualified = indicator.end <= value && name.starts_with(words::kOf) && mark != std::string_view::npos;
  return qualified ? Span{indicator.begin + mark + kHan, indicator.end} : indicator;
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

/// 创建三级医院|通过评审: what a grade is of ends before what else is done.
Span before_verb(const Sentence& sentence, Span indicator) {
  for (const Token& token : sentence.tokens) {
    if (token.tag == 'v' && token.span.begin > indicator.begin && token.span.end < indicator.end)
      return {indicator.begin, token.span.begin};
  }
  return indicator;
}

}  // namespace

Span subject_of(const Sentence& sentence, const Reading& reading) {
  if (reading.action.empty() || reading.indicator.empty() || reading.action.begin >= reading.indicator.begin) return {};
  const auto& tokens = sentence.tokens;
  const auto verb =
      std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span == reading.action; });
  if (verb == tokens.end()) return {};
  auto behind = verb;
  while (behind != tokens.begin() && (behind - 1)->tag == 'A') --behind;
  if (behind == tokens.begin() || (behind - 1)->tag != 'N') return {};
  const auto noun = behind - 1;
  const bool opens = noun == tokens.begin() || is_one_of((noun - 1)->tag, ",;:.(SDCMA");
  return opens ? noun->span : Span{};
}

Parting part_indicator(const Sentence& sentence, std::size_t quantity, const rules::Lexicon& lexicon) {
  const Reading& reading = sentence.readings[quantity];
  const Quantity& mention = sentence.mentions.quantities[quantity];
  const std::size_t value = mention.span.begin;
  Parting parts{behind_qualified(sentence.text, reading.indicator, value), reading.scope, false};
  if (mention.kind == Kind::level && parts.indicator.begin >= mention.span.end)
    parts.indicator = before_verb(sentence, parts.indicator);
  if (mention.kind == Kind::count && reading.tail.empty())
    parts.indicator = counted_behind_list(sentence, parts.indicator, lexicon);
  peel_places(sentence, mention.kind, lexicon, parts);
  if (parts.scope.empty()) {
    parts.scope = listed_places(sentence.text, parts.indicator, lexicon);
    parts.indicator.begin = std::max(parts.indicator.begin, parts.scope.end);
  }
  peel_bodies(sentence, mention, reading, lexicon, parts);
  if (!parts.scope.empty() || parts.indicator.empty()) return parts;
  const Span scope = scope_before(sentence, value);
  const bool named = scope.begin >= parts.indicator.begin && scope.end <= parts.indicator.end;
  if (named) return parts;
  parts.scope = scope;
  parts.inferred =
      scope.end < value && sentence.text.substr(scope.end, value - scope.end).find(',') != std::string_view::npos;
  return parts;
}

}  // namespace zhibiao::extract
