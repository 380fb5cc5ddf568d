// docs/accuracy.md: how well the program agrees with the annotation, and where not.
#pragma once

#include <string>
#include <vector>

#include "scores/evaluate.hpp"
#include "scores/reasons.hpp"

namespace scores {

/// The page as Markdown. The same evaluations and reasons give the same bytes: no time, no path, three decimals.
std::string accuracy_page(const std::vector<Evaluation>& all, const Reasons& reasons);

}  // namespace scores
