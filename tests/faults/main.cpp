// zhibiao_faults [--coarse] [--most N] [--call KIND] [SCENARIO]: runs each scenario with calls that fail, one after the other, and prints
// how many faults were injected, what the program made of them, and each run that broke a promise.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "faults/runs.hpp"
#include "faults/scenarios.hpp"
#include "faults/verdict.hpp"

namespace faults {
namespace {

constexpr std::uint64_t kForever = ~std::uint64_t{0};

/// How much is tried.
struct Effort {
  std::uint64_t first = 500;    ///< each of the first calls of a kind
  std::uint64_t further = 200;  ///< spread over the others
  bool all_errors = true;
  std::string only;  ///< a part of a scenario's name
  std::string call;  ///< a kind of calls; empty: all
};

struct Tally {
  std::uint64_t calls = 0, injected = 0, told = 0, unharmed = 0, broken = 0;
  void add(const Tally& more) {
    calls += more.calls;
    injected += more.injected;
    told += more.told;
    unharmed += more.unharmed;
    broken += more.broken;
  }
};

std::vector<int> errors_of(Call call, bool all) {
  std::vector<int> errors;
  switch (call) {
    case Call::allocate: errors = {ENOMEM}; break;
    case Call::open: errors = {EIO, EMFILE, ENOSPC}; break;
    case Call::read: errors = {EIO, EINTR, kShort}; break;
    case Call::write: errors = {ENOSPC, EINTR, kShort, EIO}; break;
    case Call::close:
    case Call::rename: errors = {EIO, ENOSPC}; break;
    case Call::start: errors = {EAGAIN, ENOMEM}; break;
    case Call::sync: errors = {EIO, ENOSPC}; break;
  }
  if (!all && call != Call::write && call != Call::read) errors.resize(1);
  return errors;
}

/// Which calls of so many are made to fail.
std::vector<std::uint64_t> places(std::uint64_t calls, const Effort& effort) {
  std::vector<std::uint64_t> all;
  const std::uint64_t dense = std::min(calls, effort.first);
  for (std::uint64_t n = 1; n <= dense; ++n) all.push_back(n);
  const std::uint64_t rest = calls - dense;
  const std::uint64_t step = std::max<std::uint64_t>(1, rest / std::max<std::uint64_t>(1, effort.further));
  for (std::uint64_t n = dense + step; n <= calls; n += step) all.push_back(n);
  return all;
}

std::string name_of_error(int error) { return error == kShort ? "one byte" : ::strerrorname_np(error); }

/// An interrupted call that is never anything else would be an endless loop by right.
bool makes_sense(const Fault& fault) { return fault.count == 1 || (fault.error != EINTR && fault.error != kShort); }

Tally try_call(const Runner& runner, const Scenario& scenario, const Expected& expected, Call call, std::uint64_t calls,
               const Effort& effort) {
  Tally tally;
  tally.calls = calls;
  for (const int error : errors_of(call, effort.all_errors)) {
    for (const std::uint64_t count : {std::uint64_t{1}, kForever}) {
      for (const std::uint64_t first : places(calls, effort)) {
        const Fault fault{static_cast<int>(call), error, first, count};
        if (!makes_sense(fault)) continue;
        const Run run = runner.run(scenario, fault);
        if (run.injected == 0) continue;  // another order of threads
        ++tally.injected;
        const std::string broken = fault_of(runner, scenario, expected, run);
        ++(!broken.empty() ? tally.broken : run.end.status == 0 ? tally.unharmed : tally.told);
        if (broken.empty()) continue;
        fmt::print("  BROKEN {}: {} {}{} of {}: {}: {}\n", scenario.name, kCalls[static_cast<std::size_t>(call)],
                   count == 1 ? "" : "from ", first, calls, name_of_error(error), broken);
        fmt::print("         said: {}\n", run.end.err.substr(0, 200));
      }
    }
  }
  return tally;
}

void print_row(std::string_view scenario, std::string_view call, const Tally& tally) {
  fmt::print("{:<28} {:<9} {:>8} {:>10} {:>8} {:>9} {:>7}\n", scenario, call, tally.calls, tally.injected, tally.told,
             tally.unharmed, tally.broken);
  std::fflush(stdout);
}

int try_all(const Effort& effort) {
  const zhibiao_tests::Folder folder;
  const Runner runner(folder);
  Tally total;
  fmt::print("{:<28} {:<9} {:>8} {:>10} {:>8} {:>9} {:>7}\n", "scenario", "call", "calls", "injected", "told",
             "unharmed", "broken");
  for (const Scenario& scenario : scenarios(folder)) {
    if (scenario.name.find(effort.only) == std::string::npos) continue;
    const Expected expected = expected_of(runner, scenario);
    const Run counted = runner.run(scenario, {});
    for (std::size_t call = 0; call < kCalls.size(); ++call) {
      if (counted.calls[call] == 0 || (!effort.call.empty() && effort.call != kCalls[call])) continue;
      const Tally tally = try_call(runner, scenario, expected, static_cast<Call>(call), counted.calls[call], effort);
      print_row(scenario.name, kCalls[call], tally);
      total.add(tally);
    }
  }
  print_row("total", "", total);
  return total.injected > 0 && total.broken == 0 ? 0 : 1;
}

}  // namespace
}  // namespace faults

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  faults::Effort effort;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--coarse") {
      effort.first = 1;
      effort.further = 1;
      effort.all_errors = false;
    } else if (word == "--most" && i + 1 < argc) {
      effort.first = std::stoul(argv[++i]);
      effort.further = effort.first;
    } else if (word == "--call" && i + 1 < argc) {
      effort.call = argv[++i];
    } else {
      effort.only = word;
    }
  }
  return faults::try_all(effort);
}
