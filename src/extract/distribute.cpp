// Extract stage: 分别. `A、B和C分别控制在x、y和z以内` gives x to A, y to B, z to C; a head that only the last subject prints
// (三级医院和二级医院电子病历水平分别…) holds for all. `A、B x、y` without 分别 is read so too where the numbers agree.
// Tested by tests/extract/, tests/specs/lists.toml and slogans_lists.toml.
#include <algorithm>

#include "extract/characters.hpp"
#include "extract/deadline.hpp"
#include "extract/naming.hpp"
#include "extract/parting.hpp"
#include "extract/reading.hpp"
#include "extract/shared_tail.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

struct Distribution {
  std::size_t first = 0;  ///< first token of the subjects
  std::size_t mark = 0;   ///< the 分别 token
  Span action;
  char direction = ' ';
  std::vector<std::size_t> quantities;  ///< indices into the mentions
};

/// The subjects, verb and values around the 分别 at token `mark`; no values where it is a plain adverb.
Distribution find_parts(std::string_view text, const std::vector<Token>& tokens, std::size_t mark,
                        const rules::Lexicon& lexicon) {
  Distribution parts;
  parts.mark = mark;
  // 分别新认定60家: a verb that is tagged as a noun elsewhere.
  const auto acts = [&](const Token& token) {
    return (lexicon.words().find(text.substr(token.span.begin, token.span.size())) &
            lexicon.bits(WordClass::verb_action)) != 0;
  };
  // 分别占|任务|的104%: of what the shares are.
  const auto whole_at = [&](std::size_t at) {
    return tokens[at].tag == 'N' && !parts.action.empty() && at + 1 < tokens.size() && tokens[at + 1].tag == 'Z' &&
           (lexicon.words().find(text.substr(parts.action.begin, parts.action.size())) &
            lexicon.bits(WordClass::verb_share)) != 0;
  };
  std::size_t i = mark + 1;
  for (; i < tokens.size() && tokens[i].tag != 'Q'; ++i) {
    const char tag = tokens[i].tag;
    if (tag == 'R' || tag == 'G' || tag == 'L' || tag == 'V' || acts(tokens[i])) {
      parts.action = tokens[i].span;
      if (tag == 'G' || tag == 'L') parts.direction = tag;
    } else if (!is_one_of(tag, "AKMDpEZ") && !whole_at(i)) {
      return parts;
    }
  }
  for (; i < tokens.size(); ++i) {
    if (tokens[i].tag == 'Q') {
      parts.quantities.push_back(static_cast<std::size_t>(tokens[i].mention));
    } else if (tokens[i].tag != '/' && tokens[i].tag != 'E') {
      break;
    }
  }
  parts.first = mark;
  while (parts.first > 0 && !is_break(tokens[parts.first - 1].tag)) --parts.first;
  const auto leads = [&](std::size_t at) {  // 2024年、2025年增加值分别…: a mark between dates is none of the subjects'
    const bool of_dates = tokens[at].tag == '/' && at > 0 && tokens[at - 1].tag == 'D' && tokens[at + 1].tag == 'D';
    return of_dates || is_one_of(tokens[at].tag, "ACMDEepV");
  };
  while (parts.first < mark && leads(parts.first)) ++parts.first;
  // A verb before 分别 carries the value: 控制在…分别 is rare, 达到 before it is not.
  return parts;
}

/// What the sums after 分别 are given as: 分别给予20万元、50万元|奖励, 分别按20元、50元标准给予|补贴; empty where nothing is said.
Span given_behind(std::string_view text, const Mentions& mentions, const std::vector<Token>& tokens,
                  const Distribution& parts, const rules::Lexicon& lexicon) {
  if (mentions.quantities[parts.quantities.back()].kind != Kind::money) return {};
  const auto last = static_cast<int>(parts.quantities.back());
  const auto value = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(parts.mark), tokens.end(),
                                  [&](const Token& token) { return token.tag == 'Q' && token.mention == last; });
  if (value == tokens.end()) return {};
  const auto empty = [&](const Token& token) {
    return (lexicon.words().find(text.substr(token.span.begin, token.span.size())) &
            lexicon.bits(WordClass::indicator_empty)) != 0;
  };
  auto first = value + 1;
  if (first != tokens.end() && (first->tag == 'A' || empty(*first))) ++first;
  if (first != tokens.end() && (first->tag == 'H' || first->tag == 'V')) ++first;
  auto end = first;
  while (end != tokens.end() && (end->tag == 'N' || (end->tag == 'v' && end != first))) ++end;
  const bool ends = end == tokens.end() || is_break(end->tag);
  return end != first && ends ? Span{first->span.begin, (end - 1)->span.end} : Span{};
}

