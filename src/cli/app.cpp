// Command line, the whole of it: commands put together, errors turned into one line and an exit status.
// Tested by tests/cli/ and every case under tests/golden/.
#include "cli/app.hpp"

#include <exception>
#include <ostream>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/write.hpp"

#ifndef ZHIBIAO_VERSION
#define ZHIBIAO_VERSION "unknown"
#endif

namespace zhibiao::cli {
namespace {

int run_command(const std::vector<std::string>& args, const Context& context) {
  CommandLine line("zhibiao", "Quantitative targets of Chinese government plans, each with its place in the source.",
                   ZHIBIAO_VERSION);
  std::vector<OptionsHandle> options;
  for (const auto add :
       {add_targets, add_summary, add_outline, add_diff, add_trend, add_explain, add_verify, add_rules, add_help}) {
    options.push_back(add(line, context));
  }
  line.root().footer(
      "Examples:\n"
      "  zhibiao targets plan.txt                  one row for each target\n"
      "  zhibiao targets plans/ -o targets.csv     of all plans in a folder, as CSV\n"
      "  zhibiao summary plan.txt                  what is in it\n"
      "  zhibiao explain plan.txt:31               why a line gave the records it gave\n"
      "'zhibiao help COMMAND' explains a command, 'zhibiao help fields' the fields.\n"
      "Exit status: 0 done, 1 the answer is 'fails', 2 could not do all of it.");
  const int status = line.run(args, context.out);
  context.out.flush();
  if (!context.out) throw Error("standard output", "cannot be written");
  return status;
}

}  // namespace

void Context::problem(std::string_view message) const { err << "zhibiao: " << printable(message) << '\n'; }

void Context::warning(std::string_view message) const { err << "zhibiao: warning: " << printable(message) << '\n'; }

void Context::note(std::string_view message) const { problem(message); }

int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal) {
  const Context context{in, out, err, terminal};
  try {
    return run_command(args, context);
  } catch (const WriteError& error) {
    if (error.closed_pipe()) return kDone;
    context.problem(error.what());
  } catch (const std::bad_alloc&) {
    context.problem("not enough memory");
  } catch (const std::exception& error) {
    context.problem(error.what());
  }
  return kTrouble;
}

}  // namespace zhibiao::cli
