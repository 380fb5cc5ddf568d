// Rule stage: RE2's matches as places. Tested by tests/rules/matcher_test.cpp.
#include "rules/re2_search.hpp"

#include <array>

#include <re2/re2.h>

namespace zhibiao::rules {

bool search_by_re2(const RE2& expression, std::string_view text, std::size_t from, Places& places) {
  std::array<re2::StringPiece, kMostGroups + 1> groups;
  const int count = expression.NumberOfCapturingGroups() + 1;
  const re2::StringPiece whole(text.data(), text.size());
  if (!expression.Match(whole, from, text.size(), RE2::UNANCHORED, groups.data(), count)) return false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool set = groups[i].data() != nullptr;
    places[2 * i] = set ? static_cast<std::size_t>(groups[i].data() - text.data()) : kNoPlace;
    places[2 * i + 1] = set ? places[2 * i] + groups[i].size() : kNoPlace;
  }
  return true;
}

}  // namespace zhibiao::rules
