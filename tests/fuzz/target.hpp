// The fuzzers: one function for each entry that takes foreign bytes. libFuzzer calls it with bytes of its own
// (entry.cpp), the tests with seeds and with what was found before (replay.cpp). It aborts where a promise is broken.
#pragma once

#include <string_view>

namespace zhibiao_fuzz {

#define FUZZ_TARGET(name) void name(std::string_view bytes);
#include "targets.def"

}  // namespace zhibiao_fuzz
