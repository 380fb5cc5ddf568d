// Extract stage: 分别. `A、B和C分别控制在x、y和z以内` gives x to A, y to B, z to C; a head that only the last subject prints
// (三级医院和二级医院电子病历水平分别…) holds for all. Tested by tests/extract/ and tests/specs/lists.toml.
#include <algorithm>

#include "extract/reading.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

bool is_clause_break(char tag) { return tag == ',' || tag == ';' || tag == ':' || tag == '.' || tag == '('; }

struct Distribution {
  std::size_t first = 0;  ///< first token of the subjects
  std::size_t mark = 0;   ///< the 分别 token
  Span action;
  char direction = ' ';
  std::vector<std::size_t> quantities;  ///< indices into the mentions
};

/// The subjects, verb and values around the 分别 at token `mark`; no values where it is a plain adverb.
Distribution find_parts(const std::vector<Token>& tokens, std::size_t mark) {
  Distribution parts;
  parts.mark = mark;
  std::size_t i = mark + 1;
  for (; i < tokens.size() && tokens[i].tag != 'Q'; ++i) {
    const char tag = tokens[i].tag;
    if (tag == 'R' || tag == 'G' || tag == 'L' || tag == 'V') {
      parts.action = tokens[i].span;
      if (tag == 'G' || tag == 'L') parts.direction = tag;
    } else if (tag != 'A' && tag != 'K' && tag != 'M' && tag != 'D' && tag != 'p') {
      return parts;
    }
  }
  for (; i < tokens.size(); ++i) {
    if (tokens[i].tag == 'Q') {
      parts.quantities.push_back(static_cast<std::size_t>(tokens[i].mention));
    } else if (tokens[i].tag != '/') {
      break;
    }
  }
  parts.first = mark;
  while (parts.first > 0 && !is_clause_break(tokens[parts.first - 1].tag)) --parts.first;
  while (parts.first < mark && std::string_view("ACMDEpV").find(tokens[parts.first].tag) != std::string_view::npos)
    ++parts.first;
  // A verb before 分别 carries the value: 控制在…分别 is rare, 达到 before it is not.
  return parts;
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

/// Start of the last word before `end`.
std::size_t last_word(const std::vector<std::size_t>& boundaries, Span span) {
  const auto found = std::lower_bound(boundaries.begin(), boundaries.end(), span.end);
  if (found == boundaries.begin()) return span.begin;
  return std::max(span.begin, *(found - 1));
}

/// What the last subject prints for all: `三级医院和二级医院电子病历水平`, `国道、省道优良路率`. Its own front ends with the word, or
/// else the character, that the other subject ends with; failing that, its head is all they share.
Span shared_tail(std::string_view text, Span subject, Span last, const std::vector<std::size_t>& boundaries,
                 const rules::Lexicon& lexicon) {
  constexpr std::size_t kHan = 3;
  const std::size_t word = last_word(boundaries, subject);
  for (const std::size_t from : {word, subject.end - std::min(kHan, subject.size())}) {
    const auto parallel = text.substr(from, subject.end - from);
    const std::size_t found = text.substr(last.begin, last.size()).find(parallel);
    if (found == std::string_view::npos) continue;
    const Span tail{last.begin + found + parallel.size(), last.end};
    if (tail.size() > kHan && ends_with_head(text.substr(tail.begin, tail.size()), lexicon)) return tail;
  }
  // 小学、初中辍学率: what stands behind the last subject's first word.
  const auto first = std::upper_bound(boundaries.begin(), boundaries.end(), last.begin);
  if (first != boundaries.end() && *first < last.end && *first - last.begin == subject.size() &&
      ends_with_head(text.substr(*first, last.end - *first), lexicon)) {
    return {*first, last.end};
  }
  const std::uint64_t head = lexicon.class_bit("indicator.head");
  for (std::size_t at = last.begin; at < last.end; at += char_length(text[at])) {
    // 加工量、发电量: a head that is all of the last subject is its own.
    if ((lexicon.words().find(text.substr(at, last.end - at)) & head) != 0)
      return at > last.begin ? Span{at, last.end} : Span{};
  }
  return {};
}

/// `三级医院和二级医院电子病历水平分别…`: where what the subjects do not share are bodies, those are the scope.
void part_bodies(std::string_view text, const Distribution& parts, const rules::Lexicon& lexicon,
                 std::vector<Reading>& readings) {
  const Span tail = readings[parts.quantities.front()].tail;
  Reading& last = readings[parts.quantities.back()];
  if (tail.empty() || !(last.indicator.begin < tail.begin && tail.end == last.indicator.end)) return;
  constexpr std::size_t kShortest = 12;  // 小学、初中 belong to the name
  const auto is_body = [&](Span span) {
    return span.size() >= kShortest && ends_with(text.substr(span.begin, span.size()), "institution.noun", lexicon);
  };
  // 科技型企业和高新技术企业数量: a bare head names nothing without its body.
  if ((lexicon.words().find(text.substr(tail.begin, tail.size())) & lexicon.class_bit("indicator.bare")) != 0) return;
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

}  // namespace

void distribute(std::string_view sentence, const Mentions&, const std::vector<Token>& tokens,
                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                std::vector<Reading>& readings) {
  const std::uint64_t conjunction = lexicon.class_bit("conjunction");
  for (std::size_t mark = 0; mark < tokens.size(); ++mark) {
    if (tokens[mark].tag != 'F') continue;
    const Distribution parts = find_parts(tokens, mark);
    if (parts.quantities.size() < 2 || parts.first >= mark) continue;
    std::size_t end = mark;  // without what the values are compared with: 较上年分别…
    while (end > parts.first + 1 && std::string_view("ADMp").find(tokens[end - 1].tag) != std::string_view::npos) --end;
    const Span subject{tokens[parts.first].span.begin, tokens[end - 1].span.end};
    const auto subjects = split_subjects(sentence, subject, boundaries, lexicon, conjunction, parts.quantities.size());
    for (std::size_t i = 0; i < parts.quantities.size(); ++i) {
      Reading& reading = readings[parts.quantities[i]];
      reading.action = parts.action;
      reading.direction = parts.direction;
      reading.tail = {};
      reading.distributed = true;
      reading.carries = false;
      reading.indicator = subjects.empty() ? subject : subjects[i];
      if (subjects.empty() || i + 1 == subjects.size() ||
          ends_with_head(sentence.substr(subjects[i].begin, subjects[i].size()), lexicon))
        continue;
      reading.tail = shared_tail(sentence, subjects[i], subjects.back(), boundaries, lexicon);
    }
    part_bodies(sentence, parts, lexicon, readings);
  }
}

}  // namespace zhibiao::extract
