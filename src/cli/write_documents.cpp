// Command line, the whole run. Input: options; output: the documents' rows in one place, problems on stderr.
// Tested by tests/cli/{jobs,json_lines,resume}_test.cpp.
#include "cli/write_documents.hpp"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>
#include <utility>

#include "cli/digest.hpp"
#include "cli/error_lines.hpp"
#include "cli/in_order.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/text_saver.hpp"
#include "write/counted.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/json_lines.hpp"

namespace zhibiao::cli {
namespace {

/// Rows made by the workers. For Excel one writer has to count the cells it cannot save, unless they are many runs'.
bool workers_write(const Run& run) {
  return rows_stand_alone(run.form.format) && (!run.form.csv.guard || run.work.resume);
}

void check(const Run& run) {
  run.input.check(!run.work.json_lines());
  run.work.check();
  if (!run.work.resume) return;
  if (run.output.to_standard()) throw UsageError("--resume goes on with a file: -o FILE");
  if (!rows_stand_alone(run.form.format)) {
    throw UsageError(fmt::format("--resume is for jsonl, csv and tsv, not for {}", name_of(run.form.format)));
  }
}

/// What comes before the first document's rows.
std::string head_of(const Run& run) {
  std::ostringstream head;
  head.exceptions(std::ios::badbit);
  run.make_writer(head, run.form)->finish();
  return std::move(head).str();
}

/// Digest of all that decides what a document's rows are like.
std::uint64_t settings_of(const Run& run, const Rules& rules) {
  Digest digest;
  const ReadOptions reading = run.input.reading.resolve();
  for (const bool flag : {reading.replace, reading.convert, run.work.json_lines(), run.form.csv.crlf,
                          run.form.csv.guard, run.form.csv.gb18030}) {
    digest.add(flag ? "1" : "0");
  }
  // The head says which columns there are.
  for (const std::string_view text : {std::string_view(ZHIBIAO_VERSION), std::string_view(run.selection),
                                      name_of(run.form.format), std::string_view(reading.encoding)}) {
    digest.add(text).add("\n");
  }
  for (const Field* column : run.form.columns) digest.add(column->name).add(",");
  digest.add(head_of(run));
  for (const RuleInfo& rule : rules.list()) digest.add(rule.id).add("\n").add(rule.source).add("\n");
  return digest.value();
}

std::unique_ptr<Sink> make_sink(const Context& context, const Run& run, const Rules& rules) {
  const std::string path = run.output.to_standard() ? "" : run.output.output;
  if (run.make_sink) return run.make_sink(path);
  if (run.work.resume) return resumed_sink(path, settings_of(run, rules), head_of(run));
  if (workers_write(run)) return rows_sink(context, path, head_of(run), run.work.json_lines());
  return writer_sink(context, path, run.form, run.make_writer);
}

Job make_job(const Run& run) {
  Job job;
  job.reading = run.input.reading.resolve();
  job.json_lines = run.work.json_lines();
  job.analyse = run.analyse;
  if (workers_write(run)) job.make_writer = run.make_writer;
  job.form = run.form;
  job.form.csv.head = false;
  job.keep_source = run.make_sink || !run.input.save_text.empty();
  job.stamped = run.work.resume;
  return job;
}

Progress::Form progress_form(const Context& context, const Run& run) {
  const std::string& wanted = run.work.progress;
  const Terminal& terminal = context.terminal;
  // Rows that run over a terminal show by themselves how far the work is.
  const bool rows_shown = terminal.tty && run.output.to_standard() && rows_stand_alone(run.form.format);
  if (wanted == "never" || (wanted != "always" && (!terminal.err_tty || rows_shown))) return Progress::Form::none;
  return terminal.err_tty ? Progress::Form::line : Progress::Form::log;
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The cores that this process may use.
std::size_t usable_cores() {
  cpu_set_t cores;
  if (::sched_getaffinity(0, sizeof cores, &cores) != 0) return std::max(1U, std::thread::hardware_concurrency());
  return static_cast<std::size_t>(std::max(1, CPU_COUNT(&cores)));
}

InFlight limits_of(const WorkOptions& work) {
  InFlight limits;
  // An engine that hands over lines runs as many of us as it has cores for.
  const std::size_t cores = work.json_lines() ? 1 : usable_cores();
  limits.threads = work.jobs.value_or(cores);
  limits.tasks = 32 * limits.threads;
  // A few plans are done before another thread has begun.
  if (!work.jobs) limits.bytes_a_thread = std::size_t{1} << 20;
  return limits;
}

/// What a later run knows the document by; empty if its line cannot be read.
std::string key_of(const Task& task, bool json_lines) {
  if (!json_lines) return task.name;
  try {
    return parse_document(task.place, *task.bytes).id;
  } catch (const Error&) {
    return {};
  }
}

/// A run while it runs.
class Runner {
 public:
  Runner(const Context& context, const Run& run)
      : context_(context),
        run_(run),
        rules_(run.input.rules),
        job_(make_job(run)),
        tasks_(task_stream(context, run.input, run.work.json_lines())),
        sink_(make_sink(context, run, rules_.get())),
        saver_(context, run.input.save_text),
        progress_(context.err, progress_form(context, run), seconds) {}

  int all() {
    InOrder<Task, Outcome> work(
        limits_of(run_.work), [this] { return next(); }, [](const Task& task) { return task.size; },
        [this](std::size_t) { return make_work(); });
    work.run([this](Outcome&& outcome) { use(outcome); });
    progress_.finish();
    sink_->finish();
    for (const std::string& warning : sink_->warnings()) context_.warning("", warning);
    if (left_out_ > 0) {
      context_.note(fmt::format("{} left out: done before, {} in {}", write::counted(left_out_, "document"),
                                left_out_ == 1 ? "its rows are" : "their rows are", run_.output.output));
    }
    return status_;
  }

 private:
  std::optional<Task> next() {
    auto task = tasks_->next();
    if (!task || !job_.stamped || task->problem) return task;
    try {
      task->key = key_of(*task, job_.json_lines);
      task->done = sink_->done(task->key);
    } catch (const std::bad_alloc&) {
      task->problem = without_memory(task->place);
    }
    return task;
  }

  /// Compiled rules do not change, so that all threads use the same.
  InOrder<Task, Outcome>::Work make_work() {
    const auto worker = std::make_shared<Worker>(context_, job_, rules_.get());
    return [worker](Task&& task) { return worker->work(std::move(task)); };
  }

  void use(const Outcome& outcome) {
    if (!outcome.messages.empty()) {
      progress_.clear();
      context_.err << outcome.messages;
    }
    if (context_.errors != nullptr) context_.errors->append(outcome.errors);
    if (outcome.failed) status_ = kTrouble;
    if (outcome.left_out) {
      ++left_out_;
    } else if (!outcome.failed) {
      sink_->put(outcome);
    }
    if (outcome.source) save(*outcome.source);
    progress_.done(outcome.size, outcome.share);
  }

  void save(const Source& source) {
    try {
      saver_.save(source);
    } catch (const Error& error) {
      progress_.clear();
      context_.problem(error);
      status_ = kTrouble;
    }
  }

  const Context& context_;
  const Run& run_;
  ChosenRules rules_;
  Job job_;
  std::unique_ptr<TaskStream> tasks_;
  std::unique_ptr<Sink> sink_;
  TextSaver saver_;
  Progress progress_;
  int status_ = kDone;
  std::size_t left_out_ = 0;
};

}  // namespace

int write_documents(const Context& context, const Run& run) {
  check(run);
  return Runner(context, run).all();
}

}  // namespace zhibiao::cli
