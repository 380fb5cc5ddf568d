// The fuzzers, libFuzzer's side: built once for each target, whose name is ZHIBIAO_FUZZ_TARGET. What an input may take
// is counted in time of the processor: on a busy machine libFuzzer's own clock calls innocent inputs slow.
#include <cstddef>
#include <cstdint>
#include <ctime>

#include "check.hpp"
#include "target.hpp"

namespace {

constexpr double kMostSeconds = 10;  // for 4 KiB at most, under two sanitizers; ordinary inputs take milliseconds

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::clock_t begin = std::clock();
  zhibiao_fuzz::ZHIBIAO_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  zhibiao_fuzz::require(seconds < kMostSeconds, "no small input takes more than ten seconds");
  return 0;
}
