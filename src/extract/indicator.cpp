// Extract stage: from the spans of a reading to the names a record prints. Tested by the frame rules' own examples and
// tests/specs/scopes.toml.
#include "extract/naming.hpp"

#include "extract/parting.hpp"
#include "extract/trimming.hpp"

namespace zhibiao::extract {
namespace {

/// The indicator without denominators (初中每学年课时) and, where these are the record's too, without 人均 and the like.
std::string name_without_means(const Sentence& sentence, Span indicator, bool per_head, const text::View& view,
                               const rules::Lexicon& lexicon) {
  std::string name;
  std::size_t from = indicator.begin;
  for (const Token& token : sentence.tokens) {
    const bool taken = token.tag == 'E' || (per_head && token.tag == 'm');
    if (!taken || token.span.begin < indicator.begin || token.span.end > indicator.end) continue;
    name += clean_name(sentence, {from, token.span.begin}, view, lexicon);
    from = token.span.end;
  }
  return name + clean_name(sentence, {from, indicator.end}, view, lexicon);
}

/// The indicator's pieces as records print them, joined by the word that links them: 民生支出|占|全市支出.
std::string joined_name(const Sentence& sentence, const Reading& reading, Span indicator, const Quantity& value,
                        const text::View& view, const rules::Lexicon& lexicon) {
  const bool per_head = value.kind == Kind::money || value.kind == Kind::measure || value.kind == Kind::count;
  // 256家企业|亩均税收调查: a mean behind its value is part of the name.
  const auto name = [&](Span span) {
    return name_without_means(sentence, span, per_head && span.begin < value.span.begin, view, lexicon);
  };
  const std::string link(reading.frame != nullptr ? reading.frame->view("link") : std::string_view());
  return name(indicator) + link + name(reading.tail);
}

}  // namespace

Naming name_fact(const Sentence& sentence, std::size_t quantity, const text::View& view,
                 const rules::Lexicon& lexicon) {
  const Parting parts = part_indicator(sentence, quantity, lexicon);
  const Quantity& value = sentence.mentions.quantities[quantity];
  Naming naming;
  naming.indicator = joined_name(sentence, sentence.readings[quantity], parts.indicator, value, view, lexicon);
  naming.scope = clean_name(sentence, parts.scope, view, lexicon);
  naming.scope_inferred = parts.inferred && !naming.scope.empty();
  return naming;
}

}  // namespace zhibiao::extract
