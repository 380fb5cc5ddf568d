// Where in the matches of an expression the words stand that it needs: what tells where matches may begin.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/expression.hpp"

namespace zhibiao::rules {

/// Bytes of a match before a word of a set: each match has such a word behind at least `least` and at most `most`.
struct Lead {
  std::size_t least = 0;
  std::size_t most = kEndless;
  bool operator==(const Lead&) const = default;
};

/// The lead of a set of words (in small letters) of which each match holds one.
Lead lead_of(const Expression& expression, const std::vector<std::string>& words);

}  // namespace zhibiao::rules
