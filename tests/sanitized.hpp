// Builds with sanitizers: what cannot be seen there is passed over, and said to be.
#pragma once

#include <doctest/doctest.h>

#include <string>

namespace zhibiao_tests {

/// Whether this build has sanitizers; then says in one line that `what` is not tested because `why`.
inline bool sanitized([[maybe_unused]] const std::string& what, [[maybe_unused]] const std::string& why) {
#ifdef ZHIBIAO_SANITIZED
  MESSAGE("passed over in a build with sanitizers: ", what, ": ", why);
  return true;
#else
  return false;
#endif
}

}  // namespace zhibiao_tests
