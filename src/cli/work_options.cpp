// Command line, how the work is done. Input: options as typed; output: one line on what cannot be meant.
// Tested by tests/cli/jobs_test.cpp.
#include "cli/work_options.hpp"

#include <vector>

#include "cli/options.hpp"

namespace zhibiao::cli {
namespace {

std::vector<std::string> input_choices() { return {"files", "jsonl"}; }

std::vector<std::string> progress_choices() { return {"auto", "always", "never"}; }

}  // namespace

void WorkOptions::declare(Command& command) {
  command.option("-j,--jobs", jobs, "N", "work on N documents at a time (by default as many as there are cores)");
  command
      .option("--input", input, "KIND",
              "of FILE: files (the default) or jsonl, one document a line: {\"id\", \"text\", and if known "
              "\"title\", \"year\", \"issuer\"}; without a FILE from standard input")
      .choices(input_choices());
  command.flag("--resume", resume,
               "go on with -o FILE where an earlier run was interrupted: leave out the documents that it has done");
  command.option("--progress", progress, "WHEN", "on stderr: auto (the default: only on a terminal), always or never")
      .choices(progress_choices());
}

void WorkOptions::check() const {
  if (jobs == 0) throw UsageError("--jobs counts from 1");
  if (!input.empty()) chosen("kind of input", input, input_choices());
  if (!progress.empty()) chosen("time for progress", progress, progress_choices());
}

}  // namespace zhibiao::cli
