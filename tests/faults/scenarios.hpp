// What is run while calls fail: command lines with the files they read and write.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "read/folder.hpp"

namespace faults {

/// A file that a scenario writes.
struct Target {
  std::string path;
  bool streamed = false;  ///< standard output, or a file that grows: what is there when a run fails is its beginning
};

struct Scenario {
  std::string name;
  std::vector<std::string> args;
  std::string output;  ///< path for standard output; empty: nothing is printed there
  std::vector<Target> targets;
  std::function<void()> prepare;  ///< puts the files back as they were before the run
  bool resumed = false;           ///< run again without faults, it must finish the work
};

/// The scenarios with their inputs in a folder.
std::vector<Scenario> scenarios(const zhibiao_tests::Folder& folder);

}  // namespace faults
