// Extract stage: values that leave out what they are of. `高血压患者规范管理率达到70%、糖尿病患者达到65%`: the second is of the
// same rate, for others. Tested by tests/specs/elided.toml.
#include "extract/characters.hpp"
#include "extract/naming.hpp"
#include "extract/trimming.hpp"
#include "extract/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::extract {
namespace {

using rules::char_length;

std::uint64_t groups_of_people(const rules::Lexicon& lexicon) {
  return lexicon.bits(WordClass::population_noun) | lexicon.bits(WordClass::institution_noun) |
         lexicon.bits(WordClass::scope_part);
}

/// The people or places at the head of an indicator; empty where there are none, or nothing is measured of them.
std::string_view people_of(std::string_view indicator, const rules::Lexicon& lexicon) {
  const std::uint64_t people = groups_of_people(lexicon);
  std::string_view found;
  for (std::size_t end = char_length(indicator[0]); end + 2 * kHan <= indicator.size();
       end += char_length(indicator[end])) {
    const auto front = indicator.substr(0, end);
    if (front.size() < 2 * kHan || !ends_with_bits(front, people, lexicon)) continue;
    if (!found.empty() && end > found.size() + 2 * kHan) break;  // 家庭医生: the longer one counts
    if (ends_with_head(indicator.substr(end), lexicon)) found = front;
  }
  return found;
}

/// The longest front of the indicator that ends on the same word as the part does: 疾控中心专业技术人员|占比, 卫生专业技术人员.
std::string_view same_people(std::string_view indicator, std::string_view part, const rules::Lexicon& lexicon) {
  const std::string_view last = last_characters(part, 2);
  const std::size_t at = last.size() < part.size() ? indicator.rfind(last) : std::string_view::npos;
  const std::size_t end = at + last.size();
  const bool names = at != std::string_view::npos && ends_with_bits(last, groups_of_people(lexicon), lexicon) &&
                     end < indicator.size() && ends_with_head(indicator.substr(end), lexicon);
  return names ? indicator.substr(0, end) : std::string_view();
}

/// Whether two names are of one sort: 高血压患者 and 糖尿病患者, 老年人 and 儿童.
bool parallel(std::string_view one, std::string_view other, const rules::Lexicon& lexicon) {
  if (last_characters(one, 1) == last_characters(other, 1)) return true;
  const std::uint64_t parts = lexicon.bits(WordClass::scope_part);
  if ((lexicon.words().find(other) & parts) != 0 && ends_with_bits(one, parts, lexicon)) return true;  // 其他城市, 县城
  return (lexicon.words().find(one) & lexicon.words().find(other) & groups_of_people(lexicon)) != 0;
}

/// Whether a verb stands right before the token; before a noun and nothing else an adverb is one: 加快|水厂建设,年内通水.
bool verb_before(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0) return false;
  const char tag = tokens[at - 1].tag;
  return tag == 'V' || (tag == 'A' && (at == 1 || is_break(tokens[at - 2].tag)));
}

}  // namespace

std::string part_before(const Sentence& sentence, std::size_t quantity, const Naming& naming,
                        const rules::Lexicon& lexicon) {
  if (!naming.indicator.empty()) {
    // 骨干教师占专任教师60%: a share of them has a measure of its own.
    const Span own = sentence.readings[quantity].indicator;
    const bool shares = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
      const auto word = sentence.text.substr(token.span.begin, token.span.size());
      return own.contains(token.span.begin) && (lexicon.words().find(word) & lexicon.bits(WordClass::verb_share)) != 0;
    });
    // 有暖气的自然村95%: more is said of them than who they are.
    // 达标率…,监测点覆盖90%的乡镇: nor is what covers them.
    const bool covers = !sentence.readings[quantity].scope.empty();
    const bool part = !shares && !covers && ends_with_bits(naming.indicator, groups_of_people(lexicon), lexicon) &&
                      !ends_with_head(naming.indicator, lexicon) &&
                      naming.indicator.find(words::kOf) == std::string::npos;
    return part ? naming.scope + naming.indicator : std::string();
  }
  // 城市达到98%: the place or population right before the value's verb.
  const std::size_t value = sentence.mentions.quantities[quantity].span.begin;
  std::string part;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= value) break;
    if (token.tag == 'S')
      part = text::without_blanks(sentence.text.substr(token.span.begin, token.span.size()));
    else if (!is_one_of(token.tag, "RAKM"))
      part.clear();
  }
  return part;
}

Span measured_deed(std::string_view text, const std::vector<Token>& tokens, std::size_t list,
                   const rules::Lexicon& lexicon) {
  if (list == 0 || !is_one_of(tokens[list - 1].tag, "Vv")) return {};
  const Span deed = tokens[list - 1].span;
  const std::uint64_t word = lexicon.words().find(text.substr(deed.begin, deed.size()));
  return (word & lexicon.bits(WordClass::indicator_bare)) != 0 ? deed : Span{};
}