/// Splits at 、 and, where that gives too few, at 和 与 及 as well. Brackets keep their lists together.
std::vector<Span> split_subjects(std::string_view text, Span span, const std::vector<std::size_t>& boundaries,
                                 const rules::Lexicon& lexicon, std::uint64_t conjunction, std::size_t wanted) {
  for (const bool with_words : {false, true}) {
    std::vector<Span> parts;
    std::size_t from = span.begin;
    int depth = 0;
    for (std::size_t at = span.begin; at < span.end;) {
      const auto one = text.substr(at, char_length(text[at]));
      if (one == "(" || one == "《" || one == "“") ++depth;
      if (one == ")" || one == "》" || one == "”") --depth;
      std::size_t separator = one == "、" ? one.size() : 0;
      if (with_words && separator == 0 && std::binary_search(boundaries.begin(), boundaries.end(), at)) {
        const auto hit = lexicon.words().longest(text, at);
        if ((hit.value & conjunction) != 0 && std::binary_search(boundaries.begin(), boundaries.end(), at + hit.length))
          separator = hit.length;
      }
      if (separator > 0 && depth == 0 && at > from) {
        parts.push_back({from, at});
        from = at + separator;
        at = from;
        continue;
      }
      at += one.size();
    }
    if (from < span.end) parts.push_back({from, span.end});
    if (parts.size() == wanted) return parts;
  }
  return {};
}

/// 全县|高血压: a subject without the place that stands before all of them.
Span without_place(const std::vector<Token>& tokens, Span subject) {
  const auto place = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.tag == 'S' && token.span.begin == subject.begin && token.span.end < subject.end;
  });
  return place == tokens.end() ? subject : Span{place->span.end, subject.end};
}

/// `三级医院和二级医院电子病历水平分别…`: where what the subjects do not share are bodies, those are the scope.
void part_bodies(std::string_view text, const Distribution& parts, const rules::Lexicon& lexicon,
                 std::vector<Reading>& readings) {
  const Span tail = readings[parts.quantities.front()].tail;
  Reading& last = readings[parts.quantities.back()];
  if (tail.empty() || !(last.indicator.begin < tail.begin && tail.end == last.indicator.end)) return;
  constexpr std::size_t kShortest = 4 * kHan;  // 小学、初中 belong to the name
  const auto is_body = [&](Span span) {
    return span.size() >= kShortest &&
           ends_with(text.substr(span.begin, span.size()), WordClass::institution_noun, lexicon);
  };
  // 科技型企业和高新技术企业数量: a bare head names nothing without its body.
  if ((lexicon.words().find(text.substr(tail.begin, tail.size())) & lexicon.bits(WordClass::indicator_bare)) != 0)
    return;
  const Span last_body{last.indicator.begin, tail.begin};
  for (const std::size_t index : parts.quantities) {
    const Reading& one = readings[index];
    if (&one != &last && (one.tail != tail || !is_body(one.indicator))) return;
  }
  if (!is_body(last_body)) return;
  for (const std::size_t index : parts.quantities) {
    Reading& one = readings[index];
    one.scope = &one == &last ? last_body : one.indicator;
    one.indicator = tail;
    one.tail = {};
  }
}

/// `报销比例职工、居民分别…`: one indicator, and for whom each value holds.
void part_holders(std::string_view text, const Distribution& parts, const rules::Lexicon& lexicon,
                  std::vector<Reading>& readings) {
  Reading& first = readings[parts.quantities.front()];
  const Span whom = trailing_part(text, first.indicator, false, lexicon);
  if (whom.empty()) return;
  const std::uint64_t holders = lexicon.bits(WordClass::population_noun) | lexicon.bits(WordClass::institution_noun) |
                                lexicon.bits(WordClass::scope_part);
  const auto holds = [&](std::size_t index) {
    const Span span = readings[index].indicator;
    return ends_with_bits(text.substr(span.begin, span.size()), holders, lexicon);
  };
  if (!std::all_of(parts.quantities.begin() + 1, parts.quantities.end(), holds)) return;
  const Span indicator{first.indicator.begin, whom.begin};
  first.indicator = whom;
  for (const std::size_t index : parts.quantities) {
    Reading& one = readings[index];
    one.scope = one.indicator;
    one.indicator = indicator;
    one.tail = {};
  }
}

