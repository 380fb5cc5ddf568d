// Values of options: one of several names, lists.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::cli {

/// `value` as one of `names`; throws UsageError with the nearest of them.
std::size_t chosen(std::string_view what, std::string_view value, const std::vector<std::string>& names);

/// Parts of a list parted by commas, blanks around them dropped.
std::vector<std::string> split_list(std::string_view text);

}  // namespace zhibiao::cli
