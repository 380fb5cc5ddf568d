// Command line, what commands share. Input: options as typed; output: options as meant, and every document through the
// pipeline. Tested by tests/cli/.
#include "cli/options.hpp"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <ostream>

#include "cli/output.hpp"
#include "cli/suggest.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/read.hpp"

namespace zhibiao::cli {
namespace {

std::vector<std::string> names_of(std::span<const Format> formats) {
  std::vector<std::string> names;
  for (const Format format : formats) names.emplace_back(name_of(format));
  return names;
}

Source read_document(const Context& context, const std::string& path) {
  if (path != "-") return read(path);
  return read_bytes("-", std::string(std::istreambuf_iterator<char>(context.in), std::istreambuf_iterator<char>()));
}

}  // namespace

void Context::problem(std::string_view message) const { err << "zhibiao: " << printable(message) << '\n'; }

void InputOptions::declare(Command& command) {
  command.arguments("FILE", files, "plans in UTF-8 text: files, folders (walked for .txt, .md, .text), - for stdin");
  command.option("--rules", rules, "FILE", "add a rule file (TOML); a rule with a known id replaces it; repeatable");
}

void OutputOptions::declare(Command& command, std::span<const Format> formats) {
  command.option("--format", format, "FORMAT", fmt::format("{}", fmt::join(names_of(formats), ", ")));
  command.option("-o,--output", output, "FILE", "write to a file, which appears only when it is whole");
  command.option("--width", width, "N", "fit forms for people to N columns (0: no limit)");
  command.flag("--wrap", wrap, "in tables, continue long cells on the next line instead of cutting them");
}

WriteOptions OutputOptions::resolve(const Context& context, std::span<const Format> formats, Format terminal,
                                    Format pipe) const {
  WriteOptions options;
  const bool to_terminal = context.terminal.tty && output.empty();
  options.format = to_terminal ? terminal : pipe;
  if (!format.empty()) options.format = formats[chosen("format", format, names_of(formats))];
  options.width = width.value_or(output.empty() ? context.terminal.width : 0);
  options.wrap = wrap;
  return options;
}

ChosenRules::ChosenRules(const std::vector<std::string>& files) {
  if (!files.empty()) own_ = Rules::with_files(files);
}

int write_documents(const Context& context, const InputOptions& input, const std::string& output_path,
                    const std::function<std::unique_ptr<Writer>(std::ostream&)>& make_writer, const Analyse& analyse) {
  if (input.files.empty()) throw UsageError("no FILE given; name files or folders, or - for standard input");
  std::vector<std::string> problems;
  const std::vector<std::string> paths = expand_paths(input.files, problems);
  for (const std::string& problem : problems) context.problem(problem);
  int status = problems.empty() ? kDone : kTrouble;

  const ChosenRules rules(input.rules);
  Analyzer analyzer(rules.get());
  Output output(context.out, output_path);
  const std::unique_ptr<Writer> writer = make_writer(output.stream());
  for (const std::string& path : paths) {
    std::optional<Analysis> analysis;
    std::string name;
    try {
      const Source source = read_document(context, path);
      name = source.name();
      analysis = analyse(analyzer, source);
    } catch (const Error& error) {
      context.problem(error.what());
    } catch (const std::exception& error) {
      context.problem(fmt::format("{}: cannot be analysed: {}", path, error.what()));
    }
    if (analysis) {
      writer->write(name, *analysis);
    } else {
      status = kTrouble;
    }
  }
  writer->finish();
  output.commit();
  return status;
}

std::size_t chosen(std::string_view what, std::string_view value, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == value) return i;
  }
  throw UsageError(unknown(what, value, names));
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view part = text.substr(0, comma);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    part = part.substr(0, part.find_last_not_of(' ') + 1);
    parts.emplace_back(part);
    if (comma == text.size()) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace zhibiao::cli
