// Extract stage: words of a sentence become tags. Listed words are verbs, adverbs and so on only where they can be: a verb
// opens a clause or touches a value, elsewhere it is part of a noun phrase (健康管理率). Tested by tests/extract/.
#include "extract/tags.hpp"

#include <algorithm>

namespace zhibiao::extract {
namespace {

using rules::char_length;

/// A bracket or quotation without a quantity inside is part of its noun phrase up to this size (bytes).
constexpr std::size_t kMaxInset = 90;

struct Raw {
  Token token;
  std::uint64_t mask = 0;  // classes of a listed word
  bool verb = false;       // a listed verb that is no front of a compound
};

char punctuation_tag(std::string_view one) {
  if (one == "," || one == "，") return ',';
  if (one == ";" || one == "；" || one == "\t") return ';';
  if (one == ":" || one == "：") return ':';
  if (one == "。" || one == "!" || one == "?" || one == "！" || one == "？") return '.';
  if (one == "、") return '/';
  if (one == "(" || one == "（" || one == "[" || one == "〔") return '(';
  if (one == ")" || one == "）" || one == "]" || one == "〕") return ')';
  return 0;
}

bool is_quote(std::string_view one) { return one == "\"" || one == "“" || one == "”" || one == "‘" || one == "’"; }

std::string_view closer_of(std::string_view one) {
  if (one == "(" || one == "（") return one == "(" ? ")" : "）";
  if (one == "“") return "”";
  if (one == "《") return "》";
  if (one == "\"") return "\"";
  if (one == "‘") return "’";
  return "";
}

class Tagger {
 public:
  Tagger(std::string_view text, const Mentions& mentions, const std::vector<std::size_t>& boundaries,
         const rules::Lexicon& lexicon, const WordClasses& classes)
      : text_(text), mentions_(mentions), lexicon_(lexicon), classes_(classes), boundary_(text.size() + 1, false) {
    for (const auto at : boundaries) boundary_[at] = true;
    mark_mentions();
  }

  std::vector<Token> run() {
    split();
    resolve();
    return merge();
  }

 private:
  struct Mark {
    char tag;
    Span span;
    int index;
  };

  void mark(char tag, Span span, std::size_t index) {
    if (span.empty()) return;
    marks_.push_back({tag, span, static_cast<int>(index)});
    boundary_[span.begin] = boundary_[span.end] = true;
  }

  void mark_mentions() {
    for (std::size_t i = 0; i < mentions_.quantities.size(); ++i) {
      const Quantity& quantity = mentions_.quantities[i];
      mark('Q', quantity.span, i);
      // A verb that touches a value counts even where ICU sees another word.
      std::size_t from = quantity.span.begin > 18 ? quantity.span.begin - 18 : 0;
      for (; from < quantity.span.begin; ++from) {
        if ((static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) continue;
        const auto bits = lexicon_.words().find(text_.substr(from, quantity.span.begin - from));
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
      const std::string tag = mentions_.names[i].rule->get("tag", "N");
      mark(tag.front(), mentions_.names[i].span, i);
    }
    // 至少有 is one word to ICU; a bound is one wherever it stands.
    for (std::size_t at = 0; at < text_.size(); at += char_length(text_[at])) {
      const auto hit = lexicon_.words().longest(text_, at);
      if ((hit.value & classes_.bound) != 0 && boundary_[at]) boundary_[at + hit.length] = true;
    }
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  }

  /// End of a bracket or quotation that opens at `at` and holds no mention but names; 0 if there is none.
  std::size_t inset_end(std::size_t at) const {
    const auto open = text_.substr(at, char_length(text_[at]));
    const auto closer = closer_of(open);
    if (closer.empty()) return 0;
    // A straight quote opens where an even number stands before it.
    if (open == closer &&
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), text_[at]) % 2 != 0)
      return 0;
    const std::size_t close = text_.find(closer, at + open.size());
    if (close == std::string_view::npos || close - at > kMaxInset) return 0;
    const std::size_t end = close + closer.size();
    const bool holds = std::any_of(marks_.begin(), marks_.end(), [&](const Mark& m) {
      return (m.tag == 'Q' || m.tag == 'D') && m.span.begin >= at && m.span.begin < end;
    });
    return holds ? 0 : end;
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
      const std::size_t size = char_length(text_[at]);
      if (const std::size_t end = inset_end(at); end != 0) {
        raws_.push_back({{'N', {at, end}, -1}, 0});
        at = end;
        continue;
      }
      if (const char tag = punctuation_tag(text_.substr(at, size)); tag != 0) {
        raws_.push_back({{tag, {at, at + size}, -1}, 0});
        at += size;
        continue;
      }
      if (is_quote(text_.substr(at, size))) {  // a quotation around a value parts nothing
        at += size;
        continue;
      }
      const auto hit = lexicon_.words().longest(text_.substr(0, limit), at);
      // 全市民营经济: ICU may see 市民 there.
      const bool place = (hit.value & classes_.place) != 0 && hit.length > 3;
      if (hit.length > 0 && boundary_[at] && (place || boundary_[at + hit.length])) {
        raws_.push_back({{'N', {at, at + hit.length}, -1}, hit.value});
        at += hit.length;
        continue;
      }
      std::size_t end = at + size;
      while (end < limit && !boundary_[end] && punctuation_tag(text_.substr(end, char_length(text_[end]))) == 0 &&
             !is_quote(text_.substr(end, char_length(text_[end])))) {
        end += char_length(text_[end]);
      }
      raws_.push_back({{'N', {at, end}, -1}, 0});
      at = end;
    }
  }

