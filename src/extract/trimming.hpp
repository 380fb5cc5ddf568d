// The text of a span of a sentence as records print it.
#pragma once

#include <string>

#include "extract/sentence.hpp"
#include "text/view.hpp"

namespace zhibiao::extract {

/// The span without brackets or quotes that open or close outside of it.
Span balance(std::string_view text, Span span, const rules::Lexicon& lexicon);

/// The text of a span of the sentence as the source prints it, blanks removed and edges trimmed of words that are
/// no part of a name.
std::string clean_name(const Sentence& sentence, Span span, const text::View& view, const rules::Lexicon& lexicon);

/// The same of a verb: 控制在 without 在.
std::string clean_action(const Sentence& sentence, Span span, const text::View& view);

}  // namespace zhibiao::extract
