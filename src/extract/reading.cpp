// Extract stage: frame rules over the tag string find each quantity's action, indicator and scope. Tested by the frame rules'
// own examples.
#include "extract/reading.hpp"

#include <algorithm>
#include <optional>

#include "extract/characters.hpp"

namespace zhibiao::extract {
bool ends_with_bits(std::string_view text, std::uint64_t bits, const rules::Lexicon& lexicon) {
  for (std::size_t at = 0; at < text.size(); at += rules::char_length(text[at])) {
    if ((lexicon.words().find(text.substr(at)) & bits) != 0) return true;
  }
  return false;
}

bool ends_with(std::string_view text, WordClass group, const rules::Lexicon& lexicon) {
  return ends_with_bits(text, lexicon.bits(group), lexicon);
}

bool ends_with_head(std::string_view text, const rules::Lexicon& lexicon) {
  return ends_with(text, WordClass::indicator_head, lexicon);
}

namespace {

/// Whether a text, but for a list mark at its end, ends with one of the words.
bool ends_with_one_of(std::string_view text, const std::vector<std::string_view>& words) {
  constexpr std::string_view kMark = "、";
  if (text.ends_with(kMark)) text.remove_suffix(kMark.size());
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool begins_with_one_of(std::string_view text, const std::vector<std::string_view>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// 尚未开展: what is not done must not read as if it were.
Span with_negation(std::string_view sentence, Span action, const rules::Lexicon& lexicon) {
  constexpr std::size_t kLongest = 2 * kHan;
  for (std::size_t length = kLongest; length > 0 && !action.empty(); length -= kHan) {
    if (length > action.begin) continue;
    const std::string_view before = sentence.substr(action.begin - length, length);
    if ((lexicon.words().find(before) & lexicon.bits(WordClass::negation)) != 0)
      return {action.begin - length, action.end};
  }
  return action;
}

/// What a frame's match says of the value at that offset, where the words it found are such as the frame asks for.
std::optional<Reading> reading_of(std::string_view sentence, const std::vector<Token>& tokens, const std::string& tags,
                                  const Frame& frame, const rules::Match& match, std::size_t value,
                                  const rules::Lexicon& lexicon) {
  const auto slice = [&](Span span) { return sentence.substr(span.begin, span.size()); };
  const std::uint64_t empty_name = lexicon.bits(WordClass::indicator_empty);
  Reading reading;
  reading.frame = &frame.pattern->rule();
  reading.indicator = text_span(tokens, match.group("indicator"));
  const auto name = slice(reading.indicator);
  if (!frame.opens.empty() && !begins_with_one_of(name, frame.opens)) return std::nullopt;
  if (!frame.behind.empty() && !ends_with_one_of(sentence.substr(0, reading.indicator.begin), frame.behind))
    return std::nullopt;
  // 目标, 任务 name nothing; 规模 does before its value.
  const std::uint64_t name_bits = lexicon.words().find(name);
  const bool measured = (name_bits & lexicon.bits(WordClass::indicator_bare)) != 0 && reading.indicator.end <= value;
  if ((name_bits & empty_name) != 0 && !measured) return std::nullopt;
  reading.tail = text_span(tokens, match.group("tail"));
  if ((lexicon.words().find(slice(reading.tail)) & empty_name) != 0) return std::nullopt;
  if (frame.head && !ends_with_head(name, lexicon)) return std::nullopt;
  if (ends_with(name, WordClass::adverbial_tail, lexicon)) return std::nullopt;  // 在…情况下 measures nothing
  reading.scope = text_span(tokens, match.group("scope"));
  if (frame.scope_class != 0 && !ends_with_bits(slice(reading.scope), frame.scope_class, lexicon)) return std::nullopt;
  const Span action = match.group("action");
  reading.action = text_span(tokens, action);
  const Span asked = match.group("verb");
  const auto verb = slice(asked.empty() ? reading.action : text_span(tokens, asked));
  if (frame.verb_class != 0 && (lexicon.words().find(verb) & frame.verb_class) == 0) return std::nullopt;
  const char tag = action.empty() ? ' ' : tags[action.begin];
  if (tag == 'G' || tag == 'L') reading.direction = tag;
  reading.action = with_negation(sentence, reading.action, lexicon);
  if (frame.direction != 0) reading.direction = frame.direction;
  reading.carries = frame.carries;
  return reading;
}

/// 每个中心配备3名、每个站点配备1名护士: a verb that stands twice has its object behind the last value.
void share_object(std::string_view sentence, const Mentions& mentions, const std::vector<Token>& tokens,
                  std::vector<Reading>& readings) {
  const auto verb = [&](const Reading& one) { return sentence.substr(one.action.begin, one.action.size()); };
  for (std::size_t i = tokens.size(); i-- > 0;) {
    if (tokens[i].tag != 'Q' || i + 1 >= tokens.size() || tokens[i + 1].tag != '/') continue;
    const auto index = static_cast<std::size_t>(tokens[i].mention);
    if (index + 1 >= readings.size()) continue;
    Reading& one = readings[index];
    const Reading& next = readings[index + 1];
    const Quantity& last = mentions.quantities[index + 1];
    const bool bare = one.indicator.empty() && !one.action.empty() && verb(one) == verb(next);
    if (!bare || mentions.quantities[index].unit != last.unit || next.indicator.begin < last.span.end) continue;
    const Span between{tokens[i].span.end, last.span.begin};
    if (sentence.substr(between.begin, between.size()).find_first_of(",;") != std::string_view::npos) continue;
    one.indicator = next.indicator;
    one.frame = next.frame;
  }
}

}  // namespace

std::vector<Reading> read_sentence(std::string_view sentence, const Mentions& mentions,
                                   const std::vector<Token>& tokens, const std::vector<Frame>& frames,
                                   const rules::Lexicon& lexicon) {
  std::vector<Reading> readings(mentions.quantities.size());
  std::string tags = tag_string(tokens);
  rules::Candidates candidates;
  rules::Match match;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].tag != 'Q') continue;
    const auto index = static_cast<std::size_t>(tokens[i].mention);
    tags[i] = 'q';  // every frame has it, so that none begins behind it
    lexicon.frames().candidates(tags, candidates);
    for (const rules::Candidate& candidate : candidates) {
      const Frame& frame = frames[static_cast<std::size_t>(candidate.pattern)];
      if (!frame.fits(mentions.quantities[index]) || !frame.pattern->find(tags, 0, match, i)) continue;
      const auto reading = reading_of(sentence, tokens, tags, frame, match, tokens[i].span.begin, lexicon);
      if (!reading) continue;
      readings[index] = *reading;
      break;
    }
    tags[i] = 'Q';
  }
  share_object(sentence, mentions, tokens, readings);
  return readings;
}

}  // namespace zhibiao::extract
