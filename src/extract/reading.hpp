// What a sentence says of each of its quantities: the frame rules applied to its tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/frames.hpp"
#include "extract/tags.hpp"

namespace zhibiao::extract {

/// Spans are of the sentence; empty where the frame leaves a part out.
struct Reading {
  const rules::Rule* frame = nullptr;  ///< nullptr: no frame fits
  Span action;
  Span indicator;
  Span tail;  ///< second piece of an indicator that the value parts
  Span scope;
  char direction = ' ';      ///< 'G' rises by the value, 'L' falls by it
  bool carries = false;      ///< the indicator is an earlier one's of the sentence
  bool distributed = false;  ///< given by 分别: `indicator` is this value's own subject
};

/// One reading for each quantity of the sentence, in order.
std::vector<Reading> read_sentence(std::string_view sentence, const Mentions& mentions,
                                   const std::vector<Token>& tokens, const std::vector<Frame>& frames,
                                   const rules::Lexicon& lexicon);

/// Whether the text ends with a noun on which indicators end (投资, 签约率, 产量).
bool ends_with_head(std::string_view text, const rules::Lexicon& lexicon);
/// Whether the text ends with a word of a [[words]] group.
bool ends_with_bits(std::string_view text, std::uint64_t bits, const rules::Lexicon& lexicon);
bool ends_with(std::string_view text, WordClass group, const rules::Lexicon& lexicon);

/// `A、B分别x和y`: gives each value its own subject (distribute.cpp). Changes the readings it is sure of.
void distribute(std::string_view sentence, const Mentions& mentions, const std::vector<Token>& tokens,
                const std::vector<std::size_t>& boundaries, const rules::Lexicon& lexicon,
                std::vector<Reading>& readings);

}  // namespace zhibiao::extract
