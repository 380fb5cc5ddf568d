// Extract stage: scope rules over the tag string find for whom or where a value holds. Tested by the rules' own examples
// (src/rules/scopes.toml) and tests/specs/scopes.toml.
#include "extract/holders.hpp"

#include <algorithm>

#include "extract/frames.hpp"
#include "extract/trimming.hpp"

namespace zhibiao::extract {
namespace {

/// The sentence's tags, `q` for the quantity asked about.
std::string tags_for(const Sentence& sentence, std::size_t quantity) {
  std::string tags = tag_string(sentence.tokens);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (tags[i] == 'Q' && sentence.tokens[i].mention == static_cast<int>(quantity)) tags[i] = 'q';
  }
  return tags;
}

}  // namespace

HolderRules::HolderRules(const rules::Lexicon& lexicon) : lexicon_(lexicon) {
  for (const auto& pattern : lexicon.scopes().patterns()) {
    const rules::Rule& rule = pattern.rule();
    One one{&pattern};
    one.kinds = kinds_for(rule);
    for (const std::string_view group : rules::parts_of(rule.view("scope_class"), '|'))
      one.ends |= lexicon.class_bit(group);
    one.opens = rules::parts_of(rule.view("opens"), '|');
    one.behind = rules::parts_of(rule.view("behind"), '|');
    rules_.push_back(std::move(one));
  }
}

bool HolderRules::stands(const One& one, const Sentence& sentence, Span holder) const {
  const std::string_view from = sentence.text.substr(holder.begin);
  const std::string_view before = sentence.text.substr(0, holder.begin);
  const auto begins = [&](std::string_view text) { return from.starts_with(text); };
  const auto stands_before = [&](std::string_view text) { return before.ends_with(text); };
  if (!one.opens.empty() && std::none_of(one.opens.begin(), one.opens.end(), begins)) return false;
  if (!one.behind.empty() && std::none_of(one.behind.begin(), one.behind.end(), stands_before)) return false;
  // “双师型”教师占专业课教师的60%: who makes up a share does nothing.
  return (lexicon_.words().longest(sentence.text, holder.end).value & lexicon_.bits(WordClass::verb_share)) == 0;
}

Holder HolderRules::find(const Sentence& sentence, std::size_t quantity, std::string_view indicator,
                         const text::View& view) const {
  const Kind kind = sentence.mentions.quantities[quantity].kind;
  const std::string tags = tags_for(sentence, quantity);
  rules::Candidates candidates;
  lexicon_.scopes().candidates(tags, candidates);
  rules::Match match;
  for (const rules::Candidate& candidate : candidates) {
    const One& one = rules_[static_cast<std::size_t>(candidate.pattern)];
    if ((one.kinds >> static_cast<int>(kind) & 1U) == 0 || !one.pattern->find(tags, 0, match, candidate.last)) continue;
    const Span span = text_span(sentence.tokens, match.group("scope"));
    if (!stands(one, sentence, span)) continue;
    std::string name = clean_name(sentence, span, view, lexicon_);
    if (name.empty() || (one.ends != 0 && !ends_with_bits(name, one.ends, lexicon_))) continue;
    // 获得国家奖、省级奖的企业分别奖励50万元、20万元: the list was handed out.
    if (sentence.readings[quantity].distributed && name.find("、") != std::string::npos) continue;
    // 30万吨的目标: what only names the measure holds nothing.
    const std::uint64_t measures = lexicon_.bits(WordClass::indicator_empty) |
                                   lexicon_.bits(WordClass::indicator_bare) | lexicon_.bits(WordClass::indicator_head);
    if ((lexicon_.words().find(name) & measures) != 0) continue;
    // Who is part of the indicator is in the record already; who is counted holds nothing.
    const bool counted = kind == Kind::count && std::string_view(name).ends_with(indicator);
    if (counted || indicator.find(name) != std::string_view::npos) continue;
    return {std::move(name), span, &one.pattern->rule()};
  }
  return {};
}

}  // namespace zhibiao::extract
