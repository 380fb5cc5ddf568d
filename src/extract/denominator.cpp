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

}  // namespace zhibiao::extract
