// Command line, what went wrong as data. Input: errors and warnings as they are said on stderr; output: JSON Lines.
// Tested by tests/cli/error_lines_test.cpp.
#include "cli/error_lines.hpp"

#include <fmt/format.h>

#include "read/encoding.hpp"
#include "write/rows.hpp"

namespace zhibiao::cli {
namespace {

std::string json(std::string_view text) { return write::json_string(read_stage::valid_utf8(text)); }

/// Throws UsageError for a file that results go to.
void check(const std::string& path, const CommandLine& line) {
  if (path == "-") throw UsageError("--errors needs a file: standard output is for results");
  for (const char* other : {"--output", "--plot"}) {
    if (line.typed(other) == path) throw UsageError(fmt::format("--errors and {} name the same file", other));
  }
}

}  // namespace

void ErrorLines::open(const std::string& path, std::ostream& standard) {
  file_ = std::make_unique<Output>(standard, path);
  out_ = &file_->stream();
}

void ErrorLines::add(Severity severity, const Error& error) {
  if (wanted()) append(error_line(severity, error));
}

void ErrorLines::append(std::string_view lines) {
  if (!wanted() || failed_) return;
  failed_ = true;  // where this throws
  *out_ << lines;
  failed_ = false;
}

void ErrorLines::commit() {
  out_ = nullptr;
  if (file_) file_->commit();
}

std::string error_line(Severity severity, const Error& error) {
  const Where& place = error.place();
  std::string line = fmt::format("{{\"file\": {}", json(place.file));
  if (!place.sheet.empty()) line += fmt::format(", \"sheet\": {}", json(place.sheet));
  if (error.line() > 0) line += fmt::format(", \"line\": {}", error.line());
  if (place.column > 0) line += fmt::format(", \"column\": {}", place.column);
  return line + fmt::format(", \"severity\": {}, \"message\": {}}}\n", json(name_of(severity)), json(error.reason()));
}

OptionsHandle add_errors(CommandLine& line, const Context& context) {
  auto path = std::make_shared<std::string>();
  for (Command command : line.commands()) {
    command.option("--errors", *path, "FILE",
                   "also write what is said of errors and warnings to FILE, one JSON object a line");
  }
  line.before_action([path, &line, context] {
    if (path->empty() || context.errors == nullptr) return;
    check(*path, line);
    context.errors->open(*path, context.out);
  });
  return path;
}

}  // namespace zhibiao::cli
