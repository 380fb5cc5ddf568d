// The fuzzers, libFuzzer's side: built once for each target, whose name is ZHIBIAO_FUZZ_TARGET.
#include <cstddef>
#include <cstdint>

#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  zhibiao_fuzz::ZHIBIAO_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
