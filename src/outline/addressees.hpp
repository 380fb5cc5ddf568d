// To whom a letter is sent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outline/opening.hpp"

namespace zhibiao::outline {

/// The 主送机关 of the opening's salutation, one each, as printed; empty where there is none.
std::vector<std::string> find_addressees(const text::View& view, const Lines& lines);

}  // namespace zhibiao::outline
