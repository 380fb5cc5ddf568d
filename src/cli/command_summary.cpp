// The command `summary`: what is in each plan, at a glance. Tested by tests/cli/ and tests/golden/summary-*.
#include "cli/commands.hpp"
#include "cli/write_documents.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  WorkOptions work;
  OutputOptions output;
};

int run_summary(const Options& options, const Context& context) {
  const WriteOptions write = options.output.resolve(context, summary_formats(), Format::text, Format::text);
  const Analyse analyse = [](Analyzer& analyzer, const Document& document, const Context&) {
    return analyzer.analyze(document.source, document.given);
  };
  return write_documents(context,
                         {options.input, options.work, options.output, write, summary_writer, analyse, "summary"});
}

}  // namespace

OptionsHandle add_summary(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("summary", "each plan at a glance: its data, its size, targets by kind and section");
  options->output.declare(command, summary_formats());
  options->input.declare(command);
  options->work.declare(command);
  command.example("zhibiao summary plans/", "a page for each plan");
  command.example("zhibiao summary plan.txt --format json", "the same for programs");
  command.action([options, context] { return run_summary(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
