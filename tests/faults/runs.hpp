// One run of a scenario with calls that fail.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "faults/log.hpp"
#include "faults/scenarios.hpp"
#include "safety/program.hpp"

namespace faults {

/// Which calls fail.
struct Fault {
  int call = -1;  ///< of kCalls; -1: none
  int error = 0;
  std::uint64_t first = 1;
  std::uint64_t count = 1;
};

struct Run {
  safety::End end;
  std::array<std::uint64_t, kCalls.size()> calls{};
  std::uint64_t injected = 0;
};

/// What there is to fail.
struct Count {
  std::array<std::uint64_t, kCalls.size()> calls{};
  std::vector<std::uint64_t> places;  ///< from 1, rising
};

class Runner {
 public:
  explicit Runner(const zhibiao_tests::Folder& folder);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// Prepares the scenario and runs it.
  Run run(const Scenario& scenario, const Fault& fault) const;
  /// Runs it without faults. The calls of each kind; of allocations also the first of each place in the program, a place
  /// being who called whom.
  Count count(const Scenario& scenario) const;
  /// Runs it as it is, without faults.
  safety::End run_again(const Scenario& scenario) const;
  /// The folder for temporary files, which each run must leave empty.
  const std::string& temporary() const { return temporary_; }

 private:
  std::string work_;
  std::string temporary_;
  std::string log_path_;
  Log* log_ = nullptr;
};

}  // namespace faults
