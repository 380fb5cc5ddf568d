// Bounds that stand apart from the value they hold for.
#pragma once

#include <string_view>
#include <vector>

#include "extract/tags.hpp"

namespace zhibiao::extract {

/// Completes the comparators of a sentence's quantities from words that do not touch them: `7.0‰和9.5‰以内`, `至少建成1个`,
/// `分别不低于93%、88%`, `不低于总课时的10%`.
void attach_bounds(std::string_view text, Mentions& mentions, const std::vector<Token>& tokens,
                   const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
