// Extract stage: the text of a span as a record prints it: trimmed of verbs, adverbs and list marks that are no part of a
// name, without brackets that open or close outside. Tested by the frame rules' own examples and tests/specs/.
#include "extract/trimming.hpp"

#include <algorithm>

#include "extract/characters.hpp"
#include "extract/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

bool is_edge_mark(std::string_view one) {
  static constexpr std::string_view kMarks[] = {",", "，", "、", ";", "；", ":", "：", "。",
                                                " ", "\t", "_",  "-", "—",  "―", "─"};
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

/// 签|约: whether a last character that may be trimmed is part of a listed act.
bool ends_act(std::string_view text, std::size_t last, const rules::Lexicon& lexicon) {
  if (text.size() - last > kHan || last < kHan) return false;
  const std::uint64_t acts = lexicon.bits(WordClass::verb_milestone) | lexicon.bits(WordClass::verb_finite);
  return (lexicon.words().find(text.substr(last - kHan)) & acts) != 0;
}

Span trim_back(std::string_view text, Span span, const std::vector<std::size_t>& boundaries,
               const rules::Lexicon& lexicon, std::uint64_t class_bits) {
  for (bool again = true; again && !span.empty();) {
    again = false;
    for (std::size_t from = span.begin; from < span.end; from += char_length(text[from])) {
      const auto rest = text.substr(from, span.end - from);
      const bool whole_word = std::binary_search(boundaries.begin(), boundaries.end(), from);  // not the 应 of 供应
      const bool listed = whole_word && (lexicon.words().find(rest) & class_bits) != 0 && from > span.begin &&
                          !ends_act(text.substr(0, span.end), from, lexicon);
      if (listed || (is_edge_mark(rest) && rest.size() == char_length(text[from]))) {
        span.end = from;
        again = true;
        break;
      }
    }
  }
  return span;
}

}  // namespace

Span balance(std::string_view text, Span span, const rules::Lexicon& lexicon) {
  static constexpr text::CharSet kMarks{U"()（）“”《》"};
  if (kMarks.find(text.substr(0, span.end), span.begin) >= span.end) return span;
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

namespace {

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

/// 持证人员(含技师)|总量, 零售额(以下简称社零额)|增速: what a name includes, or is called for short, is no part of it.
void drop_remark(std::string& name) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {{"(", ")"}, {"（", "）"}};
  for (const auto& [open, close] : kPairs) {
    const std::size_t begin = name.find(open);
    const std::size_t end = begin == std::string::npos ? begin : name.find(close, begin);
    if (begin == 0 || end == std::string::npos) continue;
    const auto inside = std::string_view(name).substr(begin + open.size());
    const bool remark = std::any_of(words::kRemarks.begin(), words::kRemarks.end(),
                                    [&](std::string_view word) { return inside.starts_with(word); });
    if (remark) name.erase(begin, end + close.size() - begin);
  }
}

Span trimmed(const Sentence& sentence, Span span, const rules::Lexicon& lexicon) {
  // 在去年完成12万亩|的基础上: nothing but what is trimmed.
  const std::uint64_t whole = lexicon.words().find(sentence.text.substr(span.begin, span.size()));
  const bool shared = sentence.text.substr(span.end).starts_with(words::kOf);
  if (span.empty() || (!shared && (whole & lexicon.bits(WordClass::trim_back)) != 0)) return {};
  span = behind_list(sentence, span, lexicon);
  const bool act = is_share_of_act(sentence.text.substr(span.begin, span.size()), lexicon);
  const std::uint64_t verbs = act ? lexicon.bits(WordClass::verb_reach) | lexicon.bits(WordClass::verb_milestone) : 0;
  // 应保尽保率: what a rule knows for a name keeps its front.
  const auto& names = sentence.mentions.names;
  const bool known = std::any_of(names.begin(), names.end(), [&](const Masked& name) {
    return name.span.begin == span.begin && name.span.end == span.end;
  });
  if (!known)
    span = trim_front(sentence.text, span, sentence.boundaries, lexicon, lexicon.bits(WordClass::trim_front), verbs);
  span.begin = behind_bracket(sentence.text, span);
  // 占年度目标任务|的182%: what a share is of is a noun, whatever the word is elsewhere.
  const std::uint64_t empty = shared ? 0 : lexicon.bits(WordClass::trim_back);
  const Span cut = trim_back(sentence.text, span, sentence.boundaries, lexicon, empty);
  // 完成2万人|的任务指标: of an object that is such a word itself, more than the 的 before it stays.
  const bool object = sentence.text.substr(cut.begin, cut.size()) == words::kOf;
  span = object ? Span{cut.end, span.end} : cut;
  return balance(sentence.text, span, lexicon);
}

}  // namespace

std::string clean_name(const Sentence& sentence, Span span, const text::View& view, const rules::Lexicon& lexicon) {
  span = trimmed(sentence, span, lexicon);
  if (span.empty()) return {};
  std::string name =
      text::without_blanks(view.display({sentence.view.begin + span.begin, sentence.view.begin + span.end}));
  drop_remark(name);
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

}  // namespace zhibiao::extract
