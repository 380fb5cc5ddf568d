// A sentence as a string of one-letter tags, over which the frame rules are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/mentions.hpp"
#include "rules/lexicon.hpp"

namespace zhibiao::extract {

/// The letters of docs/rules.md:
///   N noun phrase   V verb before its object or a value   v other verb   R verb that puts a level (达到)
///   G rises (增长)   L falls (下降)   H 进行, 实施 behind 对/将   A adverb   F 分别   K bound standing apart (至少)
///   M modal (力争)   C connective (并, 其中)   p preposition (对)  w 为, 向   E each (每年)   e what 每个 counts   m 人均, 日均 before its noun
///   u verb of purpose (赴, 支持) that ends a noun phrase   Z 等, 的 before a value   D date   S population or place   Q quantity   / list mark (、和)   , ; : . ( )
struct Token {
  char tag = 'N';
  Span span;
  int mention = -1;  ///< index into the list of its kind (quantities, dates, pers), -1: none
};

/// Whether a tag ends a clause or opens a bracket.
/// Few tags: told faster by looking at each than by a search.
constexpr bool is_one_of(char tag, std::string_view tags) {
  for (const char one : tags) {
    if (one == tag) return true;
  }
  return false;
}
constexpr bool is_break(char tag) { return tag == ',' || tag == ';' || tag == ':' || tag == '.' || tag == '('; }

/// Word classes by the ids of their [[words]] groups, looked up once.
struct WordClasses {
  explicit WordClasses(const rules::Lexicon& lexicon);
  std::uint64_t action = 0, single = 0, reach = 0, increase = 0, decrease = 0, state = 0, milestone = 0, handle = 0,
                provide = 0, finite = 0, adverb = 0, modal = 0, connective = 0, preposition = 0, place = 0,
                conjunction = 0, distributive = 0, bound = 0, aspect = 0, closing = 0, suffix = 0, purpose = 0,
                intransitive = 0, benefit = 0, tail = 0, nominal = 0, share = 0;
  std::uint64_t verbs() const {
    return action | single | reach | increase | decrease | state | milestone | handle | provide;
  }
};

/// Tags a sentence. `boundaries` are its ICU word boundaries: a listed word counts only where it begins and ends at one
/// (or touches a quantity).
std::vector<Token> tag_sentence(std::string_view sentence, const Mentions& mentions,
                                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                                const WordClasses& classes);

/// The tags alone, one letter a token.
std::string tag_string(const std::vector<Token>& tokens);
/// The text of a stretch of tags; empty for none.
inline Span text_span(const std::vector<Token>& tokens, Span tags) {
  return tags.empty() ? Span{} : Span{tokens[tags.begin].span.begin, tokens[tags.end - 1].span.end};
}

}  // namespace zhibiao::extract
