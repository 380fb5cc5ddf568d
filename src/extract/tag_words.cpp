// Extract stage: a sentence becomes words: mentions, listed words where ICU sees their edges, marks, and what lies between.
// Tested by tests/extract/tags_test.cpp.
#include <algorithm>

#include "extract/characters.hpp"
#include "extract/tag_words.hpp"
#include "extract/words.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

/// A bracket or quotation without a quantity inside is part of its noun phrase up to this size (bytes).
constexpr std::size_t kMaxInset = 90;
constexpr std::size_t kLongestVerb = 6 * kHan;

char punctuation_tag(char32_t ch) {
  switch (ch) {
    case U',':
    case U'，': return ',';
    case U';':
    case U'；':
    case U'\t': return ';';
    case U':':
    case U'：': return ':';
    case U'。':
    case U'!':
    case U'?':
    case U'！':
    case U'？': return '.';
    case U'、': return '/';
    case U'(':
    case U'（':
    case U'[':
    case U'〔': return '(';
    case U')':
    case U'）':
    case U']':
    case U'〕': return ')';
    default: return 0;
  }
}

/// Quotation marks and blanks around a value part nothing.
bool parts_nothing(char32_t ch) {
  const bool quote = ch == U'"' || ch == U'“' || ch == U'”' || ch == U'‘' || ch == U'’';
  return quote || text::is_blank(ch);
}

/// No sign: nearly all characters are.
bool is_ideograph(char32_t ch) { return ch >= rules::kFirstHan && ch <= rules::kLastHan; }

std::string_view closer_of(char32_t ch) {
  switch (ch) {
    case U'(': return ")";
    case U'（': return "）";
    case U'“': return "”";
    case U'《': return "》";
    case U'"': return "\"";
    case U'‘': return "’";
    default: return "";
  }
}

class Splitter {
 public:
  Splitter(std::string_view text, const Mentions& mentions, const std::vector<std::size_t>& boundaries,
           const rules::Lexicon& lexicon, const WordClasses& classes)
      : text_(text), mentions_(mentions), lexicon_(lexicon), classes_(classes), boundary_(text.size() + 1, false) {
    listed_.reserve(boundaries.size());
    raws_.reserve(boundaries.size());
    for (const auto at : boundaries) boundary_[at] = true;
    mark_mentions();
  }

  std::vector<TagWord> run() {
    split();
    return std::move(raws_);
  }

 private:
  struct Mark {
    char tag;
    Span span;
    int index;
  };
  struct Listed {
    std::size_t at;
    rules::WordTable::Hit hit;
  };

  void mark(char tag, Span span, std::size_t index) {
    if (span.empty()) return;
    marks_.push_back({tag, span, static_cast<int>(index)});
    boundary_[span.begin] = boundary_[span.end] = true;
  }

  /// 引进|和培育年产值超5亿元的企业, 培育|产值超5亿元的企业: a conjunction and a verb at its front are no part of a name; 投资 in
  /// 投资5亿元以上项目 is.
  Span without_verb(Span span) {
    const std::string_view name = text_.substr(0, span.end);
    const auto& words = lexicon_.words();
    const auto link = words.longest(name, span.begin);
    const bool linked = link.length != 0 && (link.value & classes_.conjunction) != 0;
    const std::size_t front = span.begin + (linked ? link.length : 0);
    const auto verb = words.longest(name, front);
    const std::size_t begin = front + verb.length;
    if (verb.length == 0 || begin >= span.end) return span;
    const bool parted = (verb.value & classes_.action) != 0 && boundary_[begin] && !text::is_digit(text_[begin]) &&
                        (words.longest(name, begin).value & classes_.verbs()) == 0;
    if (!parted && !(linked && (verb.value & classes_.finite) != 0)) return span;
    boundary_[span.begin] = boundary_[front] = true;
    return {begin, span.end};
  }

