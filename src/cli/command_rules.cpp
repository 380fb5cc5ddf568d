// The command `rules`: list, show and test the rules in force. Tested by tests/cli/ and tests/golden/rules-*.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/destination.hpp"
#include "cli/help/texts.hpp"
#include "cli/output.hpp"
#include "cli/suggest.hpp"
#include "write/counted.hpp"
#include "write/format.hpp"
#include "write/rows.hpp"
#include "write/table.hpp"
#include "zhibiao/error.hpp"
#include "zhibiao/rule_tests.hpp"

namespace zhibiao::cli {
namespace {

constexpr std::array kFormats = {Format::table, Format::csv, Format::tsv, Format::jsonl, Format::json, Format::md};

struct Options {
  std::vector<std::string> rules;
  std::vector<std::string> arguments;
  OutputOptions output;
};

int list_rules(const Options& options, const Context& context) {
  const WriteOptions write = options.output.resolve(context, kFormats, Format::table, Format::csv);
  const ChosenRules rules(options.rules);
  Output output(context.out, options.output.output);
  if (write.format == Format::table) {
    const Language language = write.language;
    write::Table table({{.title = heading("id", language)},
                        {.title = heading("type", language)},
                        {.title = heading("place", language)},
                        {.title = heading("about", language), .floor = 16}});
    for (const RuleInfo& rule : rules.get().list()) table.row({rule.id, rule.type, rule.place, rule.about});
    table.print(output.stream(), write.width, write.wrap);
  } else {
    std::vector<write::Column> columns;
    for (const char* name : {"id", "type", "place", "about"}) {
      columns.push_back({heading(name, write::header_language(write)), FieldType::text});
    }
    const auto rows = write::row_writer(output.stream(), write.format, std::move(columns), write.csv);
    for (const RuleInfo& rule : rules.get().list()) rows->row({rule.id, rule.type, rule.place, rule.about});
    rows->finish();
  }
  output.commit();
  return kDone;
}

/// Each rule as it stands in its file, below a line that names the place.
int show_rules(const Options& options, const Context& context) {
  if (options.arguments.empty()) throw UsageError("no rule named; 'zhibiao rules list' prints the ids");
  const ChosenRules rules(options.rules);
  const std::vector<RuleInfo> known = rules.get().list();
  int status = kDone;
  bool first = true;
  for (const std::string& id : options.arguments) {
    const auto rule = std::find_if(known.begin(), known.end(), [&](const RuleInfo& one) { return one.id == id; });
    if (rule == known.end()) {
      std::vector<std::string> ids;
      ids.reserve(known.size());
      for (const RuleInfo& one : known) ids.push_back(one.id);
      const std::string message = unknown("rule", id, ids);
      context.problem({"", message.ends_with('?') ? message : message + "; 'zhibiao rules list' prints the ids"});
      status = kTrouble;
      continue;
    }
    context.out << (first ? "" : "\n") << "# " << rule->place << '\n' << rule->source;
    if (!rule->source.ends_with('\n')) context.out << '\n';
    first = false;
  }
  return status;
}

int run_rule_tests(const Options& options, const Context& context) {
  std::vector<std::string> files = options.rules;
  files.insert(files.end(), options.arguments.begin(), options.arguments.end());
  const ChosenRules rules(files);
  const RuleTestReport report = test_rules(rules.get(), options.arguments);
  for (const std::string& failure : report.failures) context.out << failure << '\n';
  context.out << fmt::format("{}, {}: {}\n", write::counted(report.rules, "rule"),
                             write::counted(report.examples, "example"),
                             report.failures.empty() ? "all hold" : fmt::format("{} fail", report.failures.size()));
  return report.failures.empty() ? kDone : kFails;
}

}  // namespace

OptionsHandle add_rules(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command rules = line.root().command("rules", "list, show and test the rules that find the targets");

  Command list = rules.command("list", "one row for each rule in force: id, type, place, what it is for");
  declare_rule_files(list, options->rules);
  options->output.declare(list, kFormats);
  list.example("zhibiao rules list --format csv", "all rules, one a row");
  list.action([options, context] { return list_rules(*options, context); });

  Command show = rules.command("show", "a rule as it stands in its file");
  show.arguments("ID", options->arguments, "ids as 'rules list' prints them");
  declare_rule_files(show, options->rules);
  show.example("zhibiao rules show frame.reached", "one rule with its examples");
  show.action([options, context] { return show_rules(*options, context); });

  Command test = rules.command("test", "run the examples of the rules; exit status 1 if one fails");
  test.arguments("FILE", options->arguments, "rule files whose examples are run (none: the rules in force)");
  declare_rule_files(test, options->rules);
  test.example("zhibiao rules test my.toml", "whether rules of your own give what their examples say");
  test.action([options, context] { return run_rule_tests(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
