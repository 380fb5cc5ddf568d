// Every document through the pipeline, by several threads, into one output.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "cli/command_line.hpp"
#include "cli/context.hpp"
#include "cli/destination.hpp"
#include "cli/input.hpp"
#include "cli/sinks.hpp"
#include "cli/worker.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// --jobs, --input, --resume, --progress: how the work is done.
struct WorkOptions {
  std::optional<std::size_t> jobs;
  std::string input;
  bool resume = false;
  std::string progress;

  void declare(Command& command);
  /// Throws UsageError for options that cannot be meant.
  void check() const;
  bool json_lines() const { return input == "jsonl"; }
};

/// One command's run over its documents.
struct Run {
  const InputOptions& input;
  const WorkOptions& work;
  const OutputOptions& output;
  WriteOptions form;
  MakeWriter make_writer;  ///< for forms made of text
  Analyse analyse;
  std::string selection;  ///< all options that decide which rows there are, for --resume
  /// For output that is made of sources too: what takes outcomes, with their sources, instead of a writer.
  std::function<std::unique_ptr<Sink>(const std::string& path)> make_sink = {};
};

/// Reads, analyses and writes each document, in the order given. What cannot be read is said on stderr, in that order
/// too, and the others are still done; returns the exit status. The output is the same for any number of threads.
int write_documents(const Context& context, const Run& run);

}  // namespace zhibiao::cli
