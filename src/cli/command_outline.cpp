// The command `outline`: the numbered items of each plan. Tested by tests/cli/ and tests/golden/outline-*.
#include "cli/commands.hpp"
#include "cli/write_documents.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  WorkOptions work;
  OutputOptions output;
  std::optional<std::size_t> depth;
};

int run_outline(const Options& options, const Context& context) {
  WriteOptions write = options.output.resolve(context, outline_formats(), Format::tree, Format::csv);
  if (options.depth == 0) throw UsageError("--depth counts from 1");
  write.depth = options.depth.value_or(0);
  const Analyse analyse = [](Analyzer& analyzer, const Document& document, const Context&) {
    return analyzer.outline(document.source);
  };
  const std::string selection = "outline " + std::to_string(options.depth.value_or(0));
  return write_documents(context,
                         {options.input, options.work, options.output, write, outline_writer, analyse, selection});
}

}  // namespace

OptionsHandle add_outline(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("outline", "the numbered items: their level, marker, path and heading");
  command.option("--depth", options->depth, "N",
                 "only the first N levels; a tree tells how many items are folded below");
  options->output.declare(command, outline_formats());
  options->input.declare(command);
  options->work.declare(command);
  command.example("zhibiao outline plan.txt --depth 2", "the two upper levels, as a tree");
  command.example("zhibiao outline plans/ --format csv", "all items of a folder's plans, one a row");
  command.action([options, context] { return run_outline(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
