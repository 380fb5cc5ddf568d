// What the last of several subjects prints for all of them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/mentions.hpp"

namespace zhibiao::extract {

/// What the last subject prints for all, where its own front ends with the word, or else the character, that the other subject
/// ends with: `三级医院和二级医院|电子病历水平`, `国道、省道|优良路率`. Empty where it does not.
Span parallel_tail(std::string_view text, Span subject, Span last, const std::vector<std::size_t>& boundaries,
                   const rules::Lexicon& lexicon);

/// What else the last subject may print for the other, too: what stands behind its first word or the people it is of; failing
/// that, its head.
Span other_tail(std::string_view text, Span subject, Span last, const std::vector<std::size_t>& boundaries,
                const rules::Lexicon& lexicon);

}  // namespace zhibiao::extract
