// Command line, the whole of it: commands put together, errors turned into one line and an exit status.
// Tested by tests/cli/ and every case under tests/golden/.
#include "cli/app.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <ostream>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/error_lines.hpp"
#include "cli/output.hpp"
#include "cli/pager.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

#ifndef ZHIBIAO_VERSION
#define ZHIBIAO_VERSION "unknown"
#endif

namespace zhibiao::cli {
namespace {

struct DocumentCommand {
  std::string_view name;
  OptionsHandle (*add)(CommandLine&, const Context&);
};

/// In the order of the help, which has those that are about commands behind them.
constexpr DocumentCommand kDocumentCommands[] = {
    {"targets", add_targets}, {"summary", add_summary}, {"outline", add_outline}, {"diff", add_diff},
    {"trend", add_trend},     {"report", add_report},   {"check", add_check},     {"explain", add_explain},
    {"verify", add_verify},   {"rules", add_rules}};

void add_examples(Command root) {
  root.example("zhibiao targets plan.txt", "one row for each target");
  root.example("zhibiao targets plans/ -o targets.xlsx", "of all plans in a folder, as a workbook");
  root.example("zhibiao summary plan.docx", "what is in it");
  root.example("zhibiao report plan.docx -o plan.html", "all of it on a page for the browser");
  root.example("zhibiao diff 2021.txt 2022.txt", "what the new plan raised, lowered, added and dropped");
  root.example("zhibiao check plan.docx", "what is wrong with it");
  root.example("zhibiao explain plan.txt:31", "why a line gave the records it gave");
  root.note("'zhibiao help COMMAND' explains a command, 'zhibiao help fields' the fields of a record.");
  root.note("Exit status: 0 done, 1 the answer is 'fails', 2 could not do all of it.");
}

int run_command(const std::vector<std::string>& args, const Context& context) {
  CommandLine line("zhibiao", "Quantitative targets of Chinese government plans, each with its place in the source.",
                   ZHIBIAO_VERSION);
  const std::vector<OptionsHandle> options = add_commands(line, context, args);
  const int status = line.run(args, context.out, context.language());
  context.out.flush();
  if (!context.out) throw Error("standard output", "cannot be written");
  return status;
}

/// The status of a step; what it throws is said.
template <typename Step>
int guarded(const Context& context, const Step& step) {
  try {
    return step();
  } catch (const WriteError& error) {
    if (error.closed_pipe()) return kDone;
    context.problem(error.told());
  } catch (const Error& error) {
    context.problem(error);
  } catch (const std::bad_alloc&) {
    context.problem({"", "not enough memory"});
  } catch (const std::exception& error) {
    context.problem({"", error.what()});
  }
  return kTrouble;
}

}  // namespace

std::vector<OptionsHandle> add_commands(CommandLine& line, const Context& context,
                                        const std::vector<std::string>& args) {
  std::vector<OptionsHandle> options;
  if (args == std::vector<std::string>{"--version"}) return options;
  const auto named = std::find_if(std::begin(kDocumentCommands), std::end(kDocumentCommands),
                                  [&](const auto& one) { return !args.empty() && one.name == args.front(); });
  const bool all = named == std::end(kDocumentCommands);
  for (const DocumentCommand& one : kDocumentCommands) {
    if (all || &one == named) options.push_back(one.add(line, context));
  }
  options.push_back(add_errors(line, context));
  if (!all) return options;
  for (const auto add : {add_completions, add_help}) options.push_back(add(line, context));
  add_examples(line.root());
  return options;
}

void Context::problem(const Error& error) const {
  note(error.what());
  if (errors != nullptr) errors->add(Severity::error, error);
}

void Context::warning(const Where& place, std::string_view message) const {
  const Error error(place, std::string(message));
  err << "zhibiao: warning: " + printable(error.what()) + "\n";
  if (errors != nullptr) errors->add(Severity::warning, error);
}

// The line is made first: where memory is short, none is better than half of one.
void Context::note(std::string_view message) const { err << "zhibiao: " + printable(message) + "\n"; }

int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal) {
  ErrorLines errors;
  Pager pager;  // waits for its reader, whatever happens
  const Context context{in, out, err, terminal, &errors, &pager};
  // Saying what is wrong can go wrong itself.
  const int status = guarded(context, [&] { return guarded(context, [&] { return run_command(args, context); }); });
  const int told = guarded(context, [&] {
    errors.commit();
    return kDone;
  });
  return told == kDone ? status : told;
}

}  // namespace zhibiao::cli
