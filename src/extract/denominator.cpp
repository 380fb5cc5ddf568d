// Extract stage: denominators. `每个村卫生室每年补助6000元` is 6000 元 per 村卫生室/年. Tested by tests/specs/denominators.toml.
#include <algorithm>

#include "extract/extractor.hpp"

namespace zhibiao::extract {

std::string denominator_of(const Sentence& sentence, std::size_t index) {
  const Quantity& quantity = sentence.mentions.quantities[index];
  if (!quantity.per.empty()) return quantity.per;
  std::string per;
  std::string nouns;
  // From the start of the clause to the value; a list (、) and a comma behind 每… keep it, another 每… begins anew.
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= quantity.span.begin) break;
    if (token.tag == ',' || token.tag == ';' || token.tag == '.' || token.tag == ':') {
      per.clear();
      nouns.clear();
    } else if (token.tag == 'E') {
      const PerMention& mention = sentence.mentions.pers[static_cast<std::size_t>(token.mention)];
      if (mention.per.empty()) {
        nouns.clear();
      } else {
        per = mention.per;
      }
    } else if (token.tag == 'e') {
      nouns += std::string(sentence.text.substr(token.span.begin, token.span.size()));
    }
  }
  if (nouns.empty()) return per;
  return per.empty() ? nouns : nouns + "/" + per;
}

const DateMention* deadline_for(const Sentence& sentence, Span mention) {
  const DateMention* best = nullptr;
  for (const auto& date : sentence.mentions.dates) {
    if (date.deadline.empty()) continue;
    if (date.span.begin < mention.begin) {
      best = &date;
      continue;
    }
    // Behind the value it counts in the same clause only: …120公里(11月底前完成).
    const auto between = sentence.text.substr(mention.end, date.span.begin > mention.end ? date.span.begin - mention.end : 0);
    const bool same_clause = between.find(',') == std::string_view::npos && between.find(';') == std::string_view::npos &&
                             between.find("、") == std::string_view::npos;
    if (date.milestone && same_clause) best = &date;
    break;
  }
  return best;
}

}  // namespace zhibiao::extract
