// Extract stage: denominators. `每个村卫生室每年补助6000元` is 6000 元 per 村卫生室/年. Tested by tests/specs/denominators.toml.
#include "extract/denominator.hpp"

#include <algorithm>

#include "extract/trimming.hpp"
#include "extract/value_place.hpp"
#include "extract/words.hpp"
#include "text/blanks.hpp"

namespace zhibiao::extract {
namespace {

/// What a clause says each value is for: things, and times.
struct Denominators {
  std::string things;
  std::string time;

  std::string joined() const { return things.empty() ? time : time.empty() ? things : things + "/" + time; }
};

/// The denominator as the source prints it: 县（市、区）.
std::string printed(const Sentence& sentence, const PerMention& mention, const text::View& view) {
  const std::size_t at = sentence.text.substr(mention.span.begin, mention.span.size()).find(mention.per);
  if (at == std::string_view::npos) return mention.per;
  const std::size_t begin = sentence.view.begin + mention.span.begin + at;
  return text::without_blanks(view.display({begin, begin + mention.per.size()}));
}

/// Whether an occasion (毕业时) stands in the part of a clause.
bool names_occasion(std::string_view part, const rules::Lexicon& lexicon) {
  for (std::size_t at = 0; at < part.size(); at += rules::char_length(part[at])) {
    if ((lexicon.words().longest(part, at).value & lexicon.bits(WordClass::adverbial_tail)) != 0) return true;
  }
  return false;
}

/// 每名学生小学毕业时…,初中毕业时…: from one occasion to the next the denominator holds on.
bool occasions_go_on(const Sentence& sentence, std::size_t clause, std::size_t mark, std::size_t value,
                     const rules::Lexicon& lexicon) {
  return names_occasion(sentence.text.substr(clause, mark - clause), lexicon) &&
         names_occasion(sentence.text.substr(mark, value - mark), lexicon);
}

/// 3.2人, 0.8名: nothing but a density counts people and things in fractions.
bool is_part_of_one(const Quantity& quantity) {
  return quantity.kind == Kind::count && quantity.value.str().find('.') != std::string::npos;
}

/// 千人口, 百名老年人: a denominator that opens with a power of ten.
bool is_density(const std::string& things, const rules::Lexicon& lexicon) {
  return (lexicon.words().longest(things, 0).value & lexicon.bits(WordClass::denominator_magnitude)) != 0;
}

/// What is said from the start of a clause up to a quantity, token by token.
class DenominatorReader {
 public:
  DenominatorReader(const Sentence& sentence, const Quantity& quantity, const text::View& view,
                    const rules::Lexicon& lexicon)
      : sentence_(sentence), quantity_(quantity), view_(view), lexicon_(lexicon) {}

  Denominators run() {
    for (const Token& token : sentence_.tokens) {
      if (token.span.begin >= quantity_.span.begin) break;
      take(token);
    }
    return std::move(found_);
  }

 private:
  void take(const Token& token) {
    switch (token.tag) {
      case ',':
      case ';':
      case '.':
      case ':': return end_clause(token);
      case 'Q':
        valued_ = true;
        // 日处理能力800吨的电厂1座: what is said of the thing is not said of how many there are.
        if (sentence_.text.substr(token.span.end).starts_with(words::kOf)) found_ = {};
        return;
      case 'G':
      case 'L': moved_ = true; break;
      case 'E':
      case 'm': return take_mention(token);
      case 'e': found_.things += clean_name(sentence_, token.span, view_, lexicon_); return;
      default: break;
    }
    if (valued_ && sums_up(token)) found_ = {};  // 每个领域10个项目、共80个项目
  }

  /// A list (、) keeps what was said, another clause begins anew.
  void end_clause(const Token& mark) {
    const bool on =
        mark.tag == ',' && valued_ &&
        (occasions_go_on(sentence_, clause_, mark.span.begin, quantity_.span.begin, lexicon_) ||
         (is_part_of_one(quantity_) && is_density(found_.things, lexicon_)) || (moved_ && only_reaches(mark)));
    if (!on) found_ = {};
    clause_ = mark.span.end;
    valued_ = false;
    moved_ = false;
  }

  /// 每人每年提高30元,|达到|610元: what has moved by so much for each comes to so much for each.
  bool only_reaches(const Token& mark) const {
    return std::all_of(sentence_.tokens.begin(), sentence_.tokens.end(), [&](const Token& token) {
      const bool between = token.span.begin >= mark.span.end && token.span.begin < quantity_.span.begin;
      return !between || token.tag == 'A' || token.tag == 'R' || token.tag == 'K' || token.tag == 'M';
    });
  }

  void take_mention(const Token& token) {
    const PerMention& mention = sentence_.mentions.pers[static_cast<std::size_t>(token.mention)];
    const bool mean = token.tag == 'm' || mention.rule->flag("mean");
    // 培训教师,人均不少于72学时: but 人均预期寿命 is a name.
    const bool spent = token.tag == 'E' && quantity_.kind == Kind::duration;
    if (mean && !spent && !takes_mean(quantity_.kind)) return;
    if (mention.per.empty())  // what it counts follows, unless it was counted before
      found_.things = counts_noun(token) ? "" : counted_each(sentence_.text, sentence_.mentions, token.span);
    else if ((lexicon_.words().find(mention.per) & lexicon_.bits(WordClass::denominator_time)) != 0)
      found_.time = mention.per;
    else
      found_.things = printed(sentence_, mention, view_);
  }

  /// 每个|村: whether what the each counts stands behind it.
  bool counts_noun(const Token& each) const {
    return std::any_of(sentence_.tokens.begin(), sentence_.tokens.end(),
                       [&](const Token& token) { return token.tag == 'e' && token.span.begin == each.span.end; });
  }

  bool sums_up(const Token& token) const {
    const auto word = sentence_.text.substr(token.span.begin, token.span.size());
    return (lexicon_.words().find(word) & lexicon_.bits(WordClass::denominator_end)) != 0;
  }

  const Sentence& sentence_;
  const Quantity& quantity_;
  const text::View& view_;
  const rules::Lexicon& lexicon_;
  Denominators found_;
  bool valued_ = false;     // the clause has had a value
  bool moved_ = false;      // it says by how much something moves
  std::size_t clause_ = 0;  // where it begins
};

}  // namespace

bool takes_mean(Kind kind) { return kind == Kind::money || kind == Kind::measure || kind == Kind::count; }

std::string denominator_of(const Sentence& sentence, std::size_t index, const text::View& view,
                           const rules::Lexicon& lexicon) {
  const Quantity& quantity = sentence.mentions.quantities[index];
  const Denominators found = DenominatorReader(sentence, quantity, view, lexicon).run();
  if (quantity.per.empty()) return found.joined();
  // 每平方公里…100立方米/小时: the unit's own denominator is the time, or stands alone.
  const bool twice = found.things.empty() || found.things == quantity.per;
  return twice ? quantity.per : found.things + "/" + quantity.per;
}

}  // namespace zhibiao::extract