/// 使用量累计分别减少: the adverb before 分别 is none of the last subject.
Span without_adverb(std::string_view text, Span subject, const rules::Lexicon& lexicon) {
  const std::uint64_t adverb = lexicon.bits(WordClass::adverb);
  if (subject.size() <= 4 * kHan) return subject;
  const auto word = last_characters(text.substr(subject.begin, subject.size()), 2);
  if ((lexicon.words().find(word) & adverb) != 0) subject.end -= word.size();
  return subject;
}

/// The growth or share at the end of a subject: 住院费用|增幅; empty where there is none.
Span relation_of(std::string_view text, Span subject, const rules::Lexicon& lexicon) {
  if (subject.size() <= 2 * kHan) return {};
  const auto word = last_characters(text.substr(subject.begin, subject.size()), 2);
  const std::uint64_t bits = lexicon.words().find(word);
  const bool relation =
      (bits & lexicon.bits(WordClass::indicator_bare)) != 0 && (bits & lexicon.bits(WordClass::indicator_suffix)) != 0;
  return relation ? Span{subject.end - word.size(), subject.end} : Span{};
}

/// The verb right before a subject; empty where there is none.
Span verb_before(const std::vector<Token>& tokens, Span subject) {
  const auto verb = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.tag == 'V' && token.span.end == subject.begin;
  });
  return verb == tokens.end() ? Span{} : verb->span;
}

/// The tail that subjects which end as the front of the last one does have in common with it: it is all others', too.
Span surest_tail(std::string_view sentence, const std::vector<Token>& tokens, const std::vector<Span>& subjects,
                 const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon) {
  for (std::size_t i = 0; i + 1 < subjects.size(); ++i) {
    if (ends_with_head(sentence.substr(subjects[i].begin, subjects[i].size()), lexicon)) continue;
    const Span own = without_place(tokens, subjects[i]);
    if (const Span tail = parallel_tail(sentence, own, subjects.back(), boundaries, lexicon); !tail.empty())
      return tail;
  }
  return {};
}

/// Gives each value its subject, and what the last subject prints for all.
void hand_out(std::string_view sentence, const std::vector<Token>& tokens, const std::vector<std::size_t>& quantities,
              const std::vector<Span>& subjects, const std::vector<std::size_t>& boundaries,
              const rules::Lexicon& lexicon, std::vector<Reading>& readings) {
  const Span sure = surest_tail(sentence, tokens, subjects, boundaries, lexicon);
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    Reading& reading = readings[quantities[i]];
    reading.tail = {};
    reading.distributed = true;
    reading.carries = false;
    reading.indicator = subjects[i];
    if (i + 1 == subjects.size()) continue;
    const auto subject = sentence.substr(subjects[i].begin, subjects[i].size());
    // 接待游客、旅游总收入分别增长: a deed that grows is named by its verb, and lacks no head.
    if (const Span deed = verb_before(tokens, subjects[i]);
        i == 0 && sure.empty() && reading.direction != ' ' && !deed.empty() && !ends_with_head(subject, lexicon)) {
      reading.indicator.begin = deed.begin;
      continue;
    }
    if (!ends_with_head(subject, lexicon)) {
      const Span own = without_place(tokens, subjects[i]);
      reading.tail = sure.empty() ? other_tail(sentence, own, subjects.back(), boundaries, lexicon) : sure;
    }
    // 门诊费用、住院费用增幅 share their growth; 城镇化率、投资增速: a rate has a measure of its own.
    if (reading.tail.empty() && reading.direction == ' ' && !ends_with(subject, WordClass::indicator_suffix, lexicon))
      reading.tail = relation_of(sentence, subjects.back(), lexicon);
  }
}

/// The values of the list that opens at token `first`: as many as stand in a row, of one unit.
std::vector<std::size_t> values_from(const std::vector<Token>& tokens, std::size_t first, const Mentions& mentions) {
  std::vector<std::size_t> values;
  for (std::size_t i = first; i < tokens.size() && tokens[i].tag == 'Q'; i += 2) {
    values.push_back(static_cast<std::size_t>(tokens[i].mention));
    if (mentions.quantities[values.back()].unit != mentions.quantities[values.front()].unit) return {};
    if (i + 1 >= tokens.size() || tokens[i + 1].tag != '/') break;
  }
  return values;
}

