// Extract stage: denominators. `每个村卫生室每年补助6000元` is 6000 元 per 村卫生室/年. Tested by tests/specs/denominators.toml.
#include "extract/denominator.hpp"

#include <algorithm>

#include "extract/naming.hpp"
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

/// Rates keep 人均 and the like in their name; sums and amounts are per head.
bool takes_mean(Kind kind) { return kind == Kind::money || kind == Kind::measure || kind == Kind::count; }

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

}  // namespace

std::string denominator_of(const Sentence& sentence, std::size_t index, const text::View& view,
                           const rules::Lexicon& lexicon) {
  const Quantity& quantity = sentence.mentions.quantities[index];
  const std::uint64_t times = lexicon.bits(WordClass::denominator_time);
  const std::uint64_t totals = lexicon.bits(WordClass::denominator_end);
  bool valued = false;
  std::size_t clause = 0;
  Denominators found;
  // From the start of the clause to the value; a list (、) keeps what was said, another clause begins anew.
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= quantity.span.begin) break;
    if (token.tag == ',' || token.tag == ';' || token.tag == '.' || token.tag == ':') {
      const bool on = token.tag == ',' && valued &&
                      (occasions_go_on(sentence, clause, token.span.begin, quantity.span.begin, lexicon) ||
                       (is_part_of_one(quantity) && is_density(found.things, lexicon)));
      if (!on) found = {};
      clause = token.span.end;
      valued = false;
    } else if (token.tag == 'Q') {
      valued = true;
      // 日处理能力800吨的电厂1座: what is said of the thing is not said of how many there are.
      if (sentence.text.substr(token.span.end).starts_with(words::kOf)) found = {};
    } else if (valued && token.tag != 'E' && token.tag != 'm' &&
               (lexicon.words().find(sentence.text.substr(token.span.begin, token.span.size())) & totals) != 0) {
      found = {};  // 每个领域10个项目、共80个项目
    } else if (token.tag == 'E' || token.tag == 'm') {
      const PerMention& mention = sentence.mentions.pers[static_cast<std::size_t>(token.mention)];
      const bool mean = mention.rule->flag("mean");
      if ((mean || token.tag == 'm') && !takes_mean(quantity.kind)) continue;
      if (mention.per.empty())
        found.things.clear();
      else if ((lexicon.words().find(mention.per) & times) != 0)
        found.time = mention.per;
      else
        found.things = printed(sentence, mention, view);
    } else if (token.tag == 'e') {
      found.things += clean_name(sentence, token.span, view, lexicon);
    }
  }
  // 每平方公里…100立方米/小时: the unit's own denominator is the time, or stands alone.
  if (!quantity.per.empty()) {
    const bool twice = found.things.empty() || found.things == quantity.per;
    return twice ? quantity.per : found.things + "/" + quantity.per;
  }
  return found.joined();
}

}  // namespace zhibiao::extract
