// The machine, as /proc tells it.
#include "bench/machine.hpp"

#include <fmt/format.h>
#include <unicode/uvernum.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace zhibiao::bench {
namespace {

/// What stands behind `sign` on the first line that begins with `key`, without blanks before it and quotes.
std::string value_of(const char* file, const std::string& key, char sign) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t colon = line.find(sign);
    if (!line.starts_with(key) || colon == std::string::npos) continue;
    const std::size_t start = std::min(line.find_first_not_of(" \t\"", colon + 1), line.size());
    return line.substr(start, line.find('"', start) - start);
  }
  return "unknown";
}

}  // namespace

std::string machine_text() {
  const double memory = std::strtod(value_of("/proc/meminfo", "MemTotal", ':').c_str(), nullptr) * 1024 / 1e9;
  return fmt::format("- machine: {}, {} cores, {:.0f} GB, {}\n- built with g++ {} ({}), ICU {}, Google Benchmark {}\n",
                     value_of("/proc/cpuinfo", "model name", ':'), std::thread::hardware_concurrency(), memory,
                     value_of("/etc/os-release", "PRETTY_NAME", '='), __VERSION__, ZHIBIAO_BENCH_BUILD, U_ICU_VERSION,
                     ZHIBIAO_BENCH_LIBRARY);
}

double load() {
  double average = 0;
  std::ifstream("/proc/loadavg") >> average;
  return average;
}

}  // namespace zhibiao::bench
