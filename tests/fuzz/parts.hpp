// Archives from text, so that fuzzers change what stands in the parts and not their check sums: `@@ path` on a line of
// its own opens a part, whose bytes follow up to the next such line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao_fuzz {

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts parse_parts(std::string_view bytes);
std::string print_parts(const Parts& parts);

/// A ZIP that holds the parts as they are, names twice if they are there twice.
std::string archive_of(const Parts& parts);

}  // namespace zhibiao_fuzz