/// One verb stands before both values: 增长5%和7%.
void share_verb(const Reading& first, Reading& other) {
  other.action = first.action;
  other.direction = first.direction;
}

/// Whether a verb alone names the value: 死亡41人.
bool is_deed(const Reading& reading) {
  return reading.indicator.empty() && !reading.action.empty() && reading.frame != nullptr &&
         reading.frame->view("carry") == "verb";
}

/// The value whose subject the one at `index` has: itself, or the one that it goes on from (群众860批次|2350人次).
std::size_t named_at(const std::vector<Reading>& readings, std::size_t index) {
  const auto unnamed = [](const Reading& one) { return one.carries || (one.indicator.empty() && !is_deed(one)); };
  while (index > 0 && unnamed(readings[index])) --index;
  return index;
}

/// Gives `values` the subjects of as many values right before them: …达到3.8万元、1.9万元,增长5%、7%. Those must have been
/// handed out too or, where `named` will do, have subjects of their own: 货物吞吐量1.2亿吨,集装箱300万标箱,分别增长5%和8%.
bool hand_on(const std::vector<std::size_t>& values, bool named, std::vector<Reading>& readings) {
  if (values.front() < values.size()) return false;
  const std::size_t from = values.front() - values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Reading& one = readings[from + i];
    const Reading& source = readings[named_at(readings, from + i)];
    if (!one.distributed && (!named || (source.indicator.empty() && !is_deed(source)))) return false;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Reading source = readings[named_at(readings, from + i)];
    Reading& reading = readings[values[i]];
    reading.indicator = is_deed(source) ? source.action : source.indicator;
    reading.tail = source.tail;
    reading.scope = source.scope;
    reading.distributed = true;
    reading.carries = false;
  }
  return true;
}

/// `新增甲、乙80家、16家`: as many values as members, and no 分别.
void pair_lists(std::string_view sentence, const Mentions& mentions, const std::vector<Token>& tokens,
                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                std::vector<Reading>& readings) {
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    if (tokens[at].tag != 'Q' || tokens[at - 1].tag == '/') continue;
    const auto values = values_from(tokens, at, mentions);
    if (values.size() < 2) continue;
    const std::size_t after = at + 2 * values.size() - 1;
    if (after < tokens.size() && !is_break(tokens[after].tag)) continue;  // 3个、5个乡镇
    std::size_t end = at;
    while (end > 0 && is_one_of(tokens[end - 1].tag, "AKRGLM")) --end;
    std::size_t first = end;
    while (first > 0 && is_one_of(tokens[first - 1].tag, "NSm/")) --first;
    if (first == end || (first > 0 && tokens[first - 1].tag == 'F')) continue;
    if (first > 0 && !is_one_of(tokens[first - 1].tag, "VACMD") && !is_break(tokens[first - 1].tag)) continue;
    const Span list{tokens[first].span.begin, tokens[end - 1].span.end};
    const auto subjects =
        split_subjects(sentence, list, boundaries, lexicon, lexicon.bits(WordClass::conjunction), values.size());
    if (subjects.empty()) continue;
    for (const std::size_t other : values) {
      share_verb(readings[values.front()], readings[other]);
      readings[other].scope = readings[values.front()].scope;
    }
    hand_out(sentence, tokens, values, subjects, boundaries, lexicon, readings);
  }
}

/// `…,增长5.1%和7.4%`: several values of one verb without a subject, behind as many that have theirs.
void go_on(const Mentions& mentions, const std::vector<Token>& tokens, std::vector<Reading>& readings) {
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    if (tokens[at].tag != 'Q' || tokens[at - 1].tag == '/') continue;
    const auto values = values_from(tokens, at, mentions);
    std::size_t verb = at;
    while (verb > 0 && is_one_of(tokens[verb - 1].tag, "AKRGLM")) --verb;
    const bool bare = verb < at && (verb == 0 || is_break(tokens[verb - 1].tag));
    if (values.size() < 2 || !bare) continue;
    for (const std::size_t other : values) share_verb(readings[values.front()], readings[other]);
    if (hand_on(values, false, readings)) continue;
    for (const std::size_t other : values) readings[other].carries = true;
  }
}

