// What the preloaded library and the driver tell each other: a small file that both map into memory, so that nothing is
// lost when the program dies.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace faults {

/// Kinds of calls that can fail.
enum class Call { allocate, open, read, write, close, rename, start, sync };

inline constexpr std::array<std::string_view, 8> kCalls = {"allocate", "open",   "read",  "write",
                                                           "close",    "rename", "start", "sync"};

/// `error` of a write that takes one byte only.
inline constexpr int kShort = -1;

/// So many calls have their places noted.
inline constexpr std::size_t kPlaces = std::size_t{1} << 18;

struct Log {
  // Set by the driver.
  std::int32_t call;    ///< the kind that fails; -1: none
  std::int32_t error;   ///< errno, or kShort
  std::uint64_t first;  ///< the first call that fails, from 1
  std::uint64_t count;  ///< so many fail in a row
  std::int32_t places;  ///< not 0: note where allocations are asked for
  // Set by the library.
  std::array<std::atomic<std::uint64_t>, kCalls.size()> calls;
  std::atomic<std::uint64_t> injected;
  std::array<std::atomic<std::uint32_t>, kPlaces> place;  ///< of each allocation: a digest of its callers
};

/// The environment variable with the file's name.
inline constexpr const char* kVariable = "ZHIBIAO_FAULTS";

}  // namespace faults