  static bool is_break(char tag) { return tag == ',' || tag == ';' || tag == ':' || tag == '.' || tag == '('; }

  /// Tag of the next token that is no adverb or bound; ' ' at the end.
  char next_significant(std::size_t i) const {
    const auto skip = classes_.adverb | classes_.distributive | classes_.bound | classes_.aspect;
    for (std::size_t j = i + 1; j < raws_.size(); ++j) {
      const auto& raw = raws_[j];
      if ((raw.mask & skip) != 0 || raw.token.tag == 'E' || raw.token.tag == 'D') continue;
      if ((raw.mask & classes_.closing) != 0 && j + 1 < raws_.size() && raws_[j + 1].token.tag == 'Q') continue;
      return raw.token.tag == 'N' && (raw.mask & classes_.verbs()) != 0 ? 'V' : raw.token.tag;
    }
    return ' ';
  }

  /// Whether the value behind token i counts a noun that follows it: 校企共建10所学院.
  bool noun_behind_value(std::size_t i) const {
    for (std::size_t j = i + 1; j + 1 < raws_.size(); ++j) {
      if (raws_[j].token.tag != 'Q') continue;
      const Raw& behind = raws_[j + 1];
      return behind.token.tag == 'N' && (behind.mask & (classes_.conjunction | classes_.aspect)) == 0;
    }
    return false;
  }

  /// 不低于总数的20%: the bound at token i holds for a share of the noun behind it.
  bool bounds_share(std::size_t i) const {
    std::size_t j = i + 1;
    while (j < raws_.size() && raws_[j].token.tag == 'N' && (raws_[j].mask & classes_.closing) == 0) ++j;
    return j > i + 1 && j + 1 < raws_.size() && (raws_[j].mask & classes_.closing) != 0 &&
           raws_[j + 1].token.tag == 'Q';
  }

  /// Whether what follows token i makes one noun with it: 服务站, 巡查小组.
  bool fronts_compound(std::size_t i) const {
    if (i + 1 >= raws_.size()) return false;
    const Span next = raws_[i + 1].token.span;
    const auto word = text_.substr(next.begin, next.size());
    return (lexicon_.words().find(word) & (classes_.tail | classes_.suffix)) != 0;
  }

  /// Whether a verb at token i is the front of a compound that is counted: 巡查小组20个.
  bool counts_compound(std::size_t i) const {
    return i + 2 < raws_.size() && raws_[i + 2].token.tag == 'Q' &&
           (lexicon_.words().find(text_.substr(raws_[i + 1].token.span.begin, raws_[i + 1].token.span.size())) &
            classes_.tail) != 0;
  }

