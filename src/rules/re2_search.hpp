// RE2 where Matcher does not know an expression, or gives up on a text: its answer in Matcher's form.
#pragma once

#include <string_view>

#include "rules/matcher.hpp"

namespace re2 {
class RE2;
}

namespace zhibiao::rules {

/// The first match at or behind `from` with its groups; false: none. The expression has at most kMostGroups groups.
bool search_by_re2(const re2::RE2& expression, std::string_view text, std::size_t from, Places& places);

}  // namespace zhibiao::rules
