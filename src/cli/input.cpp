// Command line, the way in. Input: arguments and options; output: one Source after the other, problems on stderr.
// Tested by tests/cli/input_test.cpp.
#include "cli/input.hpp"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <set>

#include "cli/output.hpp"
#include "zhibiao/error.hpp"

namespace zhibiao::cli {
namespace {

/// Where --save-text puts a document: its path below the folder, steps that lead out of it made harmless.
std::string saved_name(const std::string& name) {
  if (name == "-") return "stdin.txt";
  std::string path;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t slash = std::min(name.find('/', at), name.size());
    const std::string step = name.substr(at, slash - at);
    at = slash + 1;
    if (step.empty() || step == ".") continue;
    path += (path.empty() ? "" : "/") + (step == ".." ? std::string("_") : step);
  }
  return path + ".txt";
}

/// Writes the texts that records' offsets count in.
class TextSaver {
 public:
  TextSaver(const Context& context, std::string folder) : context_(context), folder_(std::move(folder)) {}

  void save(const Source& source) {
    if (folder_.empty()) return;
    std::string path = folder_ + "/" + saved_name(source.name());
    for (int number = 2; !taken_.insert(path).second; ++number) {
      path = fmt::format("{}/{}", folder_, saved_name(fmt::format("{}~{}", source.name(), number)));
    }
    make_folders_for(path);
    Output output(context_.out, path);
    output.stream() << source.text();
    output.commit();
  }

 private:
  const Context& context_;
  std::string folder_;
  std::set<std::string> taken_;
};

}  // namespace

void ReadingOptions::declare(Command& command) {
  command.option("--encoding", encoding, "NAME",
                 "of text and HTML files: utf-8, gb18030 (gbk, gb2312), big5, utf-16le, utf-16be; told by the bytes "
                 "if not given");
  command.flag("--replace", replace, "read bytes that fit nothing as U+FFFD, with a warning, instead of failing");
  command.flag("--convert", convert, "let soffice (LibreOffice) convert old office files: DOC, WPS, RTF");
}

ReadOptions ReadingOptions::resolve() const {
  ReadOptions options;
  if (!encoding.empty() && find_encoding(encoding).empty()) {
    throw UsageError(
        fmt::format("unknown encoding '{}'; expected utf-8, gb18030, gbk, big5, utf-16le or utf-16be", encoding));
  }
  options.encoding = encoding;
  options.replace = replace;
  options.convert = convert;
  return options;
}

void InputOptions::declare(Command& command) {
  command.arguments("FILE", files,
                    "plans: text, Markdown, HTML, DOCX, OFD or PDF files, told by their bytes; folders (walked); - for "
                    "standard input");
  command.option("--include", include, "GLOB", "of folders, only files of these names, such as '*.docx'; repeatable");
  command.option("--exclude", exclude, "GLOB", "of folders, leave out files and folders of these names; repeatable");
  command.option("--files-from", files_from, "LIST",
                 "read more FILE names from LIST, one a line; - for standard input");
  command.flag("-0,--null", null_names, "the names in LIST end with NUL bytes instead, as 'find -print0' writes them");
  reading.declare(command);
  command.option("--save-text", save_text, "FOLDER", "write the text of each document as it was read below FOLDER");
  command.option("--rules", rules, "FILE", "add a rule file (TOML); a rule with a known id replaces it; repeatable");
}

void InputOptions::check() const {
  if (files.empty() && files_from.empty()) {
    throw UsageError("no FILE given; name files or folders, or - for standard input");
  }
  reading.resolve();
}

ChosenRules::ChosenRules(const std::vector<std::string>& files) {
  if (!files.empty()) own_ = Rules::with_files(files);
}

Source read_source(const Context& context, const std::string& path, const ReadOptions& options) {
  // Standard input is the context's, so that tests can hand it in.
  Source source =
      path == "-"
          ? read_bytes("-", std::string(std::istreambuf_iterator<char>(context.in), std::istreambuf_iterator<char>()),
                       options)
          : read(path, options);
  for (const std::string& warning : source.facts().warnings) context.warning(source.name() + ": " + warning);
  return source;
}

int for_each_source(const Context& context, const InputOptions& input, const std::function<void(const Source&)>& use) {
  input.check();
  const ReadOptions options = input.reading.resolve();
  std::vector<std::string> problems;
  std::vector<std::string> arguments = input.files;
  if (!input.files_from.empty()) {
    const auto names = read_names(input.files_from, input.null_names ? '\0' : '\n', context.in);
    arguments.insert(arguments.end(), names.begin(), names.end());
  }
  const std::vector<std::string> paths = expand_paths(arguments, {input.include, input.exclude}, problems);
  for (const std::string& problem : problems) context.problem(problem);
  int status = problems.empty() ? kDone : kTrouble;
  TextSaver saver(context, input.save_text);
  for (const std::string& path : paths) {
    try {
      const Source source = read_source(context, path, options);
      use(source);
      saver.save(source);
      continue;
    } catch (const WriteError&) {
      throw;  // the output is lost: nothing to go on for
    } catch (const Error& error) {
      context.problem(error.what());
    } catch (const std::bad_alloc&) {
      context.problem(path + ": not enough memory for this document");
    }
    status = kTrouble;
  }
  return status;
}

}  // namespace zhibiao::cli