  void mark_mentions() {
    for (std::size_t i = 0; i < mentions_.quantities.size(); ++i) {
      const Quantity& quantity = mentions_.quantities[i];
      mark('Q', quantity.span, i);
      // 总工程量的60%: ICU may see 量的.
      if (text_.substr(0, quantity.span.begin).ends_with(words::kOf))
        boundary_[quantity.span.begin - words::kOf.size()] = true;
      // A verb that touches a value counts even where ICU sees another word.
      std::size_t from = quantity.span.begin > kLongestVerb ? quantity.span.begin - kLongestVerb : 0;
      for (; from < quantity.span.begin; ++from) {
        if (text::is_trail(text_[from])) continue;
        const auto bits = lexicon_.words().find(text_.substr(from, quantity.span.begin - from));
        if ((bits & lexicon_.bits(WordClass::noun_compound)) != 0) break;  // 天气雷达4部
        if ((bits & (classes_.reach | classes_.increase | classes_.decrease | classes_.distributive)) != 0) {
          boundary_[from] = true;
          break;
        }
      }
    }
    for (std::size_t i = 0; i < mentions_.dates.size(); ++i) mark('D', mentions_.dates[i].span, i);
    for (std::size_t i = 0; i < mentions_.pers.size(); ++i) mark('E', mentions_.pers[i].span, i);
    for (std::size_t i = 0; i < mentions_.populations.size(); ++i) mark('S', mentions_.populations[i].span, i);
    for (std::size_t i = 0; i < mentions_.names.size(); ++i) {
      const std::string_view tag = mentions_.names[i].rule->view("tag");
      mark(tag.empty() ? 'N' : tag.front(), without_verb(mentions_.names[i].span), i);
    }
    // 至少有 is one word to ICU; a bound is one wherever it stands.
    for (std::size_t at = 0; at < text_.size(); at += char_length(text_[at])) {
      if (!boundary_[at]) continue;
      const auto hit = lexicon_.words().longest(text_, at);
      listed_.push_back({at, hit});
      if ((hit.value & classes_.bound) != 0) boundary_[at + hit.length] = true;
    }
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  }

