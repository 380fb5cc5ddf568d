// Units that a list prints once.
#pragma once

#include <string_view>
#include <vector>

#include "extract/mentions.hpp"

namespace zhibiao::extract {

/// A unit that a list prints once, at its end, holds for its members: `分别达到20、60、300个`, and `4个、10个百分点`, where the
/// measure word stands with each. The quantities are in text order; those added (numbers without one of their own) stand
/// behind them.
void share_list_units(std::string_view sentence, const std::vector<Number>& numbers, const rules::Lexicon& lexicon,
                      std::vector<Quantity>& quantities);

}  // namespace zhibiao::extract
