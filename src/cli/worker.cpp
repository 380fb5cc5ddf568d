// Command line, one document. Input: a task; output: its rows or its analysis, and what is to be said of it.
// Tested by tests/cli/jobs_test.cpp, tests/cli/json_lines_test.cpp.
#include "cli/worker.hpp"

#include <new>
#include <sstream>
#include <utility>

#include "cli/digest.hpp"
#include "cli/error_lines.hpp"
#include "cli/input.hpp"
#include "read/file.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/json_lines.hpp"

namespace zhibiao::cli {
namespace {

/// A document given as a line of JSON; its text is read as a file of these bytes would be.
Document read_line(Task& task, const Context& context, const ReadOptions& options) {
  JsonDocument given = parse_document(task.place, std::move(*task.bytes));
  ReadOptions reading = options;
  reading.encoding = "utf-8";  // as all JSON is, whatever a web page's own label says
  try {
    Document document{read_bytes(given.id, std::move(given.text), reading),
                      {given.year, std::move(given.title), std::move(given.issuer)}};
    for (const std::string& warning : document.source.facts().warnings) {
      context.warning(task.place, document.source.name() + ": " + warning);
    }
    return document;
  } catch (const Error& error) {
    throw Error(task.place, error.what());
  }
}

}  // namespace

Outcome Worker::work(Task&& task) {
  Outcome outcome;
  outcome.name = task.name;
  outcome.key = task.key;
  outcome.size = task.size;
  outcome.share = task.share;
  // Said here, printed in the order of the documents.
  std::ostringstream messages;
  messages.exceptions(std::ios::badbit);
  std::ostringstream errors;
  errors.exceptions(std::ios::badbit);
  ErrorLines lines;
  if (context_.errors != nullptr && context_.errors->wanted()) lines.go_to(errors);
  const Context own{context_.in, context_.out, messages, context_.terminal, &lines};
  try {
    run(task, own, outcome);
  } catch (const Error& error) {
    own.problem(error);
    outcome.failed = true;
  } catch (const std::bad_alloc&) {
    own.problem(without_memory(task.place));
    outcome.failed = true;
  }
  outcome.messages = std::move(messages).str();
  outcome.errors = std::move(errors).str();
  return outcome;
}

void Worker::run(Task& task, const Context& context, Outcome& outcome) {
  if (job_.stamped && left_out(task, outcome)) return;
  Document document = read(task, context);
  Analysis analysis = job_.analyse(analyzer_, document, context);
  if (job_.make_writer) {
    std::ostringstream rows;
    rows.exceptions(std::ios::badbit);  // a stream that finds no memory would lose rows without a word
    const auto writer = job_.make_writer(rows, job_.form);
    writer->write(document.source.name(), analysis);
    writer->finish();
    outcome.rows = std::move(rows).str();
  } else {
    outcome.name = document.source.name();
    outcome.analysis = std::move(analysis);
  }
  if (job_.keep_source) outcome.source = std::move(document.source);
}

/// Whether the document is as it was when it was done; else the bytes read for that are the task's.
bool Worker::left_out(Task& task, Outcome& outcome) const {
  if (task.problem) return false;
  outcome.stamp = {task.size, task.modified, 0};
  const DoneDocument* done = task.done;
  // As make and rsync do: same size and same time, same file.
  const bool same_file = done != nullptr && !task.bytes && task.modified != 0 && done->stamp.size == task.size &&
                         done->stamp.modified == task.modified;
  if (!same_file) {
    if (!task.bytes) task.bytes = read_stage::read_file(task.name, job_.reading.limits.file_bytes);
    outcome.stamp.size = task.bytes->size();
    outcome.stamp.digest = digest_of(*task.bytes);
    outcome.done = done;
  }
  outcome.left_out = same_file || (done != nullptr && done->stamp.size == outcome.stamp.size &&
                                   done->stamp.digest == outcome.stamp.digest);
  return outcome.left_out;
}

Document Worker::read(Task& task, const Context& context) const {
  if (job_.json_lines && !task.problem) return read_line(task, context, job_.reading);
  return {read_task(context, task, job_.reading), {}};
}

}  // namespace zhibiao::cli