  /// End of a bracket or quotation that opens at `at` and holds no mention but names; 0 if there is none.
  std::size_t inset_end(std::size_t at) const {
    std::size_t inside = at;
    const auto closer = closer_of(rules::read_char(text_, inside));
    if (closer.empty()) return 0;
    const auto open = text_.substr(at, inside - at);
    // A straight quote opens where an even number stands before it.
    if (open == closer &&
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), text_[at]) % 2 != 0)
      return 0;
    const std::size_t close = text_.find(closer, at + open.size());
    if (close == std::string_view::npos || close - at > kMaxInset) return 0;
    const std::size_t end = close + closer.size();
    const bool holds = std::any_of(marks_.begin(), marks_.end(), [&](const Mark& m) {
      if (m.span.begin < at || m.span.begin >= end) return false;
      return m.tag == 'Q' || (m.tag == 'D' && !qualifies(m, {inside, close}, end));
    });
    return holds ? 0 : end;
  }

  /// 支出(扣除2022年一次性补助)增长3%: whether a date is but a part of what a bracket in mid-clause says of the noun before it.
  bool qualifies(const Mark& date, Span inside, std::size_t behind) const {
    const bool alone = date.span.begin == inside.begin && date.span.end == inside.end;
    if (alone || text_[inside.begin - 1] != '(' || mentions_.dates[static_cast<std::size_t>(date.index)].milestone)
      return false;
    if (inside.begin < 2 || !text::is_trail(text_[inside.begin - 2]) || behind == text_.size()) return false;
    return is_ideograph(rules::read_char(text_, behind));
  }

  void split() {
    auto mark = marks_.begin();
    for (std::size_t at = 0; at < text_.size();) {
      while (mark != marks_.end() && mark->span.begin < at) ++mark;
      if (mark != marks_.end() && mark->span.begin == at) {
        raws_.push_back({{mark->tag, mark->span, mark->index}, 0});
        at = mark->span.end;
        continue;
      }
      const std::size_t limit = mark != marks_.end() ? mark->span.begin : text_.size();
      std::size_t behind = at;
      const char32_t ch = rules::read_char(text_, behind);
      if (const std::size_t sign_end = push_sign(ch, at, behind); sign_end != 0)
        at = sign_end;
      else if (const std::size_t end = push_listed(at, limit); end != 0)
        at = end;
      else
        at = push_other(at, limit);
    }
  }

  /// Whether a full stop of ASCII closes the text or a cell: 提高到2.8%.
  bool closes(char32_t ch, std::size_t behind) const {
    return ch == U'.' && (behind == text_.size() || text_[behind] == '\t' || text_[behind] == ' ');
  }

  /// The longest listed word that begins there and ends at `limit` or before. Places are asked in order.
  rules::WordTable::Hit listed_at(std::size_t at, std::size_t limit) {
    while (next_listed_ < listed_.size() && listed_[next_listed_].at < at) ++next_listed_;
    const bool known = next_listed_ < listed_.size() && listed_[next_listed_].at == at &&
                       at + listed_[next_listed_].hit.length <= limit;
    return known ? listed_[next_listed_].hit : lexicon_.words().longest(text_.substr(0, limit), at);
  }

  /// Returns where it ends, as those below do.
  std::size_t push(char tag, std::size_t begin, std::size_t end, std::uint64_t mask = 0) {
    raws_.push_back({{tag, {begin, end}, -1}, mask});
    return end;
  }

  /// A sign, or what a bracket or quotation that opens here holds; 0: there is none.
  std::size_t push_sign(char32_t ch, std::size_t at, std::size_t behind) {
    if (is_ideograph(ch)) return 0;
    if (const std::size_t inset = inset_end(at); inset != 0) return push('N', at, inset);
    if (const char tag = closes(ch, behind) ? '.' : punctuation_tag(ch); tag != 0) return push(tag, at, behind);
    return parts_nothing(ch) ? behind : 0;
  }

  /// 建设|规模化水厂: the listed word there without its second half, where that opens a longer one that qualifies a noun.
  rules::WordTable::Hit without_overlap(rules::WordTable::Hit hit, std::size_t at) const {
    constexpr std::size_t kHalf = 2 * kHan;
    if (hit.length != 2 * kHalf) return hit;
    const auto behind = lexicon_.words().longest(text_, at + kHalf);
    const std::uint64_t front = lexicon_.words().find(text_.substr(at, kHalf));
    return behind.length > kHalf && (behind.value & classes_.nominal) != 0 && front != 0
               ? rules::WordTable::Hit{kHalf, front}
               : hit;
  }

  /// A listed word, where it begins and ends with words of ICU's; 0: there is none.
  std::size_t push_listed(std::size_t at, std::size_t limit) {
    const auto hit = without_overlap(listed_at(at, limit), at);
    const std::size_t end = at + hit.length;
    // 全市民营经济: ICU may see 市民 there.
    const bool place = (hit.value & classes_.place) != 0 && hit.length > kHan;
    // 净增高新技术企业, 其中医保基金: ICU may see 增高 and 中医 there; a clause opens with its verb or connective.
    const bool opens = raws_.empty() || is_break(raws_.back().token.tag);
    const std::uint64_t openers = classes_.finite | classes_.connective;
    if (opens && hit.length > kHan && (hit.value & openers) != 0) boundary_[at] = boundary_[end] = true;
    if (hit.length == 0 || !boundary_[at] || (!place && !boundary_[end] && !leads_to_body(hit, end))) return 0;
    boundary_[end] = true;
    return push('N', at, end, hit.value);
  }

  /// 向|上级部门: ICU may see 向上 there.
  bool leads_to_body(const rules::WordTable::Hit& hit, std::size_t end) const {
    if ((hit.value & classes_.benefit) == 0) return false;
    const auto next = lexicon_.words().longest(text_, end);
    return next.length > kHan && (next.value & lexicon_.bits(WordClass::scope_holder)) != 0;
  }

  /// A word that is not listed, or not as long as ICU has it.
  std::size_t push_other(std::size_t at, std::size_t limit) {
    const auto parts = [&](std::size_t place) {
      if (boundary_[place]) return true;
      const char32_t ch = rules::read_char(text_, place);
      return !is_ideograph(ch) && (punctuation_tag(ch) != 0 || parts_nothing(ch));
    };
    std::size_t end = at + char_length(text_[at]);
    while (end < limit && !parts(end)) end += char_length(text_[end]);
    // 在建制镇: the longest listed word (在建) has no edge there, a shorter one may have.
    const std::uint64_t bits = lexicon_.words().find(text_.substr(at, end - at));
    return push('N', at, end, (bits & classes_.preposition) != 0 ? bits : 0);
  }

  std::string_view text_;
  const Mentions& mentions_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  std::vector<bool> boundary_;
  std::vector<Mark> marks_;
  std::vector<Listed> listed_;  ///< what begins where ICU's words do, in order
  std::size_t next_listed_ = 0;
  std::vector<TagWord> raws_;
};

}  // namespace

std::vector<TagWord> split_words(std::string_view sentence, const Mentions& mentions,
                                 const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                                 const WordClasses& classes) {
  return Splitter(sentence, mentions, boundaries, lexicon, classes).run();
}

}  // namespace zhibiao::extract
