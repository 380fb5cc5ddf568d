// Write, numbers of things in messages, which are in English.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace zhibiao::write {

/// `1 cell`, `3 cells`.
inline std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace zhibiao::write
