// Every document through the pipeline, by several threads, into one output.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/context.hpp"
#include "cli/destination.hpp"
#include "cli/input.hpp"
#include "cli/sinks.hpp"
#include "cli/work_options.hpp"
#include "cli/worker.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

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
