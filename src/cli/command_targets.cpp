// The command `targets`: one row for each target. Tested by tests/cli/ and tests/golden/targets-*.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
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
  std::vector<Role> roles;
  std::vector<Kind> kinds;  ///< empty: all
  std::string item;
  std::string grep;

  bool has_role(const Fact& fact) const { return std::find(roles.begin(), roles.end(), fact.role) != roles.end(); }
  // A path holds whole steps: `三/四` is above `三/四/31`, not above `三/四十`.
  bool holds(const std::string& path) const { return item.empty() || path == item || path.starts_with(item + "/"); }
  bool takes(const Fact& fact) const {
    const bool right_kind = kinds.empty() || std::find(kinds.begin(), kinds.end(), fact.kind) != kinds.end();
    const bool said = name_holds(fact, grep) || fact.sentence.find(grep) != std::string::npos;
    return has_role(fact) && right_kind && holds(fact.item) && said;
  }
};

/// What there was to be found; told by several threads.
struct Seen {
  std::atomic<bool> item = false;   ///< the one asked for
  std::atomic<bool> facts = false;  ///< of the roles asked for
  std::atomic<bool> taken = false;  ///< facts that all options let pass
};

/// Leaves the facts asked for; false if none has a role that is.
bool take(const Filter& filter, Analysis& analysis, Seen& seen) {
  const auto holds = [&](const Item& item) { return filter.holds(item.path); };
  if (std::any_of(analysis.items.begin(), analysis.items.end(), holds)) seen.item = true;
  const auto has_role = [&](const Fact& fact) { return filter.has_role(fact); };
  const bool any = std::any_of(analysis.facts.begin(), analysis.facts.end(), has_role);
  if (any) seen.facts = true;
  std::erase_if(analysis.facts, [&](const Fact& fact) { return !filter.takes(fact); });
  if (!analysis.facts.empty()) seen.taken = true;
  return any;
}

/// Where there was something to choose from and nothing is left, says what asked for too much.
void tell_nothing_left(const Options& options, const Filter& filter, const Seen& seen, const Context& context) {
  // What an earlier run has done was not looked at.
  if (seen.taken || !seen.facts || options.work.resume) return;
  if (!filter.item.empty() && !seen.item) {
    context.warning("", fmt::format("no item {} in any document; 'zhibiao outline' prints the paths", filter.item));
    return;
  }
  std::vector<std::string_view> asked;
  if (!filter.kinds.empty()) asked.emplace_back("--kind");
  if (!filter.item.empty()) asked.emplace_back("--item");
  if (!filter.grep.empty()) asked.emplace_back("--grep");
  context.warning("", fmt::format("no record matches {}", fmt::join(asked, " and ")));
}

std::vector<std::string> role_choices() { return {"target", "result", "all"}; }

Filter make_filter(const Options& options) {
  Filter filter;
  static constexpr std::array kRoles = {Role::target, Role::result};
  const std::size_t role = chosen("role", options.role, role_choices());
  filter.roles = {Role::target, Role::result, Role::mention};
  if (role < kRoles.size()) filter.roles = {kRoles[role]};
  filter.kinds = chosen_kinds(options.kinds);
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
  Seen seen;
  const Analyse analyse = [&](Analyzer& analyzer, const Document& document, const Context& own) {
    Analysis analysis = analyzer.analyze(document.source, document.given);
    const bool any = take(filter, analysis, seen);
    // A program that hands over documents counts their records itself.
    if (!any && !options.work.json_lines()) own.warning(document.source.name(), none_found(filter.roles));
    if (options.explain) analysis.reasons = explain_facts(document.source, analysis, analyzer.rules(), write.language);
    return analysis;
  };
  const std::string selection =
      fmt::format("targets\n{}\n{}\n{}\n{}", options.role, options.kinds, options.item, options.grep);
  const int status = write_documents(
      context, {options.input, options.work, options.output, write, targets_writer, analyse, selection});
  tell_nothing_left(options, filter, seen, context);
  return status;
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
  command.option("--grep", options->grep, "TEXT",
                 "only where the indicator, the scope or the sentence holds this text");
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
