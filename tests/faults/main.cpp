// zhibiao_faults [--coarse | --most N] [--calls A-B] [--jobs N] [--call KIND] [SCENARIO]: runs each scenario again and again, each time with
// other calls that fail, and prints how many faults were injected, what the program made of them, and each run that broke
// a promise.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
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
  std::uint64_t from = 1;  ///< each of the calls from here
  std::uint64_t to = 0;    ///< to there instead; 0: not asked for
  std::string only;        ///< a part of a scenario's name
  std::string call;        ///< a kind of calls; empty: all
  std::size_t jobs = std::max(1U, std::thread::hardware_concurrency());
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

/// `most` of them, evenly.
void spread(const std::vector<std::uint64_t>& from, std::uint64_t most, std::vector<std::uint64_t>& into) {
  const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(most, from.size()));
  for (std::size_t i = 1; i <= count; ++i) into.push_back(from[i * from.size() / count - 1]);
}

/// Which calls are made to fail: the first, and of the others some; of allocations some of those that come from a place
/// in the program none came from before, which are the ones that can do something new.
std::vector<std::uint64_t> places(Call call, const Count& count, const Effort& effort) {
  std::vector<std::uint64_t> all;
  const std::uint64_t calls = count.calls[static_cast<std::size_t>(call)];
  for (std::uint64_t n = effort.from; n <= std::min(calls, effort.to); ++n) all.push_back(n);
  if (effort.to > 0) return all;
  const std::uint64_t dense = std::min(calls, effort.first);
  for (std::uint64_t n = 1; n <= dense; ++n) all.push_back(n);
  std::vector<std::uint64_t> others;
  if (call == Call::allocate) {
    std::copy_if(count.places.begin(), count.places.end(), std::back_inserter(others),
                 [dense](std::uint64_t n) { return n > dense; });
  } else {
    for (std::uint64_t n = dense + 1; n <= calls; ++n) others.push_back(n);
  }
  spread(others, effort.further, all);
  return all;
}

std::string name_of_error(int error) { return error == kShort ? "one byte" : ::strerrorname_np(error); }

/// An interrupted call that is never anything else would be an endless loop by right.
bool makes_sense(const Fault& fault) { return fault.count == 1 || (fault.error != EINTR && fault.error != kShort); }

std::vector<Fault> faults_of(Call call, const Count& count, const Effort& effort) {
  std::vector<Fault> faults;
  for (const int error : errors_of(call, effort.all_errors)) {
    for (const std::uint64_t so_many : {std::uint64_t{1}, kForever}) {
      for (const std::uint64_t first : places(call, count, effort)) {
        const Fault fault{static_cast<int>(call), error, first, so_many};
        if (makes_sense(fault)) faults.push_back(fault);
      }
    }
  }
  return faults;
}

/// A folder with the scenarios' files, where one run at a time can be made.
struct Lane {
  zhibiao_tests::Folder folder;
  Runner runner{folder};
  std::vector<Scenario> all = scenarios(folder);
  Expected expected;
};

/// One run. Its line, if the promise was broken.
std::string try_fault(const Lane& lane, const Scenario& scenario, const Fault& fault, Tally& tally) {
  const Run run = lane.runner.run(scenario, fault);
  if (run.injected == 0) return {};  // another order of threads
  ++tally.injected;
  const std::string broken = fault_of(lane.runner, scenario, lane.expected, run);
  ++(!broken.empty() ? tally.broken : run.end.status == lane.expected.status ? tally.unharmed : tally.told);
  if (broken.empty()) return {};
  return fmt::format("  BROKEN {}: {} {}{}: {}: {}\n         said: {}\n", scenario.name,
                     kCalls[static_cast<std::size_t>(fault.call)], fault.count == 1 ? "" : "from ", fault.first,
                     name_of_error(fault.error), broken, run.end.err.substr(0, 200));
}

Tally try_faults(std::vector<std::unique_ptr<Lane>>& lanes, std::size_t scenario, const std::vector<Fault>& faults) {
  Tally tally;
  std::mutex of_tally;
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (const auto& lane : lanes) {
    threads.emplace_back([&, of = lane.get()] {
      Tally own;
      for (std::size_t i = next++; i < faults.size(); i = next++) {
        const std::string line = try_fault(*of, of->all[scenario], faults[i], own);
        const std::lock_guard lock(of_tally);
        fmt::print("{}", line);
      }
      const std::lock_guard lock(of_tally);
      tally.add(own);
    });
  }
  threads.clear();
  return tally;
}

void print_row(std::string_view scenario, std::string_view call, const Tally& tally) {
  fmt::print("{:<28} {:<9} {:>8} {:>10} {:>8} {:>9} {:>7}\n", scenario, call, tally.calls, tally.injected, tally.told,
             tally.unharmed, tally.broken);
  std::fflush(stdout);
}

/// All kinds of calls of one scenario.
Tally try_scenario(std::vector<std::unique_ptr<Lane>>& lanes, std::size_t scenario, const Effort& effort) {
  Tally total;
  for (const auto& lane : lanes) lane->expected = expected_of(lane->runner, lane->all[scenario]);
  const std::string& name = lanes[0]->all[scenario].name;
  const Count count = lanes[0]->runner.count(lanes[0]->all[scenario]);
  for (std::size_t call = 0; call < kCalls.size(); ++call) {
    if (count.calls[call] == 0 || (!effort.call.empty() && effort.call != kCalls[call])) continue;
    Tally tally = try_faults(lanes, scenario, faults_of(static_cast<Call>(call), count, effort));
    tally.calls = count.calls[call];
    print_row(name, kCalls[call], tally);
    total.add(tally);
  }
  return total;
}

int try_all(const Effort& effort) {
  std::vector<std::unique_ptr<Lane>> lanes;
  for (std::size_t i = 0; i < effort.jobs; ++i) lanes.push_back(std::make_unique<Lane>());
  Tally total;
  fmt::print("{:<28} {:<9} {:>8} {:>10} {:>8} {:>9} {:>7}\n", "scenario", "call", "calls", "injected", "told",
             "unharmed", "broken");
  for (std::size_t i = 0; i < lanes[0]->all.size(); ++i) {
    if (lanes[0]->all[i].name.find(effort.only) != std::string::npos) total.add(try_scenario(lanes, i, effort));
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
    } else if (word == "--calls" && i + 1 < argc) {
      const std::string range = argv[++i];
      effort.from = std::stoul(range);
      effort.to = std::stoul(range.substr(range.find('-') + 1));
    } else if (word == "--jobs" && i + 1 < argc) {
      effort.jobs = std::max(1UL, std::stoul(argv[++i]));
    } else if (word == "--call" && i + 1 < argc) {
      effort.call = argv[++i];
    } else {
      effort.only = word;
    }
  }
  return faults::try_all(effort);
}
