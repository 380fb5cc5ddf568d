// Write, trends: a row's course in a few characters.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zhibiao::write {

/// One character for each value, low ▁ to high █ between the least and the greatest of them, `·` where there is none.
/// Empty for fewer than three values: two do not make a course.
std::string sparkline(const std::vector<std::optional<double>>& values);

}  // namespace zhibiao::write
