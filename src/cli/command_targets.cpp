// The command `targets`: one row for each target. Tested by tests/cli/ and tests/golden/targets-*.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/write_documents.hpp"
#include "zhibiao/explain.hpp"

namespace zhibiao::cli {
namespace {

struct Options {
  InputOptions input;
  WorkOptions work;
  OutputOptions output;
  std::string role = "target";
  std::string kinds;
  std::string item;
  std::string grep;
  std::string columns;
  bool explain = false;
};

/// Which facts are asked for.
struct Filter {
  std::optional<Role> role;  ///< empty: all
  std::vector<Kind> kinds;   ///< empty: all
  std::string item;
  std::string grep;

  bool takes(const Fact& fact) const {
    const bool right_kind = kinds.empty() || std::find(kinds.begin(), kinds.end(), fact.kind) != kinds.end();
    // A path holds whole steps: `三/四` is above `三/四/31`, not above `三/四十`.
    const bool inside = item.empty() || fact.item == item || fact.item.starts_with(item + "/");
    const bool said =
        grep.empty() || fact.indicator.find(grep) != std::string::npos || fact.sentence.find(grep) != std::string::npos;
    return right_kind && inside && said && (!role || fact.role == *role);
  }
};

std::vector<std::string> role_choices() { return {"target", "result", "all"}; }

Filter make_filter(const Options& options) {
  Filter filter;
  static constexpr std::array kRoles = {Role::target, Role::result};
  const std::size_t role = chosen("role", options.role, role_choices());
  if (role < kRoles.size()) filter.role = kRoles[role];
  if (!options.kinds.empty()) {
    for (const std::string& name : split_list(options.kinds)) {
      filter.kinds.push_back(static_cast<Kind>(chosen("kind", name, kind_names())));
    }
  }
  filter.item = options.item;
  while (filter.item.ends_with('/')) filter.item.pop_back();
  filter.grep = options.grep;
  return filter;
}

int run_targets(const Options& options, const Context& context) {
  const Filter filter = make_filter(options);
  WriteOptions write =
      options.output.resolve(context, targets_formats(), Format::table, options.explain ? Format::table : Format::csv);
  write.columns = chosen_fields("column", options.columns);
  if (options.explain && write.format != Format::table) {
    throw UsageError(fmt::format("--explain is for --format table, not for {}", name_of(write.format)));
  }
  const Analyse analyse = [&](Analyzer& analyzer, const Document& document) {
    Analysis analysis = analyzer.analyze(document.source, document.given);
    std::erase_if(analysis.facts, [&](const Fact& fact) { return !filter.takes(fact); });
    if (options.explain) analysis.reasons = explain_facts(document.source, analysis, analyzer.rules());
    return analysis;
  };
  const std::string selection =
      fmt::format("targets\n{}\n{}\n{}\n{}", options.role, options.kinds, options.item, options.grep);
  return write_documents(context,
                         {options.input, options.work, options.output, write, targets_writer, analyse, selection});
}

}  // namespace

OptionsHandle add_targets(CommandLine& line, const Context& context) {
  auto options = std::make_shared<Options>();
  Command command =
      line.root().command("targets", "one row for each quantitative target, with its place in the source");
  command.option("--role", options->role, "ROLE", "target (the default), result (reported as reached) or all")
      .choices(role_choices());
  command.option("--kind", options->kinds, "KIND[,KIND]", "only these kinds: {}").list_of(kind_names());
  command.option("--item", options->item, "PATH", "only below this item of the outline, named by its path");
  command.option("--grep", options->grep, "TEXT", "only where the indicator or the sentence holds this text");
  command
      .option("--columns", options->columns, "A,B,C",
              "choose and order the fields; 'zhibiao help fields' explains them")
      .list_of(field_names());
  command.flag("--explain", options->explain,
               "in the table, below each record the rules that made it, the words they saw and the guards they passed");
  options->output.declare(command, targets_formats());
  options->input.declare(command);
  options->work.declare(command);
  command.example("zhibiao targets plan.txt", "a table on a terminal, CSV into a pipe");
  command.example("zhibiao targets plans/ --kind rate,money -o targets.csv", "rates and sums of all plans of a folder");
  command.example("zhibiao targets plan.txt --columns item,indicator,value,unit,deadline,line",
                  "these fields, in this order");
  command.example("zhibiao targets plan.pdf --role all --explain", "results too, each record with what made it");
  command.example("zhibiao targets plans/ -o targets.jsonl --resume", "go on where a run was interrupted");
  command.example("zhibiao targets --input jsonl --format jsonl < documents.jsonl > targets.jsonl",
                  "documents from a program, records for one");
  command.action([options, context] { return run_targets(*options, context); });
  return options;
}

}  // namespace zhibiao::cli