  /// Whether a verb that is hardly ever a noun stands right behind token i.
  bool verb_behind(std::size_t i) const {
    return i + 1 < raws_.size() &&
           (raws_[i + 1].mask & (classes_.finite | classes_.reach | classes_.increase | classes_.decrease)) != 0;
  }

  char resolve_word(std::size_t i, bool clause_start) const {
    const std::uint64_t mask = raws_[i].mask;
    const auto is = [&](std::uint64_t bits) { return (mask & bits) != 0; };
    const char next = next_significant(i);
    const char previous = i > 0 ? raws_[i - 1].token.tag : ',';
    // 清淤量, 签约率: a verb before the head of an indicator is part of its name.
    if (is(classes_.verbs() | classes_.finite) && !is(classes_.intransitive) && i + 1 < raws_.size() &&
        raws_[i + 1].token.tag == 'N') {
      const auto following = text_.substr(raws_[i + 1].token.span.begin, raws_[i + 1].token.span.size());
      const std::uint64_t tails = classes_.suffix | (clause_start ? 0 : classes_.tail);
      if ((lexicon_.words().find(following) & tails) != 0) return 'N';
    }
    const std::uint64_t open_verbs = classes_.action | classes_.increase | classes_.decrease | classes_.milestone |
                                     classes_.provide | classes_.reach | classes_.state | classes_.finite;
    if (is(classes_.distributive)) return 'F';
    if (is(classes_.bound)) return next == 'Q' || next == 'V' || bounds_share(i) ? 'K' : 'N';
    if (is(classes_.aspect) && i > 0 &&
        (previous == 'V' || previous == 'v' || previous == 'G' || previous == 'L' || previous == 'H'))
      return 'A';
    if (is(classes_.closing) && next == 'Q') return 'Z';
    if (is(classes_.conjunction)) return next == 'Q' || previous == 'Q' || (previous == 'V' && next == 'V') ? '/' : 'N';
    if (is(classes_.place)) return 'S';
    const char preposition = is(classes_.benefit) ? 'w' : 'p';
    const bool verb_next =
        i + 1 < raws_.size() && (raws_[i + 1].mask & (classes_.verbs() | classes_.finite | classes_.adverb)) != 0;
    if (is(classes_.modal) && is(classes_.preposition) && verb_next) return 'M';  // 将新建…
    if (is(classes_.preposition) && (clause_start || next == 'D')) return preposition;
    if (is(classes_.purpose) && previous == 'N' && next != 'Q') return 'u';
    if (next == 'Q') {
      if (is(classes_.intransitive)) return 'V';
      if (is(classes_.reach)) return 'R';
      if (is(classes_.increase)) return 'G';
      if (is(classes_.decrease)) return 'L';
      const bool verb_here = clause_start || is(classes_.finite | classes_.state) || noun_behind_value(i);
      // Behind another verb or noun it is the thing counted: 接收捐款1373万元, 政策内出生27300人.
      const bool follows_verb = previous == 'V' && !is(classes_.finite) && !noun_behind_value(i);
      if (verb_here && !follows_verb && is(open_verbs | classes_.single | classes_.handle)) return 'V';
    }
    if (is(classes_.connective) && clause_start) return 'C';
    // 可办率, 全程接种覆盖率: in mid-phrase an adverb is one only before a verb that is surely a verb.
    const bool one_character = raws_[i].token.span.size() <= 3;
    const bool sure =
        next == 'Q' || verb_behind(i) || (previous != 'N' && !one_character) || (one_character && next == 'V');
    const bool of_a_name = next == 'N' && is(classes_.nominal);  // 平均办理时限, 免费流感疫苗
    if (is(classes_.adverb) && (clause_start || next == 'V' || next == 'Q') && sure && !of_a_name) return 'A';
    if (is(classes_.modal) && (clause_start || next == 'V') && sure) return 'M';
    if (is(classes_.handle) && !clause_start) return is(classes_.finite) ? 'H' : 'N';
    const bool one_character_verb = raws_[i].token.span.size() <= 3;  // 高, 多, 建: verbs only where a value follows
    if (is(open_verbs) && !(one_character_verb && !is(classes_.action | classes_.finite | classes_.state))) {
      if (clause_start || (previous == 'V' && next != 'Q' && is(classes_.finite))) return 'V';
      return is(classes_.finite) ? 'v' : 'N';
    }
    if (is(classes_.preposition) && (next == 'Q' || next == 'S' || next == 'E')) return preposition;
    return 'N';
  }

