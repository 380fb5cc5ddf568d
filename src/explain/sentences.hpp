// The sentences of a document as extraction saw them, for those who explain its work.
#pragma once

#include <functional>

#include "extract/sentence.hpp"
#include "text/view.hpp"
#include "zhibiao/model.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/source.hpp"

namespace zhibiao::explaining {

/// Calls `use` for each stretch of running text whose bytes in the source `wanted` takes, with all that was found in it.
/// `analysis` is what the Analyzer made of the source.
void for_each_sentence(const Source& source, const Analysis& analysis, const Rules& rules,
                       const std::function<bool(Span)>& wanted,
                       const std::function<void(const text::View&, const extract::Sentence&)>& use);

}  // namespace zhibiao::explaining
