// The command `diff`: what a new plan raised, lowered, added and dropped against an old one.
// Tested by tests/compare/diff_command_test.cpp.
#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "write/diff_writer.hpp"
#include "zhibiao/compare.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> rules;
  ReadingOptions reading;
  OutputOptions output;
  std::string role = "target";
  bool all = false;
};

std::vector<Fact> facts_of(const Context& context, const std::string& path, const Options& options,
                           const ReadOptions& reading, Analyzer& analyzer) {
  static constexpr std::array kRoles = {Role::target, Role::result};
  const Role role = kRoles[chosen("role", options.role, {"target", "result"})];
  std::vector<Fact> facts = analyzer.analyze(read_source(context, path, reading)).facts;
  std::erase_if(facts, [&](const Fact& fact) { return fact.role != role; });
  if (facts.empty()) context.warning(path + ": no " + options.role + "s found in this file");
  return facts;
}

int run_diff(const Options& options, const Context& context) {
  if (options.files.size() != 2) throw UsageError("diff compares two plans: name OLD and NEW");
  if (options.files[0] == "-" && options.files[1] == "-") throw UsageError("only one of OLD and NEW can be '-'");
  const WriteOptions write = options.output.resolve(context, write::diff_formats(), Format::table, Format::csv);
  const ReadOptions reading = options.reading.resolve();
  const ChosenRules rules(options.rules);
  Analyzer analyzer(rules.get());
  const auto old_facts = facts_of(context, options.files[0], options, reading, analyzer);
  const auto new_facts = facts_of(context, options.files[1], options, reading, analyzer);
  Output output(context.out, options.output.output);
  write::write_diff(output.stream(), old_facts, new_facts, compare_facts(old_facts, new_facts, {}, rules.get()), write,
                    options.all);
  output.commit();
  return kDone;
}

}  // namespace

OptionsHandle add_diff(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("diff", "what a new plan raised, lowered, added and dropped against an old one");
  command.arguments("OLD NEW", options->files, "two plans; - for standard input");
  command.option("--rules", options->rules, "FILE", "add or replace rules from this TOML file");
  command.option("--role", options->role, "ROLE", "compare target (the default) or result (reported as reached)");
  command.flag("--all", options->all, "in the table, show also what is the same");
  options->output.declare(command, write::diff_formats());
  options->reading.declare(command);
  command.footer(
      "Status: raised, lowered (by the numbers, after units), same, changed (not to be put in order: definition,\n"
      "scope, unit, bound or deadline differ), added, dropped. Tighter and looser say whether more is asked for.\n"
      "Examples:\n"
      "  zhibiao diff 2021.txt 2022.txt\n"
      "  zhibiao diff 2021.txt 2022.txt --format csv -o diff.csv");
  command.action([options, context] { return run_diff(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
