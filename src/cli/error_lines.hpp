// What went wrong, for programs: --errors FILE.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/fault.hpp"

namespace zhibiao::cli {

/// Problems and warnings as JSON Lines, where somebody wants them.
class ErrorLines {
 public:
  /// A file that appears with commit(). Throws Error for a place that cannot be written.
  void open(const std::string& path, std::ostream& standard);
  /// A stream that outlives this.
  void go_to(std::ostream& out) { out_ = &out; }
  /// The same from open() to commit(): workers ask while lines are being written.
  bool wanted() const { return out_ != nullptr; }
  /// Throws WriteError, once: nothing more is written then.
  void add(Severity severity, const Error& error);
  /// Lines of another one.
  void append(std::string_view lines);
  /// Nothing more is added. Throws Error or WriteError.
  void commit();

 private:
  std::ostream* out_ = nullptr;
  bool failed_ = false;
  std::unique_ptr<Output> file_;
};

/// One line of JSON: `{"file": …, "line": …, "severity": "error", "message": …}`; what is not known is left out, `file`
/// excepted, which is empty then. Bytes of names that are no UTF-8 become U+FFFD.
std::string error_line(Severity severity, const Error& error);

/// Gives the option --errors to all commands declared so far; before one of them acts the file is open.
OptionsHandle add_errors(CommandLine& line, const Context& context);

}  // namespace zhibiao::cli
