// Extract stage: frame rules over the tag string find each quantity's action, indicator and scope. Tested by the frame rules'
// own examples.
#include "extract/reading.hpp"

#include <algorithm>

namespace zhibiao::extract {
namespace {

/// Whether a comma list such as `rate,ratio` names the kind.
bool lists_kind(const std::string& list, Kind kind) {
  const std::string_view name = name_of(kind);
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (std::string_view(list).substr(at, end - at) == name) return true;
    at = end + 1;
  }
  return false;
}

bool fits(const rules::Rule& frame, const Quantity& quantity) {
  const Kind kind = quantity.kind;
  const std::string quantity_rule = frame.get("for");
  if (!quantity_rule.empty() && quantity.rule->id != quantity_rule) return false;
  const std::string only = frame.get("kind");
  const std::string never = frame.get("not_kind");
  return (only.empty() || lists_kind(only, kind)) && (never.empty() || !lists_kind(never, kind));
}

Span text_span(const std::vector<Token>& tokens, Span tags) {
  if (tags.empty()) return {};
  return {tokens[tags.begin].span.begin, tokens[tags.end - 1].span.end};
}

}  // namespace

/// Whether the text ends with a noun on which indicators end (投资, 率, 产量).
bool ends_with(std::string_view text, std::string_view word_class, const rules::Lexicon& lexicon) {
  const std::uint64_t head = lexicon.class_bit(word_class);
  for (std::size_t at = 0; at < text.size(); at += rules::char_length(text[at])) {
    if ((lexicon.words().find(text.substr(at)) & head) != 0) return true;
  }
  return false;
}

bool ends_with_head(std::string_view text, const rules::Lexicon& lexicon) {
  return ends_with(text, "indicator.head", lexicon);
}

std::vector<Reading> read_sentence(std::string_view sentence, const Mentions& mentions,
                                   const std::vector<Token>& tokens, const rules::Lexicon& lexicon) {
  std::vector<Reading> readings(mentions.quantities.size());
  std::string tags = tag_string(tokens);
  rules::Match match;
  const std::uint64_t empty_name = lexicon.class_bit("indicator.empty");
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].tag != 'Q') continue;
    const auto index = static_cast<std::size_t>(tokens[i].mention);
    const Quantity& quantity = mentions.quantities[index];
    tags[i] = 'q';
    for (const auto& frame : lexicon.frames()) {
      if (!fits(frame.rule(), quantity) || !frame.find(tags, 0, match)) continue;
      const Span named = text_span(tokens, match.group("indicator"));
      const auto name = sentence.substr(named.begin, named.size());
      if (!name.starts_with(frame.rule().get("opens"))) continue;
      if ((lexicon.words().find(name) & empty_name) != 0) continue;  // 目标, 任务 name nothing
      const Span behind = text_span(tokens, match.group("tail"));
      if ((lexicon.words().find(sentence.substr(behind.begin, behind.size())) & empty_name) != 0) continue;
      if (frame.rule().get("head") == "true" && !ends_with_head(name, lexicon)) continue;
      if (ends_with(name, "adverbial.tail", lexicon)) continue;  // 在…情况下 measures nothing
      const Span bodies = text_span(tokens, match.group("scope"));
      const std::string bodies_class = frame.rule().get("scope_class");
      if (!bodies_class.empty() && !ends_with(sentence.substr(bodies.begin, bodies.size()), bodies_class, lexicon)) {
        continue;
      }
      const Span verb_span = text_span(tokens, match.group("action"));
      const std::string verb_class = frame.rule().get("verb");
      if (!verb_class.empty() && (lexicon.words().find(sentence.substr(verb_span.begin, verb_span.size())) &
                                  lexicon.class_bit(verb_class)) == 0) {
        continue;
      }
      Reading& reading = readings[index];
      reading.frame = &frame.rule();
      reading.action = verb_span;
      reading.indicator = text_span(tokens, match.group("indicator"));
      reading.tail = text_span(tokens, match.group("tail"));
      reading.scope = text_span(tokens, match.group("scope"));
      const Span action = match.group("action");
      const char verb = action.empty() ? ' ' : tags[action.begin];
      if (verb == 'G' || verb == 'L') reading.direction = verb;
      if (frame.rule().get("change") == "none") reading.direction = ' ';
      if (frame.rule().get("change") == "decrease") reading.direction = 'L';
      reading.carries = frame.rule().get("carry") == "true";
      break;
    }
    tags[i] = 'Q';
  }
  return readings;
}

}  // namespace zhibiao::extract