/// The subject of each value behind 分别. Where one is for all: that, or what the sums are given as.
std::vector<Span> subjects_of(std::string_view sentence, const Mentions& mentions, const std::vector<Token>& tokens,
                              const std::vector<std::size_t>& boundaries, const Distribution& parts, Span given,
                              const rules::Lexicon& lexicon) {
  std::size_t end = parts.mark;  // without what the values are compared with: 较上年分别…
  std::size_t dates = 0;         // 达标率2024年、2025年分别达到: one subject, a date for each value
  while (end > parts.first + 1 && is_one_of(tokens[end - 1].tag, "ADMp/")) {
    if (tokens[--end].tag != 'D') continue;
    const DateMention& date = mentions.dates[static_cast<std::size_t>(tokens[end].mention)];
    dates += date.deadline.find('/') != std::string::npos && lists_years(sentence, date) ? 2 : 1;
  }
  const std::size_t values = parts.quantities.size();
  const Span subject = without_adverb(sentence, {tokens[parts.first].span.begin, tokens[end - 1].span.end}, lexicon);
  auto subjects = split_subjects(sentence, subject, boundaries, lexicon, lexicon.bits(WordClass::conjunction), values);
  // 对达标的企业分别给予20万元、50万元奖励: one subject, which is none of the sums' names.
  if (dates == values || subjects.empty()) subjects.assign(values, given.empty() ? subject : given);
  return subjects;
}

/// `开工、竣工项目分别为86个、60个`: one noun, and a verb for each value. Whether it was that.
bool hand_out_deeds(std::string_view sentence, const std::vector<Token>& tokens, const Distribution& parts,
                    const std::vector<Span>& subjects, const std::vector<std::size_t>& boundaries,
                    const rules::Lexicon& lexicon, std::vector<Reading>& readings) {
  const Span verbs = verb_before(tokens, subjects.front());
  if (verbs.empty() || subjects.front() != subjects.back()) return false;
  const auto deeds = split_subjects(sentence, verbs, boundaries, lexicon, lexicon.bits(WordClass::conjunction),
                                    parts.quantities.size());
  if (deeds.empty()) return false;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    Reading& reading = readings[parts.quantities[i]];
    reading.distributed = true;
    reading.carries = false;
    reading.indicator = deeds[i];
    reading.tail = subjects.front();
  }
  return true;
}

}  // namespace

void distribute(std::string_view sentence, const Mentions& mentions, const std::vector<Token>& tokens,
                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                std::vector<Reading>& readings) {
  pair_lists(sentence, mentions, tokens, boundaries, lexicon, readings);
  for (std::size_t mark = 0; mark < tokens.size(); ++mark) {
    if (tokens[mark].tag != 'F') continue;
    const Distribution parts = find_parts(sentence, tokens, mark, lexicon);
    if (parts.quantities.size() < 2) continue;
    for (const std::size_t index : parts.quantities) {
      readings[index].action = parts.action;
      readings[index].direction = parts.direction;
    }
    const Span given = given_behind(sentence, mentions, tokens, parts, lexicon);
    if (parts.first >= mark && !given.empty()) {
      for (const std::size_t index : parts.quantities) readings[index].indicator = given;
      continue;
    }
    if (parts.first >= mark) {
      // …,累计分别达到…: the subjects are those of the values before.
      hand_on(parts.quantities, true, readings);
      continue;
    }
    const auto subjects = subjects_of(sentence, mentions, tokens, boundaries, parts, given, lexicon);
    if (hand_out_deeds(sentence, tokens, parts, subjects, boundaries, lexicon, readings)) continue;
    hand_out(sentence, tokens, parts.quantities, subjects, boundaries, lexicon, readings);
    part_bodies(sentence, parts, lexicon, readings);
    const Span deed = measured_deed(sentence, tokens, parts.first, lexicon);
    part_holders(sentence, parts, lexicon, readings);
    for (const std::size_t index : parts.quantities) {
      if (!given.empty() && readings[index].indicator != given) readings[index].tail = given;
      if (!deed.empty() && readings[index].tail.empty()) readings[index].tail = deed;
    }
  }
  go_on(mentions, tokens, readings);
}

}  // namespace zhibiao::extract
