// One document from its task to its rows: what each thread does.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "cli/context.hpp"
#include "cli/done_list.hpp"
#include "cli/input.hpp"
#include "cli/tasks.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// A document and what its giver says of it.
struct Document {
  Source source;
  Given given;
};

/// What a command wants to know of a document; warnings go to the context. Called by several threads, each with an
/// Analyzer of its own.
using Analyse = std::function<Analysis(Analyzer&, const Document&, const Context&)>;
using MakeWriter = std::function<std::unique_ptr<Writer>(std::ostream&, const WriteOptions&)>;

/// What is the same for all documents of a run.
struct Job {
  ReadOptions reading;
  bool json_lines = false;  ///< a task holds a line: `{"id": …, "text": …}`
  Analyse analyse;
  MakeWriter make_writer;    ///< for rows that stand alone; empty: rows are written by whom gets the analysis
  WriteOptions form;         ///< of these rows, without a head
  bool keep_source = false;  ///< the text is wanted
  bool stamped = false;      ///< documents done before are left out
};

/// What came of a task.
struct Outcome {
  std::string name;      ///< of the document, as records print it
  std::string messages;  ///< lines for stderr
  std::string errors;    ///< and for --errors
  bool failed = false;
  bool left_out = false;             ///< done before, unchanged
  std::string rows;                  ///< where rows stand alone
  std::optional<Analysis> analysis;  ///< where they do not
  std::optional<Source> source;      ///< with keep_source
  std::string key;                   ///< with stamped: of the task
  Stamp stamp;
  const DoneDocument* done = nullptr;  ///< with stamped: an older state of the document
  std::size_t size = 0;                ///< of the task
  std::optional<double> share;
};

/// Reads, analyses and writes documents on one thread. Never throws for what is wrong with a document.
class Worker {
 public:
  /// All must outlive the worker.
  Worker(const Context& context, const Job& job, const Rules& rules) : context_(context), job_(job), analyzer_(rules) {
    analyzer_.limit_records(job.reading.limits.records);
  }

  Outcome work(Task&& task);

 private:
  void run(Task& task, const Context& context, Outcome& outcome);
  bool left_out(Task& task, Outcome& outcome) const;
  Document read(Task& task, const Context& context) const;

  const Context& context_;
  const Job& job_;
  Analyzer analyzer_;
};

}  // namespace zhibiao::cli
