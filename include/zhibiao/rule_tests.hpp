// The examples every rule carries, run as tests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "zhibiao/rules.hpp"

namespace zhibiao {

struct RuleTestReport {
  std::size_t rules = 0;              ///< rules looked at
  std::size_t examples = 0;           ///< `yes` and `no` examples run
  std::vector<std::string> failures;  ///< one line each: place, rule, what was expected and found
};

/// Runs the examples of the rules in force; with `only_files`, of the rules from these files alone.
RuleTestReport test_rules(const Rules& rules, const std::vector<std::string>& only_files);

}  // namespace zhibiao
