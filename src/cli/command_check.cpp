// The command `check`: what is wrong with a document. Tested by tests/check/check_command_test.cpp and tests/golden/check-*.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/write_documents.hpp"
#include "zhibiao/check.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  WorkOptions work;
  OutputOptions output;
  std::string only;
  std::string except;
  std::string severity = "note";
  std::string fail_on = "warning";
};

const std::vector<std::string>& severities() {
  static const std::vector<std::string> names = {"error", "warning", "note"};
  return names;
}

/// Which faults are asked for.
struct Filter {
  std::vector<bool> kinds;  ///< by FaultKind
  Severity least = Severity::note;

  bool takes(const Fault& fault) const {
    return fault.severity <= least && kinds[static_cast<std::size_t>(fault.kind)];
  }
};

/// `numbering.jump`, and behind the first of a family its name: `numbering`.
std::vector<std::string> names_of_kinds() {
  std::vector<std::string> names;
  for (const FaultInfo& info : fault_kinds()) {
    const std::string family(info.id.substr(0, info.id.find('.')));
    if (std::find(names.begin(), names.end(), family) == names.end()) names.push_back(family);
    names.emplace_back(info.id);
  }
  return names;
}

/// Sets what `list` names.
void set_kinds(const std::string& list, bool wanted, std::vector<bool>& kinds) {
  if (list.empty()) return;
  const std::vector<std::string> names = names_of_kinds();
  for (const std::string& name : split_list(list)) {
    const std::string& known = names[chosen("fault", name, names)];
    for (const FaultInfo& info : fault_kinds()) {
      if (info.id == known || info.id.starts_with(known + ".")) kinds[static_cast<std::size_t>(info.kind)] = wanted;
    }
  }
}

Filter make_filter(const Options& options) {
  Filter filter;
  filter.kinds.assign(fault_kinds().size(), options.only.empty());
  set_kinds(options.only, true, filter.kinds);
  set_kinds(options.except, false, filter.kinds);
  filter.least = static_cast<Severity>(chosen("severity", options.severity, severities()));
  return filter;
}

/// The least severity that makes the answer 'fails'; empty: none does.
std::optional<Severity> failing(const Options& options) {
  std::vector<std::string> names = severities();
  names.emplace_back("never");
  const std::size_t choice = chosen("severity", options.fail_on, names);
  if (choice + 1 == names.size()) return std::nullopt;
  return static_cast<Severity>(choice);
}

int run_check(const Options& options, const Context& context) {
  const Filter filter = make_filter(options);
  const auto fails_on = failing(options);
  const WriteOptions write = options.output.resolve(context, faults_formats(), Format::table, Format::csv);
  if (options.work.resume) throw UsageError("check has to see all documents to answer: leave --resume out");
  const ChosenRules rules(options.input.rules);
  const Checker checker(rules.get());
  std::atomic<bool> fails = false;
  const Analyse analyse = [&](Analyzer& analyzer, const Document& document, const Context&) {
    Analysis analysis = analyzer.analyze(document.source, document.given);
    analysis.faults = checker.check(document.source, analysis);
    std::erase_if(analysis.faults, [&](const Fault& fault) { return !filter.takes(fault); });
    for (const Fault& fault : analysis.faults) {
      if (fails_on && fault.severity <= *fails_on) fails = true;
    }
    return analysis;
  };
  const int status =
      write_documents(context, {options.input, options.work, options.output, write, faults_writer, analyse, "check"});
  return status != kDone ? status : fails ? kFails : kDone;
}

}  // namespace

OptionsHandle add_check(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command = line.root().command("check", "a document's faults: numbering, sums, values and dates");
  command.option("--only", options->only, "A,B,C", "only these faults or families of them: {}")
      .list_of(names_of_kinds());
  command.option("--except", options->except, "A,B,C", "all faults but these").list_of(names_of_kinds());
  command.option("--severity", options->severity, "LEVEL", "only faults so severe or worse: {} (the default)")
      .choices(severities());
  command.option("--fail-on", options->fail_on, "LEVEL", "exit status 1 from this severity on: {} (by default warning)")
      .choices({"error", "warning", "note", "never"});
  options->output.declare(command, faults_formats());
  options->input.declare(command);
  options->work.declare(command);
  command.note(
      "Faults are told only where they can be shown in the text. Exit status: 0 none found (notes do not count), 1 "
      "faults "
      "found, 2 could not do all of it.");
  command.example("zhibiao check plan.txt", "all faults, with line and reason");
  command.example("zhibiao check plans/ --except numbering -o faults.csv", "a list to work through");
  command.example("zhibiao check plan.docx --format text --fail-on error", "lines as compilers print them");
  command.action([options, context] { return run_check(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
