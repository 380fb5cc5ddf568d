// "Did you mean": the nearest of the names that would have been right.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::cli {

/// Edits (insert, drop, replace, swap of neighbours) that turn one into the other, in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word` if it is near (a third of its length, at least one edit); else empty.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// `unknown WHAT 'word'; did you mean 'near'?` or, with nothing near, `…; expected a, b or c` (many candidates: no
/// list).
std::string unknown(std::string_view what, std::string_view word, const std::vector<std::string>& candidates);

}  // namespace zhibiao::cli
