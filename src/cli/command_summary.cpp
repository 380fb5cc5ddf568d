// The command `summary`: what is in each plan, at a glance. Tested by tests/cli/ and tests/golden/summary-*.
#include "cli/commands.hpp"
#include "cli/destination.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  OutputOptions output;
};

int run_summary(const Options& options, const Context& context) {
  const WriteOptions write = options.output.resolve(context, summary_formats(), Format::text, Format::text);
  return write_documents(
      context, options.input, options.output.output, write,
      [&](std::ostream& out) { return summary_writer(out, write); },
      [](Analyzer& analyzer, const Source& source) { return analyzer.analyze(source); });
}

}  // namespace

OptionsHandle add_summary(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("summary", "each plan at a glance: its data, its size, targets by kind and section");
  options->output.declare(command, summary_formats());
  options->input.declare(command);
  command.footer(
      "Examples:\n"
      "  zhibiao summary plans/\n"
      "  zhibiao summary plan.txt --format json");
  command.action([options, context] { return run_summary(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
