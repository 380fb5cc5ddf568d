// Options that several commands share, and the loop over their documents.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/app.hpp"
#include "cli/command_line.hpp"
#include "zhibiao/analyze.hpp"
#include "zhibiao/rules.hpp"
#include "zhibiao/write.hpp"

namespace zhibiao::cli {

/// The world a command sees.
struct Context {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Terminal terminal;

  /// One line on stderr: `zhibiao: …`.
  void problem(std::string_view message) const;
};

/// FILE… and --rules.
struct InputOptions {
  std::vector<std::string> files;
  std::vector<std::string> rules;

  void declare(Command& command);
};

/// --format, --output, --width, --wrap.
struct OutputOptions {
  std::string format;
  std::string output;
  std::optional<std::size_t> width;
  bool wrap = false;

  void declare(Command& command, std::span<const Format> formats);
  /// Checks --format against `formats`; with none given it is `terminal` on a terminal and `pipe` elsewhere.
  WriteOptions resolve(const Context& context, std::span<const Format> formats, Format terminal, Format pipe) const;
};

/// The compiled-in rules with those files added; kept by the caller.
class ChosenRules {
 public:
  explicit ChosenRules(const std::vector<std::string>& files);
  const Rules& get() const { return own_ ? *own_ : Rules::builtin(); }

 private:
  std::optional<Rules> own_;
};

using Analyse = std::function<Analysis(Analyzer&, const Source&)>;

/// Reads, analyses and writes each document, in the order given. What cannot be read is said on stderr and the others
/// are still done; returns the exit status.
int write_documents(const Context& context, const InputOptions& input, const std::string& output_path,
                    const std::function<std::unique_ptr<Writer>(std::ostream&)>& make_writer, const Analyse& analyse);

/// `value` as one of `names`; throws UsageError with the nearest of them.
std::size_t chosen(std::string_view what, std::string_view value, const std::vector<std::string>& names);

/// Parts of a list parted by commas, blanks around them dropped.
std::vector<std::string> split_list(std::string_view text);

}  // namespace zhibiao::cli
