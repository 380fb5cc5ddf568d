// Command line, plans to compare: files, folders, and tables of records, as Plans.
#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/plan.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao::cli {

struct PlansRead {
  std::vector<Plan> plans;
  bool failed = false;  ///< something could not be read: `context` was told, and it was left out
};

/// Plans of the paths, in the order given, folders' files in theirs. A path is a document, a folder of documents, or a
/// table that `targets` wrote (csv, tsv, jsonl, json, xlsx), whose rows are parted by their `file`. Facts of every role.
PlansRead read_plans(const Context& context, const std::vector<std::string>& paths, const ReadOptions& reading,
                     Analyzer& analyzer);

/// Leaves the facts of these roles; a plan without any is worth a warning.
void keep_roles(const Context& context, std::vector<Plan>& plans, const std::vector<Role>& roles);

}  // namespace zhibiao::cli
