// Texts as the scores compare them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace scores {

/// The text's characters, one string each, blanks of every width left out.
std::vector<std::string> characters(std::string_view text);

/// Without blanks.
std::string squash(std::string_view text);

/// Without blanks, brackets and marks in their ASCII form.
std::string narrow(std::string_view text);

/// The first `count` characters of a text without blanks.
std::string first_characters(std::string_view text, std::size_t count);

/// F1 of the two bags of characters, blanks aside; 1 for two empty texts, 0 for one.
double character_f1(std::string_view a, std::string_view b);

}  // namespace scores
