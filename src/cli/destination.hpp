// Where and how commands write: the options for it.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/command_line.hpp"
#include "cli/context.hpp"
#include "cli/input.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// --format, --output, and how rows and tables look.
struct OutputOptions {
  std::string format;
  std::string output;
  std::optional<std::size_t> width;
  bool wrap = false;
  std::string colour = "auto";
  bool pager = false;
  std::string header;
  std::string language;
  bool bom = false;
  bool excel = false;
  std::string encoding;

  void declare(Command& command, std::span<const Format> formats);
  /// What is written goes to standard output.
  bool to_standard() const { return output.empty() || output == "-"; }
  /// What was meant: the format named, else that of the output's name, else `terminal` on a terminal and `pipe`
  /// elsewhere. Throws UsageError for what is not among `formats` or does not go together.
  WriteOptions resolve(const Context& context, std::span<const Format> formats, Format terminal, Format pipe) const;

 private:
  bool wants_colour(const Context& context) const;
  void start_pager(const Context& context) const;
  void declare_rows(Command& command);
  Format chosen_format(const Context& context, std::span<const Format> formats, Format terminal, Format pipe) const;
};

/// The form that a file's name asks for by its ending: a format of ours or one of other programs (`docx`, `html`); empty
/// for a name that asks for none.
std::string_view form_of_name(std::string_view name);

}  // namespace zhibiao::cli
