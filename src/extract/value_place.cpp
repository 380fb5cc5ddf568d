// Extract stage: what stands around a value. Tested by tests/specs/ through the names of facts.
#include "extract/value_place.hpp"

#include <algorithm>

#include "extract/words.hpp"

namespace zhibiao::extract {

bool parted(const Sentence& sentence, std::size_t index) {
  const std::size_t from = sentence.mentions.quantities.front().span.end;
  const std::size_t to = sentence.mentions.quantities[index].span.begin;
  bool parts = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin < from) continue;
    if (token.span.end > to) break;
    if (token.tag == 'C' || token.tag == '(') parts = true;
    if (token.tag == ';') parts = false;
  }
  return parts;
}

bool in_parts(const Sentence& sentence, std::size_t index) {
  const std::size_t value = sentence.mentions.quantities[index].span.begin;
  bool parts = false;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= value) break;
    if (token.tag == 'C') parts = true;
    if (token.tag == ',' || token.tag == ';') parts = false;
  }
  return parts;
}

Span thing_behind(const Sentence& sentence, std::size_t index) {
  const std::size_t end = sentence.mentions.quantities[index].span.end;
  if (!sentence.text.substr(end).starts_with(words::kOf)) return {};
  for (const Token& token : sentence.tokens) {
    if (token.tag == 'N' && token.span.begin <= end && end + words::kOf.size() < token.span.end)
      return {end + words::kOf.size(), token.span.end};
  }
  return {};
}

bool dated_anew(const Sentence& sentence, Span name) {
  const auto& tokens = sentence.tokens;
  const auto first =
      std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin == name.begin; });
  const auto before = first - tokens.begin();
  return first != tokens.end() && before >= 2 && tokens[before - 1].tag == 'D' && tokens[before - 2].tag == ';';
}

bool measured_next(const Sentence& sentence, std::size_t index) {
  if (index + 1 >= sentence.readings.size()) return false;
  const Span here = sentence.readings[index].indicator;
  const auto& values = sentence.mentions.quantities;
  return !here.empty() && here.begin >= values[index].span.end && here.end <= values[index + 1].span.begin &&
         here.end == sentence.readings[index + 1].indicator.end;
}

bool counts_people(const Sentence& sentence, std::size_t index) {
  const rules::Rule* unit = sentence.mentions.quantities[index].unit_rule;
  return unit != nullptr && unit->view("counts") == "people";
}

std::string_view counted_each(std::string_view text, const Mentions& mentions, Span each) {
  std::string_view classifier = text.substr(each.begin, each.size());
  if (!classifier.starts_with(words::kEach)) return {};
  classifier.remove_prefix(words::kEach.size());
  const bool counted = std::any_of(mentions.quantities.begin(), mentions.quantities.end(), [&](const Quantity& one) {
    return one.span.end <= each.begin && one.unit == classifier;
  });
  return counted ? classifier : std::string_view();
}

std::size_t said_of(const Sentence& sentence, Span value) {
  std::size_t end = 0;
  for (const Token& token : sentence.tokens) {
    if (token.span.begin >= value.begin) break;
    if (token.tag != 'A' && token.tag != 'R') end = token.span.end;
  }
  return end;
}

}  // namespace zhibiao::extract
