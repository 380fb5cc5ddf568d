// Command line, the way in. Input: arguments and options; output: one Source after the other, problems on stderr.
// Tested by tests/cli/input_test.cpp.
#include "cli/input.hpp"

#include <new>
#include <utility>

#include "cli/output.hpp"
#include "cli/suggest.hpp"
#include "cli/tasks.hpp"
#include "cli/text_saver.hpp"
#include "text/words.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {

namespace {

std::string limit_names() {
  std::string names;
  for (const LimitField& field : limit_fields()) names += (names.empty() ? "" : ", ") + std::string(field.name);
  return names;
}

/// Those worth offering; others are understood too.
std::vector<std::string> encoding_names() {
  return {"utf-8", "gb18030", "gbk", "gb2312", "big5", "utf-16le", "utf-16be"};
}

}  // namespace

void ReadingOptions::declare(Command& command) {
  command.option("--encoding", encoding, "NAME", "of text and HTML files: {}; told by the bytes if not given")
      .choices(encoding_names());
  command.flag("--replace", replace, "read bytes that fit nothing as U+FFFD, with a warning, instead of failing");
  command.flag("--convert", convert, "let soffice (LibreOffice) convert old office files: DOC, WPS, RTF");
  command.option(
      "--limit", limits, "NAME=VALUE",
      "what a document may cost: " + limit_names() + "; the message that refuses one names its limit; repeatable");
}

ReadOptions ReadingOptions::resolve() const {
  ReadOptions options;
  if (!encoding.empty() && find_encoding(encoding).empty()) {
    throw UsageError(unknown("encoding", encoding, encoding_names()));
  }
  options.encoding = encoding;
  options.replace = replace;
  options.convert = convert;
  for (const std::string& limit : limits) {
    try {
      set_limit(options.limits, limit);
    } catch (const Error& error) {
      throw UsageError(error.what());
    }
  }
  return options;
}

void declare_rule_files(Command& command, std::vector<std::string>& files) {
  command.option("--rules", files, "FILE", "add a rule file (TOML); a rule with a known id replaces it; repeatable");
}

void InputOptions::declare(Command& command) {
  command.arguments("FILE", files,
                    "plans: text, Markdown, HTML, DOCX, OFD or PDF files, told by their bytes; folders (walked); - for "
                    "standard input");
  command.option("--include", include, "GLOB", "of folders, only files of these names, such as '*.docx'; repeatable");
  command.option("--exclude", exclude, "GLOB", "of folders, leave out files and folders of these names; repeatable");
  command.option("--files-from", files_from, "LIST", "read more FILE names from LIST, one a line; - for standard input")
      .file();
  command.flag("-0,--null", null_names, "the names in LIST end with NUL bytes instead, as 'find -print0' writes them");
  reading.declare(command);
  command.option("--save-text", save_text, "FOLDER", "write the text of each document as it was read below FOLDER");
  declare_rule_files(command, rules);
}

void InputOptions::check(bool named) const {
  if (named && files.empty() && files_from.empty()) {
    throw UsageError("no FILE given; name files or folders, or - for standard input");
  }
  reading.resolve();
}

ChosenRules::ChosenRules(const std::vector<std::string>& files) {
  text::fix_locale();  // whoever has rules makes an Analyzer next, maybe on several threads
  if (!files.empty()) own_ = Rules::with_files(files);
}

Source read_task(const Context& context, Task& task, const ReadOptions& options) {
  if (task.problem) throw Error(*task.problem);
  Source source = task.bytes ? read_bytes(task.name, std::move(*task.bytes), options) : read(task.name, options);
  for (const std::string& warning : source.facts().warnings) context.warning(source.name(), warning);
  return source;
}

Source read_source(const Context& context, const std::string& path, const ReadOptions& options) {
  Task task;
  task.name = path;
  task.place = path;
  // Standard input is the context's, so that tests can hand it in.
  if (path == "-") task.bytes = read_stream(context.in, options.limits.file_bytes);
  return read_task(context, task, options);
}

Error without_memory(const Where& place) { return {place, "not enough memory for this document"}; }

int for_each_source(const Context& context, const InputOptions& input, const std::function<void(const Source&)>& use) {
  input.check();
  const ReadOptions options = input.reading.resolve();
  const auto tasks = task_stream(context, input);
  TextSaver saver(context, input.save_text);
  int status = kDone;
  while (auto task = tasks->next()) {
    try {
      const Source source = read_task(context, *task, options);
      use(source);
      saver.save(source);
      continue;
    } catch (const WriteError&) {
      throw;  // the output is lost: nothing to go on for
    } catch (const Error& error) {
      context.problem(error);
    } catch (const std::bad_alloc&) {
      context.problem(without_memory(task->place));
    }
    status = kTrouble;
  }
  return status;
}

}  // namespace zhibiao::cli
