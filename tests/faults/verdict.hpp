// What is left of a run whose calls failed: is it what was promised?
#pragma once

#include <string>
#include <vector>

#include "faults/runs.hpp"
#include "faults/scenarios.hpp"

namespace faults {

/// What a target held before the run, and what it holds after one without faults.
struct Expected {
  int status = 0;  ///< of the run without faults
  std::vector<std::string> before;
  std::vector<std::string> whole;
};

/// A file as far as it can be compared: a database is asked for its rows.
std::string told(const std::string& path);

Expected expected_of(const Runner& runner, const Scenario& scenario);

/// What is wrong after the run; empty if nothing. A run that must go on is run again for that.
std::string fault_of(const Runner& runner, const Scenario& scenario, const Expected& expected, const Run& run);

}  // namespace faults
