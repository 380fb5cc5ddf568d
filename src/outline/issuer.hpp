// The body that issued a document.
#pragma once

#include <string>

#include "outline/title.hpp"

namespace zhibiao::outline {

/// The issuing body in full as printed: letterhead, signature, the line above the number, the letter's subject,
/// a byline, what a report says of itself. Empty where none is printed.
std::string find_issuer(const Lines& lines, const Title& title);

}  // namespace zhibiao::outline