  void resolve() {
    bool clause_start = true;
    for (std::size_t i = 0; i < raws_.size(); ++i) {
      Token& token = raws_[i].token;
      const bool particle = (raws_[i].mask & classes_.aspect) != 0;
      raws_[i].verb =
          (raws_[i].mask & (classes_.action | classes_.provide | classes_.finite)) != 0 && !fronts_compound(i);
      if (raws_[i].mask != 0) token.tag = resolve_word(i, clause_start);
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
      raws_[i].mask = 0;
    }
    each_nouns();
    means();
  }

  /// 人均, 日均 before a noun belong to its name: 人均可支配收入.
  void means() {
    for (std::size_t i = 0; i + 1 < raws_.size(); ++i) {
      Token& token = raws_[i].token;
      if (token.tag != 'E' || mentions_.pers[static_cast<std::size_t>(token.mention)].rule->get("mean") != "true")
        continue;
      if (raws_[i + 1].token.tag == 'N') token.tag = 'm';
    }
  }

  /// 每个 counts the noun phrase behind it, up to a verb or a value.
  void each_nouns() {
    for (std::size_t i = 0; i < raws_.size(); ++i) {
      const Token& each = raws_[i].token;
      if (each.tag != 'E' || !mentions_.pers[static_cast<std::size_t>(each.mention)].per.empty()) continue;
      for (std::size_t j = i + 1; j < raws_.size(); ++j) {
        if (j > i + 1 && raws_[j].verb) break;  // 每个社区预算…: what is done to each
        char& tag = raws_[j].token.tag;
        if (tag == 'S' || (tag == 'N' && raws_[j].token.mention < 0))
          tag = 'e';
        else if (tag == '/' && j + 1 < raws_.size() && raws_[j + 1].token.tag == 'N')
          tag = 'e';
        else
          break;
      }
    }
  }

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

  std::string_view text_;
  const Mentions& mentions_;
  const rules::Lexicon& lexicon_;
  const WordClasses& classes_;
  std::vector<bool> boundary_;
  std::vector<Mark> marks_;
  std::vector<Raw> raws_;
};

}  // namespace

WordClasses::WordClasses(const rules::Lexicon& lexicon) {
  const std::pair<std::uint64_t*, const char*> groups[] = {{&action, "verb.action"},
                                                           {&single, "verb.single"},
                                                           {&reach, "verb.reach"},
                                                           {&increase, "verb.increase"},
                                                           {&decrease, "verb.decrease"},
                                                           {&state, "verb.state"},
                                                           {&milestone, "verb.milestone"},
                                                           {&handle, "verb.handle"},
                                                           {&provide, "verb.provide"},
                                                           {&finite, "verb.finite"},
                                                           {&adverb, "adverb"},
                                                           {&modal, "modal"},
                                                           {&connective, "connective"},
                                                           {&preposition, "preposition"},
                                                           {&place, "place"},
                                                           {&conjunction, "conjunction"},
                                                           {&distributive, "distributive"},
                                                           {&bound, "bound"},
                                                           {&aspect, "aspect"},
                                                           {&closing, "closing"},
                                                           {&suffix, "indicator.suffix"},
                                                           {&tail, "compound.tail"},
                                                           {&nominal, "adverb.nominal"},
                                                           {&purpose, "verb.purpose"},
                                                           {&intransitive, "verb.intransitive"},
                                                           {&benefit, "preposition.benefit"}};
  for (const auto& [bits, id] : groups) *bits = lexicon.class_bit(id);
}

std::vector<Token> tag_sentence(std::string_view sentence, const Mentions& mentions,
                                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                                const WordClasses& classes) {
  return Tagger(sentence, mentions, boundaries, lexicon, classes).run();
}

std::string tag_string(const std::vector<Token>& tokens) {
  std::string tags;
  tags.reserve(tokens.size());
  for (const auto& token : tokens) tags += token.tag;
  return tags;
}

}  // namespace zhibiao::extract
