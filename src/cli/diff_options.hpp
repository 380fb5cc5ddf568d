// Command line, `diff`: its options, as typed and as meant.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/destination.hpp"
#include "cli/diff_parts.hpp"
#include "cli/input.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

struct DiffOptions {
  std::vector<std::string> files;
  std::vector<std::string> rules;
  ReadingOptions reading;
  OutputOptions output;
  std::string role;
  bool achieved = false;
  bool outline = false;
  std::string only;
  std::string order = "section";
  std::string threshold;
  std::string near_misses;
  bool explain = false;
  bool exit_code = false;
  bool all = false;

  /// All but those of OutputOptions and ReadingOptions.
  void declare(Command& command);
  /// What was meant; throws UsageError for what cannot be.
  DiffRequest request(Format format) const;
  /// The roles compared on the old and on the new side.
  std::pair<Role, Role> roles() const;
  /// Throws UsageError for options about targets, which mean nothing for outlines.
  void check_outline() const;
  /// Names and values of what decides the result, for the workbook.
  std::vector<std::pair<std::string, std::string>> told(const DiffRequest& request) const;
};

}  // namespace zhibiao::cli
