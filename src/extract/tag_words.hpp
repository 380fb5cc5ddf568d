// First step of tagging: a sentence cut into words, before their tags are decided.
#pragma once

#include <string_view>
#include <vector>

#include "extract/tags.hpp"

namespace zhibiao::extract {

/// One word or mention.
struct TagWord {
  Token token;             ///< mentions and marks have their tag already, words are 'N'
  std::uint64_t mask = 0;  ///< classes of a listed word
  bool verb = false;       ///< a listed verb that is no front of a compound
  bool modal = false;      ///< a modal before a verb or bound: 原则上至少
};

/// The words of a sentence in order. Quotation marks around a value are left out.
std::vector<TagWord> split_words(std::string_view sentence, const Mentions& mentions,
                                 const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                                 const WordClasses& classes);

}  // namespace zhibiao::extract
