// Command line, what there is to read. Input: arguments, lists of names, lines of JSON; output: one Task after the other.
// Tested by tests/cli/input_test.cpp, tests/cli/json_lines_test.cpp.
#include "cli/tasks.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <utility>

#include "read/limits.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/json_lines.hpp"
#include "zhibiao/paths.hpp"

namespace zhibiao::cli {
namespace {

/// The arguments, then the names of the list.
class Arguments {
 public:
  Arguments(const Context& context, const InputOptions& input) : files_(input.files) {
    if (!input.files_from.empty()) list_.emplace(input.files_from, input.null_names ? '\0' : '\n', context.in);
  }

  std::optional<std::string> next() {
    if (at_ < files_.size()) return files_[at_++];
    return list_ ? list_->next() : std::nullopt;
  }

  /// How much has been given out when `share` of the last argument has.
  std::optional<double> share(double share) const {
    if (list_) return files_.empty() ? list_->share() : std::nullopt;
    const double before = at_ == 0 ? 0 : static_cast<double>(at_ - 1);
    return (before + share) / static_cast<double>(std::max<std::size_t>(files_.size(), 1));
  }

 private:
  const std::vector<std::string>& files_;
  std::size_t at_ = 0;
  std::optional<NameList> list_;
};

Task problem_task(Error problem) {
  Task task;
  task.place = problem.place();
  task.problem = std::move(problem);
  return task;
}

/// Each file is a document.
class FileTasks : public TaskStream {
 public:
  /// Standard input is read here, in its turn, if `reads_standard`.
  FileTasks(const Context& context, const InputOptions& input, bool reads_standard)
      : context_(context),
        reads_standard_(reads_standard),
        limit_(input.reading.resolve().limits.file_bytes),
        arguments_(context, input),
        paths_([this] { return arguments_.next(); }, {input.include, input.exclude}) {}

  std::optional<Task> next() override {
    auto step = paths_.next();
    if (!step) return std::nullopt;
    Task task;
    if (step->problem) task = problem_task(*step->problem);
    if (!task.problem) describe(task, std::move(step->path));
    task.share = arguments_.share(paths_.share());
    return task;
  }

 private:
  void describe(Task& task, std::string path) {
    task.name = std::move(path);
    task.place = task.name;
    struct stat status {};
    if (task.name == "-") {
      if (reads_standard_) read_standard(task);
    } else if (::stat(task.name.c_str(), &status) == 0) {
      task.size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
      task.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    }
  }

  void read_standard(Task& task) {
    try {
      task.bytes = read_stream(context_.in, limit_);
      task.size = task.bytes->size();
    } catch (const Error& error) {
      task.problem = error;
    }
  }

  const Context& context_;
  bool reads_standard_;
  std::size_t limit_;
  Arguments arguments_;
  PathStream paths_;
};

/// Each line of each file is a document.
class LineTasks : public TaskStream {
 public:
  LineTasks(const Context& context, const InputOptions& input)
      : context_(context),
        input_(with_defaults(input)),
        limit_(input.reading.resolve().limits.file_bytes),
        files_(context_, input_, false) {}

  std::optional<Task> next() override {
    while (true) {
      if (lines_) {
        if (auto line = next_line()) return line;
        lines_.reset();
      }
      auto file = files_.next();
      if (!file) return std::nullopt;
      if (file->problem) return file;
      if (auto problem = open(*file)) return problem;
    }
  }

 private:
  /// Without files lines come from standard input; of folders only the files that hold such lines are meant.
  static InputOptions with_defaults(InputOptions input) {
    if (input.files.empty() && input.files_from.empty()) input.files = {"-"};
    if (input.include.empty()) input.include = {"*.jsonl", "*.ndjson"};
    return input;
  }

  std::optional<Task> open(const Task& file) {
    size_ = file.size;
    share_ = file.share;
    if (file.name == "-") {
      lines_.emplace(context_.in, "stdin", limit_);
      return std::nullopt;
    }
    file_ = std::ifstream(file.name, std::ios::binary);
    if (!file_) return problem_task({file.name, "cannot be opened: " + system_reason(errno)});
    lines_.emplace(file_, file.name, limit_);
    return std::nullopt;
  }

  std::optional<Task> next_line() {
    try {
      auto line = lines_->next();
      if (!line) return std::nullopt;
      if (line->too_long) return problem_task({line->place, read_stage::too_large(limit_)});
      Task task;
      task.name = line->place.str();
      task.place = std::move(line->place);
      task.size = line->text.size();
      task.bytes = std::move(line->text);
      // Of one file; of several nobody knows how long the others are.
      if (size_ > 0 && share_ == 1.0) {
        task.share = std::min(1.0, static_cast<double>(lines_->used()) / static_cast<double>(size_));
      }
      return task;
    } catch (const Error& error) {
      lines_.reset();
      return problem_task(error);
    }
  }

  const Context& context_;
  InputOptions input_;
  std::size_t limit_;
  FileTasks files_;
  std::ifstream file_;
  std::optional<JsonLines> lines_;
  std::size_t size_ = 0;
  std::optional<double> share_;
};

}  // namespace

std::unique_ptr<TaskStream> task_stream(const Context& context, const InputOptions& input, bool json_lines) {
  if (json_lines) return std::make_unique<LineTasks>(context, input);
  return std::make_unique<FileTasks>(context, input, true);
}

std::string read_stream(std::istream& in, std::size_t limit) {
  std::string bytes;
  constexpr std::size_t kPiece = std::size_t{1} << 16;
  while (in) {
    const std::size_t filled = bytes.size();
    if (filled > limit) throw Error("-", read_stage::too_large(limit));
    bytes.resize(filled + kPiece);
    in.read(bytes.data() + filled, static_cast<std::streamsize>(kPiece));
    bytes.resize(filled + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) throw Error("-", "cannot be read to its end");
  return bytes;
}

}  // namespace zhibiao::cli
