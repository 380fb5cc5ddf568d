// Extract stage: what the last of several subjects prints for all of them. Tested by tests/specs/lists.toml and slogans_lists.toml.
#include "extract/shared_tail.hpp"

#include <algorithm>

#include "extract/characters.hpp"
#include "extract/reading.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

/// Start of the last word before `end`.
std::size_t last_word(const std::vector<std::size_t>& boundaries, Span span) {
  const auto found = std::lower_bound(boundaries.begin(), boundaries.end(), span.end);
  if (found == boundaries.begin()) return span.begin;
  return std::max(span.begin, *(found - 1));
}

/// 乙肝|检测率: a head of one character is a measure only with the word before it, unless that is the list's own: 死亡|率.
std::size_t with_word_before(const std::vector<std::size_t>& boundaries, Span head, std::size_t list) {
  if (head.size() > kHan) return head.begin;
  const auto at = std::lower_bound(boundaries.begin(), boundaries.end(), head.begin);
  return at != boundaries.begin() && *(at - 1) > list ? *(at - 1) : head.begin;
}

/// `居民、农民工与流动人口|知识知晓率`: what stands behind the people that end the last subject's list, where the subject too is people.
Span behind_people(std::string_view text, Span subject, Span last, const rules::Lexicon& lexicon) {
  if (!ends_with(text.substr(subject.begin, subject.size()), WordClass::population_noun, lexicon)) return {};
  const std::uint64_t people = lexicon.bits(WordClass::population_noun);
  std::size_t end = last.begin;
  for (std::size_t at = last.begin; at < last.end; at += char_length(text[at])) {
    const auto hit = lexicon.words().longest(text, at);
    if ((hit.value & people) != 0 && at + hit.length < last.end) end = at + hit.length;
  }
  const bool measures = end > last.begin && ends_with_head(text.substr(end, last.end - end), lexicon);
  return measures ? Span{end, last.end} : Span{};
}

/// `高血压、2型糖尿病|患者管理率`: from the people on who end the last subject's list, where the list is of what they have.
Span from_people(std::string_view text, Span subject, Span last, const rules::Lexicon& lexicon) {
  const std::uint64_t people = lexicon.bits(WordClass::population_noun);
  const auto listed = [&](Span span) { return lexicon.words().find(text.substr(span.begin, span.size())) != 0; };
  for (std::size_t at = last.begin + 2 * kHan; at < last.end; at += char_length(text[at])) {
    const auto hit = lexicon.words().longest(text, at);
    if (text::is_trail(text[at]) || (hit.value & people) == 0) continue;
    // 新农合、城乡居民参保率: what these are told by is no member of the list.
    const bool members = !listed({last.begin, at}) && !listed(subject);
    const std::size_t end = at + hit.length;
    return members && end < last.end && ends_with_head(text.substr(end, last.end - end), lexicon) ? Span{at, last.end}
                                                                                                  : Span{};
  }
  return {};
}

}  // namespace

Span parallel_tail(std::string_view text, Span subject, Span last, const std::vector<std::size_t>& boundaries,
                   const rules::Lexicon& lexicon) {
  const std::size_t word = last_word(boundaries, subject);
  const auto character = last_characters(text.substr(subject.begin, subject.size()), 1);
  const std::uint64_t people = lexicon.bits(WordClass::population_noun);
  for (const std::size_t from : {word, subject.end - character.size()}) {
    const auto parallel = text.substr(from, subject.end - from);
    const std::size_t found = text.substr(last.begin, last.size()).find(parallel);
    if (found == std::string_view::npos) continue;
    const Span tail{last.begin + found + parallel.size(), last.end};
    if (!std::binary_search(boundaries.begin(), boundaries.end(), tail.begin)) continue;  // 小学、初中每学|期…
    if ((lexicon.words().longest(text, tail.begin).value & people) != 0) continue;  // 企业职工、务工|人员…
    if (tail.size() > kHan && ends_with_head(text.substr(tail.begin, tail.size()), lexicon)) return tail;
    // 国家级、省级众创空间: two ranks before one noun.
    const bool rank =
        (lexicon.words().find(text.substr(subject.begin, subject.size())) & lexicon.bits(WordClass::scope_part)) != 0;
    if (rank && tail.size() > kHan) return tail;
  }
  return {};
}

Span other_tail(std::string_view text, Span subject, Span last, const std::vector<std::size_t>& boundaries,
                const rules::Lexicon& lexicon) {
  // 城镇、农村居民收入: ICU sees a longer word, which begins with one of the subject's sort.
  const std::uint64_t sorts = lexicon.bits(WordClass::scope_part) | lexicon.bits(WordClass::population_noun);
  const Span behind{std::min(last.begin + subject.size(), last.end), last.end};
  const auto opening = text.substr(last.begin, behind.begin - last.begin);
  const auto sort = lexicon.words().find(opening) & lexicon.words().find(text.substr(subject.begin, subject.size()));
  if ((sort & sorts) != 0 && ends_with_head(text.substr(behind.begin, behind.size()), lexicon)) return behind;
  // 小学、初中辍学率: what stands behind the last subject's first word.
  const auto first = std::upper_bound(boundaries.begin(), boundaries.end(), last.begin);
  const auto compound = lexicon.words().longest(text, last.begin);  // 普通高中 is one word
  const bool word_goes_on = first != boundaries.end() && compound.length > *first - last.begin &&
                            (compound.value & lexicon.bits(WordClass::noun_compound)) != 0;
  if (first != boundaries.end() && !word_goes_on && *first < last.end && *first - last.begin == subject.size() &&
      ends_with_head(text.substr(*first, last.end - *first), lexicon)) {
    return {*first, last.end};
  }
  if (const Span tail = behind_people(text, subject, last, lexicon); !tail.empty()) return tail;
  if (const Span tail = from_people(text, subject, last, lexicon); !tail.empty()) return tail;
  const std::uint64_t head = lexicon.bits(WordClass::indicator_head);
  // 加工量、发电量: a head that is all of the last subject is its own, unless a word of it is one: 旅客|吞吐量.
  bool own = false;
  for (std::size_t at = last.begin; at < last.end; at += char_length(text[at])) {
    if ((lexicon.words().find(text.substr(at, last.end - at)) & head) == 0) continue;
    own = own || at == last.begin;
    if (!own) return {with_word_before(boundaries, {at, last.end}, last.begin), last.end};
    const bool word_of_it = at > last.begin && std::binary_search(boundaries.begin(), boundaries.end(), at);
    if (word_of_it && last.end - at > 2 * kHan) return {at, last.end};
  }
  return {};
}

}  // namespace zhibiao::extract