Span object_of_clause(const std::vector<Token>& tokens, std::size_t first) {
  if (first == 0 || tokens[first - 1].tag != ',') return {};
  std::size_t end = first - 1;
  // 新建妇幼保健院(床位200张),6月底封顶: what a bracket adds to it.
  if (end > 0 && tokens[end - 1].tag == ')') {
    while (end > 0 && tokens[end - 1].tag != '(') --end;
    end -= end > 0 ? 1 : 0;
  }
  while (end > 0 && tokens[end - 1].tag == 'v') --end;  // 推进绿色工厂培育
  std::size_t from = end;
  while (from > 0 && is_one_of(tokens[from - 1].tag, "NSH/v")) --from;
  // 投资1.2亿元|新建|妇幼保健院: a verb behind a sum has its own object.
  const bool paid = from > 0 && from + 1 < end && tokens[from - 1].tag == 'Q' && tokens[from].tag == 'v';
  if (paid) ++from;
  const bool acted_on = from < end && (paid || verb_before(tokens, from)) && tokens[end - 1].tag == 'N';
  return acted_on ? Span{tokens[from].span.begin, tokens[end - 1].span.end} : Span{};
}

namespace {

/// The first token of the clause in which a value stands.
std::size_t clause_of(const Sentence& sentence, std::size_t quantity) {
  const auto& tokens = sentence.tokens;
  const std::size_t value = sentence.mentions.quantities[quantity].span.begin;
  std::size_t first = 0;
  for (std::size_t t = 0; t < tokens.size() && tokens[t].span.begin < value; ++t) {
    if (tokens[t].tag == ',') first = t + 1;
  }
  return first;
}

}  // namespace

Span deed_before(const Sentence& sentence, std::size_t quantity) {
  const auto& tokens = sentence.tokens;
  const std::size_t first = clause_of(sentence, quantity);
  if (first < 2) return {};
  const std::size_t end = first - 1;
  std::size_t from = end;
  while (from > 0 && is_one_of(tokens[from - 1].tag, "NSv/")) --from;
  const bool done = from > 0 && from < end && (verb_before(tokens, from) || tokens[from - 1].tag == 'H');
  return done ? Span{tokens[from].span.begin, tokens[end - 1].span.end} : Span{};
}

std::string counted_object(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon, const WordClasses& classes) {
  const Span object = object_of_clause(sentence.tokens, clause_of(sentence, quantity));
  if (object.empty()) return {};
  std::string name = clean_name(sentence, object, view, lexicon);
  // 高标准农田|建设: the deed is none of the thing.
  if (name.size() > 4 * kHan) {
    const auto deed = last_characters(name, 2);
    const std::uint64_t deeds = classes.verbs() | classes.finite | lexicon.bits(WordClass::trim_promoted);
    if ((lexicon.words().find(deed) & deeds) != 0) name.resize(name.size() - deed.size());
  }
  const bool countable = !ends_with_head(name, lexicon) && !ends_with(name, WordClass::milestone_empty, lexicon);
  return countable ? name : std::string();
}

std::string same_deed(const Sentence& sentence, std::size_t quantity, const std::string& action, const text::View& view,
                      const rules::Lexicon& lexicon) {
  std::string deed = clean_name(sentence, deed_before(sentence, quantity), view, lexicon);
  for (std::size_t at = deed.empty() ? 0 : char_length(deed[0]); at < deed.size(); at += char_length(deed[at])) {
    const auto rest = lexicon.words().find(std::string_view(deed).substr(at));
    if ((rest & lexicon.bits(WordClass::indicator_empty)) != 0) deed.resize(at);  // 危房改造|工作
  }
  return deed.size() > action.size() && deed.ends_with(action) ? deed : std::string();
}

std::string told_by(const Sentence& sentence, std::size_t quantity, const text::View& view,
                    const rules::Lexicon& lexicon) {
  const std::size_t value = sentence.mentions.quantities[quantity].span.begin;
  const Token* noun = nullptr;
  for (const Token& token : sentence.tokens) {
    const bool of = sentence.text.substr(token.span.begin, token.span.size()) == words::kOf;
    if (of && token.span.end == value && noun != nullptr && noun->tag == 'N')
      return clean_name(sentence, noun->span, view, lexicon);
    noun = &token;
  }
  return {};
}

std::string counted_itself(const Sentence& sentence, std::size_t quantity, const text::View& view,
                           const rules::Lexicon& lexicon) {
  const std::size_t end = sentence.mentions.quantities[quantity].span.end;
  for (const Token& token : sentence.tokens) {
    if (token.tag == 'N' && token.span.begin == end) return clean_name(sentence, token.span, view, lexicon);
  }
  return {};
}

Naming named_as_before(const std::string& before, const std::string& scope, const std::string& part,
                       const rules::Lexicon& lexicon) {
  Naming naming;
  // 清扫率城区达到95%、县城达到90%: its place stood for itself before, too.
  if (!scope.empty() && parallel(scope, part, lexicon)) {
    naming.indicator = before;
    naming.scope = part;
    return naming;
  }
  const auto same = same_people(before, part, lexicon);
  const auto people = same.empty() ? people_of(before, lexicon) : same;
  if (!people.empty() && parallel(people, part, lexicon)) {
    naming.indicator = part + before.substr(people.size());
  } else {
    // 城区|达标率, 各县: the place in the name was the other's.
    const bool other = (lexicon.words().find(people) & lexicon.bits(WordClass::scope_part)) != 0 &&
                       (lexicon.words().find(part) & lexicon.bits(WordClass::place)) != 0;
    naming.indicator = other ? before.substr(people.size()) : before;
    naming.scope = part;
  }
  return naming;
}

}  // namespace zhibiao::extract
